//! How far a scenario has come: it showed at a call, and afterwards the same call went well.

use graph_api::GraphTime;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::World;
use crate::answer::fault::Fault;
use crate::conversation::Conversation;
use crate::routes::Operation;
use crate::scenario::{OUTAGE_SECONDS, Scenario};

/// How far a scenario has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    /// A call ran into it.
    Met,
    /// After that, the same call went well.
    Mended,
}

impl World {
    /// How far the scenario that is on has come since it was turned on.
    #[must_use]
    pub fn stage(&self) -> Option<Stage> {
        self.trouble.stage
    }

    /// How far a scenario has come at best, however often it was turned on.
    #[must_use]
    pub fn best_stage(&self, scenario: Scenario) -> Option<Stage> {
        self.record.get(&scenario).copied()
    }

    /// Somebody else does what calls cannot: gives the practice customer, and whom a send was last
    /// refused to, a role on the app; lets the other app pass the thread.
    pub fn help(&mut self) {
        self.trouble.helped = true;
    }

    /// Whether somebody has.
    #[must_use]
    pub fn is_helped(&self) -> bool {
        self.trouble.helped
    }

    /// A User token as a reader would get it now: the newest that has all it needs, or a fresh one.
    pub fn fit_user_token(&mut self, now: GraphTime) -> String {
        let token = self.user_token(now);
        let count = self.token(&token).map_or(0, |token| token.count);
        let is_poor = [Scenario::PermissionMissing, Scenario::NoPages]
            .into_iter()
            .any(|scenario| self.trouble.covers(scenario, count));
        match is_poor {
            true => self.fresh_user_token(now),
            false => token,
        }
    }

    /// Whether the gateway still answers in Graph's place.
    pub(crate) fn is_down(&mut self, now: GraphTime) -> bool {
        self.trouble.is(Scenario::GraphDown) && self.lasts(now, OUTAGE_SECONDS)
    }

    /// Whether what began with the first call is not over yet.
    pub(crate) fn lasts(&mut self, now: GraphTime, seconds: i64) -> bool {
        let first = *self.trouble.first_refusal.get_or_insert(now);
        now.unix().saturating_sub(first.unix()) < seconds
    }

    /// Whether a person has a role on the app, by now.
    pub(crate) fn has_role(&self, conversation: &Conversation) -> bool {
        let psid = &conversation.psid;
        let is_meant = psid == self.customer() || self.trouble.person.as_ref() == Some(psid);
        conversation.has_role || (self.trouble.helped && is_meant)
    }

    /// Whether this is the person whom the scenario keeps from being written to: whoever is written
    /// to first.
    pub(crate) fn is_hit(&self, psid: &str) -> bool {
        let is_first = self.trouble.person.as_deref().is_none_or(|it| it == psid);
        is_first && !self.trouble.helped
    }

    /// Writes down whom a send was refused to.
    pub(crate) fn note_person(&mut self, psid: &str) {
        if self.trouble.person.is_none() || self.trouble.is(Scenario::DevelopmentMode) {
            self.trouble.person = Some(psid.to_owned());
        }
    }

    /// Writes down whether a call ran into the scenario, or went well after all.
    pub(crate) fn note(&mut self, operation: Operation, outcome: Result<&Value, &Fault>) {
        let shows = match outcome {
            Ok(answer) => self.shows_in(operation, answer),
            Err(fault) => self.shows_as(fault),
        };
        if shows {
            return self.note_failure(operation);
        }
        if outcome.is_err() {
            return;
        }
        if self.trouble.failed.contains(&operation) {
            self.reach_stage(Stage::Mended);
        }
        // The list has the right PSIDs.
        self.trouble.helped |= self.trouble.is(Scenario::WrongPsid)
            && self.trouble.person.is_some()
            && operation == Operation::ListConversations;
    }

    pub(crate) fn note_failure(&mut self, operation: Operation) {
        if !self.trouble.failed.contains(&operation) {
            self.trouble.failed.push(operation);
        }
        self.reach_stage(Stage::Met);
    }

    fn reach_stage(&mut self, stage: Stage) {
        let scenario = self.trouble.scenario;
        self.trouble.stage = self.trouble.stage.max(Some(stage));
        let best = self.record.entry(scenario).or_insert(stage);
        *best = stage.max(*best);
    }

    /// An answer may be none: what should be there is missing.
    fn shows_in(&self, operation: Operation, answer: &Value) -> bool {
        let is_empty = || {
            let rows = answer.get("data").and_then(Value::as_array);
            rows.is_some_and(Vec::is_empty)
        };
        match (self.trouble.scenario, operation) {
            (Scenario::NoPages, Operation::ListPages)
            | (Scenario::NobodyWrote, Operation::ListConversations) => is_empty(),
            (Scenario::DevelopmentMode, Operation::ListConversations) => {
                let customer = self.conversations.first();
                customer.is_some_and(|it| !self.messages_of(it).is_empty() && !self.has_role(it))
            }
            _ => false,
        }
    }

    fn shows_as(&self, fault: &Fault) -> bool {
        let (code, subcode) = (fault.code, fault.subcode);
        match self.trouble.scenario {
            Scenario::None
            | Scenario::BigPage
            | Scenario::NoPages
            | Scenario::NobodyWrote
            | Scenario::GraphDown => false,
            Scenario::TokenExpired => subcode == Some(463),
            Scenario::PermissionMissing => code == 230 || (code, subcode) == (200, None),
            Scenario::WindowClosed => subcode == Some(2_018_278),
            Scenario::PersonUnavailable => subcode == Some(1_545_041),
            Scenario::WrongPsid => subcode == Some(2_018_001),
            Scenario::RateLimit => code == 4,
            Scenario::TemporaryFailure => subcode == Some(2_018_024),
            Scenario::DevelopmentMode => subcode == Some(2_018_028),
            Scenario::OtherAppThread => subcode == Some(2_018_300),
        }
    }
}
