use proptest::prelude::*;

use super::*;

#[track_caller]
fn check(text: &str, written: &str) {
    let value = parse(text).map_err(|problem| problem.to_string());
    assert_eq!(value.unwrap().to_string(), written, "{text}");
}

#[track_caller]
fn refuse(text: &str, problem: &str) {
    let found = parse(text).unwrap_err().to_string();
    assert_eq!(found, problem, "{text}");
}

#[test]
fn what_is_read_is_written_again() {
    check(
        " {\"b\" : [ 1 , -0.50e+3 , null ] ,\n\"a\":{},\"\":[]}\t",
        r#"{"b":[1,-0.50e+3,null],"a":{},"":[]}"#,
    );
    let big = "123456789012345678901234567890.10";
    check(big, big);
    check(
        r#""\/\b\f\n\r\t\"\\\u001F\u0041é""#,
        r#""/\b\f\n\r\t\"\\\u001fAé""#,
    );
}

#[test]
fn half_a_pair_becomes_a_replacement_character() {
    check(r#""\ud83d\ude00""#, "\"😀\"");
    check(r#""a\ud800b""#, "\"a\u{fffd}b\"");
    check(r#""\udc00\ud83d\ude00""#, "\"\u{fffd}😀\"");
    check(r#""\ud800\ud83d\ude00""#, "\"\u{fffd}😀\"");
    check(r#""\\ud800 \ud800""#, "\"\\\\ud800 \u{fffd}\"");
}

#[test]
fn what_is_not_json_is_refused_where_it_stops_being_json() {
    refuse("", "expected a value at byte 0");
    refuse("nul", "expected a value at byte 0");
    refuse("01", "more than one value at byte 1");
    refuse("1.", "expected a digit at byte 2");
    refuse("+1", "expected a value at byte 0");
    refuse("[1,]", "expected a value at byte 3");
    refuse("[1", "expected , or ] at byte 2");
    refuse("{1:2}", "expected a key at byte 1");
    refuse("{\"a\" 2}", "expected : at byte 5");
    refuse("\"a\nb\"", "expected the end of a text at byte 2");
    refuse(r#""\u+123""#, "expected four hexadecimal digits at byte 2");
    refuse(r#""\x""#, "expected an escape at byte 2");
    refuse(&"[".repeat(1_000_000), "nested too deep at byte 127");
}

#[test]
fn the_last_of_two_equal_keys_counts() {
    let Value::Object(mut object) = parse(r#"{"a":1,"b":2,"a":3}"#).unwrap() else {
        panic!("an object");
    };
    assert_eq!(object.get("a").and_then(Value::as_i64), Some(3));
    object.insert("b", "x".into());
    object.remove("a");
    assert_eq!(Value::from(object).to_string(), r#"{"b":"x"}"#);
}

#[test]
fn whole_numbers_are_exact_or_none() {
    let number = |text: &str| {
        let value = parse(text).unwrap();
        (value.as_i64(), value.as_u64())
    };
    assert_eq!(number("18446744073709551615"), (None, Some(u64::MAX)));
    assert_eq!(number("-9223372036854775808"), (Some(i64::MIN), None));
    assert_eq!(number("18446744073709551616"), (None, None));
    assert_eq!(number("1.0"), (None, None));
    assert_eq!(number("1e3"), (None, None));
}

/// What we say of a text, and what `serde_json` says: both none, or the same value. Numbers that are
/// too big for `serde_json` are left out.
fn both(text: &str) -> (Option<serde_json::Value>, Option<serde_json::Value>) {
    let theirs = serde_json::from_str(text);
    if theirs
        .as_ref()
        .is_err_and(|error: &serde_json::Error| error.to_string().contains("range"))
    {
        return (None, None);
    }
    let ours = parse(text).ok().map(|value| {
        let (short, long) = (value.to_string(), value.laid_out());
        let short: serde_json::Value = serde_json::from_str(&short).unwrap();
        let long: serde_json::Value = serde_json::from_str(&long).unwrap();
        assert_eq!(long, short);
        short
    });
    (ours, theirs.ok())
}

fn any_json() -> impl Strategy<Value = serde_json::Value> {
    let leaf = prop_oneof![
        Just(serde_json::Value::Null),
        any::<bool>().prop_map(Into::into),
        any::<i64>().prop_map(Into::into),
        any::<u64>().prop_map(Into::into),
        (-1e9..1e9).prop_map(serde_json::Value::from),
        any::<String>().prop_map(Into::into),
    ];
    leaf.prop_recursive(5, 40, 5, |inner| {
        let pairs = proptest::collection::vec((any::<String>(), inner.clone()), 0..5);
        prop_oneof![
            proptest::collection::vec(inner, 0..5).prop_map(Into::into),
            pairs.prop_map(|pairs| serde_json::Value::Object(pairs.into_iter().collect())),
        ]
    })
}

proptest! {
    #[test]
    fn valid_texts_are_read_and_written_as_serde_json_does(json in any_json()) {
        let (short, long) = (json.to_string(), format!("{json:#}"));
        let value = parse(&long).unwrap();
        prop_assert_eq!(value.to_string(), short);
        prop_assert_eq!(value.laid_out(), long);
    }

    #[test]
    fn damaged_texts_are_refused_as_serde_json_does(
        json in any_json(),
        at in any::<prop::sample::Index>(),
        cut in 0..3_usize,
        put in r#"[\[\]{}",:\\0-9eE+.\-tfnu \n\u{0}\u{7f}é]{0,3}"#,
    ) {
        let mut text: Vec<char> = json.to_string().chars().collect();
        let at = at.index(text.len());
        text.splice(at..(at + cut).min(text.len()), put.chars());
        let (ours, theirs) = both(&text.into_iter().collect::<String>());
        prop_assert_eq!(ours, theirs);
    }

    #[test]
    fn noise_is_refused_as_serde_json_does(
        text in r#"([\[\]{}",: ]|-?0?[0-9]{1,3}(\.[0-9]{0,2})?([eE][+-]?[0-9]?)?|null|true|fals|\\[a-z"/\\]|\\u00[0-9a-g]{2}){0,12}"#,
    ) {
        let (ours, theirs) = both(&text);
        prop_assert_eq!(ours, theirs);
        let (ours, theirs) = both(&format!("\"{text}\""));
        prop_assert_eq!(ours, theirs);
    }
}
