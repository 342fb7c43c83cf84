//! `GET /{page-id}/conversations`: who has written to the Page, newest first.

use crate::call::Param;
use crate::endpoint::{Endpoint, Spec, TokenNeed};
use crate::error::Misfit;
use crate::fields::Fields;
use crate::http::Method;
use crate::id::{ConversationId, Cursor, ObjectId, PageId, Psid};
use crate::json::Value;
use crate::listing::Listing;
use crate::time::GraphTime;
use crate::token::TokenKind;

/// Which conversations does the Page have?
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListConversations {
    /// Whose.
    pub page: PageId,
    /// Only the one with this person.
    pub with: Option<Psid>,
    /// Where to go on.
    pub after: Option<Cursor>,
}

/// A conversation between the Page and a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConversationRow {
    /// Its ID.
    pub id: ConversationId,
    /// When something last happened in it.
    pub updated_time: Option<GraphTime>,
    /// The person and the Page, as far as Graph says.
    pub participants: Vec<Participant>,
}

/// One side of a conversation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Participant {
    /// A PSID, or the Page's ID.
    pub id: ObjectId,
    /// The name; Graph writes `Facebook user` for some.
    pub name: Option<String>,
}

impl Participant {
    fn read(fields: Fields<'_>) -> Result<Self, Misfit> {
        Ok(Self {
            id: fields.required("id", ObjectId::from_json)?,
            name: fields.name()?,
        })
    }

    /// None when it does not fit: what it stands in is worth showing all the same.
    pub(super) fn if_fit(value: &Value) -> Option<Self> {
        Fields::of(value, "").and_then(Self::read).ok()
    }
}

impl ConversationRow {
    fn read(row: Fields<'_>) -> Result<Self, Misfit> {
        let participants = row.get("participants").and_then(|list| list.get("data"));
        let participants = participants.and_then(Value::as_list).unwrap_or_default();
        Ok(Self {
            id: row.required("id", ConversationId::from_json)?,
            updated_time: row.optional("updated_time", GraphTime::from_json)?,
            participants: participants
                .iter()
                .filter_map(Participant::if_fit)
                .collect(),
        })
    }

    /// The participant who is not the Page. Graph lists the customer first, but order decides
    /// nothing here.
    #[must_use]
    pub fn customer(&self, page: &PageId) -> Option<&Participant> {
        self.participants
            .iter()
            .find(|participant| participant.id.as_str() != page.as_str())
    }
}

impl Endpoint for ListConversations {
    const SPEC: Spec = Spec {
        method: Method::Get,
        route: "/{page-id}/conversations",
        token: TokenNeed::Only(TokenKind::Page),
        permissions: &[
            "pages_messaging",
            "pages_manage_metadata",
            "pages_read_engagement",
        ],
        tasks: &["MESSAGING", "MODERATE"],
        docs: "https://developers.facebook.com/docs/graph-api/reference/page/conversations/",
    };
    type Answer = Listing<ConversationRow>;

    fn path_values(&self) -> Vec<&str> {
        vec![self.page.as_str()]
    }

    fn params(&self) -> Vec<Param> {
        let mut params = vec![
            Param::text("platform", "messenger"),
            Param::text("fields", "participants,updated_time"),
        ];
        if let Some(psid) = &self.with {
            params.push(Param::text("user_id", psid.as_str()));
        }
        if let Some(after) = &self.after {
            params.push(Param::text("after", after.as_str()));
        }
        params
    }

    fn read(&self, body: &Value) -> Result<Self::Answer, Misfit> {
        Listing::read(body, "", ConversationRow::read)
    }
}
