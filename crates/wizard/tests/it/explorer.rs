//! The explorer's calls, and what the guide takes from them.

use graph_api::{GraphVersion, Method, TokenKind};
use wizard::{Effect, Event, Place, Step};
use workbench::{Ending, Heard, IdKind, Request, Wish};

use crate::driver::{Visit, Way};

fn request(method: Method, path: &str, token: TokenKind) -> Request {
    Request {
        method,
        version: GraphVersion::default(),
        path: path.to_owned(),
        params: match path.ends_with("conversations") {
            true => vec![("fields".to_owned(), "participants".to_owned())],
            false => Vec::new(),
        },
        token: Some(token),
    }
}

fn get(visit: &mut Visit, path: &str, token: TokenKind) {
    let request = request(Method::Get, path, token);
    visit.does(Event::BenchWished(Wish::Send(request)));
}

fn take(visit: &mut Visit, kind: IdKind, id: &str) {
    visit.does(Event::BenchWished(Wish::Take(kind, id.to_owned())));
}

/// How the newest call ended, as the workbench was told.
fn ending(visit: &Visit) -> &Ending {
    let mut effects = visit.effects.iter().rev();
    let ending = effects.find_map(|effect| match effect {
        Effect::Bench(Heard::Ended { ending, .. }) => Some(ending),
        _ => None,
    });
    ending.expect("a call that ended")
}

/// By the link in the header.
fn explore(visit: &mut Visit) {
    visit.history.push(Place::Explorer);
    visit.does(Event::LocationChanged(Some(Place::Explorer)));
}

fn exploring(way: Way) -> Visit {
    let mut visit = Visit::at(way, Step::Ids);
    explore(&mut visit);
    assert!(visit.model.bench.is_exploring);
    visit
}

#[test]
fn the_explorer_is_a_place_and_the_guide_waits() {
    for way in Way::ALL {
        for step in Step::ALL {
            let mut visit = Visit::at(way, step);
            explore(&mut visit);
            assert!(!visit.surface("explorer").is_empty());
            assert_eq!(visit.model.step, step);
            visit.back();
            visit.settle();
            assert!(!visit.model.bench.is_exploring);
            assert_eq!(visit.model.step, step);
            visit.history.push(Place::Explorer);
            visit.does(Event::LocationChanged(Some(Place::Explorer)));
            visit.reload();
            visit.settle();
            let is_kept = visit.model.bench.is_exploring;
            assert!(
                is_kept || visit.model.session().is_none(),
                "{way:?} {step:?}"
            );
        }
    }
}

#[test]
fn a_call_goes_out_with_the_token_that_was_chosen() {
    let mut visit = exploring(Way::UserToken);
    let calls = visit.model.calls.len();
    get(&mut visit, "/me", TokenKind::User);
    let Ending::Answered { status, body, .. } = ending(&visit) else {
        panic!("no answer");
    };
    assert_eq!(*status, 200);
    assert!(body.contains("\"id\""), "{body}");
    assert_eq!(visit.model.calls.len(), calls, "none of the guide's");

    // No Page was chosen yet.
    let count = visit.effects.len();
    get(&mut visit, "/me", TokenKind::Page);
    let sent = visit.effects[count..].iter();
    assert!(
        !sent
            .clone()
            .any(|effect| matches!(effect, Effect::Send { .. }))
    );
    assert!(visit.view().status.text.contains("no such token"));
}

#[test]
fn a_call_can_be_taken_back_and_a_newer_one_takes_it_back() {
    let mut visit = exploring(Way::UserToken);
    let send = |visit: &mut Visit| {
        let request = request(Method::Get, "/me", TokenKind::User);
        visit.act(Event::BenchWished(Wish::Send(request)));
    };
    send(&mut visit);
    send(&mut visit);
    assert_eq!(*ending(&visit), Ending::Cancelled);
    let mut waiting = visit
        .effects
        .iter()
        .rev()
        .filter_map(|effect| match effect {
            Effect::Send { ticket, .. } => Some(ticket.0),
            _ => None,
        });
    let newest = waiting.next().unwrap();
    visit.act(Event::BenchWished(Wish::CancelCall(newest)));
    let before = visit.effects.len();
    visit.settle();
    let late = visit.effects[before..].iter();
    let late = late.filter(|effect| matches!(effect, Effect::Bench(Heard::Ended { .. })));
    assert_eq!(late.count(), 0, "nobody waits for it");
}

#[test]
fn the_guide_takes_page_conversation_and_person_from_answers() {
    for way in [Way::Practice, Way::UserToken] {
        let visit = Visit::at(way, Step::Read);
        let held = visit.model.held.clone();
        let page = held.page.clone().unwrap().id.to_string();
        let conversation = held.conversation.clone().unwrap().to_string();
        let psid = held.person.clone().unwrap().psid.to_string();
        for (kind, id) in [(IdKind::Conversation, &conversation), (IdKind::Psid, &psid)] {
            let mut visit = Visit::at(way, Step::Ids);
            explore(&mut visit);
            get(&mut visit, "/me/accounts", TokenKind::User);
            take(&mut visit, IdKind::Page, &page);
            assert!(visit.model.bench.is_exploring, "the explorer stays");
            assert_eq!(visit.model.held.page.as_ref().unwrap().id.as_str(), page);
            get(
                &mut visit,
                &format!("/{page}/conversations"),
                TokenKind::Page,
            );
            take(&mut visit, kind, id);
            let taken = &visit.model.held;
            let known = visit.model.conversations.value.is_some();
            assert!(known || !visit.model.bench.is_exploring);
            if known {
                assert_eq!(taken.conversation, held.conversation, "{kind:?}");
            }
        }
    }
}

/// The tutorial has the reader click the own ID, and add `/accounts`.
#[test]
fn pages_asked_for_by_the_persons_id_are_known_too() {
    let page = Visit::at(Way::UserToken, Step::Read).model.held.page;
    let page = page.unwrap().id.to_string();
    let mut visit = exploring(Way::UserToken);
    get(&mut visit, "/me", TokenKind::User);
    let Ending::Answered { body, .. } = ending(&visit) else {
        panic!("no answer");
    };
    let me = graph_api::json::parse(body).unwrap();
    let me = me.get("id").unwrap().as_str().unwrap().to_owned();
    get(&mut visit, &format!("/{me}/accounts"), TokenKind::User);
    take(&mut visit, IdKind::Page, &page);
    assert!(visit.model.bench.is_exploring, "the explorer stays");
    get(&mut visit, "/me/conversations", TokenKind::Page);
    assert!(visit.model.conversations.value.is_some());
}

#[test]
fn what_the_guide_does_not_know_it_asks_for() {
    let mut visit = exploring(Way::UserToken);
    take(&mut visit, IdKind::Page, "218927128828343");
    assert!(!visit.model.bench.is_exploring);
    assert_eq!(visit.model.step, Step::Ids);
    assert!(visit.model.pages.value.is_some());
    for junk in ["", "x", "../etc"] {
        take(&mut visit, IdKind::Page, junk);
        take(&mut visit, IdKind::Psid, junk);
        take(&mut visit, IdKind::Other, junk);
    }
}
