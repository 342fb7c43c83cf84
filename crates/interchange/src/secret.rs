//! What counts as a secret, and taking it out.

use graph_api::json::Value;
use graph_api::{PastedToken, SECRET_PARAMS, TokenKind, TokenProblem};

/// What stands for a secret where no variable can.
const MASK: &str = "(redacted)";

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

/// The name of the variable that stands for the value of a secret parameter.
pub(crate) fn variable(name: &str, token: Option<TokenKind>) -> String {
    let name = name.to_ascii_lowercase();
    if name == "authorization" || name.ends_with("access_token") || name == "input_token" {
        return token_variable(token).to_owned();
    }
    let kept = name
        .chars()
        .filter(|c| c.is_ascii_alphanumeric() || *c == '_');
    kept.collect::<String>().to_ascii_uppercase()
}

/// The name of the variable that stands for a token.
pub(crate) const fn token_variable(token: Option<TokenKind>) -> &'static str {
    match token {
        Some(TokenKind::User) => "USER_ACCESS_TOKEN",
        Some(TokenKind::Page) => "PAGE_ACCESS_TOKEN",
        None => "ACCESS_TOKEN",
    }
}

/// Whether a text is or holds something like a real token, whatever it is called.
pub fn looks_like_token(text: &str) -> bool {
    let is_outside = |c: char| !(c.is_ascii_alphanumeric() || matches!(c, '_' | '-'));
    let mut words = text.split(is_outside);
    let begins = |word: &str| {
        let mut beginnings = BEGINNINGS.iter();
        let word = word.trim_start_matches(['-', '_']);
        word.len() >= SHORTEST && beginnings.any(|start| word.starts_with(start))
    };
    words.any(begins) || holds_app_token(text) || is_marked(text)
}

/// `APP-ID|SECRET`.
fn holds_app_token(text: &str) -> bool {
    let Some((before, after)) = text.split_once('|') else {
        return false;
    };
    let is_secret = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-');
    let digits = before
        .chars()
        .rev()
        .take_while(char::is_ascii_digit)
        .count();
    digits >= 6 && after.chars().take_while(|c| is_secret(*c)).count() >= SHORTEST
}

/// `access_token=…` and the like inside of a text. What stands in front keeps the text from being taken
/// for a token alone.
fn is_marked(text: &str) -> bool {
    let found = PastedToken::parse(&format!("- - {text}"));
    matches!(
        found,
        Ok(_) | Err(TokenProblem::Several | TokenProblem::AppSecret)
    )
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
            for spelt in [secret.clone(), graph_api::form::percent(secret)] {
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
                        _ if is_secret_name(key) => MASK.into(),
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
        match graph_api::json::parse(body) {
            Ok(value) => match self.clean_json(&value) {
                same if same == value => self.clean(body),
                clean => clean.to_string(),
            },
            Err(_) => self.clean(body),
        }
    }
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
    fn tokens_are_known_by_their_looks() {
        let token = format!("{}{}", "EA", "A0123456789abcdefghij");
        let app = format!("1234567890|{}", "a".repeat(27));
        for text in [
            token.clone(),
            format!("me?x={token}&y"),
            app,
            "batch: me?access_token=abcdefgh0123".to_owned(),
            "Authorization: Bearer abcdefgh0123".to_owned(),
        ] {
            assert!(looks_like_token(&text), "{text}");
        }
        for text in [
            "",
            "Hello there",
            "RESPONSE",
            "id,name",
            "Is it A | B?",
            "t_122100000000000001",
            "m_kHTNbg0O5aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
            "A very long sentence about access tokens, and what they are good for",
        ] {
            assert!(!looks_like_token(text), "{text}");
        }
    }
}
