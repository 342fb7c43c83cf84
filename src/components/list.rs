//! One of several: a list of rows, or a few cards, with one radio button each.

use leptos::prelude::*;
use wizard::view::parts::{Choice, FilterView, ListView};
use wizard::{Event, Text};

use super::button;
use super::icon::{Icon, icon};
use super::progress::progress;
use crate::shell::use_dispatch;

/// Draws a list with its filter and its next part. `name` tells the radio group apart.
pub(crate) fn list(name: &'static str, list: ListView) -> AnyView {
    let rows = list.choices.into_iter().enumerate();
    let rows = rows
        .map(|(index, choice)| row(name, index, choice))
        .collect_view();
    let more = list
        .more
        .map(|more| button::small(more.label, None, more.event));
    view! {
        <fieldset class="fr-part" tabindex="-1" data-focus="result">
            <legend class="fr-heading fr-heading--small">{list.legend}</legend>
            {list.filter.map(filter)}
            <ul class="fr-list">{rows}</ul>
            <div class="fr-row fr-row--apart">
                <p class="fr-text--muted fr-text--small">{list.count}</p>
                {more}
            </div>
            {list.waiting.map(progress)}
            {list.misfits.map(|text| view! { <p class="fr-hint">{text}</p> })}
        </fieldset>
    }
    .into_any()
}

fn filter(filter: FilterView) -> AnyView {
    let dispatch = use_dispatch();
    let id = filter.field.dom_id();
    view! {
        <div class="fr-filter">
            <label class="fr-label fr-label--plain" for=id.clone()>"Filter by name"</label>
            <input
                class="fr-input fr-input--small"
                id=id
                type="search"
                autocomplete="off"
                prop:value=filter.value
                on:input=move |event| {
                    dispatch.send(Event::Typed(filter.field, Text(event_target_value(&event))));
                }
            />
        </div>
    }
    .into_any()
}

fn row(name: &'static str, index: usize, choice: Choice) -> AnyView {
    let dispatch = use_dispatch();
    let id = format!("{name}-{index}");
    let more_id = format!("{id}-more");
    let more = choice.more.into_iter().map(|detail| match detail.is_data {
        true => view! { <span class="fr-mono">{detail.text}</span> }.into_any(),
        false => view! { <span>{detail.text}</span> }.into_any(),
    });
    let more = more.collect_view();
    let is_barred = choice.barred.is_some();
    let barred = choice.barred.map(|why| {
        view! { <span class="fr-list__why">{icon(Icon::Warning, "")} {why}</span> }
    });
    let class = match is_barred {
        true => "fr-list__item fr-list__item--barred",
        false => "fr-list__item",
    };
    view! {
        <li class=class>
            <input
                class="fr-radio"
                type="radio"
                name=name
                id=id.clone()
                aria-describedby=more_id.clone()
                disabled=is_barred
                prop:checked=choice.marked
                on:change=move |_| dispatch.send(choice.event.clone())
            />
            <label class="fr-list__label" for=id><bdi>{choice.label}</bdi></label>
            <p class="fr-list__more" id=more_id>{more} {barred}</p>
        </li>
    }
    .into_any()
}

/// Draws a few cards to choose from; `plain` ones stand below each other, without a frame.
pub(crate) fn cards(name: &'static str, plain: bool, choices: Vec<Choice>) -> AnyView {
    let cards = choices
        .into_iter()
        .map(|choice| card(name, plain, choice))
        .collect_view();
    let class = match plain {
        true => "fr-choices fr-choices--stacked",
        false => "fr-choices",
    };
    view! { <div class=class>{cards}</div> }.into_any()
}

fn card(name: &'static str, plain: bool, choice: Choice) -> AnyView {
    let dispatch = use_dispatch();
    let id = format!("{name}-{}", choice.key);
    let text_id = format!("{id}-text");
    let texts = choice
        .more
        .into_iter()
        .map(|detail| detail.text)
        .collect::<Vec<_>>();
    let class = match plain {
        true => "fr-choice fr-choice--plain",
        false => "fr-choice",
    };
    view! {
        <div class=class>
            <input
                class="fr-radio"
                type="radio"
                name=name
                id=id.clone()
                aria-describedby=text_id.clone()
                prop:checked=choice.marked
                on:change=move |_| dispatch.send(choice.event.clone())
            />
            <label class="fr-choice__label" for=id>{choice.label}</label>
            <p class="fr-choice__text" id=text_id>{texts.join(" ")}</p>
        </div>
    }
    .into_any()
}
