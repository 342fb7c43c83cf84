//! The parameters of a send, checked in Graph's order.

use serde_json::{Map, Value};

use super::content::{self, Content};
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
            (None, Some(action)) => What::Action(self::action(action, params)?),
            (Some(message), None) => What::Message(content::read(message)?),
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

/// A reaction is to a message; it is not looked for.
fn action(action: &str, params: &Params) -> Result<String, Fault> {
    let action = one_of("sender_action", action, &ACTIONS)?;
    let needed: &[&str] = match action.as_str() {
        "react" => &["message_id", "reaction"],
        "unreact" => &["message_id"],
        _ => &[],
    };
    if needed.is_empty() {
        return Ok(action);
    }
    let Some(payload) = params.get("payload") else {
        return Err(Fault::param_required("payload"));
    };
    let payload = lenient::parse(payload).unwrap_or_default();
    for key in needed {
        match payload.get(key).and_then(Value::as_str) {
            Some(text) if !text.is_empty() => {}
            _ => return Err(Fault::param_empty(&format!("payload[{key}]"))),
        }
    }
    Ok(action)
}

/// In the spelling of the list; capitals do not matter.
pub(super) fn one_of(name: &str, value: &str, all: &[&str]) -> Result<String, Fault> {
    let found = all
        .iter()
        .find(|known| known.eq_ignore_ascii_case(value.trim()));
    found
        .map(|&known| known.to_owned())
        .ok_or_else(|| Fault::param_must_be(name, &format!("one of {{{}}}", all.join(", "))))
}

pub(super) fn within(text: &str, limit: usize, name: &str) -> Result<(), Fault> {
    match text.chars().count() > limit {
        true => Err(Fault::param_too_long(name, limit)),
        false => Ok(()),
    }
}

pub(super) fn known_keys(
    object: &Map<String, Value>,
    known: &[&str],
    name: &str,
) -> Result<(), Fault> {
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
