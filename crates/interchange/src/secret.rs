//! What counts as a secret, and taking it out.

use graph_api::json::Value;
use graph_api::{SECRET_PARAMS, TokenKind, form};

/// What stands for a secret where no variable can.
pub(crate) const MASK: &str = "(redacted)";

/// What other parameters with a secret are called, or end in.
const ENDINGS: [&str; 5] = ["token", "secret", "password", "secret_proof", "api_key"];

/// How real tokens begin, and how long they are at least.
const BEGINNINGS: [&str; 3] = ["EAA", "IGAA", "IGQ"];
const SHORTEST: usize = 20;

/// Whether the value of a parameter of this name is never shown.
pub fn is_secret_name(name: &str) -> bool {
    let name = name.trim().to_ascii_lowercase();
    let name = name.split('[').next().unwrap_or_default();
    SECRET_PARAMS.contains(&name) || ENDINGS.iter().any(|ending| name.ends_with(ending))
}

/// Whether what stands under this name in JSON is a secret. The code of a login is a text; the code
/// of an error is a number.
fn is_secret_value(name: &str, value: &Value) -> bool {
    is_secret_name(name) && (name != "code" || value.as_str().is_some())
}

/// The name of the variable that stands for the value of a secret parameter. What is called
/// otherwise must not take over a variable that is there already.
pub(crate) fn variable(name: &str, token: Option<TokenKind>) -> String {
    let name = name.to_ascii_lowercase();
    if name == "authorization" || name.ends_with("access_token") || name == "input_token" {
        return token_variable(token).to_owned();
    }
    let is_plain = |c: &char| c.is_ascii_alphanumeric() || *c == '_';
    let mut kept: String = name.chars().filter(is_plain).collect();
    kept.make_ascii_uppercase();
    if is_secret_name(&name) && !kept.starts_with(|c: char| c.is_ascii_digit()) {
        return kept;
    }
    if kept.is_empty() {
        let numbers = name.chars().take(8).map(|c| format!("{:X}", u32::from(c)));
        kept = numbers.collect::<Vec<_>>().join("_");
    }
    format!("SECRET_{kept}").trim_end_matches('_').to_owned()
}

/// The name of the variable that stands for a token.
pub(crate) const fn token_variable(token: Option<TokenKind>) -> &'static str {
    match token {
        Some(TokenKind::User) => "USER_ACCESS_TOKEN",
        Some(TokenKind::Page) => "PAGE_ACCESS_TOKEN",
        None => "ACCESS_TOKEN",
    }
}

/// How often a text may have been percent-encoded, an address inside of another.
const ENCODED: usize = 3;

/// Whether a text is or holds something like a real token, whatever it is called, and also when it
/// is percent-encoded.
pub fn looks_like_token(text: &str) -> bool {
    let decoded = |text: &String| Some(form::decode(text)).filter(|decoded| decoded != text);
    let mut spelt = std::iter::successors(Some(text.to_owned()), decoded).take(1 + ENCODED);
    spelt.any(|text| begins_as_token(&text) || holds_app_token(&text) || is_marked(&text))
}

/// Whether a word in it begins as tokens do.
fn begins_as_token(text: &str) -> bool {
    let mut words = text.split(|c| !is_of_token(c));
    words.any(|word| {
        let mut beginnings = BEGINNINGS.iter();
        let word = word.trim_start_matches(['-', '_']);
        word.len() >= SHORTEST && beginnings.any(|start| word.starts_with(start))
    })
}

/// `APP-ID|SECRET`.
fn holds_app_token(text: &str) -> bool {
    text.match_indices('|').any(|(at, bar)| {
        let (before, from) = text.split_at_checked(at).unwrap_or_default();
        let after = from.strip_prefix(bar).unwrap_or_default();
        let digits = before.chars().rev().take_while(char::is_ascii_digit);
        let secret = after.chars().take_while(|c| is_of_token(*c));
        digits.count() >= 6 && secret.count() >= SHORTEST
    })
}

/// What the name of a secret ends in.
const MARKS: [&str; 4] = ["token", "secret", "bearer", "authorization"];

