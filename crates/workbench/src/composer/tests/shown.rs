//! What is seen: the fields, the preview, the call.

use remote_view::Node;
use serde_json::{Value, json};

use super::page::{words, words_of};
use super::{Event, Form, List, Page, Place, Reader, Wish};
use crate::composer::Output;
use crate::composer::paint::painted;
use crate::composer::place::{ButtonPart, ReplyPart};

/// Everything that can be on display.
fn all() -> Vec<Reader> {
    let forms = [
        Form::Text,
        Form::File,
        Form::Buttons,
        Form::Cards,
        Form::Action,
    ];
    let mut all = Vec::new();
    for form in forms {
        for is_asked in [false, true] {
            let mut reader = Reader::of(form);
            reader.adds(List::Replies);
            reader.adds(List::Replies);
            reader.adds(List::Buttons(Some(0)));
            reader.types(Place::Action, "react");
            if is_asked {
                reader.context.psid = None;
                reader.does(Event::Explored);
                reader.does(Event::Opened);
                reader.does(Event::Shown(Output::Params));
            }
            all.push(reader);
        }
    }
    all
}

#[test]
fn every_control_has_a_name_and_every_pointer_an_end() {
    for reader in all() {
        let page = reader.page();
        assert_eq!(page.nameless, [""; 0]);
        assert_eq!(page.loose_ends(), [""; 0], "{:?}", reader.composer.draft);
    }
}

#[test]
fn the_page_draws_all_of_it() {
    // What the page would not draw is left out when it is written.
    for reader in all() {
        let mut surfaces = remote_view::Surfaces::default();
        let (_, tree) = surfaces.draw("composer", reader.view()).unwrap();
        let drawn = Node::from_json(&tree.into_json()).unwrap();
        assert_eq!(count(&drawn), count(&reader.view()));
    }
}

fn count<T>(node: &Node<T>) -> (usize, usize) {
    let Node::Element(it) = node else {
        return (1, 0);
    };
    let own = (1, it.attributes.len());
    let inner = it.children.iter().map(count);
    inner.fold(own, |all, one| (all.0 + one.0, all.1 + one.1))
}

#[test]
fn the_json_is_strict_and_what_is_copied() {
    for text in corpora::texts().into_iter().filter(|it| it.len() < 5000) {
        let mut reader = Reader::new();
        reader.types(Place::Text, &text);
        assert_eq!(reader.message(), json!({"text": text}));
        let shown = words_of(&reader.view(), "fr-code").unwrap();
        let read: Value = serde_json::from_str(&shown).unwrap();
        assert_eq!(read["message"]["text"], json!(text));
        assert_eq!(read["recipient"]["id"], json!("7000000000000042"));
        let copied = copied(&reader.view()).unwrap();
        assert_eq!(copied.trim_end(), shown.trim_end());
    }
}

fn copied(node: &remote_view::View<Event>) -> Option<String> {
    let Node::Element(it) = node else { return None };
    let own = it.on.iter().find_map(|on| match on {
        remote_view::On::Copy(_, text) => Some(text.clone()),
        _ => None,
    });
    own.or_else(|| it.children.iter().find_map(copied))
}

#[test]
fn colours_leave_the_text_as_it_is() {
    #[track_caller]
    fn check(json: &str, classes: &[&str]) {
        let lines: Vec<remote_view::View<Event>> =
            painted(json).into_iter().map(Node::from).collect();
        let text: String = lines.iter().map(words).collect();
        assert_eq!(text, format!("{json}\n"));
        let mut found = Vec::new();
        for line in &lines {
            let Node::Element(line) = line else { continue };
            for piece in &line.children {
                if let Node::Element(piece) = piece {
                    found.push(piece.attributes[0].1.trim_start_matches("fr-code__"));
                }
            }
        }
        assert_eq!(found, classes, "{json}");
    }
    check("{}", &["mark"]);
    check(
        r#"{"a\"b": "c\\", "d": [1, true]}"#,
        &[
            "mark", "mark", "string", "mark", "mark", "mark", "number", "mark", "word", "mark",
        ],
    );
    check(
        "{\n  \"é\": \"👨‍👩‍👧‍👦 \\u0000\"\n}",
        &["mark", "mark", "string", "mark"],
    );
    check("\"unended", &["string"]);
}

