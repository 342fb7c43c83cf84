//! What stands above the answer: search, folds, and a word about a text that is no JSON.

use remote_view::{Element, Node, On, Then, el};

use crate::parts::{button, icon};

use super::document::Problem;
use super::{Event, Viewer};

/// The search field's ID.
pub(super) const SEARCH: &str = "viewer-search";

/// A document of so many rows or fewer is seen at a glance.
const GLANCE: usize = 16;

const UP: &str = "m4 10 4-4 4 4";
const DOWN: &str = "m4 6 4 4 4-4";

pub(super) fn bar(viewer: &Viewer) -> Element<Then<Event>> {
    let lines = viewer.document.lines.len().max(viewer.raw.rows() as usize);
    let is_long = lines > GLANCE;
    let folds = is_long && !viewer.is_raw;
    el("div")
        .class("fr-viewer__bar")
        .maybe(is_long.then(|| search(viewer)))
        .maybe(folds.then(|| {
            el("div")
                .class("fr-viewer__group")
                .with(small("Fold all").on(On::press(Event::FoldedAll)))
                .with(small("Unfold all").on(On::press(Event::UnfoldedAll)))
        }))
        .maybe((!viewer.document.lines.is_empty()).then(|| ways(viewer)))
}

fn search(viewer: &Viewer) -> Element<Then<Event>> {
    let is_idle = viewer.found.is_empty();
    let step = |words: &str, path, kind| {
        el("button")
            .class("fr-button fr-button--quiet fr-button--small fr-button--icon")
            .attr("type", kind)
            .attr("aria-label", words)
            .attr("title", words)
            .flag("disabled", is_idle)
            .with(icon(path))
    };
    el("form")
        .class("fr-viewer__search")
        .attr("role", "search")
        .on(On::submit(Event::Next))
        .with(
            el("input")
                .class("fr-input fr-input--small")
                .id(SEARCH)
                .attr("type", "search")
                .attr("aria-label", "Search the response")
                .attr("placeholder", "Search")
                .attr("autocomplete", "off")
                .attr("autocapitalize", "off")
                .attr("spellcheck", "false")
                .value(&viewer.query)
                .on(On::typed(|text| Event::Typed(text.to_owned())))
                .on(On::keys(&["F3"], |_| Event::Next)),
        )
        .with(el("span").class("fr-viewer__count").text(viewer.count()))
        .with(step("Previous match", UP, "button").on(On::press(Event::Previous)))
        .with(step("Next match", DOWN, "submit"))
}

fn ways(viewer: &Viewer) -> Element<Then<Event>> {
    let way = |words: &str, is_raw: bool| {
        let is_on = viewer.is_raw == is_raw;
        small(words)
            .attr("aria-pressed", if is_on { "true" } else { "false" })
            .on(On::press(Event::Raw(is_raw)))
    };
    el("div")
        .class("fr-viewer__group fr-viewer__ways")
        .with(way("Tree", false))
        .with(way("Raw", true))
}

fn small<T>(words: &str) -> Element<T> {
    button("fr-button--quiet fr-button--small", words)
}

/// What is wrong with the text, if anything is.
pub(super) fn note<T>(viewer: &Viewer) -> Option<Node<T>> {
    let document = &viewer.document;
    let at = |at| {
        let (line, column) = document.place(at);
        format!("line {line}, column {column}")
    };
    let words = match document.problem? {
        Problem::Empty => "There is nothing in it.".to_owned(),
        Problem::Broken(_, _) if document.lines.is_empty() => {
            "This is not JSON. It stands here as it came.".to_owned()
        }
        Problem::Broken(end, what) if end as usize >= document.text.trim_end().len() => {
            format!("The JSON breaks off at its end: {what} was expected.")
        }
        Problem::Broken(place, what) => {
            let place = at(place);
            format!(
                "This is JSON only up to {place}, where {what} was expected. Raw has all of it."
            )
        }
        Problem::More(end) => {
            let more = document.text.len() - (end as usize).min(document.text.len());
            let place = at(end);
            format!("The JSON ends before {place}; {more} more bytes follow. Raw has them.")
        }
        Problem::Long(_) => format!(
            "Too long for a tree: it shows the first {} lines.",
            document.lines.len()
        ),
    };
    Some(
        el("p")
            .class("fr-viewer__note fr-text--small")
            .text(words)
            .into(),
    )
}
