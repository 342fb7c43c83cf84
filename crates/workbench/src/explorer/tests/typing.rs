//! The query line with its suggestions, and the boxes of the fields.

use remote_view::Property;

use super::desk::{Desk, attr, find};
use super::*;

#[test]
fn a_suggestion_is_taken_by_keyboard() {
    let mut desk = Desk::new();
    desk.enter(QUERY, "me/");
    desk.key("ArrowDown");
    desk.key("ArrowDown");
    desk.key("ArrowUp");
    desk.key("ArrowUp");
    desk.key("Enter");
    assert_eq!(desk.query(), "me/permissions");
    desk.enter(QUERY, "me/");
    desk.key("ArrowDown");
    desk.key("Tab");
    assert_eq!(desk.query(), "me/accounts");
    assert_eq!(desk.focus, QUERY);
}

#[test]
fn enter_without_a_mark_and_tab_are_the_browsers() {
    let mut desk = Desk::new();
    desk.enter(QUERY, "me/");
    desk.key("Enter");
    desk.key("Tab");
    assert_eq!(desk.query(), "me/");
    desk.key("Escape");
    desk.key("Enter");
    assert_eq!(desk.query(), "me/");
    assert!(!is_open(&desk));
    desk.key("ArrowDown");
    assert!(is_open(&desk));
}

fn is_open(desk: &Desk) -> bool {
    let view = desk.view();
    let list = find(&view, &|it| attr(it, "role") == Some("listbox"));
    let query = find(&view, &|it| attr(it, "id") == Some(QUERY)).unwrap();
    let expanded = attr(query, "aria-expanded") == Some("true");
    assert_eq!(list.is_some(), expanded);
    expanded
}

#[test]
fn a_suggestion_is_taken_by_pointer_and_its_values_follow() {
    let mut desk = Desk::new();
    desk.enter(QUERY, "me/accounts?fi");
    desk.press_suggestion("fields=");
    assert_eq!(desk.query(), "me/accounts?fields=");
    assert!(is_open(&desk));
    desk.press_suggestion("name");
    assert_eq!(desk.query(), "me/accounts?fields=name");
    assert!(!is_open(&desk));
}

#[test]
fn ids_that_answers_gave_are_suggested_with_their_names() {
    let mut desk = Desk::new();
    desk.enter(QUERY, "me/accounts");
    desk.press("Submit");
    let page = desk.keys.page_id.clone();
    desk.enter(QUERY, &page[..3]);
    assert!(
        desk.text().contains(&format!("{page}Page · ")),
        "{}",
        desk.text()
    );
}

/// The value that a redraw puts into the query.
fn set(desk: &Desk) -> (String, u32) {
    let view = desk.view();
    let query = find(&view, &|it| attr(it, "id") == Some(QUERY)).unwrap();
    match query.property.clone().unwrap() {
        Property::Value(text, revision) => (text, revision),
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_is_typed_is_not_taken_away() {
    let mut desk = Desk::new();
    let before = set(&desk).1;
    for line in [
        "m",
        "me",
        "me ",
        "me?fields={",
        "https://graph.fa",
        "v26.0",
        "me?access_token",
    ] {
        desk.enter(QUERY, line);
        assert_eq!(set(&desk), (line.to_owned(), before));
    }
    desk.enter(QUERY, "https://graph.facebook.com/v25.0/me?fields=id");
    assert_eq!(set(&desk).0, "me?fields=id");
    assert!(set(&desk).1 > before);
    assert!(desk.text().contains("v25.0 was taken from the query."));
    desk.press("Submit");
    assert_eq!(desk.sent[0].version, GraphVersion::new(25, 0));
}

#[test]
fn what_was_taken_out_stays_out_when_a_suggestion_is_taken() {
    let mut desk = Desk::new();
    desk.enter(QUERY, "v25.0/");
    desk.key("ArrowDown");
    desk.key("Enter");
    assert_eq!(desk.query(), "me");
    assert!(desk.text().contains("v25.0 was taken from the query."));
    desk.enter("Version", "v24.0");
    desk.press("Submit");
    assert_eq!(desk.sent[0].version, GraphVersion::new(24, 0));
    assert_eq!(desk.query(), "me");
}

#[test]
fn another_host_is_not_asked() {
    let mut desk = Desk::new();
    desk.enter(QUERY, "https://graph.instagram.com/me");
    assert!(desk.text().contains("graph.instagram.com was left out"));
    assert_eq!(desk.query(), "me");
}

#[test]
fn boxes_write_the_fields() {
    let mut desk = Desk::new();
    desk.press("User tokenActs for you");
    assert!(desk.text().contains("Fields of a person: 2 picked"));
    desk.act(Event::FieldTicked(vec!["name"]));
    assert_eq!(desk.query(), "me?fields=id");
    desk.act(Event::FieldTicked(vec![
        "accounts",
        "conversations",
        "messages",
        "message",
    ]));
    assert_eq!(
        desk.query(),
        "me?fields=id,accounts{conversations{messages{message}}}"
    );
    desk.act(Event::FieldTicked(vec!["accounts"]));
    desk.act(Event::FieldTicked(vec!["id"]));
    assert_eq!(desk.query(), "me");
    desk.enter(QUERY, "me?fields=odd,id&limit=2");
    assert!(desk.text().contains("Typed by hand: odd"));
    desk.act(Event::FieldTicked(vec!["name"]));
    assert_eq!(desk.query(), "me?fields=odd,id,name&limit=2");
    desk.enter(QUERY, "me?fields=id{");
    assert!(desk.text().contains("a brace is missing"));
    desk.act(Event::FieldTicked(vec!["name"]));
    assert_eq!(desk.query(), "me?fields=id{");
}