/// `access_token=…` and the like inside of a text. `token:` and `Bearer` are words of prose too, and
/// so is what is compounded with them: they mark only what is as long as a token.
fn is_marked(text: &str) -> bool {
    let lower = &text.to_ascii_lowercase();
    MARKS.iter().any(|mark| {
        lower.match_indices(mark).any(|(at, _)| {
            let (before, from) = text.split_at_checked(at).unwrap_or_default();
            let (_, after) = from.split_at_checked(mark.len()).unwrap_or_default();
            let is_name = is_compound(before, from) && !matches!(*mark, "bearer" | "authorization");
            let value = marked(mark, after);
            let length = value.len() - value.trim_start_matches(is_of_value).len();
            let value = value.get(..length).unwrap_or_default().to_ascii_lowercase();
            let is_placeholder = value.ends_with("token") || value.ends_with("secret");
            let is_verify_token =
                *mark == "token" && before.to_ascii_lowercase().ends_with("verify_");
            let shortest = if is_name { 1 } else { SHORTEST };
            length >= shortest && !is_placeholder && !is_verify_token
        })
    })
}

/// Whether a name goes on from one text to the other, as in `access_token` and `pageToken`.
fn is_compound(before: &str, from: &str) -> bool {
    let is_lower = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit();
    let is_camel = before.ends_with(is_lower) && from.starts_with(|c: char| c.is_ascii_uppercase());
    before.ends_with('_') || is_camel
}

/// What stands behind a mark, from the value on; nothing where it marks nothing.
fn marked<'a>(mark: &str, after: &'a str) -> &'a str {
    let is_around = |c: char| c.is_ascii_whitespace() || matches!(c, '\\' | '"' | '\'' | '`');
    let value = match mark {
        "bearer" => after.strip_prefix(|c: char| c.is_ascii_whitespace() || c == '+'),
        _ => after.trim_start_matches(is_around).strip_prefix(['=', ':']),
    };
    value.unwrap_or_default().trim_start_matches(is_around)
}

const fn is_of_token(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '_' | '-')
}

const fn is_of_value(c: char) -> bool {
    is_of_token(c) || matches!(c, '.' | '%' | '|')
}

/// Secrets that were found, to be taken out wherever else they stand.
#[derive(Default)]
pub(crate) struct Secrets(Vec<String>);

impl Secrets {
    /// Remembers a secret. What is shorter than any secret could be a word.
    pub(crate) fn add(&mut self, secret: &str) {
        if secret.len() >= 8 && !self.0.iter().any(|known| known == secret) {
            self.0.push(secret.to_owned());
            // The longest first: one may be the beginning of another.
            self.0.sort_by_key(|secret| std::cmp::Reverse(secret.len()));
        }
    }

    /// Remembers what stands under secret names in JSON.
    pub(crate) fn add_json(&mut self, value: &Value) {
        match value {
            Value::Object(object) => {
                for (key, value) in object.iter() {
                    match value.as_str().filter(|_| is_secret_name(key)) {
                        Some(secret) => self.add(secret),
                        None => self.add_json(value),
                    }
                }
            }
            Value::List(items) => items.iter().for_each(|item| self.add_json(item)),
            _ => {}
        }
    }

    /// A text without them.
    pub(crate) fn clean(&self, text: &str) -> String {
        let mut text = text.to_owned();
        for secret in &self.0 {
            for spelt in [secret.clone(), form::percent(secret)] {
                if text.contains(&spelt) {
                    text = text.replace(&spelt, MASK);
                }
            }
        }
        text
    }

    /// JSON without them, and without what stands under a secret name.
    pub(crate) fn clean_json(&self, value: &Value) -> Value {
        match value {
            Value::Object(object) => {
                let mut clean = graph_api::json::Object::default();
                for (key, value) in object.iter() {
                    let masked = match value {
                        Value::Null => Value::Null,
                        value if is_secret_value(key, value) => MASK.into(),
                        value => self.clean_json(value),
                    };
                    clean.insert(&self.clean(key), masked);
                }
                clean.into()
            }
            Value::List(items) => items.iter().map(|item| self.clean_json(item)).collect(),
            Value::Text(text) => Value::Text(self.clean(text)),
            Value::Number(digits) => match self.clean(digits) {
                same if same == *digits => Value::Number(same),
                masked => Value::Text(masked),
            },
            other => other.clone(),
        }
    }

