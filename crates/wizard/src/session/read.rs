//! What was stored, by subject, as if a stranger had written it.

use graph_api::json::{self, Value};
use graph_api::{
    Carrier, ConversationId, MessageId, PageAccessToken, PageId, PastedToken, Psid, UserAccessToken,
};

use workbench::Heard;

use super::{LAYOUT, LONGEST, SessionProblem, kind, theme_named};
use crate::attempt::Attempt;
use crate::effect::{Effect, PracticeAsk};
use crate::event::Text;
use crate::login::Begun;
use crate::model::{Mode, Model, Page, Person};
use crate::remote::Phase;
use crate::step::Step;

/// What the tab has stored.
pub(super) struct Stored(Value);

impl Stored {
    pub(super) fn parse(text: &str) -> Result<Self, SessionProblem> {
        if text.len() > LONGEST {
            return Err(SessionProblem::Unreadable);
        }
        let stored = json::parse(text).map_err(|_| SessionProblem::Unreadable)?;
        let layout = stored.get("layout").and_then(Value::as_i64);
        match (1..=LAYOUT).contains(&layout.ok_or(SessionProblem::Unreadable)?) {
            true => Ok(Self(stored)),
            false => Err(SessionProblem::OtherLayout),
        }
    }

    fn text(&self, key: &str) -> Option<&str> {
        self.0.get(key)?.as_str()
    }

    /// Empty, where there is none.
    fn typed(&self, key: &str) -> String {
        self.text(key).unwrap_or_default().to_owned()
    }

    /// A name of our own.
    fn name(&self, key: &str) -> String {
        let name = self.text(key).filter(|name| name.len() <= 16);
        name.unwrap_or_default().to_owned()
    }

    fn is(&self, key: &str) -> bool {
        self.0.get(key).and_then(Value::as_bool) == Some(true)
    }

    fn step(&self, key: &str) -> Option<Step> {
        Step::from_hash(self.text(key)?)
    }

    fn token(&self, key: &str) -> Option<PastedToken> {
        PastedToken::parse(self.text(key)?).ok()
    }
}

impl Model {
    /// Where the reader was, and how the page was set.
    pub(super) fn read_page(&mut self, stored: &Stored) {
        self.mode = match stored.is("live") {
            true => Mode::Live,
            false => Mode::Practice,
        };
        let version = stored.text("version");
        self.version = version
            .and_then(|text| text.parse().ok())
            .unwrap_or_default();
        let theme = stored.text("theme").and_then(theme_named);
        self.theme = theme.unwrap_or_default();
        self.step = stored.step("step").unwrap_or(Step::Connect);
        self.connect.resume = stored.step("resume");
        if stored.is("listed") {
            self.pages.phase = Phase::Ready;
        }
        self.family = stored.name("family");
        match stored.text("carrier") {
            Some("query") => self.carrier = Carrier::Query,
            carrier => self.form_is_taken = carrier == Some("form"),
        }
        self.practice.snapshot = stored.text("practice").map(Text::from);
        self.bench.language = stored.name("language");
    }

    /// Tokens and IDs.
    pub(super) fn read_held(&mut self, stored: &Stored) {
        let held = &mut self.held;
        let token = stored.token("user_token");
        held.user_token = token.map(|token| UserAccessToken::new(token.expose()));
        let token = stored.token("page_token");
        held.page_token = token.map(|token| PageAccessToken::new(token.expose()));
        let page = stored.text("page").and_then(|id| PageId::parse(id).ok());
        held.page = page.map(|id| Page {
            id,
            name: stored.typed("page_name"),
        });
        let psid = stored.text("psid").and_then(|id| Psid::parse(id).ok());
        held.person = psid.map(|psid| Person { psid, name: None });
        // A conversation is of use only with the Page and the person it belongs to.
        held.conversation = stored
            .text("conversation")
            .filter(|_| held.page.is_some() && held.person.is_some())
            .and_then(|id| ConversationId::parse(id).ok());
        let sent = stored.text("sent");
        held.sent = sent.and_then(|id| MessageId::parse(id).ok());
    }

    /// The reply in the making, and the one in doubt.
    pub(super) fn read_draft(&mut self, stored: &Stored) {
        let composer = &mut self.composer;
        composer.text = Text(stored.typed("draft"));
        let titles = stored.0.get("quick_replies").and_then(Value::as_list);
        let titles = titles.into_iter().flatten().filter_map(Value::as_str);
        composer.quick_replies = titles.map(str::to_owned).collect();
        composer.kind = kind(stored.text("kind"), stored.text("tag"));
        self.attempt = stored.0.get("attempt").and_then(Attempt::from_json);
        self.face_doubt();
    }

    /// The login, which only live has.
    pub(super) fn read_login(&mut self, stored: &Stored) {
        self.login.app = Text(stored.typed("app_id"));
        self.login.config = Text(stored.typed("config_id"));
        let begun = stored.0.get("login").filter(|_| self.mode == Mode::Live);
        self.login.begun = begun.and_then(Begun::from_json);
    }

    /// Shows again what was on display.
    pub(super) fn take_up(&mut self, stored: &Stored) {
        self.step = self.step.nearest_open(self);
        if stored.text("place") == Some("explorer") {
            self.bench.is_exploring = true;
            self.tell_bench(Heard::Opened);
        }
        self.tell(Effect::ApplyTheme(self.theme));
        match (self.mode, self.practice.snapshot.clone()) {
            (Mode::Practice, Some(snapshot)) => {
                self.practice.opening = true;
                let snapshot = Some(snapshot.0);
                self.tell(Effect::Practice(PracticeAsk::Open { snapshot }));
            }
            _ => self.resume(),
        }
    }
}
