//! The workbench, as far as the page sees it: what it drew, and what it was told.

use graph_api::{Call, Carrier};
use workbench::{Drawn, Holds};

use crate::remote::Ticket;

/// The workbench's part of the page.
#[derive(Debug, Clone, Default)]
pub struct Bench {
    /// Whether the explorer is on display, in place of the guide's step.
    pub is_exploring: bool,
    /// How far the reader's clock is ahead of UTC, in minutes.
    pub offset_minutes: i32,
    /// The language of the code that the reader chose, by the workbench's name for it.
    pub language: String,
    /// Its surfaces as they look.
    pub(crate) drawn: Vec<Drawn>,
    /// Whether it has been told anything.
    pub(crate) has_begun: bool,
    /// Whether it could not be loaded, or broke.
    pub(crate) has_failed: bool,
    /// The explorer's call that is under way.
    pub(crate) explored: Option<Ticket>,
    /// What it asks.
    pub(crate) asked: Option<Call>,
    /// What it was told of the draft.
    pub(crate) draft: Option<(Call, Carrier)>,
    /// The reply that it was told of.
    pub(crate) replied: Option<Call>,
    /// What it was told of what is held.
    pub(crate) holds: Option<Holds>,
}

impl Bench {
    /// A surface looks like this now.
    pub(crate) fn take(&mut self, drawn: Drawn) {
        self.has_failed = false;
        match self.drawn.iter_mut().find(|it| it.surface == drawn.surface) {
            Some(old) => *old = drawn,
            None => self.drawn.push(drawn),
        }
    }

    /// It is gone, and with it what it held. The next thing it is told starts another.
    pub(crate) fn fail(&mut self) {
        *self = Self {
            has_failed: true,
            is_exploring: self.is_exploring,
            offset_minutes: self.offset_minutes,
            language: std::mem::take(&mut self.language),
            explored: self.explored,
            ..Self::default()
        };
    }
}
