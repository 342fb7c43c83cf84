//! A message from JSON. What has no place in it is left out; `sending.rs` tells what that was.

use super::{Body, Button, ButtonKind, Card, Media, MediaKind, Message, QuickReply, Unreadable};
use crate::json::Value;

fn text(value: &Value, key: &str) -> String {
    let found = value.get(key).and_then(Value::as_str);
    found.unwrap_or_default().to_owned()
}

fn items<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value.get(key).and_then(Value::as_list).unwrap_or_default()
}

impl Message {
    /// Reads the `message` parameter.
    ///
    /// # Errors
    /// When it is no message, or one of a kind that is not made here.
    pub fn read(value: &Value) -> Result<Self, Unreadable> {
        let attachment = value.get("attachment").filter(|it| !it.is_null());
        let body = match (value.get("text"), attachment) {
            (_, Some(attachment)) => attached(attachment)?,
            (Some(Value::Text(text)), None) => Body::Text(text.clone()),
            _ => return Err(Unreadable::NoMessage),
        };
        let replies = items(value, "quick_replies").iter().map(quick_reply);
        Ok(Self {
            body,
            quick_replies: replies.collect::<Result<_, _>>()?,
        })
    }
}

fn attached(attachment: &Value) -> Result<Body, Unreadable> {
    let kind = text(attachment, "type");
    let none = Value::Null;
    let payload = attachment.get("payload").unwrap_or(&none);
    if let Some(kind) = MediaKind::of(&kind) {
        let is_reusable = payload.get("is_reusable").and_then(Value::as_bool);
        return Ok(Body::Media(Media {
            kind,
            url: text(payload, "url"),
            is_reusable: is_reusable.unwrap_or_default(),
        }));
    }
    let template = text(payload, "template_type");
    match (kind.as_str(), template.as_str()) {
        ("template", "button") => Ok(Body::Buttons {
            text: text(payload, "text"),
            buttons: buttons(payload)?,
        }),
        ("template", "generic") => {
            let cards = items(payload, "elements").iter().map(card);
            Ok(Body::Cards(cards.collect::<Result<_, _>>()?))
        }
        ("template", _) => Err(Unreadable::Kind(template)),
        _ => Err(Unreadable::Kind(kind)),
    }
}

fn buttons(value: &Value) -> Result<Vec<Button>, Unreadable> {
    items(value, "buttons").iter().map(button).collect()
}

fn button(value: &Value) -> Result<Button, Unreadable> {
    let word = text(value, "type");
    let kind = ButtonKind::of(&word).ok_or(Unreadable::Kind(word))?;
    Ok(Button {
        kind,
        title: text(value, "title"),
        target: text(value, kind.target_key()),
    })
}

fn card(value: &Value) -> Result<Card, Unreadable> {
    let link = value.get("default_action").map(|it| text(it, "url"));
    Ok(Card {
        title: text(value, "title"),
        subtitle: text(value, "subtitle"),
        image_url: text(value, "image_url"),
        link: link.unwrap_or_default(),
        buttons: buttons(value)?,
    })
}

fn quick_reply(value: &Value) -> Result<QuickReply, Unreadable> {
    let word = text(value, "content_type");
    match word.to_ascii_lowercase().as_str() {
        "text" => Ok(QuickReply::Text {
            title: text(value, "title"),
            payload: text(value, "payload"),
            image_url: text(value, "image_url"),
        }),
        "user_phone_number" => Ok(QuickReply::PhoneNumber),
        "user_email" => Ok(QuickReply::Email),
        _ => Err(Unreadable::Kind(word)),
    }
}
