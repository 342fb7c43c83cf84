//! What the page has to work with, as far as the workbench needs to know. No token is in it.

use graph_api::{GraphVersion, TokenKind};

/// What is held.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Holds {
    /// Whether there is a User token.
    pub user_token: bool,
    /// Whether there is a token of the chosen Page.
    pub page_token: bool,
    /// The permissions of the User token, once they are known.
    pub granted: Option<Vec<String>>,
    /// The chosen Page: its ID and its name.
    pub page: Option<(String, String)>,
    /// The chosen person, as that Page knows them.
    pub psid: Option<String>,
    /// The chosen conversation.
    pub conversation: Option<String>,
    /// The version that the guide works with.
    pub version: GraphVersion,
    /// Whether the emulator answers.
    pub is_practice: bool,
    /// Whether the explorer is on display.
    pub is_exploring: bool,
    /// The language of the code that the reader chose, by its name; empty before they did.
    pub language: String,
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
