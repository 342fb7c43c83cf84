//! Fields, as the composer draws them.

use graph_api::message::limits;
use remote_view::{Element, Field, On, el};

use super::super::check::{Length, count};
use super::super::place::Place;
use super::{Drawn, Event, Sheet, kind};
pub(super) use crate::parts::{CHEVRON, CLOSE, PROBLEM, hidden, icon};

pub(super) const UP: &str = "M8 13V3.5M4 7l4-4 4 4";
pub(super) const DOWN: &str = "M8 3v9.5M4 9l4 4 4-4";

/// A text field: what it is called, and what helps to fill it in.
#[derive(Clone, Copy, Default)]
pub(super) struct Entry<'a> {
    pub(super) label: &'a str,
    pub(super) hint: &'a str,
    pub(super) placeholder: &'a str,
    /// The most characters.
    pub(super) limit: Option<usize>,
    /// Whether it has several lines.
    pub(super) is_long: bool,
    /// Whether it holds an ID, an address or a payload rather than words.
    pub(super) is_code: bool,
}

/// Draws a text field, with its count and its problem.
pub(super) fn entry(sheet: &Sheet<'_>, place: Place, field: &Field, look: Entry<'_>) -> Drawn {
    let id = place.id();
    let label = el("label")
        .class("fr-label")
        .attr("for", id.as_str())
        .text(look.label);
    let head = el("div")
        .class("fr-compose__label")
        .with(label)
        .maybe(look.limit.map(|limit| counter(field.text(), limit)));
    let problem = sheet.problem(place);
    let mut class = "fr-input".to_owned();
    if look.is_code {
        class.push_str(" fr-input--mono");
    }
    let mut input = match look.is_long {
        true => el("textarea").attr("rows", "4"),
        false => el("input").attr("type", "text"),
    };
    if look.is_long {
        class.push_str(" fr-input--text");
    }
    input = input
        .class(class)
        .id(id.as_str())
        .attr("autocomplete", "off")
        .attr("spellcheck", if look.is_code { "false" } else { "true" })
        .attr("dir", if look.is_code { "ltr" } else { "auto" })
        .value(field)
        .on(On::typed(move |text| Event::Put(place, text.to_owned())));
    if look.is_code {
        input = input.attr("autocapitalize", "none");
    }
    if !look.placeholder.is_empty() {
        input = input.attr("placeholder", look.placeholder);
    }
    let hint = (!look.hint.is_empty()).then(|| hinted(&id, look.hint));
    input = described(input, &id, hint.is_some(), problem.is_some());
    if problem.is_some_and(|it| it.weight.is_certain()) {
        input = input.attr("aria-invalid", "true");
    }
    // What the browser holds of a field must not be taken for another's.
    el("div")
        .class("fr-field")
        .key(id)
        .with(head)
        .maybe(hint)
        .with(input)
        .maybe(said(sheet, place))
}

fn described(input: Drawn, id: &str, has_hint: bool, has_problem: bool) -> Drawn {
    let by = match (has_hint, has_problem) {
        (false, false) => return input,
        (true, false) => format!("{id}-hint"),
        (false, true) => format!("{id}-problem"),
        (true, true) => format!("{id}-hint {id}-problem"),
    };
    input.attr("aria-describedby", by)
}

/// The problem of a place, in words.
pub(super) fn said(sheet: &Sheet<'_>, place: Place) -> Option<Drawn> {
    let problem = sheet.problem(place)?;
    let class = match problem.weight.is_certain() {
        true => "fr-error",
        false => "fr-compose__doubt",
    };
    Some(
        el("p")
            .class(class)
            .id(format!("{}-problem", place.id()))
            .with(icon(PROBLEM))
            .with(
                el("span")
                    .with(hidden(kind(problem.weight)))
                    .text(problem.words.as_str()),
            ),
    )
}

/// `17 of 20`.
fn counter<T>(text: &str, limit: usize) -> Element<T> {
    let class = match Length::of(text, limit) {
        Length::Fits => "fr-count",
        Length::Doubtful | Length::TooLong => "fr-count fr-count--over",
    };
    let many = count(text);
    el("span")
        .class(class)
        .text(format!("{many} of {limit}"))
        .with(hidden(" characters"))
}

/// Draws a list of options.
pub(super) fn select<'a>(
    sheet: &Sheet<'_>,
    place: Place,
    (label, hint): (&str, &str),
    chosen: &str,
    options: impl IntoIterator<Item = (&'a str, &'a str)>,
) -> Drawn {
    let id = place.id();
    let options = options.into_iter().map(|(value, title)| {
        el("option")
            .attr("value", value)
            .flag("selected", value == chosen)
            .text(title)
    });
    let list = el("select")
        .class("fr-input")
        .id(id.as_str())
        .all(options)
        .on(On::choose(move |value| Event::Put(place, value.to_owned())));
    let hint = (!hint.is_empty()).then(|| hinted(&id, hint));
    let list = described(list, &id, hint.is_some(), sheet.problem(place).is_some());
    let label = el("label")
        .class("fr-label")
        .attr("for", id.as_str())
        .text(label);
    el("div")
        .class("fr-field")
        .key(id)
        .with(label)
        .maybe(hint)
        .with(list)
        .maybe(said(sheet, place))
}

fn hinted(id: &str, hint: &str) -> Drawn {
    el("p").class("fr-hint").id(format!("{id}-hint")).text(hint)
}

/// The file or page that an address leads to: its host, and the last part of its path.
pub(super) fn parts_of(address: &str) -> Option<(&str, &str)> {
    let address = address.trim();
    if !limits::is_address(address) {
        return None;
    }
    let (_, rest) = address.split_once("://")?;
    let path = rest.split(['?', '#']).next()?;
    let (host, path) = path.split_once('/').unwrap_or((path, ""));
    let name = path.rsplit('/').next().unwrap_or_default();
    Some((host, name))
}
