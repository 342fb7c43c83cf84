//! One messaging event.

use graph_api::json::Value;
use graph_api::{PageId, Psid};

use super::body::{Aside, Finds};
use super::{Found, What};

/// Reads an event. `entry_id` is the Page's, when the event came in an entry.
pub(super) fn take(
    event: &Value,
    entry_id: Option<&Value>,
    was_standby: bool,
    entry_time: Option<&Value>,
    finds: &mut Finds,
) {
    let what = what(event);
    let (sender, recipient) = (side(event, "sender"), side(event, "recipient"));
    let (Some(sender), Some(recipient)) = (sender, recipient) else {
        let has_side = |key: &str| event.get(key).and_then(|side| side.get("id")).is_some();
        return finds.note(match (has_side("sender"), has_side("recipient")) {
            (true, true) => Aside::Placeholder,
            (false, _) if event.get("sender").is_none() => Aside::PageEvent,
            _ => Aside::NoPerson,
        });
    };
    // The entry's ID is the Page's; without it an echo is from the Page, and all else to it.
    let entry_id = entry_id.and_then(id);
    let is_from_page = match entry_id.as_ref() {
        Some(id) if *id == recipient => false,
        Some(id) if *id == sender => true,
        _ => what == What::Echo,
    };
    let (page, person) = match is_from_page {
        true => (sender, recipient),
        false => (recipient, sender),
    };
    let (Ok(page), Ok(psid)) = (PageId::parse(&page), Psid::parse(&person)) else {
        return finds.note(Aside::Placeholder);
    };
    if page.as_str() == psid.as_str() {
        return finds.note(Aside::NoPerson);
    }
    let time = event.get("timestamp").and_then(seconds);
    finds.push(Found {
        page,
        psid,
        from_customer: !is_from_page && what != What::Echo,
        what,
        text: text(event, what),
        time: time.or_else(|| seconds(entry_time?)),
        mid: mid(event),
        was_standby,
    });
}

fn side(event: &Value, key: &str) -> Option<String> {
    event.get(key)?.get("id").and_then(id)
}

/// An ID, exactly: as a string, or as a number without a fraction. One beyond 20 digits is none.
fn id(value: &Value) -> Option<String> {
    let text = match (value, value.as_u64()) {
        (Value::Text(text), _) => text.trim().to_owned(),
        (_, Some(number)) => number.to_string(),
        _ => return None,
    };
    let is_id = (1..=20).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    is_id.then_some(text)
}

/// Milliseconds, as Meta writes them, or seconds, as seen in referrals.
fn seconds(value: &Value) -> Option<i64> {
    let number = match value {
        Value::Text(text) => text.parse().ok()?,
        other => other.as_i64()?,
    };
    // As seconds this is far in the future, as milliseconds it is 1973.
    Some(match number {
        100_000_000_000.. => number / 1000,
        _ => number,
    })
    .filter(|seconds| (1..=100_000_000_000).contains(seconds))
}

fn what(event: &Value) -> What {
    let has = |key: &str| event.get(key).is_some_and(|value| !value.is_null());
    let flag = |key: &str| event.get("message").and_then(|it| it.get(key)?.as_bool());
    let known = [
        ("message_edit", What::Edit),
        ("postback", What::Postback),
        ("reaction", What::Reaction),
        ("read", What::Read),
        ("delivery", What::Delivery),
        ("optin", What::Optin),
        ("pass_thread_control", What::Handover),
        ("take_thread_control", What::Handover),
        ("request_thread_control", What::Handover),
        ("app_roles", What::Handover),
        ("referral", What::Referral),
    ];
    match (has("message"), flag("is_echo"), flag("is_deleted")) {
        (true, Some(true), _) => What::Echo,
        (true, _, Some(true)) => What::Deletion,
        (true, ..) => What::Message,
        _ => {
            let found = known.into_iter().find(|(key, _)| has(key));
            found.map_or(What::Other, |(_, what)| what)
        }
    }
}

fn mid(event: &Value) -> Option<String> {
    for key in ["message", "message_edit", "postback", "reaction"] {
        if let Some(mid) = event.get(key).and_then(|it| it.get("mid")?.as_str()) {
            return Some(mid.to_owned());
        }
    }
    None
}

/// Its own text, or what it is.
fn text(event: &Value, what: What) -> String {
    let part = |key: &str, name: &str| {
        let text = event.get(key).and_then(|it| it.get(name)?.as_str());
        text.filter(|text| !text.trim().is_empty())
            .map(str::to_owned)
    };
    let own = match what {
        What::Message | What::Echo => part("message", "text"),
        What::Edit => part("message_edit", "text"),
        What::Postback => part("postback", "title"),
        What::Reaction => part("reaction", "emoji"),
        _ => None,
    };
    own.unwrap_or_else(|| described(event, what).to_owned())
}

fn described(event: &Value, what: What) -> &'static str {
    let message = event.get("message");
    match what {
        What::Message | What::Echo => match message.and_then(attachment) {
            Some("image") => "An image",
            Some("video") => "A video",
            Some("audio") => "An audio message",
            Some("file") => "A file",
            Some("location") => "A location",
            Some("sticker") => "A sticker",
            Some("reel" | "ig_reel") => "A reel",
            Some("template") => "A template",
            Some(_) => "An attachment",
            None => "A message without a text",
        },
        What::Postback => "A button was pressed",
        What::Reaction => "A reaction was taken back",
        What::Edit => "A message was edited",
        What::Deletion => "A message was deleted",
        What::Read => "The messages were read",
        What::Delivery => "A message has arrived",
        What::Optin => "The person opted in",
        What::Referral => "The person came by a link or an ad",
        What::Handover => "The control of the conversation changed",
        What::Other => "An event that this page does not know",
    }
}

fn attachment(message: &Value) -> Option<&str> {
    if message.get("sticker_id").is_some() {
        return Some("sticker");
    }
    let first = message.get("attachments")?.as_list()?.first()?;
    first.get("type")?.as_str()
}
