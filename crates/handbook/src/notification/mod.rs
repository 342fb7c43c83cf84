//! From a pasted webhook notification to the people it is about.
//!
//! - `bodies.rs` finds JSON in whatever is around it, and says where JSON stops being JSON.
//! - `body.rs` tells what a value is: a notification, a part of one, or something else.
//! - `event.rs` reads one messaging event.
//! - `people.rs` is what the page is told of it.
//! - `words.rs` explains what is of no use, with the next action.

mod bodies;
mod body;
mod event;
mod people;
mod wire;
mod words;

#[cfg(test)]
mod tests;

pub use people::{Notified, Person};

use std::fmt;

use graph_api::{PageId, Psid};

use crate::protocol::Explanation;

/// What somebody pasted. It may hold messages, and anything else: `Debug` tells its length only.
#[derive(Clone, PartialEq, Eq)]
pub struct Pasted(pub String);

impl fmt::Debug for Pasted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Pasted({} bytes)", self.0.len())
    }
}

/// What a pasted text holds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reading {
    /// The events, what customers wrote first, the newest first.
    pub found: Vec<Found>,
    /// What else there was, and what to do about it.
    pub asides: Vec<Explanation>,
}

/// A messaging event between a Page and a person.
#[derive(Clone, PartialEq, Eq)]
pub struct Found {
    /// The Page.
    pub page: PageId,
    /// The person.
    pub psid: Psid,
    /// Else it is the Page's doing.
    pub from_customer: bool,
    /// What happened.
    pub what: What,
    /// Its text, from outside, or our words for what has none.
    pub text: String,
    /// When, in seconds since 1970.
    pub time: Option<i64>,
    /// Which message it is about.
    pub mid: Option<String>,
    /// Whether another app held the conversation.
    pub was_standby: bool,
}

/// The message is a stranger's: `Debug` tells its length only.
impl fmt::Debug for Found {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            page, psid, what, ..
        } = self;
        let length = self.text.len();
        write!(f, "Found({what:?} {page} {psid} {length} bytes)")
    }
}

/// What happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// A message.
    Message,
    /// The Page's own message, told to all its apps.
    Echo,
    /// A button was pressed.
    Postback,
    /// A reaction, or one less.
    Reaction,
    /// A message was edited.
    Edit,
    /// A message was deleted.
    Deletion,
    /// The person has read.
    Read,
    /// It has arrived.
    Delivery,
    /// The person agreed to something.
    Optin,
    /// The person came by a link or an ad.
    Referral,
    /// Another app holds the conversation now, or wants to.
    Handover,
    /// Something that is not known here.
    Other,
}

/// What may stand between a person and their conversation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hurdle {
    /// Another Page is chosen.
    OtherPage,
    /// The Page token is of another Page.
    OtherToken,
    /// The token does not list the Page.
    NotShared,
    /// It lists the Page, but may not read its conversations.
    Barred,
    /// Graph lists no conversation with the person.
    NoConversation,
}

impl Hurdle {
    /// All of them.
    pub const ALL: [Self; 5] = [
        Self::OtherPage,
        Self::OtherToken,
        Self::NotShared,
        Self::Barred,
        Self::NoConversation,
    ];
}

/// More than anybody pastes.
const LONGEST: usize = 500_000;
/// More events than Meta puts into one notification.
const MOST: usize = 1000;

/// Reads a pasted text.
#[must_use]
pub fn read(text: &str) -> Reading {
    let mut finds = body::Finds::default();
    match text.len() <= LONGEST {
        true => bodies::scan(text, &mut finds),
        false => finds.note(body::Aside::TooLong),
    }
    let body::Finds {
        events: mut found,
        mut asides,
    } = finds;
    found.sort_by_key(|event| (!event.is_word(), event.time.map(|time| -time)));
    match found.is_empty() {
        // What was found says it all, but for what could not be read.
        false => asides.retain(|aside| matches!(aside, body::Aside::Broken { .. })),
        true if asides.is_empty() => asides.push(words::nothing(text)),
        true if asides.iter().any(|aside| *aside != body::Aside::Unknown) => {
            asides.retain(|aside| *aside != body::Aside::Unknown);
        }
        true => {}
    }
    Reading {
        found,
        asides: asides.iter().map(words::explain).collect(),
    }
}

impl Found {
    /// Whether a person says something by it.
    fn is_word(&self) -> bool {
        let is_word = matches!(self.what, What::Message | What::Edit | What::Postback);
        self.from_customer && is_word
    }
}
