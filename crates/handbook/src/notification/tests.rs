//! - `odd`: what is of no use, or broken.
//! - `random`: whatever is pasted.

mod odd;
mod random;

use std::fs;
use std::path::Path;

use super::*;
use crate::protocol::{Answer, Ask, Question, Told};

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/recorded");

const PAGE: &str = "1000200030004000";
const PSID: &str = "7569000000000123";

fn message(mid: &str, text: &str) -> String {
    format!(
        r#"{{"sender":{{"id":"{PSID}"}},"recipient":{{"id":"{PAGE}"}},"timestamp":1795435200123,"message":{{"mid":"{mid}","text":"{text}"}}}}"#
    )
}

fn event(what: &str) -> String {
    format!(
        r#"{{"sender":{{"id":"{PSID}"}},"recipient":{{"id":"{PAGE}"}},"timestamp":1795435200123,{what}}}"#
    )
}

fn entry(key: &str, events: &str) -> String {
    format!(r#"{{"id":"{PAGE}","time":1795435200456,"{key}":[{events}]}}"#)
}

fn body(events: &str) -> String {
    format!(
        r#"{{"object":"page","entry":[{}]}}"#,
        entry("messaging", events)
    )
}

fn hello() -> String {
    body(&message("m_1", "Hello"))
}

/// As a string of JSON, with its quotes.
fn quoted(text: &str) -> String {
    graph_api::json::Value::from(text).to_string()
}

/// What was found: who did what, and its text.
#[track_caller]
fn check(pasted: &str, expected: &[(&str, What)]) {
    let reading = read(pasted);
    let found = reading.found.iter();
    let found: Vec<_> = found.map(|it| (it.text.as_str(), it.what)).collect();
    assert_eq!(found, expected, "{pasted}\n{reading:?}");
    for it in &reading.found {
        let ids = (it.page.as_str(), it.psid.as_str());
        assert_eq!(ids, (PAGE, PSID), "{pasted}");
        assert_eq!(it.time, Some(1_795_435_200), "{pasted}");
    }
    assert_eq!(reading.asides, [], "{pasted}");
}

#[test]
fn what_people_paste_is_read() {
    let hello = hello();
    let one = &[("Hello", What::Message)][..];
    let two = &[("Hello", What::Message), ("And?", What::Message)][..];
    let and = body(&message("m_2", "And?"));
    let forms = [
        hello.clone(),
        entry("messaging", &message("m_1", "Hello")),
        message("m_1", "Hello"),
        format!("[{}]", message("m_1", "Hello")),
        format!("[{hello}]"),
        format!("\u{feff}  {hello}\r\n"),
        hello.replace(':', " :\n\t").replace(',', " ,\n"),
        hello.replace(&format!("\"{PAGE}\""), PAGE),
        hello.replace(&format!("\"{PSID}\""), PSID),
        hello.replace("1795435200123", "\"1795435200123\""),
        hello.replace("1795435200123", "1795435200"),
        hello.replace(",\"timestamp\":1795435200123", ""),
        format!(
            "POST /webhook HTTP/1.1\r\nHost: example.com\r\nX-Hub-Signature-256: sha256=00ff\r\n\r\n{hello}"
        ),
        format!("2026-11-25T13:34:37Z INFO [webhook] {{app}} body={hello} took 3ms"),
        format!("Nov 25 13:34:37 web[12]: {{\"level\":\"info\"}} {hello}"),
        format!("curl -X POST https://example.com/webhook -d '{hello}'"),
        quoted(&hello),
        quoted(&quoted(&hello)),
        format!("body: {}", quoted(&hello).trim_matches('"')),
        format!("{{\"body\":{},\"isBase64Encoded\":false}}", quoted(&hello)),
        format!("{{\"request\":{{\"headers\":{{}},\"body\":{hello}}}}}"),
        format!(
            "{{\"message\":{}}}",
            quoted(&format!("got {hello}")).replacen("got ", "", 1)
        ),
        format!("{hello}\n{hello}"),
        body(&format!("{0},{0}", message("m_1", "Hello"))),
        format!(
            r#"{{"object":"page","entry":[{0},{0}]}}"#,
            entry("messaging", &message("m_1", "Hello"))
        ),
        format!(
            "{hello}\n{}",
            body(r#"{"unknown":1}"#).replace(PAGE, "PAGE")
        ),
    ];
    for form in &forms {
        check(form, one);
    }
    let several = [
        format!("{hello}{and}"),
        format!("{hello}\nPOST /webhook 200\n{and}"),
        format!("[{hello},{and}]"),
        body(&format!(
            "{},{}",
            message("m_1", "Hello"),
            message("m_2", "And?")
        )),
    ];
    for form in &several {
        check(form, two);
    }
    println!(
        "tried: {} forms of a notification",
        forms.len() + several.len()
    );
}

#[test]
fn every_kind_of_event_is_told() {
    for (event_, text, what) in [
        (
            r#""message":{"mid":"m","attachments":[{"type":"image"}]}"#,
            "An image",
            What::Message,
        ),
        (
            r#""message":{"mid":"m","attachments":[{"type":"sticker"}]}"#,
            "A sticker",
            What::Message,
        ),
        (
            r#""message":{"mid":"m","attachments":[{"type":"new"}]}"#,
            "An attachment",
            What::Message,
        ),
        (
            r#""message":{"mid":"m","is_unsupported":true}"#,
            "A message without a text",
            What::Message,
        ),
        (
            r#""message":{"mid":"m","is_deleted":true}"#,
            "A message was deleted",
            What::Deletion,
        ),
        (
            r#""message_edit":{"mid":"m","text":"Hi","num_edit":"1"}"#,
            "Hi",
            What::Edit,
        ),
        (
            r#""postback":{"payload":"P"}"#,
            "A button was pressed",
            What::Postback,
        ),
        (
            r#""postback":{"title":"Start","mid":"m"}"#,
            "Start",
            What::Postback,
        ),
        (
            r#""reaction":{"mid":"m","emoji":"😢","action":"react"}"#,
            "😢",
            What::Reaction,
        ),
        (
            r#""reaction":{"mid":"m","action":"unreact"}"#,
            "A reaction was taken back",
            What::Reaction,
        ),
        (
            r#""read":{"watermark":1}"#,
            "The messages were read",
            What::Read,
        ),
        (
            r#""delivery":{"mids":["m"]}"#,
            "A message has arrived",
            What::Delivery,
        ),
        (r#""optin":{"ref":"r"}"#, "The person opted in", What::Optin),
        (
            r#""referral":{"ref":"r"}"#,
            "The person came by a link or an ad",
            What::Referral,
        ),
        (
            r#""take_thread_control":{}"#,
            "The control of the conversation changed",
            What::Handover,
        ),
        (
            r#""new_event":{}"#,
            "An event that this page does not know",
            What::Other,
        ),
    ] {
        check(&body(&event(event_)), &[(text, what)]);
    }
}

#[test]
fn an_echo_has_its_sides_turned() {
    let echo = format!(
        r#"{{"sender":{{"id":"{PAGE}"}},"recipient":{{"id":"{PSID}"}},"timestamp":1795435200123,"message":{{"mid":"m_1","text":"Hi","is_echo":true,"app_id":1}}}}"#
    );
    for pasted in [body(&echo), echo.clone(), entry("standby", &echo)] {
        check(&pasted, &[("Hi", What::Echo)]);
        let found = &read(&pasted).found[0];
        assert!(!found.from_customer, "{found:?}");
        assert_eq!(found.was_standby, pasted.contains("standby"));
    }
}

#[test]
fn what_customers_wrote_comes_first_and_the_newest_of_it() {
    let events = [
        event(r#""read":{"watermark":1}"#).replace("1795435200123", "1795435200999"),
        message("m_1", "Old").replace("1795435200123", "1795435200"),
        message("m_2", "New").replace("1795435200123", "1795435201000"),
    ];
    let reading = read(&body(&events.join(",")));
    let texts: Vec<_> = reading.found.iter().map(|it| it.text.as_str()).collect();
    assert_eq!(texts, ["New", "Old", "The messages were read"]);
}

#[test]
fn every_recorded_notification_is_read_or_explained() {
    if !Path::new(FOLDER).is_dir() {
        println!("not checked, since there are no recorded notifications here");
        return;
    }
    let (mut found, mut explained) = (0, 0);
    for file in fs::read_dir(FOLDER).unwrap() {
        let path = file.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if !name.starts_with("webhook_") {
            continue;
        }
        let text = fs::read_to_string(&path).unwrap();
        let reading = read(&text);
        let is_odd = [
            "dashboard",
            "no_messaging",
            "thread_control",
            "react",
            "policy",
        ]
        .iter()
        .any(|word| name.contains(word));
        assert_eq!(
            reading.found.len(),
            usize::from(!is_odd),
            "{name}: {reading:?}"
        );
        assert_eq!(
            reading.asides.len(),
            usize::from(is_odd),
            "{name}: {reading:?}"
        );
        for it in &reading.found {
            let year = 3600 * 24 * 365;
            let year = it.time.unwrap() / year + 1970;
            assert!((2009..2027).contains(&year), "{name}: {year}");
        }
        found += reading.found.len();
        explained += reading.asides.len();
    }
    println!(
        "tried: {} recorded notifications: {found} read, {explained} explained",
        found + explained
    );
    assert!(found + explained > 30);
}

#[test]
fn what_was_read_is_read_back_from_its_text() {
    let pasted = format!("{}{}", hello(), body(&event(r#""read":{}"#)));
    for text in [pasted, "{".to_owned(), "{'a".to_owned(), String::new()] {
        let ask = Ask {
            ticket: 7,
            what: Question::Notification(Pasted(text.clone())),
        };
        assert_eq!(Ask::from_text(&ask.clone().into_text()), Some(ask));
        let what = Answer::Notification(std::sync::Arc::new(read(&text).into()));
        let told = Told { ticket: 7, what };
        assert_eq!(Told::from_text(&told.clone().into_text()), Some(told));
    }
}

#[test]
fn debug_tells_no_message() {
    let text = format!("{:?} {:?}", read(&hello()), Pasted(hello()));
    assert!(!text.contains("Hello"), "{text}");
}

#[test]
fn each_person_is_told_once() {
    let other = message("m_9", "Me too").replace(PSID, "43");
    let events = [message("m_1", "Hello"), other, event(r#""read":{}"#)].join(",");
    let told = Notified::from(read(&format!(r#"{{"id":"{PAGE}","standby":[{events}]}}"#)));
    let notes = told
        .people
        .iter()
        .map(|it| (it.psid.as_str(), it.note.as_str()));
    let standby = "another app holds the conversation";
    let first = format!("{standby}, and 1 more event");
    assert_eq!(
        notes.collect::<Vec<_>>(),
        [(PSID, first.as_str()), ("43", standby)]
    );
    assert_eq!(told.hurdles.len(), Hurdle::ALL.len());
    assert!(!format!("{told:?}").contains("Hello"));
}
