//! The explorer's calls, and what the guide takes from them.

use graph_api::{GraphVersion, HttpResponse, Method, TokenKind};
use graph_emulator::Scenario;
use wizard::view::parts::{Look, Notice};
use wizard::{Effect, Event, FieldId, Place, Slot, Step};
use workbench::{Ending, Heard, IdKind, Request, Wish};

use crate::driver::{Visit, Way};
use crate::manners;

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

/// How often the answer was brought into sight.
fn reveals(visit: &Visit) -> usize {
    let effects = visit.effects.iter();
    let reveals = effects.filter(|it| matches!(it, Effect::Reveal(id) if id == "call-response"));
    reveals.count()
}

#[test]
fn the_answer_is_brought_into_sight_and_said() {
    let mut visit = exploring(Way::UserToken);
    get(&mut visit, "/me", TokenKind::User);
    assert_eq!(
        reveals(&visit),
        2,
        "as it goes out, and as the answer comes"
    );
    let status = visit.view().status.text;
    assert!(status.starts_with("The answer is there: 200"), "{status}");

    // Somebody who went back to the guide is left where they are.
    let request = request(Method::Get, "/me", TokenKind::User);
    visit.act(Event::BenchWished(Wish::Send(request)));
    visit.hear();
    visit.back();
    let before = reveals(&visit);
    visit.settle();
    assert_eq!(reveals(&visit), before);
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
            assert!(visit.model.bench.is_exploring, "the explorer stays");
            assert_eq!(visit.model.held.conversation, held.conversation, "{kind:?}");
        }
    }
}

