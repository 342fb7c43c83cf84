//! The questions and answers, as plain data.

use std::sync::Arc;

use crate::notification::{Notified, Pasted};

/// From the page to the handbook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ask {
    /// Comes back with the answer.
    pub ticket: u32,
    /// What is asked.
    pub what: Question,
}

/// What the page can ask.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Question {
    /// Why Graph said no, and what to do.
    Explain(Situation),
    /// What a pasted webhook notification holds.
    Notification(Pasted),
}

/// From the handbook to the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// Of the question; 0 when the question could not be read.
    pub ticket: u32,
    /// The answer.
    pub what: Answer,
}

/// What the handbook can answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// What happened, why, and the way on.
    Explained(Explanation),
    /// The people that the notification is about.
    Notification(Arc<Notified>),
    /// The question could not be read: page and handbook are of two builds.
    Unreadable,
}

/// What was asked of Graph when it said no.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Asked {
    /// Whose the token is, what it is, what it may do.
    Token,
    /// The Pages.
    Pages,
    /// The conversations of a Page.
    Conversations,
    /// The messages of a conversation.
    Messages,
    /// To send a message.
    Send,
}

/// An error of Graph's, and where it came. Codes only: Graph localizes its texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Situation {
    /// What was asked.
    pub asked: Asked,
    /// `error.code`.
    pub code: Option<u64>,
    /// `error.error_subcode`.
    pub subcode: Option<u64>,
    /// Whether the emulated Graph said it.
    pub is_practice: bool,
    /// Whether the reader has chosen a Page: its ID and the draft outlive the token.
    pub has_page: bool,
}

/// What happened, why it usually does, and the way on. Text between backticks is code.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Explanation {
    /// What happened.
    pub title: String,
    /// Why it usually does.
    pub why: Vec<String>,
    /// What to do, in order or by choice.
    pub steps: Vec<String>,
    /// Where to read more, or to do it.
    pub places: Vec<Place>,
    /// What the page itself can do about it; the first is the best.
    pub ways: Vec<Way>,
}

macro_rules! named {
    ($(#[$about:meta])* $kind:ident { $($(#[$doc:meta])* $variant:ident = $name:literal,)* }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum $kind {
            $($(#[$doc])* $variant,)*
        }

        impl $kind {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            pub(crate) const fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)*
                }
            }

            pub(crate) fn named(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|it| it.name() == name)
            }
        }
    };
}

named! {
    /// A page of Meta's, which the page knows the address of.
    Place {
        /// The Graph API Explorer.
        Explorer = "explorer",
        /// The App Dashboard.
        Apps = "apps",
        /// The Messenger Platform's policy.
        Policy = "policy",
        /// Meta's list of error codes.
        ErrorCodes = "error-codes",
    }
}

named! {
    /// What a button of the page does.
    Way {
        /// Brings a new token.
        NewToken = "new-token",
        /// Does the same call again.
        Again = "again",
        /// Chooses another conversation.
        OtherConversation = "other-conversation",
        /// Writes as the customer, in practice; reads the messages again, live.
        CustomerWrites = "customer-writes",
        /// Goes back to Connect, to choose another version.
        Connect = "connect",
    }
}