    /// A body without them. It keeps its spelling when it holds none.
    pub(crate) fn clean_body(&self, body: &str) -> String {
        match graph_api::json::parse(without_mark(body)) {
            Ok(value) => match self.clean_json(&value) {
                same if same == value => self.clean(body),
                clean => clean.to_string(),
            },
            Err(_) => self.clean(body),
        }
    }
}

/// A body without the byte order mark that may stand before it.
pub(crate) fn without_mark(body: &str) -> &str {
    body.strip_prefix('\u{feff}').unwrap_or(body)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_tell_secrets() {
        for name in [
            "access_token",
            "input_token",
            "code",
            "Access_Token",
            "access_token[]",
        ] {
            assert!(is_secret_name(name), "{name}");
        }
        for name in [
            "client_secret",
            "appsecret_proof",
            "fb_exchange_token",
            "pageToken",
        ] {
            assert!(is_secret_name(name), "{name}");
        }
        for name in [
            "fields",
            "message",
            "codes",
            "after",
            "recipient",
            "tokens_used",
            "",
        ] {
            assert!(!is_secret_name(name), "{name}");
        }
    }

    #[test]
    fn variables_have_names_of_their_own() {
        let page = Some(TokenKind::Page);
        for (name, expected) in [
            ("access_token", "PAGE_ACCESS_TOKEN"),
            ("client_secret", "CLIENT_SECRET"),
            ("code", "CODE"),
            ("page_id", "SECRET_PAGE_ID"),
            ("2", "SECRET_2"),
            ("2token", "SECRET_2TOKEN"),
            ("日本", "SECRET_65E5_672C"),
            ("", "SECRET"),
        ] {
            assert_eq!(variable(name, page), expected);
        }
    }

    #[test]
    fn tokens_are_known_by_their_looks() {
        let token = format!("{}{}", "EA", "A0123456789abcdefghij");
        let app = format!("1234567890|{}", "a".repeat(27));
        for text in [
            token.clone(),
            format!("me?x={token}&y"),
            app.clone(),
            format!("Is it A | B? {app}"),
            form::percent(&format!(
                "https://graph.facebook.com/me?access_token={token}"
            )),
            form::percent(&form::percent(&form::percent(&format!("x={token}")))),
            form::percent(&format!("me?x={app}")),
            "me%3Faccess_token%3Dabcdefgh0123".to_owned(),
            "batch: me?access_token=abcdefgh0123".to_owned(),
            "Authorization: Bearer abcdefgh0123abcdefgh".to_owned(),
            "token: abcdefgh0123abcdefgh".to_owned(),
            r#"{\"pageToken\": \"abcdefgh0123\"}"#.to_owned(),
            "client_secret=abcdefgh0123".to_owned(),
            "ACCESS_TOKEN=abcdefgh0123".to_owned(),
            "pageToken: abcdefgh0123".to_owned(),
            "Top-secret: abcdefgh0123abcdefgh".to_owned(),
        ] {
            assert!(looks_like_token(&text), "{text}");
        }
        for text in [
            "",
            "Hello there",
            "RESPONSE",
            "id,name",
            "Is it A | B?",
            "100%, or 50%25 of a+b?",
            "t_122100000000000001",
            "m_kHTNbg0O5aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
            "A very long sentence about access tokens, and what they are good for",
            r#"{"text":"Your gift token: 4711"}"#,
            "The old token: 4711, the new token: 4712",
            "My secret: chocolate",
            r#"{"text":"Top-secret: we open at 9"}"#,
            "Coupontoken: 4711, COUPONTOKEN: 4712",
            "The bearer responsibilities are shared",
            "hub.verify_token=a word that the reader made up",
            "access_token=YOUR_ACCESS_TOKEN, or access_token={token}",
        ] {
            assert!(!looks_like_token(text), "{text}");
        }
    }
}