/// The tutorial has the reader click the own ID, and add `/accounts`.
#[test]
fn pages_asked_for_by_the_persons_id_are_known_too() {
    let held = Visit::at(Way::UserToken, Step::Read).model.held;
    let page = held.page.unwrap().id.to_string();
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
    let conversation = held.conversation.unwrap().to_string();
    take(&mut visit, IdKind::Conversation, &conversation);
    assert!(visit.model.bench.is_exploring, "the explorer stays");
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

#[test]
fn a_page_that_the_guide_does_not_know_takes_the_place_of_the_one_it_holds() {
    let mut visit = Visit::at(Way::UserToken, Step::Read);
    let page = visit.model.held.page.clone().unwrap();
    let (held, name) = (page.id.to_string(), page.name);
    explore(&mut visit);
    take(&mut visit, IdKind::Page, &held);
    assert!(visit.model.bench.is_exploring, "it is that already");
    take(&mut visit, IdKind::Page, "218927128828343");
    assert_eq!(visit.model.step, Step::Ids);
    assert_eq!(visit.model.held.page, None);
    let choices = visit.offers().choices;
    assert!(choices.iter().any(|it| it.label == name), "{choices:?}");
}

/// A new User token: the Page stays, and its token is gone.
#[test]
fn a_page_that_is_held_without_its_token_gets_it() {
    let mut visit = Visit::at(Way::UserToken, Step::Read);
    let page = visit.model.held.page.clone().unwrap().id.to_string();
    visit.back();
    let token = visit.model.held.page_token.take();
    visit.model.pages = wizard::Remote::default();
    explore(&mut visit);
    get(&mut visit, "/me/accounts", TokenKind::User);
    take(&mut visit, IdKind::Page, &page);
    assert!(token.is_some() && visit.model.held.page_token == token);
}

#[test]
fn a_page_token_is_of_no_use_for_another_page() {
    let mut visit = Visit::at(Way::PageToken, Step::Read);
    let before = format!("{:?}", (&visit.model.held, &visit.model.picked_page));
    explore(&mut visit);
    take(&mut visit, IdKind::Page, "218927128828343");
    let after = format!("{:?}", (&visit.model.held, &visit.model.picked_page));
    assert_eq!(after, before);
    assert_eq!(visit.model.step, Step::Read);
    let told = visit.view().status.text;
    assert!(told.contains("another token"), "{told}");
}

/// A call with a query.
fn ask(visit: &mut Visit, path: &str, params: &[(&str, &str)], token: TokenKind) {
    let mut request = request(Method::Get, path, token);
    let owned = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
    request.params = params.iter().map(owned).collect();
    visit.does(Event::BenchWished(Wish::Send(request)));
}

/// The explorer may ask for a part of a list, in another order, or without what the guide needs.
#[test]
fn answers_to_the_explorer_leave_the_guides_lists_alone() {
    for way in [Way::Practice, Way::UserToken] {
        let mut visit = Visit::at(way, Step::Read);
        let (pages, conversations) = {
            let model = &visit.model;
            (model.pages.clone(), model.conversations.clone())
        };
        let page = visit.model.held.page.clone().unwrap().id.to_string();
        explore(&mut visit);
        ask(
            &mut visit,
            "/me/accounts",
            &[("fields", "id,name")],
            TokenKind::User,
        );
        ask(
            &mut visit,
            "/me/accounts",
            &[("limit", "1")],
            TokenKind::User,
        );
        let path = format!("/{page}/conversations");
        for fields in ["id", "messages{message}"] {
            ask(&mut visit, &path, &[("fields", fields)], TokenKind::Page);
        }
        assert_eq!(visit.model.pages, pages, "{way:?}");
        assert_eq!(visit.model.conversations, conversations, "{way:?}");
    }
}

#[test]
fn an_answer_for_a_page_that_was_left_teaches_nothing_and_quotes_nothing() {
    let mut visit = Visit::at(Way::UserToken, Step::Read);
    let held = visit.model.held.clone();
    let (page, token) = (held.page.unwrap().id, held.page_token.unwrap());
    let theirs = held.conversation.unwrap().to_string();
    let rows = visit.model.pages.value.clone().unwrap().rows;
    let mut others = rows
        .iter()
        .filter(|row| row.access_token.is_some() && row.id != page);
    let other = others.next().unwrap().id.to_string();
    explore(&mut visit);
    let request = request(Method::Get, "/me/conversations", TokenKind::Page);
    visit.act(Event::BenchWished(Wish::Send(request)));
    take(&mut visit, IdKind::Page, &other);
    let Ending::Answered { secrets, .. } = ending(&visit) else {
        panic!("no answer");
    };
    assert!(secrets.iter().any(|it| it == token.expose()));
    take(&mut visit, IdKind::Conversation, &theirs);
    assert_eq!(visit.model.held.conversation, None);
}

/// The messages of the conversation before would stand under the new one.
#[test]
fn a_choice_in_the_explorer_takes_the_guide_back_to_it() {
    let mut visit = Visit::at(Way::UserToken, Step::Read);
    let model = &visit.model;
    let held = model.held.clone();
    let rows = model.conversations.value.clone().unwrap().rows;
    let old = held.conversation.unwrap();
    let other = rows.iter().find(|row| row.id != old).unwrap().id.clone();
    visit.act(Event::ReadAsked(Slot::Messages));
    explore(&mut visit);
    take(&mut visit, IdKind::Conversation, other.as_str());
    assert_eq!(visit.model.held.conversation, Some(other.clone()));
    assert_eq!(visit.model.step, Step::Ids);
    assert!(visit.model.messages.value.is_none());
    take(&mut visit, IdKind::Conversation, other.as_str());
    visit.back();
    visit.settle();
    let read = visit.model.calls.iter().rev();
    let mut paths = read.map(|record| record.call.path.as_str());
    assert!(paths.any(|path| path.contains(other.as_str())), "read anew");
}

/// The one under way may have arrived: a customer would get the message twice.
#[test]
fn a_write_waits_for_the_call_before_it() {
    let mut visit = Visit::at(Way::UserToken, Step::Read);
    explore(&mut visit);
    let person = visit.model.held.person.clone().unwrap();
    let mut write = request(Method::Post, "/me/messages", TokenKind::Page);
    write.params = vec![
        (
            "recipient".to_owned(),
            format!("{{\"id\":\"{}\"}}", person.psid),
        ),
        ("messaging_type".to_owned(), "RESPONSE".to_owned()),
        ("message".to_owned(), "{\"text\":\"twice?\"}".to_owned()),
    ];
    let before = visit.effects.len();
    for _ in 0..2 {
        visit.act(Event::BenchWished(Wish::Send(write.clone())));
    }
    let sends = |visit: &Visit| {
        let sends = visit.effects[before..].iter();
        sends.filter(|it| matches!(it, Effect::Send { .. })).count()
    };
    assert_eq!(sends(&visit), 1);
    assert!(visit.view().status.text.contains("under way"));
    visit.settle();
    assert!(matches!(
        ending(&visit),
        Ending::Answered { status: 200, .. }
    ));
    visit.does(Event::BenchWished(Wish::Send(write)));
    assert_eq!(sends(&visit), 2, "and then another may go");
}

/// Presses what has these words in a surface of the workbench's.
#[track_caller]
fn press(visit: &mut Visit, surface: &str, words: &str) {
    let press = visit.offers().presses(surface, words);
    visit.does(press.unwrap_or_else(|| panic!("{words:?} in {}", visit.surface(surface))));
}

#[test]
fn what_went_with_the_page_token_stays_with_it() {
    let mut visit = Visit::at(Way::UserToken, Step::Read);
    let token = |visit: &Visit| {
        let held = visit.model.held.page_token.clone().unwrap();
        held.expose().to_owned()
    };
    get(&mut visit, "/me", TokenKind::Page);
    explore(&mut visit);
    let tutorial = visit.surface("tutorial");
    assert!(tutorial.contains("is the Page nowDone"), "{tutorial}");
    assert!(tutorial.contains("default queryDone"), "the guide asked it");
    visit.back();
    visit.settle();
    assert!(visit.surface("panel").contains("PAGE_ACCESS_TOKEN stands"));
    press(&mut visit, "panel", "Copy with my token");
    let copied = &visit.secretly_copied.last().unwrap().0;
    assert!(copied.contains(&token(&visit)));
    press(&mut visit, "panel", ".http file");
    let saved = visit.effects.iter().rev().find_map(|effect| match effect {
        Effect::Save { text, .. } => Some(text.as_str()),
        _ => None,
    });
    let last = saved.unwrap().rsplit("###").next().unwrap();
    assert!(last.contains("page_access_token"), "{last}");
    press(&mut visit, "panel", "Run this call again");
    press(&mut visit, "panel", "Open in explorer");
    assert!(visit.surface("explorer").contains("Fields of a Page"));
    let sent = visit
        .effects
        .iter()
        .rev()
        .filter_map(|effect| match effect {
            Effect::Send { token, .. } => Some(token.kind()),
            _ => None,
        });
    let kinds: Vec<_> = sent.take(2).collect();
    assert_eq!(kinds, [Some(TokenKind::Page); 2]);
}

/// A call for a field that Graph does not know.
fn ask_amiss(visit: &mut Visit) {
    ask(visit, "/me", &[("fields", "id,nmae")], TokenKind::User);
}

#[track_caller]
fn explained(visit: &Visit) -> Notice {
    let view = visit.view();
    let notice = view.explored.expect("an explanation");
    let tree = visit.surface("viewer");
    assert!(tree.contains("error"), "{tree}");
    notice
}

fn said<'a>(notice: &'a Notice, name: &str) -> &'a str {
    let mut said = notice.said.iter().filter(|it| it.name == name);
    said.next().map_or("", |it| it.value.as_str())
}

