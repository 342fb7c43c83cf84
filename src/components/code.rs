//! Code to be read and copied: it scrolls inside its frame, and can be reached by keyboard.

use wizard::Event;
use wizard::view::{Ink, Span};

use super::prose::hidden;
use crate::dom::{Element, Node, On, el, plain};

fn frame(class: &'static str, label: &'static str, code: Element) -> Node {
    el("pre")
        .class(class)
        .attr("role", "region")
        .attr("tabindex", "0")
        .attr("aria-label", label)
        .with(code)
        .into()
}

/// Draws a text as it is.
pub(crate) fn lines(label: &'static str, words: String) -> Node {
    frame("fr-code fr-code--line", label, el("code").code(words))
}

/// Draws a body in colours. An ID is a button that copies it.
pub(crate) fn json(label: &'static str, spans: Vec<Span>) -> Node {
    frame(
        "fr-code",
        label,
        el("code").all(spans.into_iter().map(span)),
    )
}

fn span(span: Span) -> Node {
    let class = match span.ink {
        Ink::Key => "",
        Ink::Mark => "fr-code__mark",
        Ink::Text => "fr-code__string",
        Ink::Number => "fr-code__number",
        Ink::Word => "fr-code__word",
        Ink::Id => return id(span.text),
    };
    el("span").class(class).with(plain(span.text)).into()
}

/// No button: that cannot wrap over two lines, and a message ID is longer than one.
fn id(id: String) -> Node {
    let event = Event::CopyAsked {
        what: "ID".to_owned(),
        text: id.clone(),
    };
    el("span")
        .class("fr-code__id")
        .attr("role", "button")
        .attr("tabindex", "0")
        .with(hidden("Copy "))
        .with(plain(id))
        .on(On::Press(event))
        .into()
}
