//! The webhook shortcut: from a pasted notification to the conversation.

use graph_api::{PageId, Psid};
use handbook::{Hurdle, Notified};
use std::sync::Arc;

use crate::event::Text;

/// How far the shortcut has come.
#[derive(Debug, Clone, Default)]
pub struct Shortcut {
    /// What was pasted.
    pub draft: Text,
    /// Whether the reader has used it.
    pub is_open: bool,
    /// Whether nothing was to be read.
    pub is_empty: bool,
    /// Whether nobody was marked when somebody was to be taken.
    pub is_unmarked: bool,
    /// Which question to the handbook reads it.
    pub(crate) ticket: Option<u32>,
    /// What it holds.
    pub reading: Option<Arc<Notified>>,
    /// Whether the handbook could not be loaded.
    pub is_unread: bool,
    /// The person marked.
    pub picked: Option<Sender>,
    /// Whether the Pages are being read for that person.
    pub(crate) wants_page: bool,
    /// What stands between that person and the conversation.
    pub hurdle: Option<Hurdle>,
}

/// A person, and the Page they wrote to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sender {
    /// The Page.
    pub page: PageId,
    /// The person.
    pub psid: Psid,
}
