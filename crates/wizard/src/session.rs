//! What is kept over a reload: one text under one key. Read as if a stranger had written it.
//!
//! Tokens, IDs, the step and the draft; no message of a customer, and no customer's name.

use graph_api::endpoints::send_message::{MessageTag, MessagingType};
use graph_api::json::{self, Object, Value};
use graph_api::{
    AppId, Carrier, ConfigId, ConversationId, MessageId, PageAccessToken, PageId, PastedToken,
    Psid, UserAccessToken,
};

use workbench::Heard;

use crate::attempt::Attempt;
use crate::effect::{Effect, PracticeAsk};
use crate::event::Text;
use crate::login::Begun;
use crate::model::{Composer, Mode, Model, Page, Person, Theme};
use crate::remote::Phase;
use crate::step::Step;

/// The key in the tab's session storage.
pub const STORAGE_KEY: &str = "first-reply";

/// The version of the layout below. That of version 1 is a part of it, and is read as well.
const LAYOUT: i64 = 2;

/// The longest text that is read, in bytes; the browser itself stores little more.
const LONGEST: usize = 5 * 1024 * 1024;

/// Why a stored session was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SessionProblem {
    /// Not what this page writes.
    Unreadable,
    /// Written by another version of this page.
    OtherLayout,
}

impl Model {
    /// The text to store; none when there is nothing worth keeping.
    #[must_use]
    pub fn session(&self) -> Option<String> {
        let held = &self.held;
        if self.memory_only {
            return None;
        }
        let begun = held.is_connected()
            || self.practice.snapshot.is_some()
            || self.attempt.is_some()
            || self.carrier == Carrier::Query;
        let has_draft = self.composer != Composer::default();
        if !begun && !has_draft && self.mode == Mode::Practice && self.theme == Theme::System {
            return None;
        }
        let mut map = Object::default();
        map.insert("layout", LAYOUT.into());
        map.insert("live", (self.mode == Mode::Live).into());
        map.insert("listed", self.pages.value.is_some().into());
        let page = held.page.as_ref();
        let composer = &self.composer;
        let tag = match composer.kind {
            MessagingType::Tagged(tag) => Some(tag.as_str()),
            _ => None,
        };
        let resume = self.connect.resume.map(Step::hash);
        // What is no ID may be a secret that was pasted into the wrong field.
        let app = self.login.app();
        let config = self.login.config().ok().flatten();
        for (key, text) in [
            ("version", Some(&*self.version.to_string())),
            ("step", Some(self.step.hash())),
            ("theme", Some(theme_name(self.theme))),
            ("family", Some(&self.family)),
            ("carrier", self.carrier_name()),
            ("resume", resume),
            ("app_id", app.as_ref().map(AppId::as_str)),
            ("config_id", config.as_ref().map(ConfigId::as_str)),
            (
                "user_token",
                held.user_token.as_ref().map(UserAccessToken::expose),
            ),
            (
                "page_token",
                held.page_token.as_ref().map(PageAccessToken::expose),
            ),
            ("page", page.map(|page| page.id.as_str())),
            ("page_name", page.map(|page| page.name.as_str())),
            (
                "psid",
                held.person.as_ref().map(|person| person.psid.as_str()),
            ),
            (
                "conversation",
                held.conversation.as_ref().map(ConversationId::as_str),
            ),
            ("place", self.bench.is_exploring.then_some("explorer")),
            (
                "language",
                Some(self.bench.language.as_str()).filter(|it| !it.is_empty()),
            ),
            ("sent", held.sent.as_ref().map(MessageId::as_str)),
            ("draft", Some(&composer.text.0)),
            ("kind", Some(composer.kind.as_str())),
            ("tag", tag),
            (
                "practice",
                self.practice.snapshot.as_ref().map(|text| text.0.as_str()),
            ),
        ] {
            if let Some(text) = text {
                map.insert(key, text.into());
            }
        }
        let quick_replies = composer.quick_replies.iter();
        let quick_replies = quick_replies.map(|title| Value::from(title.as_str()));
        map.insert("quick_replies", quick_replies.collect());
        if let Some(begun) = &self.login.begun {
            map.insert("login", begun.to_json());
        }
        if let Some(attempt) = &self.attempt {
            map.insert("attempt", attempt.to_json());
        }
        Some(Value::Object(map).to_string())
    }

    /// A new page, since what was stored could not be taken up.
    #[must_use]
    pub fn dropping(problem: SessionProblem) -> Self {
        Self {
            dropped: Some(problem),
            ..Self::default()
        }
    }

