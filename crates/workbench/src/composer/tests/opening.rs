//! Messages from elsewhere: the same again, or told what is left out.

use graph_api::message::Unreadable;
use proptest::prelude::*;
use serde_json::json;

use super::super::Outcome;
use super::strategies::{spoilt, valid};
use super::{Composer, Event, Form, Place, Reader, request};
use crate::wish::{Request, Wish};

#[test]
fn a_send_that_was_written_is_read_back() {
    let any = prop_oneof![valid(), spoilt()];
    corpora::holds("sends written and read", &any, |sending| {
        let reader = Reader::holding(&sending);
        prop_assert_eq!(reader.composer.sending(&reader.context), sending);
        prop_assert_eq!(&reader.composer.outcome, &Some(Outcome::Opened(Vec::new())));
        Ok(())
    });
}

#[test]
fn the_json_on_display_opens_the_same_message() {
    corpora::holds("bodies pasted", &valid(), |sending| {
        let mut reader = Reader::new();
        let json = graph_api::json::Value::from(sending.to_json()).laid_out();
        reader.types(Place::Json, &json);
        reader.does(Event::Opened);
        prop_assert_eq!(reader.composer.sending(&reader.context), sending);
        Ok(())
    });
}

/// Opens JSON, and tells the paths that are left out.
#[track_caller]
fn check(json: &str, expected: Result<&[&str], &str>) {
    let mut reader = Reader::new();
    reader.types(Place::Json, json);
    reader.does(Event::Opened);
    let outcome = match reader.composer.outcome.as_ref().unwrap() {
        Outcome::Opened(paths) => Ok(paths.iter().map(String::as_str).collect()),
        Outcome::Failed(why) => Err(why.to_string()),
    };
    let expected = expected.map(<[_]>::to_vec).map_err(str::to_owned);
    assert_eq!(outcome, expected, "{json}");
}

#[test]
fn what_cannot_be_edited_is_told() {
    let all: &[&str] = &[];
    check(r#"{"text":"Hi"}"#, Ok(all));
    check(
        r#"{"recipient":{"id":42},"message":{"text":"Hi"}}"#,
        Ok(all),
    );
    check(r#"{"message":{"text":"Hi","attachment":null}}"#, Ok(all));
    check(
        r#"{"message":{"text":"Hi"},"messaging_type":"response"}"#,
        Ok(all),
    );
    check(
        r#"{"message":{"text":"Hi","metadata":"M"},"persona_id":"7","access_token":"T"}"#,
        Ok(&["message.metadata", "persona_id", "access_token"]),
    );
    check(
        r#"{"message":{"text":"Hi"},"messaging_type":"UTILITY"}"#,
        Ok(&["messaging_type"]),
    );
    check(
        r#"{"recipient":{"user_ref":"R"},"message":{"text":"Hi"}}"#,
        Ok(&["recipient.user_ref"]),
    );
    let card = json!({"title": "Basil", "default_action":
        {"type": "web_url", "url": "https://shop.example/", "webview_height_ratio": "tall"}});
    let cards = json!({"attachment": {"type": "template", "payload":
        {"template_type": "generic", "sharable": true, "elements": [card]}}});
    check(
        &cards.to_string(),
        Ok(&[
            "message.attachment.payload.sharable",
            "message.attachment.payload.elements[0].default_action.webview_height_ratio",
        ]),
    );
    check(
        r#"{"text":"Hi","quick_replies":[{"content_type":"text","title":"A","payload":5}]}"#,
        Ok(&["message.quick_replies[0].payload"]),
    );
    check(
        r#"{"attachment":{"type":"image","payload":{"attachment_id":"9"}}}"#,
        Ok(&["message.attachment.payload.attachment_id"]),
    );
}

#[test]
fn what_is_no_message_is_not_opened() {
    check("", Err("this is not a JSON object"));
    check("[1]", Err("this is not a JSON object"));
    check("{text:'Hi'}", Err("this is not a JSON object"));
    let nothing =
        "there is neither a message with a text or an attachment in it, nor a sender_action";
    check("{}", Err(nothing));
    check(r#"{"message":{"text":7}}"#, Err(nothing));
    check(
        r#"{"attachment":{"type":"template","payload":{"template_type":"receipt"}}}"#,
        Err("the composer does not make this kind: receipt"),
    );
    check(
        r#"{"sender_action":"dance"}"#,
        Err("the composer does not make this kind: dance"),
    );
}

#[test]
fn what_failed_to_open_leaves_the_fields_as_they_are() {
    let mut reader = Reader::new();
    reader.types(Place::Text, "Mine");
    reader.types(Place::Json, "{}");
    let wishes = reader.does(Event::Opened);
    assert_eq!(wishes, [Wish::Focus("composer-json".to_owned())]);
    assert_eq!(reader.message(), json!({"text": "Mine"}));
    let not_json = Request {
        params: vec![("message".to_owned(), "{text:Hi}".to_owned())],
        ..reader.composer.request(&reader.context)
    };
    let problem = Unreadable::NotJson("message".to_owned());
    assert_eq!(reader.composer.open(&not_json), Err(problem));
    assert_eq!(reader.message(), json!({"text": "Mine"}));
}

#[test]
fn a_call_of_the_explorer_is_opened() {
    #[track_caller]
    fn check(path: &str, expected: bool) {
        let request = Request {
            path: path.to_owned(),
            ..Composer::default().request(&super::context())
        };
        assert_eq!(Composer::takes(&request), expected, "{path}");
    }
    check("/108000000000001/messages", true);
    check("/me/messages", true);
    check("/t_42/messages", false);
    check("/me/messages/", false);
    check("/me/conversations", false);
    check("//messages", false);

    let mut from = Reader::of(Form::Action);
    from.types(Place::Page, "108000000000001");
    let call = from.explored().unwrap();
    let mut reader = Reader::new();
    reader.composer.open(&call).unwrap();
    assert_eq!(reader.explored(), Some(call));
}

#[test]
fn another_message_has_other_fields() {
    let key = |reader: &Reader| reader.composer.opened;
    let mut reader = Reader::new();
    let before = key(&reader);
    let sending = reader.composer.sending(&reader.context);
    reader.composer.open(&request(&sending)).unwrap();
    assert_ne!(key(&reader), before);
}

#[test]
fn nothing_that_was_pasted_is_told_by_debug() {
    let mut reader = Reader::new();
    let event = Event::Put(
        Place::Json,
        r#"{"text":"Hi","access_token":"user-token-of-the-tests"}"#.to_owned(),
    );
    let mut told = format!("{event:?}");
    reader.does(event);
    told.push_str(&format!("{:?}", reader.composer));
    reader.does(Event::Opened);
    told.push_str(&format!(
        "{:?} {}",
        reader.composer.outcome,
        reader.page().text
    ));
    assert!(told.contains("access_token"));
    assert!(!told.contains("user-token"), "{told}");
}
