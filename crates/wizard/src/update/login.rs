//! Facebook Login: the reader leaves for Facebook's dialog, comes back, and the code is exchanged.

use graph_api::endpoints::ExchangeCode;
use graph_api::endpoints::exchange_code::{Exchanged, IdToken};
use graph_api::{AccessToken, LoginDialog, LoginKeys, LoginProof, LoginWish};

use handbook::LoginTopic;

use super::Question;
use crate::effect::{Effect, Focus};
use crate::event::{Arrival, FieldId, Returned};
use crate::login::{Begun, LoginNews};
use crate::model::{Mode, Model, TokenWay};
use crate::needs;
use crate::remote::{Failure, Phase, Slot, Ticket};
use crate::step::Step;

impl Model {
    /// A login is wanted. Its keys are made first.
    pub(crate) fn begin_login(&mut self) {
        if self.mode != Mode::Live || self.step != Step::Connect || self.login.making {
            return;
        }
        // The answer to an older login, if it still comes, is refused.
        self.end_login();
        self.connect.problem = None;
        self.login.problem = match (self.login.app(), self.login.config()) {
            (None, _) => Some(FieldId::AppId),
            (_, Err(field)) => Some(field),
            _ => None,
        };
        if self.login.problem.is_some() {
            return self.focus(Focus::Alert);
        }
        if !self.can_log_in() {
            return self.tell_of_login(LoginNews::NoStorage);
        }
        self.login.making = true;
        self.tell(Effect::MakeLogin);
    }

    /// Whatever login there was is over.
    pub(crate) fn end_login(&mut self) {
        self.drop_pending(Slot::Exchange);
        self.login.end();
    }

    /// Whether the page would know its login again.
    pub(crate) fn can_log_in(&self) -> bool {
        !self.storage_failed && !self.memory_only
    }

    /// The keys are made, with the SHA-256 of the verifier. They have to be stored before the
    /// reader leaves, and a storage that refuses says so before the next wake.
    pub(crate) fn take_login_keys(&mut self, made: Option<(LoginKeys, [u8; 32])>) {
        if !std::mem::take(&mut self.login.making) {
            return;
        }
        let Some((keys, digest)) = made else {
            return self.tell_of_login(LoginNews::NoKeys);
        };
        let (Some(app), Ok(config)) = (self.login.app(), self.login.config()) else {
            return;
        };
        let permissions = needs::permissions(needs::way(false));
        let dialog = LoginDialog {
            version: self.version,
            app: &app,
            redirect_uri: &self.login.address,
            keys: &keys,
            digest: &digest,
            wish: match &config {
                Some(config) => LoginWish::Configuration(config),
                None => LoginWish::Permissions(&permissions),
            },
        };
        let address = dialog.address();
        let (ticket, millis) = (self.next_ticket(), 0);
        self.login.leaving = Some((ticket, address));
        self.login.begun = Some(Begun { app, keys });
        self.tell(Effect::Wake { ticket, millis });
    }

    /// The reader leaves, if this is what was waited for.
    pub(crate) fn leave_for_login(&mut self, ticket: Ticket) -> bool {
        let leaving = self.login.leaving.take_if(|(own, _)| *own == ticket);
        let Some((_, address)) = leaving else {
            return false;
        };
        match self.can_log_in() {
            true => self.tell(Effect::Depart(address)),
            false => {
                self.login.begun = None;
                self.tell_of_login(LoginNews::NoStorage);
            }
        }
        true
    }

    /// A login came back. Only one that was begun in this tab is looked at, and only once.
    pub(crate) fn return_from_login(&mut self, back: Returned) {
        if back.is_empty() {
            return;
        }
        let Some(begun) = self.login.begun.take() else {
            return self.arrive(Arrival::Code);
        };
        self.login.end();
        if self.step != Step::Connect {
            self.go(Step::Connect);
        }
        if back.state.0 != begun.keys.state() {
            return self.tell_of_login(LoginNews::WrongState);
        }
        if back.code.0.is_empty() {
            return self.tell_of_login(LoginNews::NoCode(Box::new(back)));
        }
        let proof = LoginProof::new(&back.code.0, &begun.keys);
        self.login.tried = Some(proof.clone());
        let endpoint = ExchangeCode {
            app: begun.app,
            redirect_uri: self.login.address.clone(),
            keys: begun.keys,
        };
        self.ask(Question::Exchange(endpoint), AccessToken::Login(proof));
    }

    /// The token is looked at like a pasted one.
    pub(crate) fn settle_exchange(&mut self, answer: Result<Exchanged, Failure>) {
        match answer {
            Ok(exchanged) if exchanged.id_token == IdToken::NotOurs => {
                self.login.end();
                self.tell_of_login(LoginNews::OtherNonce);
            }
            Ok(exchanged) => {
                self.login.end();
                self.look_at(exchanged.token);
            }
            Err(failure) => {
                self.login.exchange = Phase::Failed(failure);
                self.focus(Focus::Failure);
            }
        }
    }

    /// The form is to be shown.
    pub(crate) fn choose_way(&mut self, way: TokenWay) {
        self.connect.way = way;
        self.login.problem = None;
        if way == TokenWay::Login {
            self.ask_about_login(LoginTopic::Setup);
        }
    }

    fn tell_of_login(&mut self, news: LoginNews) {
        if let Some(topic) = news.topic() {
            self.ask_about_login(topic);
        }
        self.login.news = Some(news);
        self.focus(Focus::Alert);
    }
}
