//! The selected line: all of its value, where it stands, and what can be done with it.

use remote_view::{Element, On, Then, el};

use crate::parts::button;

use super::document::{Kind, Line};
use super::{Context, Event, Viewer, ids, time};

pub(super) fn detail(viewer: &Viewer, at: u32, context: &Context) -> Option<Element<Then<Event>>> {
    let document = &viewer.document;
    let line = document.line(at)?;
    let id = viewer.id(at, context);
    let is = match &id {
        Some((kind, _)) => ids::name(*kind).to_owned(),
        None => describe(viewer, line),
    };
    let path = document.path(at);
    let facts = el("dl")
        .class("fr-params fr-viewer__facts")
        .with(name("Path"));
    let facts = match path.is_empty() {
        true => facts.with(el("dd").text("The whole response")),
        false => facts.with(el("dd").class("fr-mono").stranger(path)),
    };
    let facts = facts.with(name("Kind")).with(el("dd").text(is));
    let facts = match line.kind {
        Kind::Text => facts.with(name("Value")).with(
            el("dd")
                .class("fr-viewer__value")
                .stranger(document.value(line)),
        ),
        _ => facts,
    };
    let facts = match time::of(document, line) {
        Some(it) => facts
            .with(name("Local time"))
            .with(el("dd").text(time::local(it, context.zone))),
        None => facts,
    };
    let small = |words: &str, event| button("fr-button--small", words).on(On::press(event));
    let mut actions = el("div")
        .class("fr-row")
        .with(small("Copy value", Event::ValueCopied(at)))
        .with(small("Copy path", Event::PathCopied(at)));
    if let Some((kind, id)) = id {
        actions = actions.with(small("Put into the query", Event::Queried(at)));
        for (kind, words) in ids::claims(kind, &id) {
            actions = actions.with(small(words, Event::Claimed(*kind, at)));
        }
    }
    Some(
        el("div")
            .class("fr-viewer__detail")
            .with(facts)
            .with(actions),
    )
}

fn name<T>(words: &str) -> Element<T> {
    el("dt").class("fr-params__name").text(words)
}

/// `Text of 24 characters`.
fn describe(viewer: &Viewer, line: &Line) -> String {
    let document = &viewer.document;
    let count = |number: usize, what: &str| match number {
        1 => format!("1 {what}"),
        number => format!("{number} {what}s"),
    };
    let inside = document.count(line) as usize;
    match line.kind {
        Kind::Text => {
            let length = document.value(line).chars().count();
            format!("Text of {}", count(length, "character"))
        }
        Kind::Number => format!(
            "Number of {}",
            count(document.source(line).len(), "character")
        ),
        Kind::Word if document.source(line) == "null" => "Nothing".to_owned(),
        Kind::Word => "Yes or no".to_owned(),
        Kind::EmptyList | Kind::OpenList => format!("List of {}", count(inside, "item")),
        _ => format!("Object of {}", count(inside, "key")),
    }
}
