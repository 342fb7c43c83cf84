//! Connect: a token is brought, looked at, and taken.

use graph_api::endpoints::{DebugToken, GetMe, ListPermissions};
use graph_api::{AccessToken, PageAccessToken, PastedToken, TokenKind, UserAccessToken};
use workbench::Heard;

use super::Question;
use crate::effect::Focus;
use crate::event::{FieldId, Text};
use crate::model::{Connect, Holdings, Identity, Mode, Model, Page, SendState};
use crate::phone::Practice;
use crate::remote::{Remote, Slot};
use crate::shortcut::Shortcut;
use crate::step::Step;

/// What is asked about a token.
const QUESTIONS: [Question; 3] = [
    Question::Permissions(ListPermissions),
    Question::TokenFacts(DebugToken),
    Question::Me(GetMe),
];

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
            way: self.connect.way,
            ..Connect::default()
        };
        self.held = Holdings::default();
        self.drop_answers();
        self.practice = Practice::default();
        self.shortcut = Shortcut::default();
        self.probe_at_first();
    }

    /// What was read with a token that is gone.
    fn drop_answers(&mut self) {
        self.cancel_explored();
        self.bench.refused = None;
        self.bench.pages.clear();
        self.bench.conversations.clear();
        self.pages = Remote::default();
        self.picked_page = None;
        self.shortcut.hurdle = None;
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
        self.connect.looked_from = self.last_ticket + 1;
        self.identify(&token.into());
    }

    /// After a reload on Connect; what is known already is not asked again.
    pub(crate) fn look_at_held_token(&mut self) {
        let Some(token) = self.held.tokens().first().cloned() else {
            return;
        };
        let identity = &self.connect.identity;
        if identity.accepted().is_none() {
            return self.identify(&token);
        }
        // A Page has no permissions: that they fail is what tells its kind.
        let is_page = token.kind() == Some(TokenKind::Page);
        let known = [
            is_page || identity.permissions.value.is_some(),
            identity.facts.value.is_some(),
            identity.me.value.is_some(),
        ];
        for (question, is_known) in QUESTIONS.into_iter().zip(known) {
            if !is_known {
                self.ask(question, token.clone());
            }
        }
    }

    /// Whether nothing is known of the token that is held, and it is not being replaced.
    pub(crate) fn lacks_card(&self) -> bool {
        let connect = &self.connect;
        let is_replaced = connect.resume.is_some() || connect.pasted.is_some();
        !is_replaced && !self.practice.opening && connect.identity.accepted().is_none()
    }

    fn identify(&mut self, token: &AccessToken) {
        self.connect.identity = Identity::default();
        for question in QUESTIONS {
            self.ask(question, token.clone());
        }
    }

    /// Once Graph has said what the token is, it is held as that. The field is emptied.
    pub(crate) fn settle_identity(&mut self) {
        let identity = &self.connect.identity;
        if !identity.is_settled() {
            return;
        }
        if self.connect.pasted.is_none() {
            // Asked once more: what was not known may be, and the button that asked is gone then.
            if self.step == Step::Connect && !self.bench.is_exploring {
                self.focus(Focus::Result);
            }
            return;
        }
        let Some(kind) = identity.accepted() else {
            return self.focus(Focus::Alert);
        };
        let page = (kind == TokenKind::Page).then(|| self.own_page()).flatten();
        let Some(token) = self.connect.pasted.take() else {
            return;
        };
        self.connect.draft = Text::default();
        self.login.end();
        match page {
            None => {
                self.held.user_token = Some(UserAccessToken::new(token.expose()));
                self.held.page_token = None;
            }
            Some(page) => {
                if self.held.page.as_ref().is_none_or(|own| own.id != page.id) {
                    self.drop_choice_of_page();
                }
                self.held.user_token = None;
                self.held.page_token = Some(PageAccessToken::new(token.expose()));
                self.held.page = Some(page);
            }
        }
        self.drop_answers();
        let since = self.connect.looked_from;
        self.tell_bench(Heard::Recognized { kind, since });
        self.status.say("Token recognized");
        self.focus(Focus::Result);
    }

    /// The Page of a Page token. Where `me` failed, its name is the one known from before, or its ID.
    fn own_page(&self) -> Option<Page> {
        let identity = &self.connect.identity;
        if let Some(me) = identity.me.value.clone() {
            let name = me.name.unwrap_or_else(|| me.id.to_string());
            let id = me.id.into_page();
            return Some(Page { id, name });
        }
        let id = identity.facts.value.as_ref()?.profile_id.clone()?;
        let known = self.held.page.clone().filter(|page| page.id == id);
        let name = id.to_string();
        Some(known.unwrap_or(Page { id, name }))
    }

    /// A token stopped working in the middle: only the token is asked for, and the way goes on.
    pub(crate) fn ask_for_new_token(&mut self) {
        let resume = self.connect.resume.unwrap_or(self.step);
        self.connect = Connect {
            resume: Some(resume).filter(|step| *step > Step::Connect),
            way: self.connect.way,
            ..Connect::default()
        };
        self.go(Step::Connect);
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
