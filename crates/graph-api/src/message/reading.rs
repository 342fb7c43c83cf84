//! A send from what somebody wrote: what of it can be edited here, and what cannot.

use thiserror::Error;

use super::{Action, Message, Sending, What};
use crate::endpoints::send_message::{MessageTag, MessagingType};
use crate::json::{self, Object, Value};

/// What was read, and what of it has no place here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Read {
    /// What was read.
    pub sending: Sending,
    /// The paths of what was left out, such as `message.metadata`. No values: one may be a token.
    pub left_out: Vec<String>,
}

/// Why a send cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Unreadable {
    /// It is no JSON object.
    #[error("this is not a JSON object")]
    NotAnObject,
    /// A parameter is no JSON.
    #[error("the parameter {0} is not strict JSON")]
    NotJson(String),
    /// There is neither a message nor an action in it.
    #[error("there is neither a message with a text or an attachment in it, nor a sender_action")]
    NoMessage,
    /// Something of a kind that is not made here: a template, a button, a quick reply, an action.
    #[error("the composer does not make this kind: {0}")]
    Kind(String),
}

/// The parameters that hold JSON.
const OBJECTS: [&str; 4] = ["recipient", "message", "reply_to", "payload"];
/// The keys whose values are words of Graph's, in which capitals do not matter.
const WORDS: [&str; 6] = [
    "type",
    "content_type",
    "template_type",
    "sender_action",
    "messaging_type",
    "tag",
];

impl Action {
    fn read(word: &str, payload: Option<&Value>) -> Result<Self, Unreadable> {
        let text = |key| {
            let found = payload.and_then(|it| it.get(key)).and_then(Value::as_str);
            found.unwrap_or_default().to_owned()
        };
        let message = text("message_id");
        Ok(match word.to_ascii_lowercase().as_str() {
            "typing_on" => Self::TypingOn,
            "typing_off" => Self::TypingOff,
            "mark_seen" => Self::MarkSeen,
            "react" => Self::React {
                message,
                emoji: text("reaction"),
            },
            "unreact" => Self::Unreact { message },
            _ => return Err(Unreadable::Kind(word.to_owned())),
        })
    }
}

impl Sending {
    /// Reads the parameters of a call.
    ///
    /// # Errors
    /// When there is no message in them, or one that is not made here.
    pub fn read_params(params: &[(String, String)]) -> Result<Read, Unreadable> {
        let mut body = Object::default();
        for (name, text) in params {
            let value = match OBJECTS.contains(&name.as_str()) {
                true => json::parse(text).map_err(|_| Unreadable::NotJson(name.clone()))?,
                false => text.as_str().into(),
            };
            body.insert(name, value);
        }
        Self::read(body)
    }

    /// Reads JSON that somebody wrote: a body of the call, or a message alone.
    ///
    /// # Errors
    /// When it is not JSON, or there is no message in it, or one that is not made here.
    pub fn read_text(text: &str) -> Result<Read, Unreadable> {
        let Ok(Value::Object(mut body)) = json::parse(text) else {
            return Err(Unreadable::NotAnObject);
        };
        let is_message = body.get("text").is_some() || body.get("attachment").is_some();
        if is_message && body.get("message").is_none() {
            let message = std::mem::take(&mut body);
            body.insert("message", message.into());
        }
        Self::read(body)
    }

    fn read(mut body: Object) -> Result<Read, Unreadable> {
        if let Some(Value::Object(recipient)) = body.get_mut("recipient")
            && let Some(Value::Number(digits)) = recipient.get("id")
        {
            let digits = digits.clone();
            recipient.insert("id", digits.into());
        }
        let text = |path: [&str; 2]| {
            let found = body.get(path[0]).and_then(|it| it.get(path[1]));
            found.and_then(Value::as_str).unwrap_or_default().to_owned()
        };
        let word = |key| body.get(key).and_then(Value::as_str);
        let what = match (body.get("message"), word("sender_action")) {
            (None | Some(Value::Null), Some(word)) => {
                What::Action(Action::read(word, body.get("payload"))?)
            }
            (Some(message), _) => What::Message {
                kind: word("messaging_type").and_then(|it| messaging_type(it, word("tag"))),
                message: Message::read(message)?,
                reply_to: text(["reply_to", "mid"]),
            },
            (None, None) => return Err(Unreadable::NoMessage),
        };
        let to = text(["recipient", "id"]);
        let sending = Self { to, what };
        let mut left_out = Vec::new();
        let kept = sending.to_json().into();
        differ(&body.into(), Some(&kept), "", &mut left_out);
        Ok(Read { sending, left_out })
    }
}

fn messaging_type(word: &str, tag: Option<&str>) -> Option<MessagingType> {
    let is = |own: &str| word.eq_ignore_ascii_case(own);
    if is(MessagingType::Response.as_str()) {
        return Some(MessagingType::Response);
    }
    if is(MessagingType::Update.as_str()) {
        return Some(MessagingType::Update);
    }
    let mut tags = [MessageTag::HumanAgent, MessageTag::CustomerFeedback].into_iter();
    let tag = tags.find(|own| tag.is_some_and(|tag| tag.eq_ignore_ascii_case(own.as_str())))?;
    let tagged = MessagingType::Tagged(tag);
    is(tagged.as_str()).then_some(tagged)
}

/// Adds the paths of what was given and not kept. `null`, `false` and an empty text are nothing.
fn differ(given: &Value, kept: Option<&Value>, path: &str, paths: &mut Vec<String>) {
    let is_word = path
        .rsplit('.')
        .next()
        .is_some_and(|key| WORDS.contains(&key));
    let same = match (given, kept) {
        (Value::Null | Value::Bool(false), None) => true,
        (Value::Text(text), None) => text.is_empty(),
        (Value::Text(given), Some(Value::Text(kept))) if is_word => {
            given.eq_ignore_ascii_case(kept)
        }
        (Value::Object(given), Some(kept @ Value::Object(_))) => {
            for (key, value) in given.iter() {
                let path = match path {
                    "" => key.to_owned(),
                    path => format!("{path}.{key}"),
                };
                differ(value, kept.get(key), &path, paths);
            }
            true
        }
        (Value::List(given), Some(Value::List(kept))) if given.len() == kept.len() => {
            for (at, (given, kept)) in given.iter().zip(kept).enumerate() {
                differ(given, Some(kept), &format!("{path}[{at}]"), paths);
            }
            true
        }
        (given, kept) => Some(given) == kept,
    };
    if !same {
        paths.push(path.to_owned());
    }
}