    /// How reads carry the token, once that is known.
    const fn carrier_name(&self) -> Option<&'static str> {
        match (self.carrier, self.form_is_taken) {
            (Carrier::Query, _) => Some("query"),
            (Carrier::FormBody, true) => Some("form"),
            (Carrier::FormBody, false) => None,
        }
    }

    /// The state as it was before a reload, and what to do to show it again. What cannot be read
    /// is as good as not stored.
    ///
    /// # Errors
    /// When the text is not a session of this layout.
    pub fn restore(stored: &str) -> Result<(Self, Vec<Effect>), SessionProblem> {
        if stored.len() > LONGEST {
            return Err(SessionProblem::Unreadable);
        }
        let stored = json::parse(stored).map_err(|_| SessionProblem::Unreadable)?;
        let layout = stored.get("layout").and_then(Value::as_i64);
        if !(1..=LAYOUT).contains(&layout.ok_or(SessionProblem::Unreadable)?) {
            return Err(SessionProblem::OtherLayout);
        }
        let text = |key: &str| stored.get(key).and_then(Value::as_str);
        let step = |key: &str| text(key).and_then(Step::from_hash);
        let token = |key: &str| PastedToken::parse(text(key)?).ok();
        let live = stored.get("live").and_then(Value::as_bool);
        let mut model = Self {
            mode: match live {
                Some(true) => Mode::Live,
                _ => Mode::Practice,
            },
            version: text("version")
                .and_then(|text| text.parse().ok())
                .unwrap_or_default(),
            theme: text("theme").and_then(theme_named).unwrap_or_default(),
            step: step("step").unwrap_or(Step::Connect),
            ..Self::default()
        };
        model.connect.resume = step("resume");
        if stored.get("listed").and_then(Value::as_bool) == Some(true) {
            model.pages.phase = Phase::Ready;
        }
        let held = &mut model.held;
        held.user_token = token("user_token").map(|token| UserAccessToken::new(token.expose()));
        held.page_token = token("page_token").map(|token| PageAccessToken::new(token.expose()));
        let page = text("page").and_then(|id| PageId::parse(id).ok());
        held.page = page.map(|id| Page {
            id,
            name: text("page_name").unwrap_or_default().to_owned(),
        });
        let psid = text("psid").and_then(|id| Psid::parse(id).ok());
        held.person = psid.map(|psid| Person { psid, name: None });
        // A conversation is of use only with the Page and the person it belongs to.
        held.conversation = text("conversation")
            .filter(|_| held.page.is_some() && held.person.is_some())
            .and_then(|id| ConversationId::parse(id).ok());
        held.sent = text("sent").and_then(|id| MessageId::parse(id).ok());
        model.composer.text = Text(text("draft").unwrap_or_default().to_owned());
        let titles = stored.get("quick_replies").and_then(Value::as_list);
        let titles = titles.into_iter().flatten().filter_map(Value::as_str);
        model.composer.quick_replies = titles.map(str::to_owned).collect();
        model.composer.kind = kind(text("kind"), text("tag"));
        let family = text("family").filter(|name| name.len() <= 16);
        model.family = family.unwrap_or_default().to_owned();
        match text("carrier") {
            Some("query") => model.carrier = Carrier::Query,
            carrier => model.form_is_taken = carrier == Some("form"),
        }
        let typed = |key: &str| Text(text(key).unwrap_or_default().to_owned());
        model.login.app = typed("app_id");
        model.login.config = typed("config_id");
        let begun = stored.get("login").filter(|_| live == Some(true));
        model.login.begun = begun.and_then(Begun::from_json);
        model.attempt = stored.get("attempt").and_then(Attempt::from_json);
        model.face_doubt();
        model.practice.snapshot = text("practice").map(|text| Text(text.to_owned()));
        model.step = model.step.nearest_open(&model);
        let language = text("language").filter(|name| name.len() <= 16);
        model.bench.language = language.unwrap_or_default().to_owned();
        if text("place") == Some("explorer") {
            model.bench.is_exploring = true;
            model.tell_bench(Heard::Opened);
        }
        model.tell(Effect::ApplyTheme(model.theme));
        match (model.mode, model.practice.snapshot.clone()) {
            (Mode::Practice, Some(snapshot)) => {
                model.practice.opening = true;
                model.tell(Effect::Practice(PracticeAsk::Open {
                    snapshot: Some(snapshot.0),
                }));
            }
            _ => model.resume(),
        }
        let effects = std::mem::take(&mut model.out);
        Ok((model, effects))
    }
}

const KINDS: [MessagingType; 4] = [
    MessagingType::Response,
    MessagingType::Update,
    MessagingType::Tagged(MessageTag::HumanAgent),
    MessagingType::Tagged(MessageTag::CustomerFeedback),
];

fn kind(name: Option<&str>, tag: Option<&str>) -> MessagingType {
    let fits = |kind: &MessagingType| match kind {
        MessagingType::Tagged(own) => Some(own.as_str()) == tag,
        plain => Some(plain.as_str()) == name,
    };
    KINDS.into_iter().find(fits).unwrap_or_default()
}

const fn theme_name(theme: Theme) -> &'static str {
    match theme {
        Theme::System => "system",
        Theme::Light => "light",
        Theme::Dark => "dark",
    }
}

fn theme_named(name: &str) -> Option<Theme> {
    let all = [Theme::System, Theme::Light, Theme::Dark];
    all.into_iter().find(|theme| theme_name(*theme) == name)
}

#[cfg(test)]
mod tests;
