//! Tokens, as the world keeps them.

use std::fmt;

use graph_api::GraphTime;
use serde::{Deserialize, Serialize};

/// How long a User token lives: 60 days, as a long-lived one.
pub(crate) const LIFETIME: i64 = 60 * 86_400;
/// How long a token sees data: 90 days.
pub(crate) const DATA_ACCESS: i64 = 90 * 86_400;
/// What the world's tokens start with.
pub(crate) const PREFIX: &str = "practice-";

/// The permissions that the tutorial's token carries.
pub const USUAL_PERMISSIONS: [&str; 5] = [
    "pages_show_list",
    "pages_messaging",
    "pages_manage_metadata",
    "pages_read_engagement",
    "public_profile",
];

/// Whose a token is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Owner {
    /// The developer.
    User,
    /// A Page, by its ID, for which the developer acts.
    Page(String),
    /// The app itself.
    App,
}

/// An access token.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Token {
    pub(crate) secret: String,
    pub(crate) owner: Owner,
    /// The world's count when it was made.
    pub(crate) count: u64,
    pub(crate) issued_at: GraphTime,
    /// None: never.
    pub(crate) expires_at: Option<GraphTime>,
    pub(crate) granted: Vec<String>,
    pub(crate) declined: Vec<String>,
}

impl Token {
    pub(crate) fn page(&self) -> Option<&str> {
        match &self.owner {
            Owner::Page(id) => Some(id),
            Owner::User | Owner::App => None,
        }
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Token")
            .field("owner", &self.owner)
            .field("expires_at", &self.expires_at)
            .field("granted", &self.granted)
            .finish_non_exhaustive()
    }
}
