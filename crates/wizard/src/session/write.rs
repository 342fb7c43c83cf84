//! What is stored, by subject.

use graph_api::endpoints::send_message::MessagingType;
use graph_api::json::{Object, Value};
use graph_api::{
    AppId, Carrier, ConfigId, ConversationId, MessageId, PageAccessToken, UserAccessToken,
};

use super::theme_name;
use crate::attempt::Attempt;
use crate::login::Begun;
use crate::model::{Composer, Mode, Model, Theme};
use crate::step::Step;

#[inline(never)]
fn put(map: &mut Object, key: &str, text: Option<&str>) {
    if let Some(text) = text {
        map.insert(key, text.into());
    }
}

impl Model {
    /// Whether a reload would lose anything.
    pub(super) fn is_worth_keeping(&self) -> bool {
        self.held.is_connected()
            || self.practice.snapshot.is_some()
            || self.attempt.is_some()
            || self.carrier == Carrier::Query
            || self.composer != Composer::default()
            || self.mode != Mode::Practice
            || self.theme != Theme::System
    }

    /// Where the reader is, and how the page is set.
    pub(super) fn write_page(&self, map: &mut Object) {
        map.insert("live", (self.mode == Mode::Live).into());
        map.insert("listed", self.pages.value.is_some().into());
        map.insert("version", (&*self.version.to_string()).into());
        map.insert("step", self.step.hash().into());
        map.insert("theme", theme_name(self.theme).into());
        map.insert("family", (&*self.family).into());
        put(map, "carrier", self.carrier_name());
        put(map, "resume", self.connect.resume.map(Step::hash));
        let bench = &self.bench;
        put(map, "place", bench.is_exploring.then_some("explorer"));
        let language = Some(bench.language.as_str());
        put(map, "language", language.filter(|name| !name.is_empty()));
        let practice = self.practice.snapshot.as_ref();
        put(map, "practice", practice.map(|text| text.0.as_str()));
    }

    /// How reads carry the token, once that is known.
    const fn carrier_name(&self) -> Option<&'static str> {
        match (self.carrier, self.form_is_taken) {
            (Carrier::Query, _) => Some("query"),
            (Carrier::FormBody, true) => Some("form"),
            (Carrier::FormBody, false) => None,
        }
    }

    /// Tokens and IDs.
    pub(super) fn write_held(&self, map: &mut Object) {
        let held = &self.held;
        let user_token = held.user_token.as_ref();
        put(map, "user_token", user_token.map(UserAccessToken::expose));
        let page_token = held.page_token.as_ref();
        put(map, "page_token", page_token.map(PageAccessToken::expose));
        let page = held.page.as_ref();
        put(map, "page", page.map(|page| page.id.as_str()));
        put(map, "page_name", page.map(|page| page.name.as_str()));
        let person = held.person.as_ref();
        put(map, "psid", person.map(|person| person.psid.as_str()));
        let conversation = held.conversation.as_ref();
        put(
            map,
            "conversation",
            conversation.map(ConversationId::as_str),
        );
        put(map, "sent", held.sent.as_ref().map(MessageId::as_str));
    }

    /// The reply in the making, and the one in doubt.
    pub(super) fn write_draft(&self, map: &mut Object) {
        let composer = &self.composer;
        map.insert("draft", composer.text.0.as_str().into());
        map.insert("kind", composer.kind.as_str().into());
        if let MessagingType::Tagged(tag) = composer.kind {
            map.insert("tag", tag.as_str().into());
        }
        let titles = composer.quick_replies.iter();
        let titles = titles.map(|title| Value::from(title.as_str()));
        map.insert("quick_replies", titles.collect());
        if let Some(attempt) = self.attempt.as_ref().map(Attempt::to_json) {
            map.insert("attempt", attempt);
        }
    }

    /// The login. What is no ID may be a secret that was pasted into the wrong field.
    pub(super) fn write_login(&self, map: &mut Object) {
        let login = &self.login;
        put(map, "app_id", login.app().as_ref().map(AppId::as_str));
        let config = login.config().ok().flatten();
        put(map, "config_id", config.as_ref().map(ConfigId::as_str));
        if let Some(begun) = login.begun.as_ref().map(Begun::to_json) {
            map.insert("login", begun);
        }
    }
}
