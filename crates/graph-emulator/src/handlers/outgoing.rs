//! The parameters of a send, checked in Graph's order.

use graph_api::endpoints::send_message::{
    QUICK_REPLIES_LIMIT, QUICK_REPLY_TITLE_LIMIT, TEXT_LIMIT,
};
use serde_json::{Map, Value};

use crate::answer::fault::Fault;
use crate::request::lenient;
use crate::request::params::Params;

const MESSAGING_TYPES: [&str; 4] = ["RESPONSE", "UPDATE", "MESSAGE_TAG", "UTILITY"];
const TAGS: [&str; 2] = ["HUMAN_AGENT", "CUSTOMER_FEEDBACK"];
/// Retired on 27 April 2026.
const RETIRED_TAGS: [&str; 3] = [
    "CONFIRMED_EVENT_UPDATE",
    "ACCOUNT_UPDATE",
    "POST_PURCHASE_UPDATE",
];
const ACTIONS: [&str; 5] = ["typing_on", "typing_off", "mark_seen", "react", "unreact"];
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
const ATTACHMENT_TYPES: [&str; 5] = ["image", "audio", "video", "file", "template"];
const TEMPLATES: [&str; 5] = ["generic", "button", "media", "receipt", "customer_feedback"];
/// The longest payload of a quick reply, and the longest metadata.
const PAYLOAD_LIMIT: usize = 1000;

/// A send that can be carried out, if the person can be reached.
pub(crate) struct Outgoing {
    pub(crate) psid: String,
    /// Whether a tag widens the window.
    pub(crate) is_tagged: bool,
    /// The message that this one answers.
    pub(crate) reply_to: Option<String>,
    pub(crate) what: What,
}

pub(crate) enum What {
    Message(Content),
    Action(String),
}

/// What a message holds.
#[derive(Default)]
pub(crate) struct Content {
    pub(crate) text: String,
    /// Kind and address.
    pub(crate) attachment: Option<(String, String)>,
    pub(crate) is_reusable: bool,
    pub(crate) quick_replies: Vec<String>,
}

impl Outgoing {
    pub(crate) fn read(params: &Params) -> Result<Self, Fault> {
        let psid = recipient(params)?;
        let message = params.get("message").filter(|text| !text.trim().is_empty());
        let action = params
            .get("sender_action")
            .filter(|text| !text.trim().is_empty());
        let what = match (message, action) {
            (Some(_), Some(_)) => return Err(Fault::message_and_action()),
            (None, None) => return Err(Fault::param_empty("message")),
            (None, Some(action)) => What::Action(one_of("sender_action", action, &ACTIONS)?),
            (Some(message), None) => What::Message(content(message)?),
        };
        let reply_to = params.get("reply_to").and_then(lenient::parse);
        let reply_to = reply_to
            .as_ref()
            .and_then(|it| it.get("mid"))
            .and_then(Value::as_str);
        Ok(Self {
            psid,
            is_tagged: is_tagged(params)?,
            reply_to: reply_to.map(str::to_owned),
            what,
        })
    }
}

fn recipient(params: &Params) -> Result<String, Fault> {
    let Some(text) = params.get("recipient") else {
        return Err(Fault::param_required("recipient"));
    };
    let recipient = match lenient::parse(text) {
        Some(Value::Object(recipient)) if !recipient.is_empty() => recipient,
        _ => return Err(Fault::param_empty("recipient")),
    };
    let id = match recipient.get("id") {
        Some(Value::String(id)) => id.trim().to_owned(),
        Some(Value::Number(id)) => id.to_string(),
        Some(_) => return Err(Fault::recipient_id()),
        None => return Err(unknown_keys(&recipient, &[], "recipient")),
    };
    let is_number = !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then_some(id).ok_or_else(Fault::recipient_id)
}

/// Whether the message goes out under a tag that is still valid.
fn is_tagged(params: &Params) -> Result<bool, Fault> {
    let kind = params.get("messaging_type").filter(|it| !it.is_empty());
    if let Some(kind) = kind {
        one_of("messaging_type", kind, &MESSAGING_TYPES)?;
    }
    let needs_tag = kind.is_some_and(|kind| kind.eq_ignore_ascii_case("MESSAGE_TAG"));
    match params.get("tag").filter(|tag| !tag.is_empty()) {
        None if needs_tag => Err(Fault::invalid_tag()),
        None => Ok(false),
        Some(tag) if TAGS.contains(&tag) => Ok(true),
        Some(tag) if RETIRED_TAGS.contains(&tag) => Err(Fault::retired_tag()),
        Some(_) => Err(Fault::invalid_tag()),
    }
}

