use corpora::holds;

use proptest::prelude::*;

use super::*;
use crate::SECRET_PARAMS;

#[track_caller]
fn check(text: &str) {
    let clean = body(text, &["secret-token-1"]);
    assert!(!clean.contains("secret"), "{clean}");
    assert!(clean.contains(MASK), "{clean}");
}

#[test]
fn no_secret_is_left() {
    check(r#"{"data":[{"access_token":"secret","id":"1"}]}"#);
    check(r#"{"data":[{"page_access_token":"secret","id":"1"}]}"#);
    check(r#"{"paging":{"next":"https:\/\/x\/me?access_token=secret%7C9&after=1"}}"#);
    check("<p>access_token=secret&amp;x</p>");
    check(r#"{"error":{"message":"bad token secret-token-1"}}"#);
    check("oops secret-token-1");
    check(r#"{"a":{"b":[{"input_token":{"x":"secret"}}]}}"#);
    check(r#"{"secret-token-1":1}"#);
}

/// A body that was cut is no JSON; the tokens in it are those of every Page.
#[test]
fn no_secret_is_left_in_what_is_cut_or_quoted() {
    check(r#"{"data":[{"access_token":"secret","id":"#);
    check(r#"{"data":[{"access_token" : "sec"#);
    check(r#"{"log":"{\"access_token\":\"secret\"}"}"#);
    check(r#"<pre>{&quot;access_token&quot;:&quot;secret&quot;}</pre>"#);
    check("?redirect=https%3A%2F%2Fx%2F%3Faccess_token%3Dsecret%26a");
    check("Access_Token: secret");
    check("access&#95;token&#x3d;secret");
}

#[test]
fn the_rest_stays_in_its_order() {
    for words in [
        r#"{"b":1,"a":[18446744073709551615, null ],"b":"Zo\u00eb \ud83d\ude42 \/ \ud800"}"#,
        "\u{feff}{ \"access_token\" : null }\r\n",
        "The parameter access_token is required",
        "100% of 5 &amp; 6 \\ \\u00 &#; &nbsp; &#99999999;",
        "Missing access_token",
    ] {
        assert_eq!(body(words, &["secret-token-1"]), words);
    }
}

#[test]
fn what_stands_around_a_secret_keeps_its_spelling() {
    let text = r#"{"n":"Zo\u00eb","access_token":["x",{"y":1}],"a":{"next":"https:\/\/x\/me?access_token=secret&after=\u00e9"}}"#;
    let expected = r#"{"n":"Zo\u00eb","access_token":"(redacted)","a":{"next":"https:\/\/x\/me?access_token=(redacted)&after=\u00e9"}}"#;
    assert_eq!(body(text, &[]), expected);
}

#[test]
fn every_secret_parameter_has_its_name_here() {
    // Graph's errors have a code, too: that of a login is masked by its value.
    let mut names = SECRET_PARAMS.iter().filter(|name| **name != "code");
    assert!(names.all(|name| NAMES.contains(name)));
}

/// A secret as the outside may spell it, character by character.
fn spellings(secret: &str, how: &[u8]) -> String {
    let chars = secret.chars().zip(how.iter().cycle());
    chars
        .map(|(c, how)| {
            let code = u32::from(c);
            match how % 7 {
                0 => format!("%{code:02X}"),
                1 => format!("%{code:02x}"),
                2 => format!("\\u{code:04x}"),
                3 => format!("&#{code};"),
                4 => format!("&#x{code:X};"),
                _ => c.to_string(),
            }
        })
        .collect()
}

/// A text without all that could be an escape, to look for the secret in.
fn unescaped(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((c, after)) = spelt(rest) {
        out.push(c);
        rest = after;
    }
    out
}

#[test]
fn no_secret_survives_wherever_it_is_planted() {
    let cases = (
        "[a-zA-Z0-9_.|-]{8,60}",
        "[a-zA-Z0-9_.-]{8,20}",
        any::<(String, String)>(),
        prop::collection::vec(any::<u8>(), 1..20),
        any::<prop::sample::Index>(),
    );
    holds(
        "redactor, planted secrets",
        &cases,
        |(secret, other, (before, behind), how, cut)| {
            let spelt = spellings(&secret, &how);
            let planted = format!("{before}{spelt}{behind}");
            let quoted = serde_json::Value::from(planted.as_str()).to_string();
            let json =
                format!(r#"{{"data":[{{"name":{quoted},{quoted}:[1,{quoted}]}}],"id":"1"}}"#);
            let cut = cut.index(json.len());
            let cut = (cut..=json.len())
                .find(|at| json.is_char_boundary(*at))
                .unwrap_or_default();
            let html = format!("<p title=\"{planted}\">{planted}</p>");
            for text in [
                planted.as_str(),
                &json,
                &json[..cut],
                &html,
                &format!("{{{html}"),
            ] {
                let clean = body(text, &[&secret, &other]);
                prop_assert!(!clean.contains(&secret), "{clean}");
                prop_assert!(!unescaped(&clean).contains(&secret), "{clean}");
            }
            Ok(())
        },
    );
}

#[test]
fn nobodys_secret_survives_behind_its_name() {
    let cases = (
        "[a-zA-Z0-9]{12,60}",
        prop::sample::select(&NAMES[..]),
        r#"[ ]?(=|:|":"|\\":\\"|%3D|%22%3A%22|&quot;:&quot;|":\["| = ")[ ]?"#,
        "[^a-zA-Z0-9]{0,9}",
        any::<String>(),
    );
    holds(
        "redactor, named secrets",
        &cases,
        |(secret, name, between, before, behind)| {
            let planted = format!("{before}{name}{between}{secret}\"{behind}");
            let quoted = serde_json::Value::from(planted.as_str()).to_string();
            let json = format!(r#"{{"data":[{{"{name}":{{"x":"{secret}"}},"name":{quoted}}}]}}"#);
            for text in [planted.as_str(), &json] {
                let clean = body(text, &[]);
                prop_assert!(!clean.contains(&secret), "{clean}");
            }
            Ok(())
        },
    );
}

proptest! {
    #[test]
    fn what_holds_no_secret_is_not_touched(text in any::<String>()) {
        prop_assert_eq!(clean(&text, &["secret-token-1"]), text);
    }
}
