//! The questions and answers, as plain data.

use std::sync::Arc;

use graph_api::TokenKind;

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
    /// Why nothing of use came, and what to do.
    Explain(Situation),
    /// A text as a QR code.
    Draw(String),
    /// What a pasted webhook notification holds.
    Notification(Pasted),
    /// What there is to say of a login with Facebook.
    Login(LoginTopic),
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
    /// The text, drawn.
    Drawn(Code),
    /// The people that the notification is about.
    Notification(Arc<Notified>),
    /// The question could not be read: page and handbook are of two builds.
    Unreadable,
}

/// A QR code with its quiet zone: what is dark, as the path of an SVG, one unit a module.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Code {
    /// The length of a side, in modules.
    pub size: u32,
    /// The path.
    pub path: String,
}

/// What was asked of Graph when it said no.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Asked {
    /// A login's code for a token.
    Login,
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
    /// To send a message, in the reader's own words to Graph.
    Write,
    /// Anything else that the reader asked for in their own words.
    Query,
}

/// What came instead of what was asked for. Codes only: Graph localizes its texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Came {
    /// An error of Graph's.
    Refused {
        /// `error.code`.
        code: Option<u64>,
        /// `error.error_subcode`.
        subcode: Option<u64>,
    },
    /// A list without a row.
    Empty,
    /// JSON of another shape.
    OtherShape,
    /// Nothing at all.
    NoBody,
    /// A server's page for people.
    Html,
    /// Neither JSON nor a page.
    Garbled,
}

/// What the recipient is for certain, since the page holds the same ID as something else. It is no
/// conversation's: a PSID has digits only (`graph_api::Psid`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Clue {
    /// One of the reader's Pages.
    Page,
    /// The reader, as the app sees them.
    Reader,
    /// A customer in the conversation list of this very Page.
    Listed,
}

/// What came, where, and what the page knows for certain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Situation {
    /// What was asked.
    pub asked: Asked,
    /// What came instead.
    pub came: Came,
    /// Whether the emulated Graph said it.
    pub is_practice: bool,
    /// Whether the reader has chosen a Page: its ID and the draft outlive the token.
    pub has_page: bool,
    /// Whose token the reader brought; none before it is known.
    pub token: Option<TokenKind>,
    /// What the recipient is in truth.
    pub clue: Option<Clue>,
    /// The permissions of the token when it was looked at; none if that is not known.
    pub granted: Option<Vec<String>>,
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
        /// The Messenger Platform's list of error codes.
        ErrorCodes = "error-codes",
        /// The limits of calls.
        RateLimits = "rate-limits",
        /// Who holds a conversation.
        Routing = "routing",
        /// How Meta's platform is doing.
        Status = "status",
        /// Who may do what on a Page.
        PageAccess = "page-access",
        /// Restrictions of an account or a Page.
        Support = "support",
        /// Makes a Page.
        NewPage = "new-page",
        /// The login with PKCE.
        Login = "login",
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
        /// Reads the messages, to see whether a reply arrived.
        ReadMessages = "read-messages",
        /// Asks for an empty list again.
        LookAgain = "look-again",
        /// Goes to where the customer writes.
        CustomerSide = "customer-side",
        /// Chooses another Page.
        OtherPage = "other-page",
        /// Chooses another version.
        OtherVersion = "other-version",
    }
}

named! {
    /// What there is to say of a login with Facebook, other than what Graph says of its code.
    LoginTopic {
        /// What to set in the app first.
        Setup = "setup",
        /// Cancelled by the person.
        Denied = "denied",
        /// Facebook sent no code, for another reason.
        NoCode = "no-code",
        /// The answer is to another question.
        WrongState = "wrong-state",
        /// The token is of another login.
        OtherNonce = "other-nonce",
    }
}
