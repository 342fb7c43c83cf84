//! What the reader can do in the explorer.

use std::fmt;

use graph_api::TokenKind;

/// What of it is on display.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Tab {
    /// The call.
    #[default]
    Call,
    /// The message composer.
    Composer,
}

/// What the reader did.
#[derive(Clone, PartialEq, Eq)]
pub(crate) enum Event {
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
    /// Changed the fields of a write.
    Row(RowEvent),
    /// Sends the call.
    Submitted,
    /// Folded the tutorial away, or opened it.
    TutorialFolded(bool),
    /// Had a task of the tutorial filled in, by its place.
    Filled(usize),
    /// Typed a command line.
    CurlTyped(String),
    /// Had it read.
    CurlRead,
}

/// What the reader did with the fields of a write, a row each.
#[derive(Clone, PartialEq, Eq)]
pub(crate) enum RowEvent {
    /// Asked for one of this name, with this value.
    Added(String, String),
    /// Named one.
    Named(u32, String),
    /// Typed its value.
    Typed(u32, String),
    /// Had its value written as strict JSON.
    Mended(u32, String),
    /// Took one out.
    Removed(u32),
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
