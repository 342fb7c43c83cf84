//! Buttons: each sends one event.

use leptos::prelude::*;
use wizard::Event;
use wizard::view::parts::{Button, Look};

use super::icon::{Icon, icon};
use crate::shell::use_dispatch;

fn class(look: Look) -> &'static str {
    match look {
        Look::Primary => "fr-button fr-button--primary",
        Look::Plain => "fr-button fr-button--tall",
        Look::Quiet => "fr-button fr-button--quiet fr-button--tall",
    }
}

/// Draws a button. One that leads back has its arrow.
pub(crate) fn button(button: Button) -> AnyView {
    let dispatch = use_dispatch();
    let is_back = button.label == "Back";
    let Button { label, event, look } = button;
    view! {
        <button class=class(look) type="button" on:click=move |_| dispatch.send(event.clone())>
            {is_back.then(|| icon(Icon::Back, ""))}
            {label}
        </button>
    }
    .into_any()
}

/// Draws the button of a form; the form sends the event.
pub(crate) fn submit(label: String) -> AnyView {
    view! {
        <button class="fr-button fr-button--primary" type="submit">
            {label}
        </button>
    }
    .into_any()
}

/// Draws a small button with a text.
pub(crate) fn small(label: String, glyph: Option<Icon>, event: Event) -> AnyView {
    let dispatch = use_dispatch();
    view! {
        <button
            class="fr-button fr-button--small"
            type="button"
            on:click=move |_| dispatch.send(event.clone())
        >
            {glyph.map(|glyph| icon(glyph, ""))}
            {label}
        </button>
    }
    .into_any()
}

/// Draws a button that copies a text.
pub(crate) fn copy(what: &str, text: String) -> AnyView {
    let dispatch = use_dispatch();
    let label = format!("Copy {what}");
    let what = what.to_owned();
    view! {
        <button
            class="fr-button fr-button--quiet fr-button--small fr-button--icon"
            type="button"
            on:click=move |_| {
                dispatch.send(Event::CopyAsked { what: capitalized(&what), text: text.clone() });
            }
        >
            {icon(Icon::Copy, "")}
            <span class="fr-vh">{label}</span>
        </button>
    }
    .into_any()
}

fn capitalized(text: &str) -> String {
    let mut chars = text.chars();
    let first = chars.next().map(|c| c.to_uppercase().to_string());
    format!("{}{}", first.unwrap_or_default(), chars.as_str())
}

/// Draws a row of buttons, after the one of the form.
pub(crate) fn row(first: Option<AnyView>, buttons: Vec<Button>) -> AnyView {
    let buttons = buttons.into_iter().map(button).collect_view();
    view! { <div class="fr-row">{first} {buttons}</div> }.into_any()
}
