//! One of several: a list of rows, or a few cards, with one radio button each.

use wizard::view::kinds::{Kind, Standing};
use wizard::view::parts::{Choice, Detail, FilterView, ListView, row_id};

use super::button;
use super::icon::{Icon, icon};
use super::progress::progress;
use crate::dom::{Element, Node, On, el};

/// Draws a list with its filter and its next part. Its name tells the radio group apart.
pub(crate) fn list(list: ListView) -> Node {
    let name = list.name;
    let rows = list.choices.into_iter().enumerate();
    let rows = rows.map(|(index, choice)| row(name, index, choice));
    let rows = el("ul").class("fr-list").all(rows);
    let more = list
        .more
        .map(|more| button::small(more.label, None, more.event));
    let count = el("p")
        .class("fr-text--muted fr-text--small")
        .text(list.count);
    el("fieldset")
        .key(name)
        .class("fr-part")
        .id(name)
        .attr("tabindex", "-1")
        .attr("data-focus", "result")
        .with(
            el("legend")
                .class("fr-heading fr-heading--small")
                .text(list.legend),
        )
        .maybe(list.filter.map(filter))
        .with(rows)
        .with(
            el("div")
                .class("fr-row fr-row--apart")
                .with(count)
                .maybe(more),
        )
        .maybe(list.waiting.map(progress))
        .maybe(
            list.misfits
                .map(|words| el("p").class("fr-hint").text(words)),
        )
        .into()
}

fn filter(filter: FilterView) -> Element {
    let id = filter.field.dom_id();
    el("div")
        .class("fr-field fr-field--inline")
        .with(
            el("label")
                .class("fr-label fr-label--plain")
                .attr("for", id.clone())
                .text("Filter by name"),
        )
        .with(
            el("input")
                .class("fr-input fr-input--small")
                .id(id)
                .attr("type", "search")
                .attr("autocomplete", "off")
                .value(filter.value)
                .on(On::Type(filter.field)),
        )
}

fn radio(name: &'static str, id: &str, described_by: String, choice: &Choice) -> Element {
    el("input")
        .class("fr-radio")
        .attr("type", "radio")
        .attr("name", name)
        .id(id.to_owned())
        .attr("aria-describedby", described_by)
        .flag("disabled", choice.barred.is_some())
        .checked(choice.marked)
        .on(On::Mark(choice.event.clone()))
}

fn detail(detail: Detail) -> Element {
    match detail.is_data {
        true => el("span").class("fr-mono").name(detail.text),
        false => el("span").name(detail.text),
    }
}

fn row(name: &'static str, index: usize, choice: Choice) -> Element {
    let id = row_id(name, index);
    let more_id = format!("{id}-more");
    let why_id = format!("{id}-why");
    let described_by = match choice.barred {
        Some(_) => format!("{more_id} {why_id}"),
        None => more_id.clone(),
    };
    let radio = radio(name, &id, described_by, &choice);
    let label = el("label").class("fr-list__label").attr("for", id);
    let more = el("p").class("fr-list__more").id(more_id);
    let why = choice.barred.map(|why| {
        el("p")
            .class("fr-list__reason")
            .id(why_id)
            .with(icon(Icon::Warning, ""))
            .text(why)
    });
    el("li")
        .class("fr-list__item")
        .with(radio)
        .with(label.name(choice.label))
        .with(more.all(choice.more.into_iter().map(detail)))
        .maybe(why)
}

/// Draws a few cards to choose from; `plain` ones stand below each other, without a frame.
pub(crate) fn cards(name: &'static str, plain: bool, choices: Vec<Choice>) -> Node {
    let kinds = choices.into_iter().map(|choice| Kind {
        choice,
        standing: None,
    });
    kind_cards(name, plain, kinds.collect())
}

/// The same, each with whether it can work now.
pub(crate) fn kind_cards(name: &'static str, plain: bool, kinds: Vec<Kind>) -> Node {
    let (class, card_class) = match plain {
        true => (
            "fr-choices fr-choices--stacked",
            "fr-choice fr-choice--plain",
        ),
        false => ("fr-choices", "fr-choice"),
    };
    let cards = kinds
        .into_iter()
        .map(|kind| card(name, card_class, kind.choice, kind.standing));
    el("div").class(class).all(cards).into()
}

fn standing(standing: Standing) -> Element {
    let (glyph, class) = match standing.is_open {
        true => (Icon::Check, "fr-icon--ok"),
        false => (Icon::Warning, "fr-icon--warn"),
    };
    el("span")
        .class("fr-choice__standing")
        .with(icon(glyph, class))
        .with(crate::dom::plain(standing.text))
}

fn card(
    name: &'static str,
    class: &'static str,
    choice: Choice,
    stands: Option<Standing>,
) -> Element {
    let id = format!("{name}-{}", choice.key);
    let text_id = format!("{id}-text");
    let radio = radio(name, &id, text_id.clone(), &choice);
    let words = choice
        .more
        .into_iter()
        .map(|detail| crate::dom::plain(detail.text));
    el("div")
        .class(class)
        .with(radio)
        .with(
            el("label")
                .class("fr-choice__label")
                .attr("for", id)
                .text(choice.label),
        )
        .with(
            el("p")
                .class("fr-choice__text")
                .id(text_id)
                .all(words)
                .maybe(stands.map(standing)),
        )
}
