//! Problems as they are found: of one field each, whatever stands in it.

use graph_api::MessageId;
use graph_api::message::limits::is_address;
use remote_view::Field;

use super::super::place::Place;
use super::{Problem, Weight};

/// How a text stands to a limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Length {
    Fits,
    /// It fits in Unicode scalar values, and not in UTF-16 units, which some count by: an emoji is
    /// one and two.
    Doubtful,
    TooLong,
}

impl Length {
    pub(crate) fn of(text: &str, limit: usize) -> Self {
        if count(text) > limit {
            Self::TooLong
        } else if text.encode_utf16().count() > limit {
            Self::Doubtful
        } else {
            Self::Fits
        }
    }
}

/// How long a text is, as Graph most likely counts.
pub(crate) fn count(text: &str) -> usize {
    text.chars().count()
}

/// The problems so far.
pub(super) struct Found(pub(super) Vec<Problem>);

impl Found {
    pub(super) fn add(&mut self, place: Place, words: impl Into<String>, weight: Weight) {
        let words = words.into();
        self.0.push(Problem {
            place,
            words,
            weight,
        });
    }

    pub(super) fn most(&mut self, place: Place, many: usize, limit: usize, what: &str) {
        if many > limit {
            let words = format!(
                "Graph takes {limit} {what} at most. Remove {}.",
                many - limit
            );
            self.add(place, words, Weight::Refused);
        }
    }

    pub(super) fn missing(&mut self, place: Place, field: &Field, what: &str) -> bool {
        let is_missing = field.text().is_empty();
        if is_missing {
            self.add(place, format!("Write {what}."), Weight::Missing);
        }
        is_missing
    }

    /// A text that Graph refuses when it is too long.
    pub(super) fn within(&mut self, place: Place, text: &str, limit: usize) {
        match Length::of(text, limit) {
            Length::Fits => {}
            Length::Doubtful => self.add(place, counted_twice(limit), Weight::Doubt),
            Length::TooLong => {
                let over = count(text) - limit;
                let words = format!("Too long: Graph takes {limit} characters. Remove {over}.");
                self.add(place, words, Weight::Refused);
            }
        }
    }

    /// A text that Messenger cuts, or Graph refuses, when it is too long.
    pub(super) fn within_advice(&mut self, place: Place, text: &str, limit: usize) {
        if Length::of(text, limit) != Length::Fits {
            let words = format!(
                "Meta says {limit} characters at most. Longer ones have been shown cut; Graph may refuse them."
            );
            self.add(place, words, Weight::Doubt);
        }
    }

    pub(super) fn text(&mut self, place: Place, field: &Field, what: &str, limit: usize) {
        if self.missing(place, field, what) {
            return;
        }
        if field.text().trim().is_empty() {
            let words = "Only white space: nothing would be seen.";
            self.add(place, words, Weight::Doubt);
        }
        self.within(place, field.text(), limit);
    }

    pub(super) fn address(&mut self, place: Place, field: &Field, what: &str, is_needed: bool) {
        let text = field.text().trim();
        if text.is_empty() {
            if is_needed {
                self.add(place, format!("Write {what}."), Weight::Missing);
            }
        } else if !is_address(text) {
            let words = "An address starts with https:// or http://, and has no spaces.";
            self.add(place, words, Weight::Refused);
        }
    }

    pub(super) fn message_id(&mut self, place: Place, field: &Field) {
        let text = field.text().trim();
        if !text.is_empty() && MessageId::parse(text).is_err() {
            let words = "This does not look like the ID of a message: those start with m_.";
            self.add(place, words, Weight::Doubt);
        }
    }
}

fn counted_twice(limit: usize) -> String {
    format!(
        "Close to the limit of {limit}: some characters, such as emoji, may count twice. Graph decides."
    )
}
