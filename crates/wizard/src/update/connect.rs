//! Connect: a token is brought, looked at, and taken.

use graph_api::endpoints::{DebugToken, GetMe, ListPermissions};
use graph_api::{AccessToken, PageAccessToken, PastedToken, TokenKind, UserAccessToken};

use super::Question;
use crate::effect::Focus;
use crate::event::{FieldId, Text};
use crate::model::{Connect, Holdings, Identity, Mode, Model, Page, SendState};
use crate::phone::Practice;
use crate::remote::{Remote, Slot};
use crate::step::Step;

impl Model {
    /// Another mode is another world: nothing held in the one is of use in the other.
    pub(crate) fn choose_mode(&mut self, mode: Mode) {
        if mode == self.mode {
            return;
        }
        self.drop_reads();
        self.leave_send();
        self.login.end();
        self.mode = mode;
        self.connect = Connect {
            draft: std::mem::take(&mut self.connect.draft),
            ..Connect::default()
        };
        self.held = Holdings::default();
        self.drop_answers();
        self.practice = Practice::default();
        self.probe_at_first();
    }

    /// What was read with a token that is gone.
    fn drop_answers(&mut self) {
        self.pages = Remote::default();
        self.picked_page = None;
        self.conversations = Remote::default();
        self.messages = Remote::default();
        if matches!(self.sending, SendState::Refused(_)) {
            self.sending = SendState::Idle;
        }
    }

    /// The token that was pasted is looked at, if it can be one.
    pub(crate) fn submit_token(&mut self) {
        self.end_login();
        match PastedToken::parse(&self.connect.draft.0) {
            Ok(token) => {
                self.connect.problem = None;
                self.look_at(token);
            }
            Err(problem) => {
                self.connect.problem = Some(problem);
                self.focus(Focus::Alert);
            }
        }
    }

    /// The token of the practice world is taken like a pasted one.
    pub(crate) fn enter_practice(&mut self, token: &Text) {
        // Forgotten, or left for live, while it was being started: nobody waits for it.
        if !std::mem::take(&mut self.practice.opening) {
            return;
        }
        self.practice.failed = false;
        if self.held.is_connected() && self.connect.resume.is_none() {
            return self.resume();
        }
        match PastedToken::parse(&token.0) {
            Ok(token) => self.look_at(token),
            Err(_) => {
                self.practice.failed = true;
                self.focus(Focus::Alert);
            }
        }
    }

    pub(crate) fn look_at(&mut self, token: PastedToken) {
        self.connect.pasted = Some(token.clone());
        self.identify(&token.into());
    }

    /// After a reload on Connect.
    pub(crate) fn look_at_held_token(&mut self) {
        if let Some(token) = self.held.tokens().first().cloned() {
            self.identify(&token);
        }
    }

    fn identify(&mut self, token: &AccessToken) {
        self.connect.identity = Identity::default();
        let questions = [
            Question::Permissions(ListPermissions),
            Question::TokenFacts(DebugToken),
            Question::Me(GetMe),
        ];
        for question in questions {
            self.ask(question, token.clone());
        }
    }

    /// Once Graph has said what the token is, it is held as that. The field is emptied.
    pub(crate) fn settle_identity(&mut self) {
        let identity = &self.connect.identity;
        if !identity.is_settled() || self.connect.pasted.is_none() {
            return;
        }
        let (Some(me), Some(kind)) = (identity.me.value.clone(), identity.kind()) else {
            return self.focus(Focus::Alert);
        };
        let Some(token) = self.connect.pasted.take() else {
            return;
        };
        self.connect.draft = Text::default();
        self.login.end();
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
        self.focus(Focus::Result);
    }

    /// A token stopped working in the middle: only the token is asked for, and the way goes on.
    pub(crate) fn ask_for_new_token(&mut self) {
        let resume = self.connect.resume.unwrap_or(self.step);
        self.connect = Connect {
            resume: Some(resume).filter(|step| *step > Step::Connect),
            ..Connect::default()
        };
        if self.step != Step::Connect {
            self.go(Step::Connect);
        }
        if self.mode == Mode::Live {
            self.focus(Focus::Field(FieldId::Token));
        }
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
