//! What was looked up in the handbook, which the shell loads when something is to be looked up.

use graph_api::{AnswerError, Listing, NotJson, TokenKind};
use handbook::{Answer, Asked, Came, Clue, Explanation, Question, Situation};

use crate::effect::Effect;
use crate::explain::support;
use crate::model::{Mode, Model};
use crate::remote::{Failure, Remote, Slot};

/// So many explanations are kept.
const KEPT: usize = 20;

/// Something that came instead of what was asked for, and its explanation once that came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Lookup {
    ticket: u32,
    asked: Asked,
    came: Came,
    explanation: Option<Explanation>,
    /// What Meta's support needs to know of it; only of an error of Graph's.
    pub(crate) support: Option<String>,
}

impl Model {
    /// Has a failure explained, unless nothing came at all: then the handbook may not come either.
    #[inline(never)]
    pub(crate) fn look_up(&mut self, slot: Slot, failure: &Failure) {
        let Some(came) = came(failure) else { return };
        // Nothing is shown of these: a Page, for instance, has no permissions to list.
        if matches!(slot, Slot::TokenFacts | Slot::Permissions) {
            return;
        }
        let mut calls = self.calls.iter().rev();
        let call = calls.find(|record| record.slot == slot);
        let support = call.and_then(|it| support::details(self, &it.call, failure));
        self.look_up_what(asked(slot), came, self.clue(slot), support);
    }

    /// Has an empty list explained.
    pub(crate) fn look_up_empty(&mut self, slot: Slot) {
        self.look_up_what(asked(slot), Came::Empty, self.clue(slot), None);
    }

    pub(crate) fn look_up_what(
        &mut self,
        asked: Asked,
        came: Came,
        clue: Option<Clue>,
        support: Option<String>,
    ) {
        // The same words stand until the new ones come.
        let old = self.lookups.iter().position(|it| it.is_of(asked, came));
        let explanation = old.and_then(|at| self.lookups.remove(at).explanation);
        if self.lookups.len() == KEPT {
            self.lookups.remove(0);
        }
        let ticket = self.next_ticket().0;
        self.lookups.push(Lookup {
            ticket,
            asked,
            came,
            explanation,
            support,
        });
        let question = Question::Explain(Situation {
            asked,
            came,
            is_practice: self.mode == Mode::Practice,
            has_page: self.held.page.is_some(),
            token: self.brought(),
            clue,
            granted: self.connect.identity.granted(),
        });
        self.tell(Effect::LookUp { ticket, question });
    }

    /// The handbook has answered.
    pub(crate) fn take_lookup(&mut self, ticket: u32, answer: Answer) {
        let explanation = match answer {
            Answer::Explained(explanation) => explanation,
            Answer::Drawn(code) => return self.take_code(ticket, code),
            Answer::Notification(reading) => return self.take_reading(ticket, reading),
            Answer::Unreadable if self.shortcut.ticket == Some(ticket) => {
                return self.miss_reading();
            }
            Answer::Unreadable => return,
        };
        if let Some(lookup) = self.lookups.iter_mut().find(|it| it.ticket == ticket) {
            lookup.explanation = Some(explanation);
        } else if let Some(told) = self.login.told.iter_mut().find(|it| it.ticket == ticket) {
            told.words = Some(explanation);
        }
    }

    /// What was looked up of a failure, or of an empty list.
    pub(crate) fn lookup(&self, asked: Asked, came: Came) -> Option<&Lookup> {
        self.lookups.iter().find(|it| it.is_of(asked, came))
    }

    /// Whose token the reader brought, once that is known.
    fn brought(&self) -> Option<TokenKind> {
        match (&self.held.user_token, &self.held.page_token) {
            (Some(_), _) => Some(TokenKind::User),
            (None, Some(_)) => Some(TokenKind::Page),
            (None, None) => None,
        }
    }

    /// What the recipient is for certain, by what else the page holds.
    fn clue(&self, slot: Slot) -> Option<Clue> {
        let (Slot::Send, Some(person), Some(page)) = (slot, &self.held.person, &self.held.page)
        else {
            return None;
        };
        let id = person.psid.as_str();
        if page.id.as_str() == id {
            return Some(Clue::Page);
        }
        for row in rows(&self.pages) {
            if row.id.as_str() == id {
                return Some(Clue::Page);
            }
        }
        let me = self.connect.identity.me.value.as_ref();
        if me.is_some_and(|me| me.id.as_str() == id) {
            return Some(Clue::Reader);
        }
        for row in rows(&self.conversations) {
            let customer = row.customer(&page.id);
            if customer.is_some_and(|customer| customer.id.as_str() == id) {
                return Some(Clue::Listed);
            }
        }
        None
    }
}

fn rows<T>(list: &Remote<Listing<T>>) -> &[T] {
    list.value.as_ref().map_or(&[], |list| &list.rows)
}

pub(crate) const fn asked(slot: Slot) -> Asked {
    match slot {
        Slot::Exchange => Asked::Login,
        Slot::Me | Slot::TokenFacts | Slot::Permissions => Asked::Token,
        Slot::Pages => Asked::Pages,
        Slot::Conversations => Asked::Conversations,
        Slot::Messages => Asked::Messages,
        Slot::Send => Asked::Send,
    }
}

/// What came, if something did.
pub(crate) fn came(failure: &Failure) -> Option<Came> {
    Some(match failure {
        Failure::Transport(_) => return None,
        Failure::Answer(AnswerError::Graph { error, .. }) => Came::Refused {
            code: error.code,
            subcode: error.subcode,
        },
        Failure::Answer(AnswerError::OtherJson { .. }) => Came::OtherShape,
        Failure::Answer(AnswerError::NotJson { kind, .. }) => match kind {
            NotJson::Empty => Came::NoBody,
            NotJson::Html => Came::Html,
            NotJson::Garbled { .. } => Came::Garbled,
        },
    })
}

impl Lookup {
    pub(crate) const fn explanation(&self) -> Option<&Explanation> {
        self.explanation.as_ref()
    }

    /// Whether it is about the same thing at the same call.
    fn is_of(&self, asked: Asked, came: Came) -> bool {
        (self.asked, self.came) == (asked, came)
    }
}
