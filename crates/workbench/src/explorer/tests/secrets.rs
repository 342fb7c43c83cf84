//! Whatever is typed, no secret gets into a request, onto the screen, or stays.

use graph_api::{SECRET_PARAMS, form};
use interchange::{is_secret_name, looks_like_token};
use proptest::prelude::*;

use super::desk::Desk;
use super::*;

const SECRET: &str = "user-token-of-the-tests";

#[track_caller]
fn check(desk: &Desk) {
    let view = format!(
        "{:?}",
        remote_view::Surfaces::default().draw("x", desk.view())
    );
    assert!(!view.contains(SECRET), "{view}");
    for request in &desk.sent {
        assert!(!format!("{request:?}").contains(SECRET), "{request:?}");
    }
}

#[test]
fn a_pasted_token_is_taken_out_and_told() {
    let mut desk = Desk::new();
    desk.enter(QUERY, &format!("me?access_token={SECRET}&fields=id"));
    check(&desk);
    assert_eq!(desk.query(), "me?fields=id");
    assert!(desk.text().contains("A secret was taken out"));
    desk.press("Submit");
    check(&desk);
}

#[test]
fn a_login_in_an_address_is_no_host() {
    let mut desk = Desk::new();
    desk.enter(QUERY, &format!("https://x:{SECRET}@graph.facebook.com/me"));
    check(&desk);
    assert_eq!(desk.query(), "me");
    assert!(desk.text().contains("A secret was taken out"));
}

#[test]
fn another_host_is_told_beside_the_login_that_was_taken_out() {
    for path in ["/me", ""] {
        let mut desk = Desk::new();
        desk.enter(QUERY, &format!("https://x:{SECRET}@example.com{path}"));
        check(&desk);
        let text = desk.text();
        assert!(text.contains("A secret was taken out"), "{text}");
        assert!(text.contains("example.com was left out"), "{text}");
    }
    let mut desk = Desk::new();
    desk.enter(QUERY, "https://x:pass@phrase/y@example.com/me");
    let text = desk.text();
    assert!(text.contains("another host was left out"), "{text}");
    assert!(!text.contains("phrase"), "{text}");
    let mut desk = Desk::new();
    desk.enter(QUERY, &format!("https://x:{SECRET}@/me"));
    check(&desk);
    assert!(!desk.text().contains("was left out"), "{}", desk.text());
}

/// With the secret, the whole line is emptied: its version is chosen, not lost.
#[test]
fn the_version_in_front_of_a_secret_is_chosen() {
    let mut desk = Desk::new();
    desk.enter(QUERY, &format!("v25.0?access_token={SECRET}"));
    check(&desk);
    assert_eq!(desk.query(), "");
    desk.enter(QUERY, "me");
    desk.press("Submit");
    assert_eq!(desk.sent[0].version, GraphVersion::new(25, 0));
}

#[test]
fn a_row_takes_no_secret() {
    for name in SECRET_PARAMS {
        let mut desk = Desk::new();
        desk.enter("Method", "POST");
        desk.press("+ field");
        let field = desk.focus.clone();
        desk.enter("Value", SECRET);
        desk.enter(&field, name);
        check(&desk);
        assert!(desk.text().contains("No secret goes in here"), "{name}");
        desk.enter(&format!("Value of {name}"), SECRET);
        check(&desk);
        desk.press("Submit");
        check(&desk);
    }
}

#[test]
fn a_row_takes_no_address_with_a_secret() {
    let address = format!("https://graph.facebook.com/me?access_token={SECRET}");
    let once = form::percent(&address);
    for value in [form::percent(&once), once, address] {
        let mut desk = Desk::new();
        desk.enter("Method", "POST");
        desk.press("+ field");
        let field = desk.focus.clone();
        desk.enter(&field, "url");
        desk.enter("Value of url", &value);
        check(&desk);
        assert!(desk.text().contains("No secret goes in here"), "{value}");
        desk.press("Submit");
        check(&desk);
    }
}

#[test]
fn events_tell_nothing_of_what_was_typed() {
    let event = Event::CurlTyped(SECRET.to_owned());
    assert!(!format!("{event:?}").contains(SECRET));
}

const KEYS: &[&str] = &["ArrowDown", "ArrowUp", "Enter", "Tab", "Escape"];

fn deed() -> impl Strategy<Value = Event> {
    let line = prop_oneof![
        r"(me|t_5|PAGE-ID|4242)?(/[a-z_]{1,12})?(\?[a-z_{}().,=&]{0,24})?",
        Just(format!("me?access_token={SECRET}")),
        Just(format!(
            "https://graph.facebook.com/v25.0/me/accounts &input_token={SECRET}"
        )),
        Just(format!("me?q=%26access_token%3D{SECRET}")),
        Just(format!("https://x:{SECRET}@graph.facebook.com/me")),
        any::<String>(),
    ];
    let value = prop_oneof![
        Just(format!("{{access_token:'{SECRET}'}}")),
        r"[{}:'a-z,]{0,12}",
        any::<String>(),
    ];
    let name = prop_oneof![
        prop::sample::select(&SECRET_PARAMS[..]).prop_map(str::to_owned),
        Just("message".to_owned()),
        any::<String>(),
    ];
    prop_oneof![
        4 => line.prop_map(Event::QueryTyped),
        2 => prop::sample::select(KEYS).prop_map(|it| Event::QueryKey(it.to_owned())),
        1 => (0..9usize).prop_map(Event::Suggested),
        1 => (0..7usize).prop_map(Event::Filled),
        1 => prop::sample::select(&["GET", "POST", "DELETE", "PUT"][..])
            .prop_map(|it| Event::MethodChosen(it.to_owned())),
        1 => prop::bool::ANY.prop_map(|it| {
            Event::TokenChosen(if it { TokenKind::User } else { TokenKind::Page })
        }),
        1 => (name.clone(), value.clone())
            .prop_map(|(name, value)| Event::Row(RowEvent::Added(name, value))),
        1 => (0..6u32, name).prop_map(|(id, name)| Event::Row(RowEvent::Named(id, name))),
        1 => (0..6u32, value).prop_map(|(id, value)| Event::Row(RowEvent::Typed(id, value))),
        1 => (0..6u32).prop_map(|id| Event::Row(RowEvent::Typed(id, SECRET.to_owned()))),
        1 => (0..6u32).prop_map(|id| Event::Row(RowEvent::Removed(id))),
        1 => Just(Event::FieldTicked(vec!["messages", "from", "name"])),
        2 => Just(Event::Submitted),
    ]
}

/// Whether a request says a secret's name: then a value may stand behind it.
fn names_a_secret(request: &Request) -> bool {
    request.params.iter().any(|(name, value)| {
        is_secret_name(name) || looks_like_token(name) || looks_like_token(value)
    })
}

proptest! {
    #[test]
    fn no_request_holds_a_secret(deeds in prop::collection::vec(deed(), 1..24)) {
        let mut desk = Desk::new();
        for deed in deeds {
            desk.act(deed);
            prop_assert!(!desk.text().contains(SECRET), "{}", desk.text());
        }
        for request in &desk.sent {
            prop_assert!(!names_a_secret(request), "{:?}", request);
            prop_assert!(!looks_like_token(&request.path), "{:?}", request);
            prop_assert!(request.path.starts_with('/'), "{:?}", request);
        }
    }
}
