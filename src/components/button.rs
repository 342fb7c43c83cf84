//! Buttons: each sends one event.

use wizard::Event;
use wizard::view::parts::{Button, Look};

use super::icon::{Icon, icon};
use super::prose::hidden;
use crate::dom::{Element, Node, On, el};

fn base(class: &'static str) -> Element {
    el("button").class(class).attr("type", "button")
}

/// Draws a button. One that leads back has its arrow. It never becomes another one: whoever is on it
/// would press that instead.
pub(crate) fn button(button: Button) -> Node {
    let class = class(button.look);
    let is_back = button.label == "Back";
    base(class)
        .key(button.label)
        .maybe(is_back.then(|| icon(Icon::Back, "")))
        .text(button.label)
        .on(On::Press(button.event))
        .into()
}

const fn class(look: Look) -> &'static str {
    match look {
        Look::Primary => "fr-button fr-button--primary",
        Look::Plain => "fr-button fr-button--tall",
        Look::Quiet => "fr-button fr-button--quiet fr-button--tall",
    }
}

/// Draws the button of a form; the form sends the event.
pub(crate) fn submit(button: &Button) -> Node {
    el("button")
        .key(button.label)
        .class(class(button.look))
        .attr("type", "submit")
        .text(button.label)
        .into()
}

/// Draws a small button with a text.
pub(crate) fn small(label: &'static str, glyph: Option<Icon>, event: Event) -> Node {
    base("fr-button fr-button--small")
        .key(label)
        .maybe(glyph.map(|glyph| icon(glyph, "")))
        .text(label)
        .on(On::Press(event))
        .into()
}

/// Draws a button that is an icon; the words are for those who listen.
pub(crate) fn glyph(class: &'static str, glyph: Icon, label: String, event: Event) -> Node {
    base(class)
        .with(icon(glyph, ""))
        .with(hidden(label))
        .on(On::Press(event))
        .into()
}

/// Draws a button that copies a text.
pub(crate) fn copy(what: &'static str, text: String) -> Node {
    let event = Event::CopyAsked {
        what: what.to_owned(),
        text,
    };
    glyph(
        "fr-button fr-button--quiet fr-button--small fr-button--icon",
        Icon::Copy,
        format!("Copy: {what}"),
        event,
    )
}

/// Draws a row of buttons, after the one of the form.
pub(crate) fn row(first: Option<Node>, buttons: Vec<Button>) -> Node {
    el("div")
        .class("fr-row")
        .maybe(first)
        .all(buttons.into_iter().map(button))
        .into()
}
