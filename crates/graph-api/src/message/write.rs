//! A message as JSON.

use super::{Body, Button, Card, Media, Message, QuickReply};
use crate::json::{Object, Value};

/// An object of texts.
pub(super) fn texts(pairs: &[(&str, &str)]) -> Object {
    let mut object = Object::default();
    for (key, text) in pairs {
        object.insert(key, (*text).into());
    }
    object
}

/// Adds a text, unless it is empty.
fn maybe(object: &mut Object, key: &str, text: &str) {
    if !text.is_empty() {
        object.insert(key, text.into());
    }
}

impl Message {
    /// The `message` parameter.
    #[must_use]
    pub fn to_json(&self) -> Value {
        let mut message = match &self.body {
            Body::Text(text) => texts(&[("text", text)]),
            Body::Media(it) => attachment(it.kind.as_str(), media(it)),
            Body::Buttons { text, buttons } => {
                let mut payload = texts(&[("template_type", "button"), ("text", text)]);
                payload.insert("buttons", all(buttons));
                attachment("template", payload)
            }
            Body::Cards(cards) => {
                let mut payload = texts(&[("template_type", "generic")]);
                payload.insert("elements", cards.iter().map(card).collect());
                attachment("template", payload)
            }
        };
        if !self.quick_replies.is_empty() {
            let replies = self.quick_replies.iter().map(quick_reply);
            message.insert("quick_replies", replies.collect());
        }
        message.into()
    }
}

fn attachment(kind: &str, payload: Object) -> Object {
    let mut attachment = texts(&[("type", kind)]);
    attachment.insert("payload", payload.into());
    let mut message = Object::default();
    message.insert("attachment", attachment.into());
    message
}

fn media(it: &Media) -> Object {
    let mut payload = texts(&[("url", &it.url)]);
    if it.is_reusable {
        payload.insert("is_reusable", true.into());
    }
    payload
}

fn all(buttons: &[Button]) -> Value {
    buttons.iter().map(button).collect()
}

fn button(it: &Button) -> Value {
    let (kind, key) = (it.kind.as_str(), it.kind.target_key());
    texts(&[("type", kind), ("title", &it.title), (key, &it.target)]).into()
}

fn card(it: &Card) -> Value {
    let mut card = texts(&[("title", &it.title)]);
    maybe(&mut card, "subtitle", &it.subtitle);
    maybe(&mut card, "image_url", &it.image_url);
    if !it.link.is_empty() {
        let action = texts(&[("type", "web_url"), ("url", &it.link)]);
        card.insert("default_action", action.into());
    }
    if !it.buttons.is_empty() {
        card.insert("buttons", all(&it.buttons));
    }
    card.into()
}

fn quick_reply(it: &QuickReply) -> Value {
    let mut reply = texts(&[("content_type", it.word())]);
    if let QuickReply::Text {
        title,
        payload,
        image_url,
    } = it
    {
        reply.insert("title", title.as_str().into());
        reply.insert("payload", payload.as_str().into());
        maybe(&mut reply, "image_url", image_url);
    }
    reply.into()
}

impl QuickReply {
    /// Its content type, as Graph spells it.
    #[must_use]
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Text { .. } => "text",
            Self::PhoneNumber => "user_phone_number",
            Self::Email => "user_email",
        }
    }
}
