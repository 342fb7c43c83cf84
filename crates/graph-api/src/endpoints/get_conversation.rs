//! `GET /{conversation-id}?fields=messages{…}`: the messages, newest first. Graph lets the 20
//! newest be read.

use serde::{Deserialize, Deserializer};
use serde_json::Value;

use crate::call::Param;
use crate::endpoint::{Endpoint, Spec, TokenNeed};
use crate::error::Misfit;
use crate::http::Method;
use crate::id::{ConversationId, MessageId, ObjectId};
use crate::json;
use crate::listing::Listing;
use crate::time::GraphTime;
use crate::token::TokenKind;

use super::list_conversations::{ListConversations, Participant};

/// What was written in the conversation?
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GetConversation {
    /// Which one.
    pub conversation: ConversationId,
}

/// A message, from either side.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct MessageRow {
    /// Its ID.
    pub id: MessageId,
    /// The text; empty when there is only an attachment.
    #[serde(default)]
    pub message: Option<String>,
    /// Who wrote it; none when Graph does not give an ID.
    #[serde(default, deserialize_with = "sender")]
    pub from: Option<Participant>,
    /// When.
    #[serde(default)]
    pub created_time: Option<GraphTime>,
}

/// A text is worth showing even when its sender cannot be read.
fn sender<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Participant>, D::Error> {
    Ok(json::decode(&Value::deserialize(from)?, "").ok())
}

impl MessageRow {
    /// Whether this participant wrote it.
    #[must_use]
    pub fn is_from(&self, id: &str) -> bool {
        self.sender().is_some_and(|sender| sender.as_str() == id)
    }

    /// Who wrote it, if Graph says.
    #[must_use]
    pub fn sender(&self) -> Option<&ObjectId> {
        self.from.as_ref().map(|from| &from.id)
    }
}

impl Endpoint for GetConversation {
    const SPEC: Spec = Spec {
        method: Method::Get,
        route: "/{conversation-id}",
        token: TokenNeed::Only(TokenKind::Page),
        permissions: ListConversations::SPEC.permissions,
        tasks: ListConversations::SPEC.tasks,
        docs: "https://developers.facebook.com/docs/graph-api/reference/conversation/",
    };
    type Answer = Listing<MessageRow>;

    fn path_values(&self) -> Vec<&str> {
        vec![self.conversation.as_str()]
    }

    fn params(&self) -> Vec<Param> {
        vec![Param::text("fields", "messages{message,from,created_time}")]
    }

    fn read(&self, body: &Value) -> Result<Self::Answer, Misfit> {
        match body.get("messages").filter(|messages| !messages.is_null()) {
            Some(messages) => Listing::read(messages, "messages."),
            None if body.get("id").is_some() => Ok(Listing::default()),
            None => Err(Misfit::new("messages", "expected the messages")),
        }
    }
}
