//! What the page holds, as far as a part of the workbench needs to know. No token is in it.

use graph_api::{GraphVersion, TokenKind};

/// What the page has so far.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Holds {
    /// Whether there is a User token.
    pub user_token: bool,
    /// Whether there is a Page token.
    pub page_token: bool,
    /// The permissions that the token carries; none while nobody has asked.
    pub granted: Option<Vec<String>>,
    /// The Page that the guide works with: its ID and its name.
    pub page: Option<(String, String)>,
    /// The person it talks to.
    pub psid: Option<String>,
    /// Their conversation.
    pub conversation: Option<String>,
    /// The version that the page calls.
    pub version: GraphVersion,
    /// Whether the calls go to the emulator.
    pub is_practice: bool,
}

impl Holds {
    /// Whether there is a token of this kind.
    #[must_use]
    pub fn has(&self, kind: TokenKind) -> bool {
        match kind {
            TokenKind::User => self.user_token,
            TokenKind::Page => self.page_token,
        }
    }

    /// Whether the token carries a permission; none when nobody knows.
    #[must_use]
    pub fn grants(&self, permission: &str) -> Option<bool> {
        let granted = self.granted.as_ref()?;
        Some(granted.iter().any(|own| own == permission))
    }
}
