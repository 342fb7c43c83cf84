//! Connect: a token is brought, looked at, and taken.

use graph_api::endpoints::{DebugToken, GetMe, ListPermissions};
use graph_api::{AccessToken, PageAccessToken, PastedToken, TokenKind, UserAccessToken};

use super::Question;
use crate::effect::{Effect, Focus};
use crate::event::{FieldId, Text};
use crate::model::{Connect, Holdings, Identity, Mode, Model, Page, Practice};
use crate::remote::{Remote, Slot};
use crate::step::Step;

impl Model {
    /// Another mode is another world: nothing held in the one is of use in the other.
    pub(crate) fn choose_mode(&mut self, mode: Mode) -> Vec<Effect> {
        if mode == self.mode {
            return Vec::new();
        }
        let effects = self.drop_reads();
        self.mode = mode;
        self.connect = Connect {
            draft: std::mem::take(&mut self.connect.draft),
            ..Connect::default()
        };
        self.held = Holdings::default();
        self.drop_answers();
        self.practice = Practice::default();
        effects
    }

    /// What was read with a token that is gone.
    fn drop_answers(&mut self) {
        self.pages = Remote::default();
        self.conversations = Remote::default();
        self.messages = Remote::default();
    }

    /// The token that was pasted is looked at, if it can be one.
    pub(crate) fn submit_token(&mut self) -> Vec<Effect> {
        match PastedToken::parse(&self.connect.draft.0) {
            Ok(token) => {
                self.connect.problem = None;
                self.look_at(token)
            }
            Err(problem) => {
                self.connect.problem = Some(problem);
                vec![Effect::Focus(Focus::Alert)]
            }
        }
    }

    /// The token of the practice world is taken like a pasted one.
    pub(crate) fn enter_practice(&mut self, token: &Text) -> Vec<Effect> {
        self.practice.opening = false;
        self.practice.failed = false;
        if self.held.is_connected() && self.connect.resume.is_none() {
            return self.resume();
        }
        match PastedToken::parse(&token.0) {
            Ok(token) => self.look_at(token),
            Err(_) => {
                self.practice.failed = true;
                vec![Effect::Focus(Focus::Alert)]
            }
        }
    }

    pub(crate) fn look_at(&mut self, token: PastedToken) -> Vec<Effect> {
        self.connect.pasted = Some(token.clone());
        self.identify(&token.into())
    }

    /// After a reload on Connect.
    pub(crate) fn look_at_held_token(&mut self) -> Vec<Effect> {
        match self.held.tokens().first().cloned() {
            Some(token) => self.identify(&token),
            None => Vec::new(),
        }
    }

    fn identify(&mut self, token: &AccessToken) -> Vec<Effect> {
        self.connect.identity = Identity::default();
        let questions = [
            Question::Permissions(ListPermissions),
            Question::TokenFacts(DebugToken),
            Question::Me(GetMe),
        ];
        let asked = questions.map(|question| self.ask(question, token.clone()));
        asked.into_iter().flatten().collect()
    }

    /// Once Graph has said what the token is, it is held as that. The field is emptied.
    pub(crate) fn settle_identity(&mut self) -> Vec<Effect> {
        let identity = &self.connect.identity;
        if !identity.is_settled() || self.connect.pasted.is_none() {
            return Vec::new();
        }
        let (Some(me), Some(kind)) = (identity.me.value.clone(), identity.kind()) else {
            return vec![Effect::Focus(Focus::Alert)];
        };
        let Some(token) = self.connect.pasted.take() else {
            return Vec::new();
        };
        self.connect.draft = Text::default();
        match kind {
            TokenKind::User => {
                self.held.user_token = Some(UserAccessToken::new(token.expose()));
                self.held.page_token = None;
            }
            TokenKind::Page => {
                let name = me.name.clone().unwrap_or_else(|| me.id.to_string());
                let id = me.id.into_page();
                if self.held.page.as_ref().is_none_or(|page| page.id != id) {
                    self.drop_choice_of_page();
                }
                self.held.user_token = None;
                self.held.page_token = Some(PageAccessToken::new(token.expose()));
                self.held.page = Some(Page { id, name });
            }
        }
        self.drop_answers();
        "Token recognized".clone_into(&mut self.status);
        vec![Effect::Focus(Focus::Result)]
    }

    /// A token stopped working in the middle: only the token is asked for, and the way goes on.
    pub(crate) fn ask_for_new_token(&mut self) -> Vec<Effect> {
        let resume = self.connect.resume.unwrap_or(self.step);
        self.connect = Connect {
            resume: Some(resume).filter(|step| *step > Step::Connect),
            ..Connect::default()
        };
        let mut effects = match self.step == Step::Connect {
            true => Vec::new(),
            false => self.go(Step::Connect),
        };
        if self.mode == Mode::Live {
            effects.push(Effect::Focus(Focus::Field(FieldId::Token)));
        }
        effects
    }

    /// Leaves Connect, for the step where the token was missing or for the first one.
    pub(crate) fn step_after_connect(&self) -> Step {
        match self.connect.resume {
            // A new User token brings new Page tokens: the Page has to be taken from its list again.
            Some(step) if step > Step::Ids && self.held.page_token.is_none() => Step::Ids,
            Some(step) => step,
            None => Step::Start,
        }
    }

    /// Whether the first screen waits for Graph.
    #[must_use]
    pub fn is_identifying(&self) -> bool {
        [Slot::Me, Slot::TokenFacts, Slot::Permissions]
            .into_iter()
            .any(|slot| self.is_waiting(slot))
    }
}
