//! The workbench, as far as the page sees it: what it drew, and what it was told.

use graph_api::endpoints::list_conversations::ConversationRow;
use graph_api::endpoints::list_pages::PageRow;
use graph_api::{AccessToken, Call, Carrier, PageId};
use workbench::{Drawn, Holds};

use crate::explain::explored::Refused;
use crate::remote::Ticket;

/// A call of the explorer, and what was held when it went out.
#[derive(Debug, Clone)]
pub(crate) struct Explored {
    pub(crate) ticket: Ticket,
    pub(crate) call: Call,
    /// The token that went along.
    pub(crate) token: AccessToken,
    /// The guide's Page.
    pub(crate) page: Option<PageId>,
}

/// The workbench's part of the page.
#[derive(Debug, Clone, Default)]
pub struct Bench {
    /// Whether the explorer is on display, in place of the guide's step.
    pub is_exploring: bool,
    /// The language of the code that the reader chose, by the workbench's name for it.
    pub language: String,
    /// Its surfaces as they look.
    pub(crate) drawn: Vec<Drawn>,
    /// Whether it has been told anything.
    pub(crate) has_begun: bool,
    /// Whether it could not be loaded, or broke.
    pub(crate) has_failed: bool,
    /// The explorer's call that is under way.
    pub(crate) explored: Option<Explored>,
    /// The error that the explorer's newest call came back with.
    pub(crate) refused: Option<Refused>,
    /// The Pages that the newest answer to the explorer told of.
    pub(crate) pages: Vec<PageRow>,
    /// The conversations of the guide's Page that the newest answer to the explorer told of.
    pub(crate) conversations: Vec<ConversationRow>,
    /// What it was told of the draft.
    pub(crate) draft: Option<(Call, Carrier)>,
    /// The reply that it was told of.
    pub(crate) replied: Option<Call>,
    /// What it was told of what is held.
    pub(crate) holds: Option<Holds>,
}

impl Bench {
    /// Whether this call of the explorer is under way.
    pub(crate) fn explores(&self, ticket: Ticket) -> bool {
        let explored = self.explored.as_ref();
        explored.is_some_and(|it| it.ticket == ticket)
    }

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
            language: std::mem::take(&mut self.language),
            explored: self.explored.take(),
            ..Self::default()
        };
    }
}
