//! Answers as a stranger would write them: what fits is read to the letter, what does not is told.

use corpora::tell;
use graph_api::json;
use serde_json::Value;

use crate::answers::{response, survives};
use crate::fields::{Field, IDS, NAMES, TEXTS};

#[test]
fn the_cases_of_json_test_suite() {
    let (mut accepted, mut refused, mut either) = (0, 0, [0, 0]);
    let cases = corpora::json_test_suite();
    for (name, bytes) in &cases {
        let text = String::from_utf8_lossy(bytes); // As the page decodes a body.
        let is_json = json::parse(&text).is_ok();
        match name.get(..2) {
            Some("y_") => accepted += u32::from(is_json),
            Some("n_") => refused += u32::from(!is_json),
            _ => either[usize::from(is_json)] += 1,
        }
        assert!(is_json || !name.starts_with("y_"), "{name} is JSON");
        assert!(!is_json || !name.starts_with("n_"), "{name} is no JSON");
        for body in [
            text.clone().into_owned(),
            format!(r#"{{"error":{text}}}"#),
            format!(r#"{{"data":[{text}],"paging":{text}}}"#),
            format!(r#"{{"id":"4","name":{text},"messages":{text}}}"#),
            format!("\u{feff}{text}\u{feff}"),
        ] {
            survives(200, &body);
            survives(400, &body);
        }
    }
    let [not, is] = either;
    assert_eq!((accepted, refused, not + is), (95, 188, 35));
    tell(&format!(
        "JSONTestSuite: {} cases, {accepted} accepted, {refused} refused, 35 either way ({is} accepted, {not} refused); each through every decoder in 5 places, 0 panics",
        cases.len(),
    ));
}

/// JSON strings for a text: as it is, and with every character escaped.
fn spellings(text: &str) -> [String; 2] {
    let escaped: String = text
        .encode_utf16()
        .map(|unit| format!("\\u{unit:04x}"))
        .collect();
    [Value::from(text).to_string(), format!("\"{escaped}\"")]
}

fn read(field: &Field, value: &str) -> Option<String> {
    let (_, body, read) = field;
    read(&response(200, &body.replace('$', value)))
}

#[test]
fn every_text_in_every_field_is_read_to_the_letter() {
    let texts = corpora::texts();
    let mut count = 0;
    for text in &texts {
        for spelt in spellings(text) {
            for field in &NAMES {
                let expected = Some(text.clone()).filter(|text| !text.trim().is_empty());
                assert_eq!(read(field, &spelt), expected, "{}", field.0);
            }
            for field in &TEXTS {
                assert_eq!(read(field, &spelt).as_ref(), Some(text), "{}", field.0);
            }
            count += NAMES.len() + TEXTS.len();
        }
    }
    tell(&format!(
        "naughty strings: {} texts, in {} fields and 2 spellings: {count} read to the letter",
        texts.len(),
        NAMES.len() + TEXTS.len(),
    ));
}

/// Whether a text may be an ID of that field: then it cannot leave its place in an address.
fn may_be(field: &Field, text: &str) -> bool {
    let (name, ..) = field;
    let text = text.trim();
    let opaque = |c: char| c.is_ascii_alphanumeric() || "_-.:=$+".contains(c);
    let is_opaque = text.chars().all(opaque) && text.chars().any(|c| c != '.');
    match *name {
        "conversations: id" => is_opaque && text.starts_with("t_"),
        "messages: id" | "sent: message_id" => is_opaque,
        cursor if cursor.ends_with("cursor") => !text.is_empty() && !text.contains('\u{fffd}'),
        _ => !text.is_empty() && text.chars().all(|c| c.is_ascii_digit()),
    }
}

#[test]
fn a_text_in_the_place_of_an_id_is_exact_or_refused() {
    let ids = ["4", "t_1", "m_$a:b=", "mid.1", &"9".repeat(400)].map(str::to_owned);
    let broken = ["1\u{fffd}", "t_\u{fffd}", "m_\u{fffd}"].map(str::to_owned);
    let (mut exact, mut refused) = (0, 0);
    for text in corpora::texts().into_iter().chain(ids).chain(broken) {
        for field in &IDS {
            let found = read(field, &Value::from(text.as_str()).to_string());
            let expected = may_be(field, &text).then(|| text.trim().to_owned());
            assert_eq!(found, expected, "{}: {text:.50}", field.0);
            match expected {
                Some(_) => exact += 1,
                None => refused += 1,
            }
        }
    }
    tell(&format!(
        "texts as IDs, in {} fields: {exact} exact, {refused} refused",
        IDS.len()
    ));
}

#[test]
fn a_number_in_the_place_of_an_id_is_exact_or_refused() {
    let exact = [
        "0",
        "9007199254740991",
        "9007199254740993",
        "10224000000000000123",
        "18446744073709551615",
    ];
    let refused = [
        "18446744073709551616",
        "123456789012345678901234567890",
        "1e3",
        "1.0",
        "-1",
        "1E400",
        "true",
        "[\"1\"]",
        "{\"id\":\"1\"}",
    ];
    for field in &IDS {
        let takes = |number: &str| match field.0 {
            "conversations: id" => None, // Starts with `t_`.
            _ => Some(number.to_owned()),
        };
        for number in exact {
            assert_eq!(read(field, number), takes(number), "{}", field.0);
        }
        for value in refused.iter().chain(&["null"]) {
            assert_eq!(read(field, value), None, "{}: {value}", field.0);
        }
    }
    tell(&format!(
        "numbers as IDs: {} forms in {} fields, beyond 2^53 exact, beyond 2^64 refused",
        exact.len() + refused.len() + 1,
        IDS.len()
    ));
}

#[test]
fn half_a_pair_in_any_field_loses_nothing_else() {
    let halves = [
        (r#""\ud800""#, "\u{fffd}"),
        (r#""a\udfffb""#, "a\u{fffd}b"),
        (r#""\ud83d\ud83d\ude00""#, "\u{fffd}😀"),
        (r#""\udead\u0000\ud800x""#, "\u{fffd}\0\u{fffd}x"),
    ];
    for (spelt, text) in halves {
        for field in NAMES.iter().chain(&TEXTS) {
            assert_eq!(read(field, spelt).as_deref(), Some(text), "{}", field.0);
        }
        for field in &IDS {
            assert_eq!(read(field, spelt), None, "{}", field.0);
        }
    }
    let fields = NAMES.len() + TEXTS.len() + IDS.len();
    tell(&format!(
        "halves of surrogate pairs: {} in {fields} fields",
        halves.len()
    ));
}
