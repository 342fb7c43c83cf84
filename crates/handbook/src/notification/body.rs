//! What a JSON value is: a notification, an entry of one, an event, or something else.

use graph_api::json::{Object, Value};

use super::{Found, MOST, bodies, event};

/// What was found so far.
#[derive(Default)]
pub(super) struct Finds {
    pub(super) events: Vec<Found>,
    pub(super) asides: Vec<Aside>,
}

/// Something else than a messaging event of a Page's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Aside {
    /// What the Dashboard's Test button sends.
    DashboardTest,
    /// A change of something else than messages.
    Change,
    /// An Instagram account's notification.
    Instagram,
    /// A WhatsApp account's.
    WhatsApp,
    /// Some other object's.
    OtherObject,
    /// An entry without events, or no entry.
    NoEvents,
    /// An event of the Page's alone.
    PageEvent,
    /// A person without a PSID.
    NoPerson,
    /// Words in the place of IDs, as documentation has them.
    Placeholder,
    /// An answer of Graph's.
    Answer,
    /// A request to send a message.
    Request,
    /// The check of a webhook's address.
    Handshake,
    /// JSON up to a place; the line and the column.
    Broken {
        flaw: Flaw,
        place: Option<(usize, usize)>,
    },
    /// JSON, but nothing that is known.
    Unknown,
    /// No JSON.
    NoJson,
    /// More than anybody pastes.
    TooLong,
}

/// Why a text stops being JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Flaw {
    Cut,
    TrailingComma,
    SmartQuotes,
    SingleQuotes,
    BareKey,
    LineBreak,
    LeftOut,
    Other,
}

impl Finds {
    /// Notes what is of no use, each thing once; of broken JSON the first place counts.
    pub(super) fn note(&mut self, aside: Aside) {
        let is_broken = |it: &Aside| matches!(it, Aside::Broken { .. });
        let mut asides = self.asides.iter();
        if !asides.any(|it| *it == aside || is_broken(it) && is_broken(&aside)) {
            self.asides.push(aside);
        }
    }

    /// Adds an event, unless it came before: Meta sends one again, and puts it into two entries.
    pub(super) fn push(&mut self, event: Found) {
        let is_same = |it: &Found| match (&it.mid, &event.mid) {
            (Some(one), Some(other)) if it.is_word() => it.what == event.what && one == other,
            _ => *it == event,
        };
        if self.events.len() < MOST && !self.events.iter().any(is_same) {
            self.events.push(event);
        }
    }

    pub(super) fn append(&mut self, other: Self) {
        for event in other.events {
            self.push(event);
        }
        for aside in other.asides {
            self.note(aside);
        }
    }
}

/// Takes a value for what it is.
pub(super) fn take(value: &Value, depth: usize, finds: &mut Finds) {
    match value {
        Value::Object(object) => take_object(object, value, depth, finds),
        Value::List(items) => items.iter().for_each(|item| take(item, depth, finds)),
        Value::Text(text) if depth > 0 && text.trim_start().starts_with(['{', '[']) => {
            bodies::scan_inside(text, depth - 1, false, finds);
        }
        _ => {}
    }
}

fn take_object(object: &Object, value: &Value, depth: usize, finds: &mut Finds) {
    let has = |key: &str| object.get(key).is_some();
    let is_list = |key: &str| value.get(key).and_then(Value::as_list).is_some();
    if is_list("entry") || object.get("object").is_some_and(is_product) {
        return take_body(value, finds);
    }
    if is_list("messaging") || is_list("standby") || is_list("changes") {
        return take_entry(value, finds);
    }
    if has("field") && has("value") {
        return take_change(value, finds);
    }
    if has("sender") || has("recipient") && has("timestamp") {
        return event::take(value, None, false, None, finds);
    }
    if has("recipient") && (has("message") || has("sender_action")) {
        return finds.note(Aside::Request);
    }
    let mut inner = Finds::default();
    object
        .iter()
        .for_each(|(_, value)| take(value, depth, &mut inner));
    inner.asides.retain(|aside| *aside != Aside::Unknown);
    if inner.events.is_empty() && inner.asides.is_empty() {
        let is_error = value.get("error").and_then(Value::as_object).is_some();
        let is_answer = is_error || is_list("data") || has("recipient_id") && has("message_id");
        inner.note(match (is_answer, has("hub.challenge")) {
            (true, _) => Aside::Answer,
            (_, true) => Aside::Handshake,
            _ => Aside::Unknown,
        });
    }
    finds.append(inner);
}

fn is_product(object: &Value) -> bool {
    let known = ["page", "instagram", "whatsapp_business_account"];
    object.as_str().is_some_and(|name| known.contains(&name))
}

fn take_body(body: &Value, finds: &mut Finds) {
    match body.get("object").and_then(Value::as_str) {
        Some("page") | None => {}
        Some("instagram") => return finds.note(Aside::Instagram),
        Some("whatsapp_business_account") => return finds.note(Aside::WhatsApp),
        Some(_) => return finds.note(Aside::OtherObject),
    }
    match body.get("entry").and_then(Value::as_list) {
        Some(entries) if !entries.is_empty() => {
            entries.iter().for_each(|entry| take_entry(entry, finds));
        }
        _ => finds.note(Aside::NoEvents),
    }
}

fn take_entry(entry: &Value, finds: &mut Finds) {
    let list = |key: &str| entry.get(key).and_then(Value::as_list).unwrap_or_default();
    let (id, time) = (entry.get("id"), entry.get("time"));
    for (key, is_standby) in [("messaging", false), ("standby", true)] {
        for item in list(key) {
            event::take(item, id, is_standby, time, finds);
        }
    }
    for change in list("changes") {
        take_change(change, finds);
    }
    if ["messaging", "standby", "changes"]
        .iter()
        .all(|key| list(key).is_empty())
    {
        finds.note(Aside::NoEvents);
    }
}

fn take_change(change: &Value, finds: &mut Finds) {
    let field = change.get("field").and_then(Value::as_str);
    finds.note(match field {
        Some(field) if field.starts_with("messag") || field == "standby" => Aside::DashboardTest,
        _ => Aside::Change,
    });
}
