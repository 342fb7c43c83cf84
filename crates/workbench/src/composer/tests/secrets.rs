//! A token that was pasted where an ID belongs is in no call, and not on the screen.

use remote_view::{Node, Surfaces, View};

use super::{Event, Form, Place, Reader};
use crate::composer::Output;

const SECRET: &str = "page-token-of-the-tests";

/// What the page is told to draw.
fn drawn(view: View<Event>) -> String {
    format!("{:?}", Surfaces::default().draw("composer", view))
}

/// What a field holds, the reader has put there.
fn without_fields(mut view: View<Event>) -> View<Event> {
    if let Node::Element(it) = &mut view {
        it.property = None;
        let children = std::mem::take(&mut it.children);
        it.children = children.into_iter().map(without_fields).collect();
    }
    view
}

#[track_caller]
fn check(form: Form, place: Place, problem: &str) {
    let mut reader = Reader::of(form);
    reader.types(place, SECRET);
    for output in [Output::Json, Output::Params] {
        reader.does(Event::Shown(output));
        let drawn = drawn(without_fields(reader.view()));
        assert!(!drawn.contains(SECRET), "{place:?}: {drawn}");
        assert!(drawn.contains(problem), "{place:?}: {drawn}");
    }
    let request = reader.composer.request(&reader.context);
    assert!(!format!("{request:?}").contains(SECRET), "{request:?}");
    assert_eq!(reader.explored(), None);
}

#[test]
fn what_is_no_id_stands_in_no_call() {
    for form in [Form::Text, Form::Action] {
        check(form, Place::Page, "A Page’s ID is digits only");
        check(form, Place::To, "A PSID is digits only");
    }
}

#[test]
fn what_looks_like_a_token_is_taken_out_and_told() {
    let token = token();
    for place in [Place::Page, Place::To, Place::ReplyTo, Place::Message] {
        let mut reader = Reader::of(match place {
            Place::Message => Form::Action,
            _ => Form::Text,
        });
        reader.types(Place::Action, "react");
        reader.types(place, &token);
        let view = drawn(reader.view());
        assert!(!view.contains(&token), "{place:?}: {view}");
        assert!(view.contains("A token was taken out"), "{place:?}");
        reader.types(place, "7");
        assert!(!drawn(reader.view()).contains("A token was taken out"));
    }
    let mut reader = Reader::new();
    let body = format!(r#"{{"recipient":{{"id":"{token}"}},"message":{{"text":"Hi"}}}}"#);
    reader.types(Place::Json, &body);
    reader.does(Event::Opened);
    let view = drawn(reader.view());
    assert!(!view.contains(&token), "{view}");
    assert!(view.contains("A token was taken out"));
}

const TOLD: &str = "A token was taken out";

fn token() -> String {
    format!("{}{}", "EA", "Ab0123456789abcdefghijklmnop")
}

#[track_caller]
fn tells(reader: &Reader, times: usize) {
    assert_eq!(drawn(reader.view()).matches(TOLD).count(), times);
}

/// An empty field means the guide's ID: nothing typed elsewhere hides that it was emptied.
#[test]
fn it_is_told_until_the_field_itself_is_written() {
    for place in [Place::Page, Place::To, Place::ReplyTo] {
        let mut reader = Reader::new();
        reader.types(place, &token());
        for (other, text) in [(Place::Text, "H"), (Place::Why, "UPDATE"), (place, " ")] {
            reader.types(other, text);
            tells(&reader, 1);
        }
        reader.types(place, &token());
        tells(&reader, 1);
        reader.types(place, "7");
        tells(&reader, 0);
        reader.types(place, "");
        tells(&reader, 0);
    }
}

#[test]
fn each_place_is_told_until_another_message_is_opened() {
    let mut reader = Reader::new();
    let token = token();
    let body = format!(
        r#"{{"recipient":{{"id":"{token}"}},"reply_to":{{"mid":"{token}"}},"message":{{"text":"Hi"}}}}"#
    );
    reader.types(Place::Json, &body);
    reader.does(Event::Opened);
    tells(&reader, 2);
    reader.types(Place::To, "7");
    tells(&reader, 1);
    reader.types(
        Place::Json,
        r#"{"recipient":{"id":"7"},"message":{"text":"Hi"}}"#,
    );
    reader.does(Event::Opened);
    tells(&reader, 0);
}

/// JSON has no Page: the field stays empty, and that is told still. A call has one.
#[test]
fn the_page_is_told_until_a_message_brings_its_own() {
    let mut reader = Reader::new();
    reader.types(Place::Page, &token());
    reader.types(
        Place::Json,
        r#"{"recipient":{"id":"7"},"message":{"text":"Hi"}}"#,
    );
    reader.does(Event::Opened);
    tells(&reader, 1);
    let call = reader.composer.request(&reader.context);
    reader.composer.open(&call).unwrap();
    tells(&reader, 0);
}
