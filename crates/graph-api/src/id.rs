//! Graph's identifiers, one type each, so that a PSID never stands where a Page ID is due.
//!
//! Graph writes IDs as strings, older answers as numbers: both are read, numbers up to `u64` exactly.
//! A float or a larger number is refused, since digits would be lost.

use std::fmt;

use thiserror::Error;

use crate::fields::expected;
use crate::json::Value;

/// Why a text is not an identifier of the kind asked for.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum IdProblem {
    /// Nothing, or only white space.
    #[error("the ID is empty")]
    Empty,
    /// Something other than digits, where Graph uses digits only.
    #[error("the ID has characters other than digits")]
    NotDigits,
    /// Not in the alphabet of conversation and message IDs.
    #[error("the ID has characters that Graph's IDs never have")]
    BadCharacters,
    /// A conversation ID without its `t_`.
    #[error("a conversation ID starts with t_")]
    NotAConversation,
}

/// How the text of an ID may look.
type Check = fn(&str) -> Result<(), IdProblem>;

fn digits(text: &str) -> Result<(), IdProblem> {
    match text.bytes().all(|byte| byte.is_ascii_digit()) {
        true => Ok(()),
        false => Err(IdProblem::NotDigits),
    }
}

fn opaque(text: &str) -> Result<(), IdProblem> {
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"_-.:=$+".contains(&byte);
    // A path segment of dots alone would climb out of the path, encoded or not.
    let climbs = text.bytes().all(|byte| byte == b'.');
    match text.bytes().all(allowed) && !climbs {
        true => Ok(()),
        false => Err(IdProblem::BadCharacters),
    }
}

/// A cursor's alphabet is not documented: refusing one would lose the rest of a list. Only one whose
/// bytes were lost on the way leads nowhere.
fn anything(text: &str) -> Result<(), IdProblem> {
    match text.chars().all(|c| c != char::REPLACEMENT_CHARACTER) {
        true => Ok(()),
        false => Err(IdProblem::BadCharacters),
    }
}

fn conversation(text: &str) -> Result<(), IdProblem> {
    opaque(text)?;
    match text.starts_with("t_") {
        true => Ok(()),
        false => Err(IdProblem::NotAConversation),
    }
}

#[inline(never)]
fn checked(text: &str, check: Check) -> Result<String, IdProblem> {
    let text = text.trim();
    if text.is_empty() {
        return Err(IdProblem::Empty);
    }
    check(text)?;
    Ok(text.to_owned())
}

#[inline(never)]
fn from_json(value: &Value, check: Check) -> Result<String, String> {
    let read = match (value, value.as_u64()) {
        (Value::Text(text), _) => checked(text, check),
        (_, Some(number)) => checked(&number.to_string(), check),
        _ => {
            let id = "an ID as a string, or as a whole number up to 64 bits";
            return Err(expected(id, value));
        }
    };
    read.map_err(|problem| problem.to_string())
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident: $check:expr;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(String);

        impl $name {
            /// Reads what a person or Graph gave, without the white space around it.
            ///
            /// # Errors
            /// When the text is empty or cannot be such an ID.
            pub fn parse(text: &str) -> Result<Self, IdProblem> {
                checked(text, $check).map(Self)
            }

            /// The ID as Graph writes it.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }

            #[allow(dead_code)] // Some IDs never come from Graph.
            pub(crate) fn from_json(value: &Value) -> Result<Self, String> {
                from_json(value, $check).map(Self)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )*};
}

ids! {
    /// An app's ID.
    AppId: digits;
    /// A configuration of Facebook Login for Business.
    ConfigId: digits;
    /// A conversation between a Page and a person: `t_` and more.
    ConversationId: conversation;
    /// Where the next part of a list starts. Opaque; not to be stored (Graph API guide, "Results").
    Cursor: anything;
    /// A message: `m_` and more; `mid.` in old answers.
    MessageId: opaque;
    /// The ID of whatever `me` is: a person or a Page.
    ObjectId: digits;
    /// A Page's ID.
    PageId: digits;
    /// A person as one Page sees them. Another Page sees the same person under another PSID.
    Psid: digits;
    /// A person as one app sees them; never valid as a recipient.
    UserId: digits;
}

impl ObjectId {
    /// The same ID, when it is known to be a Page's.
    #[must_use]
    pub fn into_page(self) -> PageId {
        PageId(self.0)
    }

    /// The same ID, when it is known to be a person's PSID.
    #[must_use]
    pub fn into_psid(self) -> Psid {
        Psid(self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(json: &str, expected: Option<&str>) {
        let read = Psid::from_json(&crate::json::parse(json).unwrap()).ok();
        assert_eq!(read.as_ref().map(Psid::as_str), expected, "{json}");
    }

    #[test]
    fn ids_are_read_exactly_or_not_at_all() {
        check(r#""7569927623102963""#, Some("7569927623102963"));
        check("10224000000000000123", Some("10224000000000000123"));
        check(r#"" 42 ""#, Some("42"));
        check("18446744073709551616", None);
        check("1.5", None);
        check("-1", None);
        check(r#""t_42""#, None);
        check(r#""42/../me""#, None);
        check(r#""""#, None);
        check("null", None);
    }

    #[test]
    fn a_conversation_id_starts_with_t() {
        assert!(ConversationId::parse("t_10224").is_ok());
        assert!(ConversationId::parse("t_mid.$cAAB:9").is_ok());
        assert_eq!(
            ConversationId::parse("10224"),
            Err(IdProblem::NotAConversation)
        );
        assert_eq!(
            ConversationId::parse("t_1?x"),
            Err(IdProblem::BadCharacters)
        );
    }
}
