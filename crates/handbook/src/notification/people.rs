//! The people in what was found, as the page shows them.

use graph_api::{PageId, Psid};

use super::{Hurdle, Reading, words};
use crate::protocol::Explanation;

/// What the page is told of a notification.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Notified {
    /// Each person once.
    pub people: Vec<Person>,
    /// What else there was, and what to do about it.
    pub asides: Vec<Explanation>,
    /// What may stand between a person and their conversation, in the order of [`Hurdle::ALL`]: the
    /// page has no words for it.
    pub hurdles: Vec<Explanation>,
}

/// A person, and what tells most of what they did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// The Page.
    pub page: PageId,
    /// The person.
    pub psid: Psid,
    /// What they wrote, or our words for what they did.
    pub text: super::Pasted,
    /// When, in seconds since 1970.
    pub time: Option<i64>,
    /// What else is to be known; may be empty.
    pub note: String,
}

impl From<Reading> for Notified {
    fn from(reading: Reading) -> Self {
        let mut people: Vec<Person> = Vec::new();
        for found in &reading.found {
            let is_known = |it: &Person| it.psid == found.psid && it.page == found.page;
            if people.iter().any(is_known) {
                continue;
            }
            let same = |it: &&super::Found| it.psid == found.psid && it.page == found.page;
            let more = reading.found.iter().filter(same).count() - 1;
            people.push(Person {
                page: found.page.clone(),
                psid: found.psid.clone(),
                text: super::Pasted(found.text.clone()),
                time: found.time,
                note: words::note(found, more),
            });
        }
        let hurdles = match people.is_empty() {
            true => Vec::new(),
            false => Hurdle::ALL.iter().map(words::hurdle).collect(),
        };
        Self {
            people,
            asides: reading.asides,
            hurdles,
        }
    }
}
