//! `POST /{page-id}/messages`: the Send API.

use std::fmt;

use crate::call::Param;
use crate::endpoint::{Endpoint, Spec, TokenNeed};
use crate::error::Misfit;
use crate::fields::Fields;
use crate::http::Method;
use crate::id::{MessageId, PageId, Psid};
use crate::json::{Object, Value};
use crate::token::TokenKind;

/// The longest text, in characters. Graph's unit is not documented, so this warns and Graph decides.
pub const TEXT_LIMIT: usize = 2000;
/// The most quick replies on one message.
pub const QUICK_REPLIES_LIMIT: usize = 13;
/// The longest title of a quick reply, in characters.
pub const QUICK_REPLY_TITLE_LIMIT: usize = 20;

/// Says something to a person, on the Page's behalf.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SendMessage {
    /// The sender.
    pub page: PageId,
    /// The recipient, as this Page sees them.
    pub to: Psid,
    /// What to send.
    pub what: Outgoing,
}

/// A message or a sign of life: Graph takes one of them, not both (100/2018014).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outgoing {
    /// A message.
    Message {
        /// Its text.
        text: String,
        /// Buttons below it, each of which answers with its own title.
        quick_replies: Vec<QuickReply>,
        /// Why it may be sent.
        kind: MessagingType,
    },
    /// Typing, or seen.
    Action(SenderAction),
}

/// A button of content type `text`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuickReply {
    /// What the person sees and sends.
    pub title: String,
    /// What the webhook gets.
    pub payload: String,
}

/// Why a message may be sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum MessagingType {
    /// Answers a message, inside the window.
    #[default]
    Response,
    /// On the Page's own initiative, inside the window.
    Update,
    /// Outside the window, for one of the tags' reasons.
    Tagged(MessageTag),
}

/// The tags that are left since 27 April 2026.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MessageTag {
    /// A person answers, up to 7 days after the customer's message. Needs Meta's approval.
    HumanAgent,
    /// Asks for feedback.
    CustomerFeedback,
}

/// A sign of life.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SenderAction {
    /// Shows the bubble for 20 seconds, or until a message.
    TypingOn,
    /// Takes it away.
    TypingOff,
    /// Marks the conversation as seen.
    MarkSeen,
}

impl MessagingType {
    /// As Graph spells it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Response => "RESPONSE",
            Self::Update => "UPDATE",
            Self::Tagged(_) => "MESSAGE_TAG",
        }
    }
}

impl MessageTag {
    /// As Graph spells it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::HumanAgent => "HUMAN_AGENT",
            Self::CustomerFeedback => "CUSTOMER_FEEDBACK",
        }
    }
}

impl fmt::Display for SenderAction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::TypingOn => "typing_on",
            Self::TypingOff => "typing_off",
            Self::MarkSeen => "mark_seen",
        })
    }
}

/// What Graph says of a message that went out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sent {
    /// Absent when the person was addressed otherwise than by PSID.
    pub recipient_id: Option<Psid>,
    /// Absent for a sender action.
    pub message_id: Option<MessageId>,
}

impl SendMessage {
    /// The `message` parameter.
    fn message(text: &str, quick_replies: &[QuickReply]) -> Value {
        let replies = quick_replies.iter().map(|reply| {
            object(&[
                ("content_type", "text"),
                ("title", &reply.title),
                ("payload", &reply.payload),
            ])
        });
        let mut message = object(&[("text", text)]);
        if !quick_replies.is_empty() {
            message.insert("quick_replies", replies.map(Value::from).collect());
        }
        message.into()
    }
}

fn object(texts: &[(&str, &str)]) -> Object {
    let mut object = Object::default();
    for (key, text) in texts {
        object.insert(key, (*text).into());
    }
    object
}

impl Endpoint for SendMessage {
    const SPEC: Spec = Spec {
        method: Method::Post,
        route: "/{page-id}/messages",
        token: TokenNeed::Only(TokenKind::Page),
        permissions: &["pages_messaging"],
        tasks: &["MESSAGING"],
        docs: "https://developers.facebook.com/docs/messenger-platform/reference/send-api/",
    };
    type Answer = Sent;

    fn path_values(&self) -> Vec<&str> {
        vec![self.page.as_str()]
    }

    fn params(&self) -> Vec<Param> {
        let mut params = vec![Param::text(
            "recipient",
            Value::from(object(&[("id", self.to.as_str())])).to_string(),
        )];
        match &self.what {
            Outgoing::Message {
                text,
                quick_replies,
                kind,
            } => {
                params.push(Param::text("messaging_type", kind.as_str()));
                if let MessagingType::Tagged(tag) = kind {
                    params.push(Param::text("tag", tag.as_str()));
                }
                let message = Self::message(text, quick_replies);
                params.push(Param::text("message", message.to_string()));
            }
            Outgoing::Action(action) => {
                params.push(Param::text("sender_action", action.to_string()));
            }
        }
        params
    }

    fn read(&self, body: &Value) -> Result<Sent, Misfit> {
        let fields = Fields::of(body, "")?;
        let sent = Sent {
            recipient_id: fields.optional("recipient_id", Psid::from_json)?,
            message_id: fields.optional("message_id", MessageId::from_json)?,
        };
        match self.what {
            Outgoing::Message { .. } if sent.message_id.is_none() => {
                Err(Misfit::new("message_id", "expected the ID of the message"))
            }
            Outgoing::Action(_) if sent.recipient_id.is_none() => {
                Err(Misfit::new("recipient_id", "expected the recipient's PSID"))
            }
            _ => Ok(sent),
        }
    }
}
