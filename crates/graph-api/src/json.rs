//! From a body to JSON.

use serde_json::Value;

use crate::error::{AnswerError, GraphError, Misfit, NotJson};
use crate::http::HttpResponse;

/// The body as JSON, when it is JSON and holds no error. Content decides, not the declared type.
pub(crate) fn checked(response: &HttpResponse) -> Result<Value, AnswerError> {
    let status = response.status;
    let body = parse(&response.body).map_err(|kind| AnswerError::NotJson { status, kind })?;
    if let Some(error) = body.get("error").and_then(GraphError::read) {
        return Err(AnswerError::Graph { status, error });
    }
    if !(200..300).contains(&status) {
        let misfit = Misfit::new("", "an error status without an error in the body");
        return Err(AnswerError::OtherJson { status, misfit });
    }
    Ok(body)
}

/// Parses a body, tolerating a byte order mark and lone surrogates.
pub(crate) fn parse(body: &str) -> Result<Value, NotJson> {
    let text = body.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    if text.is_empty() {
        return Err(NotJson::Empty);
    }
    match serde_json::from_str(text) {
        Ok(value) => Ok(value),
        Err(_) if text.starts_with('<') => Err(NotJson::Html),
        Err(error) => {
            serde_json::from_str(&without_lone_surrogates(text)).map_err(|_| NotJson::Garbled {
                reason: error.to_string(),
            })
        }
    }
}

/// Replaces each `\uD800`–`\uDFFF` that has no partner by `\uFFFD`, which serde_json accepts.
fn without_lone_surrogates(text: &str) -> String {
    let mut fixed = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('\\') {
        let (before, escape) = rest.split_at(at);
        fixed.push_str(before);
        let (taken, replacement) = match (unit(escape), unit(escape.get(6..).unwrap_or_default())) {
            (Some(0xd800..=0xdbff), Some(0xdc00..=0xdfff)) => (12, None),
            (Some(0xd800..=0xdfff), _) => (6, Some("\\ufffd")),
            (Some(_), _) => (6, None),
            (None, _) => (escape.chars().take(2).map(char::len_utf8).sum(), None),
        };
        let (escape, after) = escape.split_at(taken);
        fixed.push_str(replacement.unwrap_or(escape));
        rest = after;
    }
    fixed.push_str(rest);
    fixed
}

/// The code unit of a `\uXXXX` at the start of the text.
fn unit(text: &str) -> Option<u16> {
    let digits = text.strip_prefix("\\u")?.get(..4)?;
    u16::from_str_radix(digits, 16).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let value = parse(text).unwrap();
        assert_eq!(value.as_str(), Some(expected), "{text}");
    }

    #[test]
    fn lone_surrogates_become_replacement_characters() {
        check(r#""\ud83d\ude00""#, "😀");
        check(r#""a\ud800b""#, "a\u{fffd}b");
        check(r#""\udc00\ud83d\ude00""#, "\u{fffd}😀");
        check(r#""\ud800\ud83d\ude00""#, "\u{fffd}😀");
        check(r#""\\ud800 \ud800""#, "\\ud800 \u{fffd}");
        check("\u{feff}\"x\"", "x");
    }

    #[test]
    fn what_is_not_json_is_told_apart() {
        assert_eq!(parse(" \n"), Err(NotJson::Empty));
        assert_eq!(parse("<!doctype html><p>502"), Err(NotJson::Html));
        assert!(matches!(parse("oops"), Err(NotJson::Garbled { .. })));
        assert!(matches!(
            parse(&"[".repeat(1_000_000)),
            Err(NotJson::Garbled { .. })
        ));
    }

    proptest! {
        #[test]
        fn any_text_is_survived(text in r#"(\\u[dD][89a-fA-F][0-9]{2}|\\|"|[a-z{}\[\]:,é😀]){0,30}"#) {
            let _ = parse(&text);
            let _ = parse(&format!("\"{text}\""));
        }
    }
}
