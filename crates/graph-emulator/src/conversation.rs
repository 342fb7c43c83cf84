//! What Pages and people have said to each other.

use graph_api::GraphTime;
use serde::{Deserialize, Serialize};

/// What Graph calls a person without a name.
pub(crate) const NAMELESS: &str = "Facebook user";

/// A Page, and what the developer may do on it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Page {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) category: String,
    pub(crate) category_id: String,
    pub(crate) tasks: Vec<String>,
    /// The business portfolio that owns it.
    pub(crate) portfolio: Option<String>,
    /// What of its webhooks the app gets.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) subscribed_fields: Vec<String>,
}

/// A Page and a person. Without messages it is not there yet: the person has a phone, no more.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Conversation {
    pub(crate) id: String,
    pub(crate) page: String,
    pub(crate) psid: String,
    /// None: Graph does not tell it.
    pub(crate) customer: Option<String>,
    /// Whether the person has a role on the app.
    pub(crate) has_role: bool,
    /// Oldest first.
    pub(crate) messages: Vec<Message>,
    pub(crate) typing_until: Option<GraphTime>,
    pub(crate) unread: u32,
}

impl Conversation {
    pub(crate) fn customer_name(&self) -> &str {
        self.customer.as_deref().unwrap_or(NAMELESS)
    }
}

/// A message, from either side.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Message {
    pub(crate) id: String,
    /// The world's count when it was written.
    pub(crate) count: u64,
    pub(crate) from_customer: bool,
    pub(crate) text: String,
    pub(crate) time: GraphTime,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) attachment: Option<Attachment>,
    /// The titles of the buttons below it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) quick_replies: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) reply_to: Option<String>,
}

/// A picture or a file.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Attachment {
    pub(crate) id: String,
    /// `image`, `audio`, `video`, `file` or `template`.
    pub(crate) kind: String,
    pub(crate) url: String,
    /// What a template says; the button template is a card without a picture.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) cards: Vec<Card>,
}

/// A card of a template.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(crate) struct Card {
    pub(crate) title: String,
    pub(crate) subtitle: String,
    pub(crate) image_url: String,
    pub(crate) buttons: Vec<Button>,
}

/// A button on it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Button {
    /// As Graph spells it: `web_url`, `postback` and others.
    pub(crate) kind: String,
    pub(crate) title: String,
    /// Of a link.
    pub(crate) url: String,
}

impl Message {
    /// What the customer reads: the text, or what a template says, line by line.
    pub(crate) fn shown(&self) -> String {
        let cards = self.attachment.iter().flat_map(|it| &it.cards);
        let cards: Vec<_> = cards.map(Card::shown).collect();
        match cards.is_empty() {
            true => self.text.clone(),
            false => cards.join("\n\n"),
        }
    }
}

impl Card {
    fn shown(&self) -> String {
        let mut lines = vec![self.title.clone()];
        if !self.subtitle.is_empty() {
            lines.push(self.subtitle.clone());
        }
        let buttons = self
            .buttons
            .iter()
            .map(|button| format!("[{}]", button.title));
        lines.extend(buttons);
        lines.join("\n")
    }
}
