//! Each limit below, at and above its border.

use super::super::check::Length;
use super::{Composer, Form, List, Place, Reader};
use crate::composer::place::{ButtonPart, CardPart, ReplyPart};

/// A family of four: 7 scalar values, 11 UTF-16 units, 25 bytes, 1 to see.
const FAMILY: &str = "👨‍👩‍👧‍👦";

#[test]
fn lengths_are_counted_in_scalar_values() {
    #[track_caller]
    fn check(text: &str, limit: usize, expected: Length) {
        assert_eq!(Length::of(text, limit), expected, "{text} {limit}");
    }
    check("", 0, Length::Fits);
    check(&"é".repeat(20), 20, Length::Fits);
    check(&"日".repeat(20), 20, Length::Fits);
    check(&"🌿".repeat(10), 20, Length::Fits);
    check(&"🌿".repeat(11), 20, Length::Doubtful);
    check(&"🌿".repeat(20), 20, Length::Doubtful);
    check(&"🌿".repeat(21), 20, Length::TooLong);
    check(FAMILY, 11, Length::Fits);
    check(FAMILY, 7, Length::Doubtful);
    check(FAMILY, 6, Length::TooLong);
}

/// Fills a field with texts about its limit, and tells what is said.
#[track_caller]
fn check(form: Form, list: Option<List>, place: Place, limit: usize, is_certain: bool) {
    let said = |text: &str| {
        let mut reader = Reader::of(form);
        list.map(|list| reader.adds(list));
        reader.types(place, text);
        let problems = reader.composer.problems(&reader.context);
        let mut own = problems.into_iter().filter(|it| it.place == place);
        own.next().map(|it| it.weight.is_certain())
    };
    assert_eq!(said(&"é".repeat(limit - 1)), None, "{place:?}");
    assert_eq!(said(&"é".repeat(limit)), None, "{place:?}");
    assert_eq!(said(&"é".repeat(limit + 1)), Some(is_certain), "{place:?}");
    assert_eq!(said(&"🌿".repeat(limit)), Some(false), "{place:?}");
}

#[test]
fn each_limit_is_told() {
    let reply = |part| Place::Reply(0, part);
    let button = |part| Place::Button(None, 0, part);
    let card = |part| Place::Card(0, part);
    let replies = Some(List::Replies);
    check(Form::Text, None, Place::Text, 2000, true);
    check(Form::Buttons, None, Place::Text, 640, true);
    check(Form::Buttons, None, button(ButtonPart::Title), 20, false);
    check(Form::Buttons, None, button(ButtonPart::Target), 1000, true);
    check(Form::Text, replies, reply(ReplyPart::Title), 20, true);
    check(Form::Text, replies, reply(ReplyPart::Payload), 1000, true);
    let on_card = Place::Button(Some(0), 0, ButtonPart::Target);
    check(
        Form::Cards,
        Some(List::Buttons(Some(0))),
        on_card,
        1000,
        true,
    );
    check(Form::Cards, None, card(CardPart::Subtitle), 80, false);
}

#[test]
fn each_list_has_an_end() {
    #[track_caller]
    fn check(form: Form, list: List, limit: usize, add: &str) {
        let mut reader = Reader::of(form);
        let len = |composer: &Composer| match list {
            List::Buttons(owner) => composer.draft.buttons(owner).unwrap().len(),
            List::Cards => composer.draft.cards.len(),
            List::Replies => composer.draft.replies.len(),
        };
        while len(&reader.composer) < limit {
            reader.presses(add);
        }
        let told = |reader: &Reader| {
            let problems = reader.composer.problems(&reader.context);
            problems.iter().any(|it| it.place == Place::List(list))
        };
        assert!(!told(&reader), "{list:?}");
        assert_eq!(super::Page::press(&reader.view(), add), None, "{list:?}");
        reader.composer.draft.add(list);
        assert!(told(&reader), "{list:?}");
    }
    check(Form::Text, List::Replies, 13, "Add a quick reply");
    check(Form::Buttons, List::Buttons(None), 3, "Add a button");
    check(Form::Cards, List::Buttons(Some(0)), 3, "Add a button");
    check(Form::Cards, List::Cards, 10, "Add a card");
}

#[test]
fn a_card_s_long_title_bars_nothing() {
    let mut reader = Reader::of(Form::Cards);
    reader.types(Place::Card(0, CardPart::Title), &"é".repeat(81));
    reader.types(Place::Card(0, CardPart::Subtitle), "Likes sun");
    assert!(reader.page().problems[0].starts_with("Meta says 80 characters"));
    assert!(reader.explored().is_some());
}

#[test]
fn ids_and_addresses_are_looked_at() {
    #[track_caller]
    fn check(form: Form, place: Place, text: &str, expected: Option<&str>) {
        let mut reader = Reader::of(form);
        reader.types(place, text);
        let found = reader.composer.problems(&reader.context);
        let found = found.iter().find(|it| it.place == place);
        let starts = found
            .zip(expected)
            .map(|(it, words)| it.words.starts_with(words));
        assert_eq!(
            starts.or(found.map(|_| false)),
            expected.map(|_| true),
            "{text}"
        );
    }
    check(Form::Text, Place::To, " 42 ", None);
    check(
        Form::Text,
        Place::To,
        "t_42",
        Some("A PSID is digits only."),
    );
    check(Form::Text, Place::Page, "me", None);
    check(
        Form::Text,
        Place::Page,
        "maple/..",
        Some("A Page’s ID is digits only"),
    );
    check(Form::Text, Place::ReplyTo, "m_a-b_c", None);
    check(
        Form::Text,
        Place::ReplyTo,
        "the last one",
        Some("This does not look"),
    );
    check(Form::File, Place::Url, " https://shop.example/a.png ", None);
    check(
        Form::File,
        Place::Url,
        "a.png",
        Some("An address starts with"),
    );
    let target = Place::Button(None, 0, ButtonPart::Target);
    check(Form::Buttons, target, "any payload 🌿", None);
}

#[test]
fn what_is_missing_is_told_when_the_reader_wants_to_go_on() {
    let mut reader = Reader::of(Form::Buttons);
    assert_eq!(reader.page().problems, [""; 0]);
    assert_eq!(reader.explored(), None);
    let page = reader.page();
    assert_eq!(page.problems.len(), 3);
    assert!(page.text.contains("Graph would refuse this"));
    reader.types(Place::Text, "Which one?");
    reader.types(Place::Button(None, 0, ButtonPart::Title), "Basil");
    reader.types(Place::Button(None, 0, ButtonPart::Target), "BASIL");
    let page = reader.page();
    assert_eq!(page.problems, [""; 0]);
    assert!(!page.text.contains("Graph would refuse this"));
    assert!(reader.explored().is_some());
}

#[test]
fn somebody_has_to_be_written_to() {
    let mut reader = Reader::new();
    reader.context.psid = None;
    reader.types(Place::Text, "Hello");
    assert_eq!(reader.explored(), None);
    assert_eq!(reader.page().problems, ["Write the recipient’s PSID."]);
    reader.types(Place::To, "7000000000000001");
    let request = reader.explored().unwrap();
    let recipient = (
        "recipient".to_owned(),
        r#"{"id":"7000000000000001"}"#.to_owned(),
    );
    assert_eq!(request.params[0], recipient);
}
