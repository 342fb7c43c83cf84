//! Practice: the customer's phone, and what goes wrong on purpose.

use crate::effect::{Effect, PracticeAsk};
use crate::model::{Mode, Model};

impl Model {
    /// Begins, or asks for a token that works.
    pub(crate) fn start_practice(&mut self) -> Vec<Effect> {
        if self.mode != Mode::Practice || self.practice.opening {
            return Vec::new();
        }
        self.practice.opening = true;
        self.practice.failed = false;
        let snapshot = self.practice.snapshot.as_ref().map(|text| text.0.clone());
        vec![Effect::Practice(PracticeAsk::Open { snapshot })]
    }

    pub(crate) fn customer_writes(&mut self) -> Vec<Effect> {
        if self.practice.phone.is_none() || self.practice.draft.0.trim().is_empty() {
            return Vec::new();
        }
        let text = std::mem::take(&mut self.practice.draft).0;
        self.customer_says(text)
    }

    pub(crate) fn customer_says(&mut self, text: String) -> Vec<Effect> {
        "The customer has written".clone_into(&mut self.status);
        vec![Effect::Practice(PracticeAsk::CustomerWrites(text))]
    }

    pub(crate) fn choose_scenario(&mut self, name: String) -> Vec<Effect> {
        if self.practice.phone.is_none() {
            return Vec::new();
        }
        self.practice.scenario.clone_from(&name);
        vec![Effect::Practice(PracticeAsk::Scenario(name))]
    }
}
