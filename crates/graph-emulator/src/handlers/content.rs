//! The `message` parameter: first its form, part by part, then what its parts need.

use graph_api::message::MediaKind;
use graph_api::message::limits::{
    PAYLOAD_LIMIT, QUICK_REPLIES_LIMIT, QUICK_REPLY_TITLE_LIMIT, TEXT_LIMIT, is_address,
};
use serde_json::{Map, Value};

use super::outgoing::{known_keys, one_of, within};
use super::template;
use crate::answer::fault::Fault;
use crate::conversation::Card;
use crate::request::lenient;

const MESSAGE_KEYS: [&str; 6] = [
    "text",
    "attachment",
    "attachments",
    "quick_replies",
    "metadata",
    "sticker_id",
];
const QUICK_REPLY_KEYS: [&str; 4] = ["content_type", "title", "payload", "image_url"];
const QUICK_REPLY_TYPES: [&str; 3] = ["text", "user_phone_number", "user_email"];
/// The longest metadata.
const METADATA_LIMIT: usize = 1000;

/// What a message holds.
#[derive(Default)]
pub(crate) struct Content {
    pub(crate) text: String,
    /// What is attached, and its address.
    pub(crate) attachment: Option<(String, String)>,
    /// What a template says.
    pub(crate) cards: Vec<Card>,
    pub(crate) is_reusable: bool,
    pub(crate) quick_replies: Vec<String>,
}

/// The text under a key; empty when it is not there, or no text.
pub(super) fn text<'a>(object: &'a Map<String, Value>, key: &str) -> &'a str {
    object.get(key).and_then(Value::as_str).unwrap_or_default()
}

/// An object, and the name that errors call it by.
type Named<'a> = (String, &'a Map<String, Value>);

/// The objects of a list whose length has limits.
pub(super) fn objects<'a>(
    list: &'a Value,
    name: &str,
    most: usize,
) -> Result<Vec<Named<'a>>, Fault> {
    let items = list
        .as_array()
        .ok_or_else(|| Fault::param_must_be(name, "an array."))?;
    if items.is_empty() {
        return Err(Fault::too_few(name));
    }
    if items.len() > most {
        return Err(Fault::too_many(name));
    }
    let named = items.iter().enumerate().map(|(at, item)| {
        let name = format!("{name}[{at}]");
        let object = item.as_object();
        let object = object.ok_or_else(|| Fault::param_must_be(&name, "an object"))?;
        Ok((name, object))
    });
    named.collect()
}

pub(super) fn read(message: &str) -> Result<Content, Fault> {
    let message = match lenient::parse(message) {
        Some(Value::Object(message)) if !message.is_empty() => message,
        _ => return Err(Fault::param_empty("message")),
    };
    known_keys(&message, &MESSAGE_KEYS, "message")?;
    let text = match message.get("text") {
        None | Some(Value::Null) => "",
        Some(text) => text
            .as_str()
            .ok_or_else(|| Fault::param_must_be("message[text]", "a string"))?,
    };
    let attachment = message.get("attachment").filter(|it| !it.is_null());
    let has_more = message.contains_key("attachments") || message.contains_key("sticker_id");
    match (text.is_empty(), attachment.is_some() || has_more) {
        (false, true) => return Err(Fault::text_and_attachment()),
        (true, false) => return Err(Fault::empty_message()),
        _ => {}
    }
    within(text, TEXT_LIMIT, "message[text]")?;
    let metadata = self::text(&message, "metadata");
    within(metadata, METADATA_LIMIT, "message[metadata]")?;
    let quick_replies = match message.get("quick_replies") {
        Some(replies) => quick_replies(replies)?,
        None => Vec::new(),
    };
    let mut content = Content {
        text: text.to_owned(),
        quick_replies,
        ..Content::default()
    };
    if let Some(it) = attachment {
        self::attachment(it, &mut content)?;
    } else if has_more {
        content.attachment = Some(("image".to_owned(), String::new()));
    }
    Ok(content)
}

fn quick_replies(replies: &Value) -> Result<Vec<String>, Fault> {
    let replies = objects(replies, "message[quick_replies]", QUICK_REPLIES_LIMIT)?;
    for (name, reply) in &replies {
        known_keys(reply, &QUICK_REPLY_KEYS, name)?;
        let kind = format!("{name}[content_type]");
        if !reply.contains_key("content_type") {
            return Err(Fault::param_required(&kind));
        }
        one_of(&kind, text(reply, "content_type"), &QUICK_REPLY_TYPES)?;
        let (title, payload) = (text(reply, "title"), text(reply, "payload"));
        within(title, QUICK_REPLY_TITLE_LIMIT, &format!("{name}[title]"))?;
        within(payload, PAYLOAD_LIMIT, &format!("{name}[payload]"))?;
        let picture = text(reply, "image_url");
        if !picture.is_empty() && !is_address(picture) {
            return Err(Fault::no_address(&format!("{name}[image_url]")));
        }
    }
    let titles = replies.into_iter().map(|(_, reply)| {
        let kind = text(reply, "content_type").to_ascii_lowercase();
        match kind.as_str() {
            "user_phone_number" => return Ok("Send your phone number".to_owned()),
            "user_email" => return Ok("Send your email address".to_owned()),
            _ => {}
        }
        let has_picture = !text(reply, "image_url").is_empty();
        let title = text(reply, "title");
        if title.is_empty() && !has_picture {
            return Err(Fault::quick_reply_title());
        }
        match reply.get("payload") {
            Some(Value::Number(_)) => {}
            Some(Value::String(payload)) if has_picture || !payload.is_empty() => {}
            _ => return Err(Fault::quick_reply_payload()),
        }
        Ok(title.to_owned())
    });
    titles.collect()
}

fn attachment(attachment: &Value, content: &mut Content) -> Result<(), Fault> {
    let name = "message[attachment]";
    let none = Map::new();
    let attachment = attachment.as_object().unwrap_or(&none);
    let required = |key: &str| {
        let found = attachment.get(key).filter(|it| !it.is_null());
        found.ok_or_else(|| Fault::param_required(&format!("{name}[{key}]")))
    };
    let mut kinds: Vec<_> = MediaKind::ALL.iter().map(|it| it.as_str()).collect();
    kinds.push("template");
    let kind = required("type")?.as_str().unwrap_or_default();
    let kind = one_of(&format!("{name}[type]"), kind, &kinds)?;
    let payload = required("payload")?.as_object();
    let Some(payload) = payload.filter(|payload| !payload.is_empty()) else {
        return Err(Fault::param_empty(&format!("{name}[payload]")));
    };
    let url = text(payload, "url");
    if kind == "template" {
        content.cards = template::read(payload)?;
    } else if !is_address(url) && text(payload, "attachment_id").is_empty() {
        return Err(Fault::upload_failed());
    }
    let is_reusable = payload.get("is_reusable").and_then(Value::as_bool);
    content.is_reusable = kind != "template" && is_reusable.unwrap_or_default();
    content.attachment = Some((kind, url.to_owned()));
    Ok(())
}
