//! `GET /{conversation-id}?fields=messages{…}`: the messages, newest first. Graph lets the 20
//! newest be read.

use crate::call::Param;
use crate::endpoint::{Endpoint, Spec, TokenNeed};
use crate::error::Misfit;
use crate::fields::{Fields, text};
use crate::http::Method;
use crate::id::{ConversationId, MessageId, ObjectId};
use crate::json::Value;
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
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MessageRow {
    /// Its ID.
    pub id: MessageId,
    /// The text; empty when there is only an attachment.
    pub message: Option<String>,
    /// Who wrote it; none when Graph does not give an ID.
    pub from: Option<Participant>,
    /// When.
    pub created_time: Option<GraphTime>,
}

impl MessageRow {
    fn read(row: Fields<'_>) -> Result<Self, Misfit> {
        Ok(Self {
            id: row.required("id", MessageId::from_json)?,
            message: row.optional("message", text)?,
            from: row.get("from").and_then(Participant::if_fit),
            created_time: row.optional("created_time", GraphTime::from_json)?,
        })
    }

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
            Some(messages) => Listing::read(messages, "messages.", MessageRow::read),
            None if body.get("id").is_some() => Ok(Listing::default()),
            None => Err(Misfit::new("messages", "expected the messages")),
        }
    }
}
