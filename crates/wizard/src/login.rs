//! Facebook Login: what the reader fills in, the login under way, and what came of the last one.

use graph_api::json::{Object, Value};
use graph_api::{AppId, ConfigId, DialogAddress, LoginKeys, LoginProof};

use handbook::{Explanation, LoginTopic, Question};

use crate::effect::Effect;
use crate::event::{FieldId, Returned, Text};
use crate::model::Model;
use crate::remote::{Phase, Ticket};

/// Everything about logging in.
#[derive(Debug, Clone, Default)]
pub struct Login {
    /// This page's own address, to the letter; the shell tells it.
    pub address: String,
    /// What stands in the field of the app ID.
    pub app: Text,
    /// What stands in the field of the configuration ID.
    pub config: Text,
    /// The field that was refused.
    pub problem: Option<FieldId>,
    /// Whether the keys are being made.
    pub making: bool,
    /// The login that this tab waits for. Stored; gone as soon as an answer has come.
    pub begun: Option<Begun>,
    /// Where the reader goes, once what has begun is stored.
    pub(crate) leaving: Option<(Ticket, DialogAddress)>,
    /// How far the exchange of the code has come.
    pub exchange: Phase,
    /// The code that was exchanged last: it is masked wherever Graph quotes it.
    pub(crate) tried: Option<LoginProof>,
    /// What came of the last login, other than a token.
    pub news: Option<LoginNews>,
    /// What the handbook says of it.
    pub(crate) told: Vec<Told>,
}

/// What the handbook says of a topic, once it came.
#[derive(Debug, Clone)]
pub(crate) struct Told {
    pub(crate) ticket: u32,
    topic: LoginTopic,
    pub(crate) words: Option<Explanation>,
}

/// A login that has begun: what its answer is checked by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Begun {
    /// The reader's own app.
    pub app: AppId,
    /// Its keys.
    pub keys: LoginKeys,
}

/// Why a login brought no token. What Graph said of a code is told by the phase of its exchange.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LoginNews {
    /// Nothing can be stored, so the page would not know its login again.
    NoStorage,
    /// The browser did not make the keys.
    NoKeys,
    /// The answer is not to the question that this tab asked.
    WrongState,
    /// There was no code in it.
    NoCode(Box<Returned>),
    /// The token came with an ID token of another login.
    OtherNonce,
}

impl LoginNews {
    /// What the handbook has to say of it, if anything.
    pub(crate) fn topic(&self) -> Option<LoginTopic> {
        Some(match self {
            Self::NoStorage | Self::NoKeys => return None,
            Self::WrongState => LoginTopic::WrongState,
            Self::NoCode(back) if back.error.0 == "access_denied" => LoginTopic::Denied,
            Self::NoCode(_) => LoginTopic::NoCode,
            Self::OtherNonce => LoginTopic::OtherNonce,
        })
    }
}

impl Model {
    /// Asks the handbook about a topic, unless it has told.
    pub(crate) fn ask_about_login(&mut self, topic: LoginTopic) {
        if self.login.words(topic).is_some() {
            return;
        }
        let ticket = self.next_ticket().0;
        self.login.told.retain(|it| it.topic != topic);
        self.login.told.push(Told {
            ticket,
            topic,
            words: None,
        });
        let question = Question::Login(topic);
        self.tell(Effect::LookUp { ticket, question });
    }
}

impl Login {
    /// What the handbook says of a topic.
    pub(crate) fn words(&self, topic: LoginTopic) -> Option<&Explanation> {
        let told = self.told.iter().find(|it| it.topic == topic)?;
        told.words.as_ref()
    }

    /// Whatever login there was is over; what was filled in stays.
    pub(crate) fn end(&mut self) {
        self.making = false;
        self.begun = None;
        self.leaving = None;
        self.exchange = Phase::Idle;
        self.problem = None;
        self.news = None;
    }

    /// Whether there is something to be said of a login, or to be waited for.
    pub(crate) fn is_told(&self) -> bool {
        self.exchange != Phase::Idle || self.news.is_some()
    }

    /// Nothing of what was typed, asked or told.
    pub(crate) fn forgotten(self) -> Box<Self> {
        Box::new(Self {
            address: self.address,
            ..Self::default()
        })
    }

    /// The app, if its ID can be one.
    pub(crate) fn app(&self) -> Option<AppId> {
        AppId::parse(&self.app.0).ok()
    }

    /// The configuration; what is not empty has to be one.
    pub(crate) fn config(&self) -> Result<Option<ConfigId>, FieldId> {
        match ConfigId::parse(&self.config.0) {
            Ok(config) => Ok(Some(config)),
            Err(graph_api::IdProblem::Empty) => Ok(None),
            Err(_) => Err(FieldId::ConfigId),
        }
    }
}

impl Begun {
    pub(crate) fn to_json(&self) -> Value {
        let mut map = Object::default();
        map.insert("app", self.app.as_str().into());
        map.insert("verifier", self.keys.verifier().into());
        map.insert("state", self.keys.state().into());
        map.insert("nonce", self.keys.nonce().into());
        Value::Object(map)
    }

    /// Reads what was stored. A login with a part that does not fit was not begun.
    pub(crate) fn from_json(stored: &Value) -> Option<Self> {
        let text = |key: &str| stored.get(key).and_then(Value::as_str);
        Some(Self {
            app: AppId::parse(text("app")?).ok()?,
            keys: LoginKeys::stored(text("verifier")?, text("state")?, text("nonce")?)?,
        })
    }
}
