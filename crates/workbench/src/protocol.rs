//! What the page and the workbench say to each other.

use std::fmt;
use std::sync::Arc;

use graph_api::{Call, Carrier, TokenKind};
use remote_view::{Acted, Node};

use crate::holds::Holds;
use crate::wish::Wish;

/// What the page says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Heard {
    /// The workbench is to be seen, and nothing else happened.
    Opened,
    /// The reader did something in a part of the page that the workbench drew.
    Acted(Acted),
    /// A call went out.
    Called(Called),
    /// A call came to its end.
    Ended {
        /// Which.
        ticket: u32,
        /// How.
        ending: Ending,
    },
    /// What Send would send, while the reader writes; none when nothing is written.
    Drafted(Option<(Call, Carrier)>),
    /// The call that sent the reply, once the run is at its end.
    Replied(Call),
    /// The token that was pasted, and went along with the calls since this ticket, is of this kind.
    Recognized {
        /// Which kind.
        kind: TokenKind,
        /// The first of its calls.
        since: u32,
    },
    /// A call that somebody shared, as it stood in the address.
    Shared(String),
    /// What the page has to work with changed.
    Holds(Holds),
}

/// A call that went out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Called {
    /// Its name; counts up.
    pub ticket: u32,
    /// What was asked; it holds no token.
    pub call: Call,
    /// The token that went along; none for a login's code, and while nobody knows of what kind a
    /// pasted one is.
    pub token: Option<TokenKind>,
    /// How the token travels.
    pub carrier: Carrier,
    /// When, in milliseconds since 1970.
    pub at: i64,
    /// Whether the explorer sent it.
    pub is_explored: bool,
    /// An earlier look for the same thing, which goes if it found nothing and is not on display.
    pub replaces: Option<u32>,
}

/// How a call ended.
#[derive(Clone, PartialEq, Eq)]
pub enum Ending {
    /// Taken back by the reader, or by a newer call.
    Cancelled,
    /// This device is offline.
    Offline,
    /// Nothing came in time.
    TimedOut,
    /// No answer could be read.
    Unreachable,
    /// Answered, well or not.
    Answered {
        /// The HTTP status.
        status: u16,
        /// The time it took, in milliseconds.
        millis: u32,
        /// The body as it came.
        body: String,
        /// What is taken out of it wherever it stands; not kept.
        secrets: Vec<String>,
    },
}

/// The body is not yet redacted.
impl fmt::Debug for Ending {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Cancelled => f.write_str("Cancelled"),
            Self::Offline => f.write_str("Offline"),
            Self::TimedOut => f.write_str("TimedOut"),
            Self::Unreachable => f.write_str("Unreachable"),
            Self::Answered { status, body, .. } => {
                write!(f, "Answered({status}, {} bytes)", body.len())
            }
        }
    }
}

/// What the workbench says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Told {
    /// A surface looks like this now.
    Drawn(Drawn),
    /// Something is to be done.
    Wish(Wish),
}

/// A surface as it looks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drawn {
    /// Which.
    pub surface: String,
    /// The number of the drawing, for what is done in it.
    pub drawing: u32,
    /// What it shows.
    pub tree: Arc<Node<u32>>,
}
