//! Takes the secrets out of what came back, before anything else sees it.

use graph_api::SECRET_PARAMS;
use graph_api::json::{self, Value};

use crate::search;

/// What stands in a secret's place.
pub(crate) const MASK: &str = "(redacted)";

/// A body, ready to be shown: JSON is laid out, and its tokens are masked; so is every one of the
/// `secrets`, wherever it stands.
pub(crate) fn body(text: &str, secrets: &[&str]) -> String {
    let clean = match json::parse(text.trim_start_matches('\u{feff}')) {
        Ok(mut value) => {
            mask(&mut value);
            value.laid_out()
        }
        Err(_) => without_params(text),
    };
    secrets
        .iter()
        .filter(|secret| secret.len() >= 8)
        .fold(clean, |text, secret| search::replace(&text, secret, MASK))
}

fn mask(value: &mut Value) {
    match value {
        Value::Object(map) => {
            for (key, value) in map.iter_mut() {
                match is_secret(key) && !value.is_null() {
                    true => *value = MASK.into(),
                    false => mask(value),
                }
            }
        }
        Value::List(rows) => rows.iter_mut().for_each(mask),
        Value::Text(text) if text.as_bytes().contains(&b'=') => *text = without_params(text),
        _ => {}
    }
}

fn is_secret(key: &str) -> bool {
    SECRET_PARAMS.contains(&key) || matches!(key, "id_token" | "client_secret" | "long_lived_token")
}

/// Masks the values of `access_token=…` and the like in a text.
fn without_params(text: &str) -> String {
    SECRET_PARAMS.iter().fold(text.to_owned(), |text, name| {
        let marker = format!("{name}=");
        let mut parts = search::split(&text, &marker).into_iter();
        let mut clean = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let end = part.find(|c: char| !is_token_char(c)).unwrap_or(part.len());
            clean.push_str(&marker);
            clean.push_str(MASK);
            clean.push_str(part.get(end..).unwrap_or_default());
        }
        clean
    })
}

fn is_token_char(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.' | '~' | '%' | '|' | '+')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str) {
        let clean = body(text, &["secret-token-1"]);
        assert!(!clean.contains("secret"), "{clean}");
    }

    #[test]
    fn no_secret_is_left() {
        check(r#"{"data":[{"access_token":"secret","id":"1"}]}"#);
        check(r#"{"paging":{"next":"https:\/\/x\/me?access_token=secret%7C9&after=1"}}"#);
        check("<p>access_token=secret&amp;x</p>");
        check(r#"{"error":{"message":"bad token secret-token-1"}}"#);
        check("oops secret-token-1");
        check(r#"{"a":{"b":[{"input_token":{"x":"secret"}}]}}"#);
    }

    #[test]
    fn the_rest_stays_in_its_order() {
        let clean = body(r#"{"b":1,"a":[18446744073709551615]}"#, &[]);
        assert_eq!(
            clean,
            "{\n  \"b\": 1,\n  \"a\": [\n    18446744073709551615\n  ]\n}"
        );
    }
}
