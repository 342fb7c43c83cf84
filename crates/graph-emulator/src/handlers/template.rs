//! Templates: a text with buttons, or cards. Graph names their parts by a placeholder.

use graph_api::message::ButtonKind;
use graph_api::message::limits::{
    BUTTON_TEXT_LIMIT, BUTTONS_LIMIT, CARDS_LIMIT, PAYLOAD_LIMIT, is_address,
};
use serde_json::{Map, Value};

use super::content::{objects, text};
use super::outgoing::{known_keys, one_of, within};
use crate::answer::fault::Fault;
use crate::conversation::{Button, Card};

/// Those whose contents are not looked at.
const OTHERS: [&str; 3] = ["media", "receipt", "customer_feedback"];
const BUTTON_KEYS: [&str; 8] = [
    "type",
    "title",
    "url",
    "payload",
    "webview_height_ratio",
    "webview_share_button",
    "messenger_extensions",
    "fallback_url",
];
const CARD_KEYS: [&str; 5] = [
    "title",
    "subtitle",
    "image_url",
    "default_action",
    "buttons",
];
/// Kinds that need nothing but a title or an address, and are shown by their title.
const OTHER_BUTTONS: [&str; 3] = ["account_link", "account_unlink", "game_play"];

type Object = Map<String, Value>;

pub(super) fn read(payload: &Object) -> Result<Vec<Card>, Fault> {
    match text(payload, "template_type") {
        "button" => Ok(vec![button_template(payload)?]),
        "generic" => generic_template(payload),
        other if OTHERS.contains(&other) => Ok(Vec::new()),
        _ => Err(Fault::template_type()),
    }
}

fn required<'a>(object: &'a Object, key: &str, name: &str) -> Result<&'a Value, Fault> {
    let found = object.get(key).filter(|it| !it.is_null());
    found.ok_or_else(|| Fault::param_required(name))
}

/// A text that may be missing, but not be empty.
fn filled(object: &Object, key: &str, name: &str) -> Result<(), Fault> {
    match object.get(key) {
        Some(Value::String(text)) if text.is_empty() => Err(Fault::text_empty(name)),
        None | Some(Value::Null | Value::String(_)) => Ok(()),
        Some(_) => Err(Fault::text_empty(name)),
    }
}

fn address(object: &Object, key: &str, name: &str) -> Result<(), Fault> {
    let url = text(object, key);
    match url.is_empty() || is_address(url) {
        true => Ok(()),
        false => Err(Fault::no_address(&format!("{name}[{key}]"))),
    }
}

fn button_template(payload: &Object) -> Result<Card, Fault> {
    let name = "name_placeholder[text]";
    required(payload, "text", name)?;
    filled(payload, "text", name)?;
    let title = text(payload, "text");
    within(title, BUTTON_TEXT_LIMIT, name)?;
    let name = "name_placeholder[buttons]";
    let buttons = required(payload, "buttons", name)?;
    if buttons.as_array().is_some_and(Vec::is_empty) {
        return Err(Fault::param_empty(name));
    }
    Ok(Card {
        title: title.to_owned(),
        buttons: self::buttons(buttons, name)?,
        ..Card::default()
    })
}

fn generic_template(payload: &Object) -> Result<Vec<Card>, Fault> {
    let name = "name_placeholder[elements]";
    let elements = objects(required(payload, "elements", name)?, name, CARDS_LIMIT)?;
    let mut cards = Vec::new();
    for (name, element) in elements {
        known_keys(element, &CARD_KEYS, &name)?;
        filled(element, "title", &format!("{name}[title]"))?;
        address(element, "image_url", &name)?;
        if let Some(action) = element.get("default_action").and_then(Value::as_object) {
            let name = format!("{name}[default_action]");
            let keys: Vec<_> = BUTTON_KEYS
                .into_iter()
                .filter(|it| *it != "title")
                .collect();
            known_keys(action, &keys, &name)?;
            address(action, "url", &name)?;
        }
        let buttons = match element.get("buttons") {
            Some(buttons) => self::buttons(buttons, &format!("{name}[buttons]"))?,
            None => Vec::new(),
        };
        cards.push(Card {
            title: text(element, "title").to_owned(),
            subtitle: text(element, "subtitle").to_owned(),
            image_url: text(element, "image_url").to_owned(),
            buttons,
        });
    }
    let is_whole = |card: &Card| {
        let more = !card.subtitle.is_empty() || !card.image_url.is_empty();
        !card.title.is_empty() && (more || !card.buttons.is_empty())
    };
    match cards.iter().all(is_whole) {
        true => Ok(cards),
        false => Err(Fault::incomplete_element()),
    }
}

fn buttons(list: &Value, name: &str) -> Result<Vec<Button>, Fault> {
    let list = objects(list, name, BUTTONS_LIMIT)?;
    let mut kinds: Vec<_> = ButtonKind::ALL.iter().map(|it| it.as_str()).collect();
    kinds.extend(OTHER_BUTTONS);
    for (name, button) in &list {
        known_keys(button, &BUTTON_KEYS, name)?;
        let kind = format!("{name}[type]");
        let word = required(button, "type", &kind)?.as_str();
        one_of(&kind, word.unwrap_or_default(), &kinds)?;
        filled(button, "title", &format!("{name}[title]"))?;
        address(button, "url", name)?;
        within(
            text(button, "payload"),
            PAYLOAD_LIMIT,
            &format!("{name}[payload]"),
        )?;
    }
    list.into_iter()
        .map(|(_, button)| read_button(button))
        .collect()
}

fn read_button(button: &Object) -> Result<Button, Fault> {
    let (word, title) = (text(button, "type"), text(button, "title"));
    let (url, payload) = (text(button, "url"), text(button, "payload"));
    let kind = ButtonKind::of(word);
    if title.is_empty() && kind.is_some() {
        return Err(Fault::button_title());
    }
    match kind {
        Some(ButtonKind::Link) if url.is_empty() => Err(Fault::button_address()),
        Some(ButtonKind::Postback | ButtonKind::Call) if payload.is_empty() => {
            Err(Fault::button_payload(&word.to_ascii_lowercase()))
        }
        _ => Ok(Button {
            kind: word.to_ascii_lowercase(),
            title: title.to_owned(),
            url: url.to_owned(),
        }),
    }
}
