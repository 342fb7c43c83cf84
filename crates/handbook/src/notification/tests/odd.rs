//! What is of no use, or broken.

use super::*;

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
        "This is Meta’s check of your webhook’s address",
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
