//! A whole send: the parameters of the call.

use super::Message;
use super::write::texts;
use crate::endpoints::send_message::MessagingType;
use crate::json::Object;

/// What `POST /{page-id}/messages` is sent with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sending {
    /// The recipient's PSID.
    pub to: String,
    /// What is sent.
    pub what: What,
}

/// A message or an action: Graph takes one of them (100/2018014).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// A message.
    Message {
        /// Why it may be sent. Documented as required; Meta's own recordings are without it.
        kind: Option<MessagingType>,
        /// The message.
        message: Message,
        /// The ID of the message that it answers; empty for none.
        reply_to: String,
    },
    /// A sign of life, or a reaction.
    Action(Action),
}

/// What a Page does besides writing ("Sender Actions", January 2026).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// Shows that the Page is typing, for 20 seconds or until a message.
    TypingOn,
    /// Takes that away.
    TypingOff,
    /// Marks the conversation as seen.
    MarkSeen,
    /// Reacts to a message.
    React {
        /// The message's ID.
        message: String,
        /// The emoji.
        emoji: String,
    },
    /// Takes the reaction back.
    Unreact {
        /// The message's ID.
        message: String,
    },
}

impl Action {
    /// As Graph spells it.
    #[must_use]
    pub const fn word(&self) -> &'static str {
        match self {
            Self::TypingOn => "typing_on",
            Self::TypingOff => "typing_off",
            Self::MarkSeen => "mark_seen",
            Self::React { .. } => "react",
            Self::Unreact { .. } => "unreact",
        }
    }

    fn payload(&self) -> Option<Object> {
        match self {
            Self::React { message, emoji } => {
                Some(texts(&[("message_id", message), ("reaction", emoji)]))
            }
            Self::Unreact { message } => Some(texts(&[("message_id", message)])),
            _ => None,
        }
    }
}

impl Sending {
    /// The call's JSON body.
    #[must_use]
    pub fn to_json(&self) -> Object {
        let mut body = Object::default();
        body.insert("recipient", texts(&[("id", &self.to)]).into());
        match &self.what {
            What::Message {
                kind,
                message,
                reply_to,
            } => {
                if let Some(kind) = kind {
                    body.insert("messaging_type", kind.as_str().into());
                }
                if let Some(MessagingType::Tagged(tag)) = kind {
                    body.insert("tag", tag.as_str().into());
                }
                body.insert("message", message.to_json());
                if !reply_to.is_empty() {
                    body.insert("reply_to", texts(&[("mid", reply_to)]).into());
                }
            }
            What::Action(action) => {
                body.insert("sender_action", action.word().into());
                if let Some(payload) = action.payload() {
                    body.insert("payload", payload.into());
                }
            }
        }
        body
    }

    /// The same as form parameters: an object is its JSON.
    #[must_use]
    pub fn to_params(&self) -> Vec<(String, String)> {
        let mut params = Vec::new();
        for (name, value) in self.to_json().iter() {
            let text = value.as_str().map(str::to_owned);
            params.push((name.to_owned(), text.unwrap_or_else(|| value.to_string())));
        }
        params
    }
}
