//! Messages of every kind: written as Meta writes them, read from what others wrote.

use std::fs;
use std::path::Path;

use graph_api::message::{Body, Button, ButtonKind, Card, Message, QuickReply, Sending, What};
use serde_json::{Value, json};

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/recorded");

#[track_caller]
fn check(body: Body, quick_replies: Vec<QuickReply>, expected: &Value) {
    let message = Message {
        body,
        quick_replies,
    };
    let written = message.to_json();
    let read: Value = serde_json::from_str(&written.to_string()).unwrap();
    assert_eq!(&read, expected);
    assert_eq!(Message::read(&written), Ok(message));
}

fn button(kind: ButtonKind, title: &str, target: &str) -> Button {
    Button {
        kind,
        title: title.to_owned(),
        target: target.to_owned(),
    }
}

#[test]
fn messages_are_written_as_meta_writes_them() {
    let yes = QuickReply::Text {
        title: "Yes".to_owned(),
        payload: "YES".to_owned(),
        image_url: "https://shop.example/yes.png".to_owned(),
    };
    check(
        Body::Text("Tea?".to_owned()),
        vec![yes, QuickReply::PhoneNumber, QuickReply::Email],
        &json!({"text": "Tea?", "quick_replies": [
            {"content_type": "text", "title": "Yes", "payload": "YES",
                "image_url": "https://shop.example/yes.png"},
            {"content_type": "user_phone_number"},
            {"content_type": "user_email"},
        ]}),
    );
    check(
        Body::Buttons {
            text: "What next?".to_owned(),
            buttons: vec![
                button(ButtonKind::Link, "Visit", "https://shop.example/"),
                button(ButtonKind::Postback, "Reserve", "RESERVE"),
                button(ButtonKind::Call, "Call", "+15105550123"),
            ],
        },
        Vec::new(),
        &json!({"attachment": {"type": "template", "payload": {
            "template_type": "button",
            "text": "What next?",
            "buttons": [
                {"type": "web_url", "title": "Visit", "url": "https://shop.example/"},
                {"type": "postback", "title": "Reserve", "payload": "RESERVE"},
                {"type": "phone_number", "title": "Call", "payload": "+15105550123"},
            ],
        }}}),
    );
    let card = Card {
        title: "Basil".to_owned(),
        link: "https://shop.example/basil".to_owned(),
        buttons: vec![button(ButtonKind::Postback, "Reserve", "RESERVE")],
        ..Card::default()
    };
    check(
        Body::Cards(vec![card]),
        Vec::new(),
        &json!({"attachment": {"type": "template", "payload": {
            "template_type": "generic",
            "elements": [{
                "title": "Basil",
                "default_action": {"type": "web_url", "url": "https://shop.example/basil"},
                "buttons": [{"type": "postback", "title": "Reserve", "payload": "RESERVE"}],
            }],
        }}}),
    );
}

#[test]
fn an_object_goes_as_json_and_a_text_as_it_is() {
    let read = Sending::read_text(
        r#"{"recipient":{"id":"42"},"messaging_type":"MESSAGE_TAG","tag":"HUMAN_AGENT",
            "message":{"text":"\"Hi\""},"reply_to":{"mid":"m_1"}}"#,
    );
    let read = read.unwrap();
    assert_eq!(read.left_out, [""; 0]);
    let params = read.sending.to_params();
    let params: Vec<_> = params
        .iter()
        .map(|(name, it)| format!("{name}={it}"))
        .collect();
    let expected = [
        r#"recipient={"id":"42"}"#,
        "messaging_type=MESSAGE_TAG",
        "tag=HUMAN_AGENT",
        r#"message={"text":"\"Hi\""}"#,
        r#"reply_to={"mid":"m_1"}"#,
    ];
    assert_eq!(params, expected);
}

#[test]
fn recorded_requests_are_opened() {
    let folder = Path::new(FOLDER);
    if !folder.is_dir() {
        corpora::tell("recorded requests: there is no folder with them");
        return;
    }
    let action = "message.attachment.payload.elements[0].default_action";
    let height = format!("{action}.webview_height_ratio");
    let reusable = "message.attachment.payload.is_reusable";
    for (name, left_out) in [
        ("text", vec![]),
        ("quick_replies", vec![]),
        ("button_template", vec![]),
        ("generic_template", vec![height.as_str()]),
        // A word stands there for `true` or `false`.
        ("image", vec![reusable]),
    ] {
        let path = folder.join(format!("send_200_{name}.request.json"));
        let text = fs::read_to_string(path).unwrap();
        let read = Sending::read_text(&text).unwrap();
        assert_eq!(read.left_out, left_out, "{name}");
        assert!(matches!(read.sending.what, What::Message { .. }), "{name}");
    }
    let media = folder.join("send_200_media_template.request.json");
    assert!(Sending::read_text(&fs::read_to_string(media).unwrap()).is_err());
    corpora::tell("recorded requests: 6");
}