/// Only what leads out of the explorer, and what copies.
#[track_caller]
fn check_buttons(notice: &Notice) {
    for button in &notice.buttons {
        let works = matches!(button.event, Event::NewTokenAsked | Event::CopyAsked { .. });
        assert!(works && button.look != Look::Primary, "{button:?}");
    }
}

#[test]
fn an_error_is_explained_until_the_next_call() {
    for way in [Way::Practice, Way::UserToken] {
        let mut visit = exploring(way);
        assert_eq!(visit.view().explored, None);
        ask_amiss(&mut visit);
        let notice = explained(&visit);
        assert_eq!(notice.title, "Graph does not take a part of this call");
        assert!(!notice.body.is_empty() && !notice.steps.is_empty());
        assert!(said(&notice, "Message").contains("nmae"), "{notice:?}");
        assert_eq!(said(&notice, "Code"), "100");
        assert_eq!(said(&notice, "HTTP status"), "400");
        assert!(!said(&notice, "Trace ID").is_empty(), "{notice:?}");
        check_buttons(&notice);

        // The guide has its own, and finds this one again.
        visit.back();
        visit.settle();
        assert_eq!(visit.view().explored, None);
        explore(&mut visit);
        assert_eq!(explained(&visit), notice);

        let next = request(Method::Get, "/me", TokenKind::User);
        visit.act(Event::BenchWished(Wish::Send(next)));
        assert_eq!(visit.view().explored, None, "from the moment it goes out");
        visit.settle();
        assert_eq!(visit.view().explored, None);
    }
}

#[test]
fn an_error_moves_no_focus() {
    let mut visit = exploring(Way::UserToken);
    let count = visit.effects.len();
    ask_amiss(&mut visit);
    explained(&visit);
    let effects = visit.effects[count..].iter();
    let moved: Vec<_> = effects
        .filter(|it| matches!(it, Effect::Focus(_) | Effect::FocusOn(_)))
        .collect();
    assert!(moved.is_empty(), "{moved:?}");
}

#[test]
fn an_error_is_told_also_without_the_handbook() {
    let mut visit = exploring(Way::UserToken);
    visit.has_handbook = false;
    ask_amiss(&mut visit);
    let notice = explained(&visit);
    assert_eq!(notice.title, "Graph said no");
    assert!(said(&notice, "Message").contains("nmae"));
    assert!(!notice.links.is_empty());
    check_buttons(&notice);
}

