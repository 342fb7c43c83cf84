//! What can come back instead of an answer: an error of Graph's, other JSON, or no JSON.

use thiserror::Error;

use crate::body;
use crate::error_kind::ErrorKind;
use crate::http::HttpResponse;
use crate::json::{Object, Value};

/// Everything but an answer, in three layers. Nothing of a Graph error is lost.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum AnswerError {
    /// Graph's own error; its status may be 200.
    #[error("[{status} / {}] {}", .error.label(), .error.message)]
    Graph {
        /// The HTTP status.
        status: u16,
        /// The error.
        error: Box<GraphError>,
    },
    /// JSON that is not what the endpoint answers.
    #[error("[{status}] {misfit}")]
    OtherJson {
        /// The HTTP status.
        status: u16,
        /// Where it does not fit.
        misfit: Misfit,
    },
    /// Not JSON at all.
    #[error("[{status}] {kind}")]
    NotJson {
        /// The HTTP status.
        status: u16,
        /// What it is instead.
        kind: NotJson,
    },
}

impl AnswerError {
    /// What is wrong with a response, whatever was asked; none when it is JSON without an error.
    #[must_use]
    pub fn of(response: &HttpResponse) -> Option<Self> {
        body::checked(response).err()
    }

    /// The HTTP status it came with.
    #[must_use]
    pub const fn status(&self) -> u16 {
        match self {
            Self::Graph { status, .. }
            | Self::OtherJson { status, .. }
            | Self::NotJson { status, .. } => *status,
        }
    }

    /// Graph's own error, if it is one.
    #[must_use]
    pub fn graph(&self) -> Option<&GraphError> {
        match self {
            Self::Graph { error, .. } => Some(error),
            _ => None,
        }
    }
}

/// Where a JSON answer does not have the documented shape.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{}{reason}", .path.as_ref().map(|path| format!("at {path}: ")).unwrap_or_default())]
pub struct Misfit {
    /// The path, such as `data[0].participants`; none for the whole answer.
    pub path: Option<String>,
    /// What was expected there.
    pub reason: String,
}

impl Misfit {
    pub(crate) fn new(path: &str, reason: &str) -> Self {
        let path = path.trim_end_matches('.');
        Self {
            path: (!path.is_empty()).then(|| path.to_owned()),
            reason: reason.to_owned(),
        }
    }
}

/// What a body is that is not JSON.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum NotJson {
    /// Nothing.
    #[error("an empty body")]
    Empty,
    /// A page for people, from a gateway for instance.
    #[error("an HTML page instead of JSON")]
    Html,
    /// Cut, damaged, or something else.
    #[error("not JSON: {reason}")]
    Garbled {
        /// What the parser says.
        reason: String,
    },
}

/// Graph's error envelope. Every key but the message may be absent, and every key is kept.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct GraphError {
    /// In words; may be localised, so nothing is decided by it.
    pub message: String,
    /// `OAuthException` and the like.
    pub kind: Option<String>,
    /// The code; the number in the message may differ.
    pub code: Option<u64>,
    /// The subcode.
    pub subcode: Option<u64>,
    /// Graph's own word that trying again may help; often absent.
    pub is_transient: Option<bool>,
    /// A title meant for people, in the request's locale.
    pub user_title: Option<String>,
    /// A text meant for people, in the request's locale.
    pub user_message: Option<String>,
    /// What Meta's support asks for.
    pub trace_id: Option<String>,
    /// Every other key, `error_data` among them.
    pub rest: Object,
}

impl GraphError {
    /// Reads the value of an `error` key; `false` and `null` are no error.
    pub(crate) fn read(error: &Value) -> Option<Box<Self>> {
        let mut rest = match error {
            Value::Object(map) => map.clone(),
            Value::Text(_) => one("message", error),
            Value::Null | Value::Bool(false) => return None,
            other => one("error", other),
        };
        Some(Box::new(Self {
            message: take_text(&mut rest, "message").unwrap_or_default(),
            kind: take_text(&mut rest, "type"),
            code: take_number(&mut rest, &["code"]),
            subcode: take_number(&mut rest, &["error_subcode", "subcode"]),
            is_transient: take_flag(&mut rest, "is_transient"),
            user_title: take_text(&mut rest, "error_user_title"),
            user_message: take_text(&mut rest, "error_user_msg"),
            trace_id: take_text(&mut rest, "fbtrace_id"),
            rest,
        }))
    }

    /// Which of the documented errors it is.
    #[must_use]
    pub fn documented(&self) -> ErrorKind {
        ErrorKind::of(self.code, self.subcode)
    }

    /// `190/463`, `190`, or `no code`.
    #[must_use]
    pub fn label(&self) -> String {
        match (self.code, self.subcode) {
            (Some(code), Some(subcode)) => format!("{code}/{subcode}"),
            (Some(code), None) => code.to_string(),
            (None, _) => "no code".to_owned(),
        }
    }
}

fn one(key: &str, value: &Value) -> Object {
    let mut object = Object::default();
    object.insert(key, value.clone());
    object
}

#[inline(never)]
fn take_text(map: &mut Object, key: &str) -> Option<String> {
    let text = map.get(key)?.as_str()?.to_owned();
    map.remove(key);
    Some(text)
}

fn take_flag(map: &mut Object, key: &str) -> Option<bool> {
    let flag = map.get(key)?.as_bool()?;
    map.remove(key);
    Some(flag)
}

/// Takes the first of the keys that holds a number, else the number in quotes at the first key that
/// is there; others stay in the map.
#[inline(never)]
fn take_number(map: &mut Object, keys: &[&str]) -> Option<u64> {
    let plain = keys
        .iter()
        .find_map(|key| Some((key, map.get(key)?.as_u64()?)));
    let (key, number) = plain.or_else(|| {
        let (key, value) = keys.iter().find_map(|key| Some((key, map.get(key)?)))?;
        Some((key, value.as_str()?.parse().ok()?))
    })?;
    map.remove(key);
    Some(number)
}
