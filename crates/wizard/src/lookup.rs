//! What was looked up in the handbook, which the shell loads when something is to be looked up.

use graph_api::{AnswerError, GraphError};
use handbook::{Answer, Asked, Explanation, Question, Situation};

use crate::effect::Effect;
use crate::model::{Mode, Model};
use crate::remote::{Failure, Slot};

/// Of so many errors the explanations are kept.
const KEPT: usize = 20;

/// An error of Graph's, and its explanation once it came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Lookup {
    ticket: u32,
    situation: Situation,
    explanation: Option<Explanation>,
}

impl Model {
    /// Has a failure explained, if Graph explained it with a code only.
    pub(crate) fn look_up(&mut self, slot: Slot, failure: &Failure) {
        let Failure::Answer(AnswerError::Graph { error, .. }) = failure else {
            return;
        };
        let situation = self.situation(slot, error);
        // The same words stand until the new ones come.
        let old = self.lookups.iter().position(|it| it.is_of(&situation));
        let explanation = old.and_then(|at| self.lookups.remove(at).explanation);
        if self.lookups.len() == KEPT {
            self.lookups.remove(0);
        }
        let ticket = self.next_ticket().0;
        self.lookups.push(Lookup {
            ticket,
            situation,
            explanation,
        });
        self.tell(Effect::LookUp {
            ticket,
            question: Question::Explain(situation),
        });
    }

    /// The handbook has answered.
    pub(crate) fn take_lookup(&mut self, ticket: u32, answer: Answer) {
        let Answer::Explained(explanation) = answer else {
            return;
        };
        if let Some(lookup) = self.lookups.iter_mut().find(|it| it.ticket == ticket) {
            lookup.explanation = Some(explanation);
        } else if let Some(told) = self.login.told.iter_mut().find(|it| it.ticket == ticket) {
            told.words = Some(explanation);
        }
    }

    /// What the handbook says of an error, once it has.
    pub(crate) fn explanation(&self, slot: Slot, error: &GraphError) -> Option<&Explanation> {
        let situation = self.situation(slot, error);
        let lookup = self.lookups.iter().find(|it| it.is_of(&situation))?;
        lookup.explanation.as_ref()
    }

    fn situation(&self, slot: Slot, error: &GraphError) -> Situation {
        Situation {
            asked: match slot {
                Slot::Exchange => Asked::Login,
                Slot::Me | Slot::TokenFacts | Slot::Permissions => Asked::Token,
                Slot::Pages => Asked::Pages,
                Slot::Conversations => Asked::Conversations,
                Slot::Messages => Asked::Messages,
                Slot::Send => Asked::Send,
            },
            code: error.code,
            subcode: error.subcode,
            is_practice: self.mode == Mode::Practice,
            has_page: self.held.page.is_some(),
        }
    }
}

impl Lookup {
    /// Whether it is about the same error at the same call.
    fn is_of(&self, situation: &Situation) -> bool {
        let key = |it: &Situation| (it.asked, it.code, it.subcode);
        key(&self.situation) == key(situation)
    }
}