#[test]
fn a_token_that_has_expired_leads_to_a_new_one() {
    for has_handbook in [true, false] {
        let mut visit = exploring(Way::UserToken);
        visit.has_handbook = has_handbook;
        visit.scenario(Scenario::TokenExpired);
        get(&mut visit, "/me/accounts", TokenKind::User);
        let notice = explained(&visit);
        assert_eq!(said(&notice, "Code"), "190");
        check_buttons(&notice);
        visit.press(&Event::NewTokenAsked);
        assert!(!visit.model.bench.is_exploring);
        assert_eq!(visit.model.step, Step::Connect);

        // Another token, another error.
        visit.scenario(Scenario::None);
        let token = visit.live.user_token(visit.now);
        visit.types(FieldId::Token, &token);
        visit.primary();
        explore(&mut visit);
        assert_eq!(visit.view().explored, None);
    }
}

#[test]
fn an_error_is_forgotten_with_everything() {
    let mut visit = exploring(Way::UserToken);
    ask_amiss(&mut visit);
    explained(&visit);
    visit.does(Event::ForgetConfirmed);
    assert_eq!(visit.view().explored, None);
    assert!(!format!("{:?}", visit.model).contains("nmae"));
}

/// What is copied for support names the call that failed, and none of the guide's.
#[test]
fn an_error_of_the_explorer_can_be_copied_for_support() {
    let mut visit = Visit::at(Way::UserToken, Step::Read);
    explore(&mut visit);
    let mut write = request(Method::Post, "/me/messages", TokenKind::Page);
    let params = [
        ("recipient", "{\"id\":\"1\"}"),
        ("message", "{\"text\":\"nobody’s business\"}"),
    ];
    let owned = |(name, value): (&str, &str)| (name.to_owned(), value.to_owned());
    write.params = params.map(owned).to_vec();
    visit.does(Event::BenchWished(Wish::Send(write)));
    let notice = explained(&visit);
    assert_eq!(notice.title, "This Page knows no such person");
    check_buttons(&notice);
    let copies = notice.buttons.iter().filter_map(|it| match &it.event {
        Event::CopyAsked { text, .. } => Some(text),
        _ => None,
    });
    let [text] = copies.collect::<Vec<_>>()[..] else {
        panic!("one to copy: {notice:?}");
    };
    let lines = "Path: /me/messages\nVersion: v26.0\nParameters: access_token, recipient, message";
    assert!(text.contains(lines) && !text.contains("business"), "{text}");
}

/// The token that went along, and those that are held when the answer comes.
#[test]
fn an_error_that_quotes_a_token_is_shown_without() {
    let mut visit = Visit::at(Way::UserToken, Step::Read);
    let tokens = visit.model.held.tokens();
    let quoted: Vec<_> = tokens.iter().map(graph_api::AccessToken::expose).collect();
    let quoted = quoted.join(" and ");
    let rows = visit.model.pages.value.clone().unwrap().rows;
    let page = visit.model.held.page.clone().unwrap().id;
    let mut others = rows.iter().filter(|row| row.access_token.is_some());
    let other = others.find(|row| row.id != page).unwrap().id.to_string();
    explore(&mut visit);
    let request = request(Method::Get, "/me", TokenKind::Page);
    visit.act(Event::BenchWished(Wish::Send(request)));
    visit.hear();
    visit.answers[0].result = Ok(HttpResponse {
        status: 400,
        headers: Vec::new(),
        body: format!(
            r#"{{"error":{{"message":"Bad: {quoted}","code":100,"error_user_msg":"{quoted}","fbtrace_id":"{quoted}"}}}}"#
        ),
    });
    // Meanwhile another Page is taken.
    visit.act(Event::BenchWished(Wish::Take(IdKind::Page, other)));
    visit.settle();
    let notice = explained(&visit);
    assert!(
        said(&notice, "Message").starts_with("Bad: (redacted)"),
        "{notice:?}"
    );
    manners::check_secrets(&visit, &format!("{notice:?}"));
}

#[test]
fn what_is_no_error_of_graph_is_not_explained() {
    let mut visit = exploring(Way::UserToken);
    for (status, body) in [(200, "{}"), (502, "<html>"), (400, ""), (400, "[1]")] {
        let request = request(Method::Get, "/me", TokenKind::User);
        visit.act(Event::BenchWished(Wish::Send(request)));
        visit.hear();
        visit.answers[0].result = Ok(HttpResponse {
            status,
            headers: Vec::new(),
            body: body.to_owned(),
        });
        visit.settle();
        assert_eq!(visit.view().explored, None, "{status} {body}");
    }
}
