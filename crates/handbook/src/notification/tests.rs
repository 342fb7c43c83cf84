use std::fs;
use std::path::Path;

use proptest::prelude::*;

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

/// Nothing was found, or what stood before the flaw; the title tells why.
#[track_caller]
fn explained(pasted: &str, count: usize, title: &str) {
    let reading = read(pasted);
    assert_eq!(reading.found.len(), count, "{pasted}\n{reading:?}");
    let titles = reading.asides.iter().map(|it| it.title.as_str());
    assert_eq!(titles.collect::<Vec<_>>(), [title], "{pasted}");
    assert!(reading.asides.iter().all(|it| !it.steps.is_empty()));
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
fn what_is_of_no_use_is_explained() {
    let hello = hello();
    let test = "This is the test of the App Dashboard";
    explained(
        r#"{"entry":[{"changes":[{"field":"messages","value":{"page_id":"1"}}],"id":"0","time":1}],"object":"page"}"#,
        0,
        test,
    );
    explained(
        r#"{"field":"messages","value":{"sender":{"id":"12334"},"recipient":{"id":"23245"},"timestamp":"1527459824","message":{"mid":"test_message_id","text":"test_message"}}}"#,
        0,
        test,
    );
    explained(
        r#"{"object":"page","entry":[{"id":"1","changes":[{"field":"feed"}]}]}"#,
        0,
        "This tells of a change of the Page, not of a message",
    );
    explained(
        &hello.replace("\"page\"", "\"instagram\""),
        0,
        "This is a notification of an Instagram account",
    );
    explained(
        &hello.replace("\"page\"", "\"whatsapp_business_account\""),
        0,
        "This is a notification of WhatsApp",
    );
    explained(
        &hello.replace("\"page\"", "\"user\""),
        0,
        "This is a notification of something else than a Page",
    );
    explained(
        r#"{"object":"page"}"#,
        0,
        "This notification holds no event",
    );
    explained(
        r#"{"object":"page","entry":[{"id":"1"}]}"#,
        0,
        "This notification holds no event",
    );
    explained(
        &body(r#"{"recipient":{"id":"1"},"timestamp":1,"policy-enforcement":{}}"#),
        0,
        "This event is about the Page alone",
    );
    explained(
        &body(r#"{"sender":{"user_ref":"1"},"recipient":{"id":"1"},"optin":{}}"#),
        0,
        "There is no PSID in this event",
    );
    explained(
        &hello.replace(PSID, "<PSID>"),
        0,
        "The IDs of this notification are no IDs",
    );
    explained(
        &hello.replace(PSID, "1.5"),
        0,
        "The IDs of this notification are no IDs",
    );
    let answer = "This is an answer of the Graph API, no notification";
    explained(r#"{"error":{"message":"no","code":190}}"#, 0, answer);
    explained(r#"{"data":[{"id":"t_1"}],"paging":{}}"#, 0, answer);
    explained(r#"{"recipient_id":"1","message_id":"m_1"}"#, 0, answer);
    explained(
        r#"{"recipient":{"id":"1"},"message":{"text":"Hi"},"messaging_type":"RESPONSE"}"#,
        0,
        "This is a request to send a message, no notification",
    );
    explained(
        "GET /webhook?hub.mode=subscribe&hub.challenge=1",
        0,
        "This is Meta's check of your webhook's address",
    );
    explained(
        r#"{"a":{"b":[{}]}}"#,
        0,
        "This is JSON, but no notification",
    );
    explained("Hello", 0, "There is no JSON in this text");
    explained(&"x".repeat(LONGEST + 1), 0, "This text is too long");
}

#[test]
fn broken_json_is_explained_by_its_place() {
    let hello = hello();
    let at = |line: usize, column: usize| {
        format!("This stops being JSON at line {line}, column {column}")
    };
    // Whole events inside are found all the same.
    explained(&hello[..hello.len() - 3], 1, &at(1, hello.len() - 2));
    explained(&hello[..hello.len() - 30], 0, &at(1, hello.len() - 29));
    explained("{\n \"object\": \"page\",\n}", 0, &at(3, 1));
    explained("{“object”: “page”}", 0, &at(1, 2));
    explained("{'object': 'page', 'entry': []}", 0, &at(1, 2));
    explained("{ object: 'page', entry: [ [Object] ] }", 0, &at(1, 3));
    explained("{\"object\": \"pa\nge\"}", 0, &at(1, 15));
    explained("{\"object\": \"page\", ...}", 0, &at(1, 20));
    explained("{\"object\": page}", 0, &at(1, 12));
    explained(
        &quoted("{\"object\": page}"),
        0,
        "The JSON inside stops being JSON",
    );
    let cut = hello.replace("\"page\"", "\"instagram\"");
    let reading = read(&cut[..cut.len() - 3]);
    assert_eq!((reading.found.len(), reading.asides.len()), (0, 2));
}

#[test]
fn what_a_message_says_is_not_taken_for_a_notification() {
    let evil = message("m_9", "evil").replace(PSID, "666");
    let evil = quoted(&evil);
    let whole = body(&message("m_1", evil.trim_matches('"')));
    let reading = read(&whole);
    assert_eq!(reading.found.len(), 1);
    assert_eq!(reading.found[0].psid.as_str(), PSID);
    assert!(read(&whole[..whole.len() - 8]).found.is_empty());
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
        let what = Answer::Notification(read(&text));
        let told = Told { ticket: 7, what };
        assert_eq!(Told::from_text(&told.clone().into_text()), Some(told));
    }
}

#[test]
fn debug_tells_no_message() {
    let text = format!("{:?} {:?}", read(&hello()), Pasted(hello()));
    assert!(!text.contains("Hello"), "{text}");
}

/// Pieces of notifications, whole and broken, and anything between them.
fn pasted() -> impl Strategy<Value = String> {
    let pieces = prop_oneof![
        Just(hello()),
        Just(message("m_3", "12 apples")),
        Just(quoted(&hello())),
        Just(entry("standby", &event(r#""read":{"watermark":17}"#))),
        "[0-9]{1,25}",
        ".{0,12}",
        "[{}\\[\\]:,\"'\\\\“…0-9a-z \n]{0,12}",
    ];
    let texts = prop::collection::vec(pieces, 0..6).prop_map(|pieces| pieces.concat());
    // Then a part of it goes, or a byte is exchanged.
    (texts, any::<prop::sample::Index>(), any::<char>(), 0..4).prop_map(|(text, at, c, how)| {
        let mut chars: Vec<char> = text.chars().collect();
        let at = at.index(chars.len() + 1);
        match how {
            0 => chars.truncate(at),
            1 => drop(chars.drain(..at)),
            2 => chars.insert(at, c),
            _ => {}
        }
        chars.into_iter().collect()
    })
}

#[test]
fn whatever_is_pasted_is_read_and_no_id_is_invented() {
    let cases = corpora::asked_for().unwrap_or(2000);
    let mut found = 0;
    let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig {
        cases,
        failure_persistence: None,
        ..ProptestConfig::default()
    });
    let counted = std::cell::RefCell::new(&mut found);
    let texts = prop_oneof![pasted(), any::<String>()];
    let result = runner.run(&texts, |text| {
        let reading = read(&text);
        prop_assert!(!reading.found.is_empty() || !reading.asides.is_empty());
        **counted.borrow_mut() += reading.found.len();
        for it in reading.found {
            prop_assert!(text.contains(it.page.as_str()), "{} in {text}", it.page);
            prop_assert!(text.contains(it.psid.as_str()), "{} in {text}", it.psid);
        }
        Ok(())
    });
    assert!(result.is_ok(), "{result:?}");
    println!("tried: {cases} texts as notifications, {found} events found");
    assert!(found > 100);
}