fn content(message: &str) -> Result<Content, Fault> {
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
    if let Some(metadata) = message.get("metadata").and_then(Value::as_str) {
        within(metadata, PAYLOAD_LIMIT, "message[metadata]")?;
    }
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
        let (kind, url, is_reusable) = self::attachment(it)?;
        content.attachment = Some((kind, url));
        content.is_reusable = is_reusable;
    } else if has_more {
        content.attachment = Some(("image".to_owned(), String::new()));
    }
    Ok(content)
}

fn quick_replies(replies: &Value) -> Result<Vec<String>, Fault> {
    let name = "message[quick_replies]";
    let replies = replies
        .as_array()
        .ok_or_else(|| Fault::param_must_be(name, "an array."))?;
    if replies.len() > QUICK_REPLIES_LIMIT {
        return Err(Fault::param_too_long(name, QUICK_REPLIES_LIMIT));
    }
    let each = replies.iter().enumerate().map(|(at, reply)| {
        let name = format!("{name}[{at}]");
        let reply = reply
            .as_object()
            .ok_or_else(|| Fault::param_must_be(&name, "an object"))?;
        known_keys(reply, &QUICK_REPLY_KEYS, &name)?;
        let text = |key: &str| reply.get(key).and_then(Value::as_str).unwrap_or_default();
        let kind = one_of(
            &format!("{name}[content_type]"),
            text("content_type"),
            &QUICK_REPLY_TYPES,
        )?;
        let title = text("title");
        if kind == "text" && title.is_empty() {
            return Err(Fault::param_empty(&format!("{name}[title]")));
        }
        within(title, QUICK_REPLY_TITLE_LIMIT, &format!("{name}[title]"))?;
        within(text("payload"), PAYLOAD_LIMIT, &format!("{name}[payload]"))?;
        Ok(match kind.as_str() {
            "text" => title.to_owned(),
            "user_phone_number" => "Send your phone number".to_owned(),
            _ => "Send your email address".to_owned(),
        })
    });
    each.collect()
}

/// Kind, address, and whether it is to be kept for other messages.
fn attachment(attachment: &Value) -> Result<(String, String, bool), Fault> {
    let name = "message[attachment]";
    let text = |key: &str| {
        attachment
            .get(key)
            .and_then(Value::as_str)
            .unwrap_or_default()
    };
    let kind = one_of(&format!("{name}[type]"), text("type"), &ATTACHMENT_TYPES)?;
    let payload = attachment.get("payload").and_then(Value::as_object);
    let Some(payload) = payload.filter(|payload| !payload.is_empty()) else {
        return Err(Fault::param_empty(&format!("{name}[payload]")));
    };
    let text = |key: &str| payload.get(key).and_then(Value::as_str).unwrap_or_default();
    if kind == "template" {
        one_of(
            &format!("{name}[payload][template_type]"),
            text("template_type"),
            &TEMPLATES,
        )?;
        return Ok((kind, String::new(), false));
    }
    let url = text("url");
    let is_address = url.starts_with("https://") || url.starts_with("http://");
    if !is_address && text("attachment_id").is_empty() {
        return Err(Fault::upload_failed());
    }
    let is_reusable = payload
        .get("is_reusable")
        .and_then(Value::as_bool)
        .unwrap_or_default();
    Ok((kind, url.to_owned(), is_reusable))
}

/// In the spelling of the list; capitals do not matter.
fn one_of(name: &str, value: &str, all: &[&str]) -> Result<String, Fault> {
    let found = all
        .iter()
        .find(|known| known.eq_ignore_ascii_case(value.trim()));
    found
        .map(|&known| known.to_owned())
        .ok_or_else(|| Fault::param_must_be(name, &format!("one of {{{}}}", all.join(", "))))
}

fn within(text: &str, limit: usize, name: &str) -> Result<(), Fault> {
    match text.chars().count() > limit {
        true => Err(Fault::param_too_long(name, limit)),
        false => Ok(()),
    }
}

fn known_keys(object: &Map<String, Value>, known: &[&str], name: &str) -> Result<(), Fault> {
    match object.keys().any(|key| !known.contains(&key.as_str())) {
        true => Err(unknown_keys(object, known, name)),
        false => Ok(()),
    }
}

fn unknown_keys(object: &Map<String, Value>, known: &[&str], name: &str) -> Fault {
    let keys = object.keys().map(String::as_str);
    let unknown: Vec<_> = keys.filter(|key| !known.contains(key)).collect();
    Fault::invalid_keys(&unknown, name)
}
