//! What comes instead of an answer is explained, also where the handbook is missing.

use graph_api::endpoints::{
    DebugToken, GetConversation, GetMe, ListConversations, ListPages, ListPermissions, SendMessage,
};
use graph_api::{Endpoint, HttpResponse, Psid};
use graph_emulator::Scenario;
use wizard::view::Screen;
use wizard::view::connect::ConnectView;
use wizard::view::parts::{Look, Notice, Tone};
use wizard::{Effect, Event, FieldId, Person, Slot, Step};

use crate::driver::{Carried, Visit, Way};
use crate::manners;

const DRAFT: &str = "A draft that is nobody's business";

/// An error whose words give the Page's token away.
fn error(visit: &Visit, code: u64, subcode: u64) -> Carried {
    let token = visit.model.held.tokens().pop();
    let token = token.as_ref().map_or("none", |token| token.expose());
    let body = format!(
        r#"{{"error":{{"message":"(#{code}) No: {token}","type":"OAuthException","code":{code},"error_subcode":{subcode},"fbtrace_id":"Trace"}}}}"#
    );
    Ok(HttpResponse {
        status: 400,
        headers: Vec::new(),
        body,
    })
}

#[track_caller]
fn notice(visit: &Visit) -> Notice {
    let notice = match visit.view().screen {
        Screen::Connect(view) => match *view {
            ConnectView::Choose(view) => view.notice,
            ConnectView::Held(view) => view.notice,
        },
        Screen::Ids(view) => view.notice,
        Screen::Read(view) => view.notice,
        Screen::Reply(view) => view.notice,
        Screen::Done(view) => view.notice,
        Screen::Start(_) | Screen::Explorer => None,
    };
    notice.expect("a notice")
}

/// What an error's button copies. There is one, and it does not stand out.
#[track_caller]
fn support(visit: &Visit) -> String {
    let notice = notice(visit);
    let copies = notice.buttons.iter().filter_map(|button| {
        let Event::CopyAsked { text, .. } = &button.event else {
            return None;
        };
        assert_eq!(button.look, Look::Quiet);
        Some(text.clone())
    });
    let [text] = &copies.collect::<Vec<_>>()[..] else {
        panic!("one to copy: {notice:#?}");
    };
    manners::check_secrets(visit, text);
    text.clone()
}

/// Fails a call at its step, and gives back what can be copied.
#[track_caller]
fn fail<E: Endpoint>(way: Way, step: Step, event: Event) -> (Visit, String) {
    let mut visit = Visit::at(way, step);
    if step == Step::Reply {
        visit.types(FieldId::Message, DRAFT);
    }
    let refused = error(&visit, 100, 4242);
    visit.answer_instead::<E>(refused);
    visit.does(event);
    let text = support(&visit);
    (visit, text)
}

#[test]
fn the_details_for_support_say_what_was_asked_and_what_came() {
    let (visit, text) = fail::<SendMessage>(Way::UserToken, Step::Reply, Event::SendAsked);
    let page = visit.model.held.page.clone().unwrap().id;
    let time = visit.now.to_string();
    let (date, _) = time.split_at(10);
    let lines: Vec<_> = text.lines().collect();
    assert!(
        lines[1].starts_with(&format!("Time (UTC): {date}T")),
        "{text}"
    );
    assert_eq!(
        [&lines[..1], &lines[2..]].concat(),
        [
            "The Graph API refused a request",
            "Method: POST",
            &format!("Path: /{page}/messages"),
            "Version: v26.0",
            "Parameters: access_token, recipient, messaging_type, message",
            "Message: (#100) No: (redacted)",
            "Type: OAuthException",
            "Code: 100",
            "Subcode: 4242",
            "Trace ID: Trace",
            "HTTP status: 400",
        ]
    );
    let person = visit.model.held.person.clone().unwrap();
    assert!(!text.contains(DRAFT) && !text.contains(person.psid.as_str()));
}

#[test]
fn every_error_can_be_copied_once() {
    let ids = Event::ReadAsked(Slot::Pages);
    let (_, text) = fail::<ListPages>(Way::UserToken, Step::Ids, ids);
    assert!(text.contains("Path: /me/accounts"), "{text}");
    let messages = Event::ReadAsked(Slot::Messages);
    let (_, text) = fail::<GetConversation>(Way::PageToken, Step::Read, messages.clone());
    assert!(text.contains("Path: /t_"), "{text}");
    let (_, text) = fail::<GetConversation>(Way::Practice, Step::Done, messages);
    assert!(text.contains("practice, not Meta"), "{text}");
    // A reply of which nobody can tell.
    let mut visit = Visit::at(Way::UserToken, Step::Reply);
    visit.types(FieldId::Message, DRAFT);
    visit.lost = Some(SendMessage::SPEC.route);
    let refused = error(&visit, 1200, 2_018_024);
    visit.answer_instead::<SendMessage>(refused);
    visit.does(Event::SendAsked);
    assert_eq!(notice(&visit).tone, Tone::Warn);
    assert!(support(&visit).contains("Code: 1200"));
    // A token that is refused: it is not held yet.
    let mut visit = Visit::new();
    visit.choose("Live");
    let token = visit.live.user_token(visit.now);
    visit.types(FieldId::Token, &token);
    let refused = error(&visit, 190, 463);
    visit.answer_instead::<GetMe>(refused.clone());
    visit.answer_instead::<DebugToken>(refused.clone());
    visit.answer_instead::<ListPermissions>(refused);
    visit.primary();
    assert!(support(&visit).contains("Path: /me"));
}