#[test]
fn the_preview_shows_what_the_customer_would_see() {
    let mut reader = Reader::new();
    let phone = |reader: &Reader| words_of(&reader.view(), "fr-phone").unwrap();
    assert_eq!(phone(&reader), "Maple & MossYour text");
    reader.types(Place::Text, "مرحبا");
    reader.types(Place::ReplyTo, "m_before");
    let row = reader.adds(List::Replies);
    reader.types(Place::Reply(row, ReplyPart::Title), "نعم");
    assert_eq!(phone(&reader), "Maple & MossReply to: m_beforeمرحبانعم");

    let mut reader = Reader::of(Form::File);
    assert_eq!(phone(&reader), "Maple & MossImageNo address yet");
    reader.types(Place::Url, "https://shop.example/plants/basil.jpg?w=9");
    assert_eq!(
        phone(&reader),
        "Maple & MossImagebasil.jpgfrom shop.example"
    );

    let mut reader = Reader::of(Form::Action);
    assert!(phone(&reader).contains("The Page is typing"));
    reader.types(Place::Action, "mark_seen");
    assert!(phone(&reader).contains("Seen"));
}

#[test]
fn strangers_words_are_drawn_as_a_strangers() {
    let mut reader = Reader::of(Form::Buttons);
    let hostile = "\u{202e}<b>x</b>";
    reader.types(Place::Text, hostile);
    reader.types(Place::Button(None, 0, ButtonPart::Title), hostile);
    fn inks(node: &remote_view::View<Event>, all: &mut Vec<remote_view::Ink>) {
        match node {
            Node::Text(ink, text) if text.contains('\u{202e}') => all.push(*ink),
            Node::Element(it) => it.children.iter().for_each(|child| inks(child, all)),
            _ => {}
        }
    }
    let mut all = Vec::new();
    inks(&reader.view(), &mut all);
    assert_eq!(all.len(), 4);
    assert!(all.iter().all(|ink| *ink != remote_view::Ink::Own));
}

#[test]
fn rows_are_moved_and_removed_by_buttons() {
    let mut reader = Reader::new();
    for title in ["A", "B", "C"] {
        let row = reader.adds(List::Replies);
        reader.types(Place::Reply(row, ReplyPart::Title), title);
    }
    let titles = |reader: &Reader| {
        let message = reader.message();
        let replies = message["quick_replies"].as_array().unwrap().iter();
        let titles = replies.map(|it| it["title"].as_str().unwrap().to_owned());
        titles.collect::<Vec<_>>().concat()
    };
    assert_eq!(titles(&reader), "ABC");
    let wishes = reader.presses("Move down: quick reply 1");
    assert_eq!(titles(&reader), "BAC");
    let focus = Wish::Focus("composer-reply-0-down".to_owned());
    let said = Wish::Say("Now quick reply 2".to_owned());
    assert_eq!(wishes, [focus, said]);
    reader.presses("Move up: quick reply 3");
    assert_eq!(titles(&reader), "BCA");
    let press = |name| Page::press(&reader.view(), name);
    assert_eq!(press("Move up: quick reply 1"), None);
    assert_eq!(press("Move down: quick reply 3"), None);
    reader.presses("Remove quick reply 2");
    assert_eq!(titles(&reader), "BA");
}

#[test]
fn a_form_that_was_left_keeps_its_fields() {
    let mut reader = Reader::of(Form::File);
    reader.types(Place::Url, "https://shop.example/a.png");
    reader.does(Event::Formed(Form::Text));
    reader.types(Place::Text, "Hello");
    assert_eq!(reader.message(), json!({"text": "Hello"}));
    reader.does(Event::Formed(Form::File));
    let payload = json!({"url": "https://shop.example/a.png"});
    let attachment = json!({"attachment": {"type": "image", "payload": payload}});
    assert_eq!(reader.message(), attachment);
}

#[test]
fn a_field_is_never_taken_for_another() {
    // Two fields in the same place of the tree have another key each.
    fn keys(node: &remote_view::View<Event>, path: &str, all: &mut Vec<(String, String)>) {
        let Node::Element(it) = node else { return };
        if it.attributes.contains(&("class", "fr-field".to_owned())) {
            all.push((path.to_owned(), it.key.clone()));
        }
        for (at, child) in it.children.iter().enumerate() {
            keys(child, &format!("{path}/{at}"), all);
        }
    }
    let mut all_keys = Vec::new();
    for reader in all() {
        keys(&reader.view(), "", &mut all_keys);
    }
    assert!(all_keys.len() > 50);
    let nameless = all_keys.iter().filter(|(_, key)| key.is_empty());
    assert_eq!(nameless.count(), 0);
}
