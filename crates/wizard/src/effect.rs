//! Everything the shell can do. Names are imperative.

use std::fmt;

use graph_api::{AccessToken, Call, Carrier, DialogAddress, GraphVersion};

use handbook::Question;
use workbench::Heard;

use crate::event::{FieldId, Text};
use crate::model::{Mode, Theme};
use crate::remote::Ticket;
use crate::step::Place;

/// One thing to do, in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Send a request, and answer with `Event::Answered`.
    Send {
        /// To be given back.
        ticket: Ticket,
        /// What to ask.
        call: Call,
        /// With which token.
        token: AccessToken,
        /// How the token travels.
        carrier: Carrier,
        /// By which transport.
        mode: Mode,
        /// How long the whole answer may take.
        seconds: u32,
    },
    /// Answer with `Event::Woke` after so many milliseconds.
    Wake {
        /// To be given back.
        ticket: Ticket,
        /// How long.
        millis: u32,
    },
    /// Ask whether Graph can be reached, without a token, and answer with `Event::Probed`.
    Probe(GraphVersion),
    /// Make the keys of a login, and answer with `Event::LoginMade`.
    MakeLogin,
    /// Leave the page for Facebook's login dialog.
    Depart(DialogAddress),
    /// Abort a request; nobody waits for its answer.
    Abort(Ticket),
    /// Look something up in the handbook, and answer with `Event::LookedUp`.
    LookUp {
        /// To be given back.
        ticket: u32,
        /// What is asked.
        question: Question,
    },
    /// Tell the workbench, and answer with what it draws and wants.
    Bench(Heard),
    /// The same with a text that holds a token, by a deliberate act of the reader.
    CopySecret {
        /// What it is, in words.
        what: String,
        /// The text itself.
        text: Text,
    },
    /// Hand the reader a file.
    Save {
        /// Its name.
        name: String,
        /// Its media type.
        kind: String,
        /// What is in it.
        text: String,
    },
    /// Move the focus to the element with this ID, once the page shows the new state.
    FocusOn(String),
    /// Bring the element with this ID into sight, once the page shows the new state.
    Reveal(String),
    /// Tell the practice world, and answer with what it says.
    Practice(PracticeAsk),
    /// Put this place into the address, as a new entry of the history.
    PushLocation(Place),
    /// Put this place into the address, in place of the entry at hand.
    ReplaceLocation(Place),
    /// Move the focus, once the page shows the new state.
    Focus(Focus),
    /// Put a text on the clipboard, and answer with `Event::Copied`.
    Copy {
        /// What it is, in words.
        what: String,
        /// The text itself.
        text: String,
    },
    /// Show the page in this theme.
    ApplyTheme(Theme),
    /// Remove everything that was stored, here and in the copies of this tab.
    Forget {
        /// The session that is forgotten.
        family: String,
    },
    /// Remove everything that was stored in this tab, since another one said so.
    ForgetHere,
}

/// Where the focus goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Focus {
    /// The heading of the step.
    Heading,
    /// What went wrong.
    Alert,
    /// That something could not be read. Nobody is taken out of a field for it.
    Failure,
    /// What is to be said of the page itself, the newest first.
    Warning,
    /// What is newly there to be read.
    Result,
    /// What was found in a notification.
    Found,
    /// A field.
    Field(FieldId),
    /// The question that has come up; it is opened.
    Dialog,
    /// The button that forgets everything, after a no.
    Forget,
}

/// What the practice world is told.
#[derive(Clone, PartialEq, Eq)]
pub enum PracticeAsk {
    /// Begin, or go on from a snapshot, and hand out a token that works.
    Open {
        /// The world as it was before a reload.
        snapshot: Option<String>,
    },
    /// The customer writes.
    CustomerWrites(String),
    /// Something goes wrong from now on.
    Scenario(String),
    /// Somebody else does what mends it.
    Help,
    /// It is not waited for: it need not begin.
    Close,
}

/// A snapshot holds the practice world's tokens, so `Debug` tells its length only.
impl fmt::Debug for PracticeAsk {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Open { snapshot } => {
                let length = snapshot.as_ref().map(String::len);
                write!(f, "Open({length:?} bytes)")
            }
            Self::CustomerWrites(text) => write!(f, "CustomerWrites({} bytes)", text.len()),
            Self::Scenario(name) => write!(f, "Scenario({name})"),
            Self::Help => f.write_str("Help"),
            Self::Close => f.write_str("Close"),
        }
    }
}