/// Without the handbook: Graph's own words, a link, and what helps in any case.
#[test]
fn without_the_handbook_there_is_a_way_on() {
    for (code, is_token) in [(190, true), (102, true), (10, false), (77_777, false)] {
        let mut visit = Visit::at(Way::UserToken, Step::Read);
        visit.has_handbook = false;
        let refused = error(&visit, code, 0);
        visit.answer_instead::<GetConversation>(refused);
        visit.does(Event::ReadAsked(Slot::Messages));
        let notice = notice(&visit);
        assert_eq!(notice.title, "Graph said no");
        assert!(notice.said.iter().any(|said| said.value == "Trace"));
        assert!(!notice.links.is_empty());
        support(&visit);
        let next = match is_token {
            true => Event::NewTokenAsked,
            false => Event::ReadAsked(Slot::Messages),
        };
        visit.press(&next);
    }
}

#[test]
fn without_the_handbook_an_empty_list_says_so() {
    for has_handbook in [false, true] {
        let mut visit = Visit::at(Way::UserToken, Step::Ids);
        visit.has_handbook = has_handbook;
        visit.scenario(Scenario::NoPages);
        visit.primary();
        let told = notice(&visit);
        assert_eq!(
            told.title,
            "The token is good, but no Page is shared with it"
        );
        assert_eq!(told.steps.is_empty(), !has_handbook);
        visit.scenario(Scenario::None);
        visit.press(&Event::ReadAsked(Slot::Pages));
        assert!(!visit.offers().choices.is_empty());
    }
}

#[test]
fn without_the_handbook_a_servers_page_is_told() {
    for has_handbook in [false, true] {
        let mut visit = Visit::at(Way::UserToken, Step::Ids);
        visit.has_handbook = has_handbook;
        visit.scenario(Scenario::GraphDown);
        visit.primary();
        let told = notice(&visit);
        assert_eq!(told.body.is_empty(), !has_handbook, "{told:?}");
        assert!(told.said.iter().any(|said| said.value == "502"));
        visit.scenario(Scenario::None);
        visit.press(&Event::ReadAsked(Slot::Pages));
    }
}

/// A Page that the token does not see: another one, or, without a User token, another token.
#[test]
fn another_page_is_taken_where_there_are_others() {
    for (way, event) in [
        (Way::UserToken, Event::PageDropped),
        (Way::PageToken, Event::NewTokenAsked),
    ] {
        let mut visit = Visit::at(way, Step::Ids);
        if way == Way::UserToken {
            visit.primary();
            visit.choose("Maple & Moss Plants");
        }
        let refused = error(&visit, 100, 33);
        visit.answer_instead::<ListConversations>(refused);
        visit.primary();
        let told = notice(&visit);
        assert!(told.buttons.iter().any(|button| button.event == event));
        let labels = told.buttons.iter().map(|button| button.label);
        let labels: std::collections::BTreeSet<_> = labels.collect();
        assert_eq!(labels.len(), told.buttons.len(), "each once: {told:#?}");
        visit.press(&event);
    }
}

/// A recipient that the page knows as something else is called so.
#[track_caller]
fn check_recipient(of: impl Fn(&Visit) -> String, says: &str) {
    let mut visit = Visit::at(Way::UserToken, Step::Reply);
    visit.types(FieldId::Message, DRAFT);
    let psid = Psid::parse(&of(&visit)).unwrap();
    visit.model.held.person = Some(Person { psid, name: None });
    let refused = error(&visit, 100, 2_018_001);
    visit.answer_instead::<SendMessage>(refused);
    visit.does(Event::SendAsked);
    let told = notice(&visit);
    assert!(told.body[0].contains(says), "{told:?}");
}

#[test]
fn the_page_tells_what_the_recipient_is() {
    let page = |visit: &Visit| visit.model.held.page.clone().unwrap().id.to_string();
    check_recipient(page, "a Page’s ID");
    let other = |visit: &Visit| {
        let rows = &visit.model.pages.value.as_ref().unwrap().rows;
        let mut ids = rows.iter().map(|row| row.id.to_string());
        ids.find(|id| *id != page(visit)).unwrap()
    };
    check_recipient(other, "a Page’s ID");
    let me = |visit: &Visit| {
        let me = visit.model.connect.identity.me.value.as_ref();
        me.unwrap().id.to_string()
    };
    check_recipient(me, "your own user ID");
    let listed = |visit: &Visit| visit.model.held.person.clone().unwrap().psid.to_string();
    check_recipient(listed, "conversation list, so");
    check_recipient(|_| "42".to_owned(), "valid for one Page only");
}

/// A Page token has no permissions to list: that is nothing to explain.
#[test]
fn nothing_is_explained_while_all_goes_well() {
    for way in Way::ALL {
        let visit = Visit::at(way, Step::Done);
        let explained = |effect: &Effect| {
            let Effect::LookUp { question, .. } = effect else {
                return false;
            };
            matches!(question, handbook::Question::Explain(_))
        };
        assert!(!visit.effects.iter().any(explained), "{way:?}");
    }
}
