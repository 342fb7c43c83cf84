//! What the reader can do in the explorer.

use std::fmt;

use graph_api::TokenKind;

/// What of it is on display.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tab {
    /// The call.
    #[default]
    Call,
    /// The message composer.
    Composer,
}

/// What the reader did.
#[derive(Clone, PartialEq, Eq)]
pub enum Event {
    /// Chose a tab.
    Shown(Tab),
    /// Pressed a key that moves between the tabs.
    TabMoved,
    /// Chose a method, by its name.
    MethodChosen(String),
    /// Chose a version, as in `v26.0`.
    VersionChosen(String),
    /// Chose a token.
    TokenChosen(TokenKind),
    /// Typed into the query.
    QueryTyped(String),
    /// Pressed a key in the query, by its name.
    QueryKey(String),
    /// Took a suggestion.
    Suggested(usize),
    /// Ticked a field, or unticked it; nested ones by the path to them.
    FieldTicked(Vec<&'static str>),
    /// Asked for a row of this name.
    RowAdded(String, String),
    /// Named a row.
    RowNamed(u32, String),
    /// Typed a row's value.
    RowTyped(u32, String),
    /// Had a row's value written as strict JSON.
    RowMended(u32, String),
    /// Took a row out.
    RowRemoved(u32),
    /// Sends the call.
    Submitted,
    /// Takes it back.
    Cancelled,
    /// Had a task of the tutorial filled in, by its place.
    Filled(usize),
    /// Typed a command line.
    CurlTyped(String),
    /// Had it read.
    CurlRead,
}

/// What was typed or pasted may be a secret.
impl fmt::Debug for Event {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("explorer::Event")
    }
}

impl Tab {
    pub(crate) const fn label(self) -> &'static str {
        match self {
            Self::Call => "Call",
            Self::Composer => "Compose a message",
        }
    }

    /// The ID of its button.
    pub(crate) const fn id(self) -> &'static str {
        match self {
            Self::Call => "explorer-tab-call",
            Self::Composer => "explorer-tab-composer",
        }
    }
}
