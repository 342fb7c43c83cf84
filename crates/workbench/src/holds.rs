//! What the page has to work with, as far as the workbench needs to know. No token is in it.

use graph_api::GraphVersion;

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
    /// How far the reader's clock is ahead of UTC, in minutes.
    pub offset_minutes: i32,
}
