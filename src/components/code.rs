//! Code to be read and copied: it scrolls inside its frame, and can be reached by keyboard.

use leptos::prelude::*;
use wizard::Event;
use wizard::view::{Ink, Span};

use crate::shell::use_dispatch;

/// Draws a text as it is.
pub(crate) fn plain(label: &'static str, text: String) -> AnyView {
    view! {
        <pre class="fr-code fr-code--line" role="region" tabindex="0" aria-label=label>
            <code>{text}</code>
        </pre>
    }
    .into_any()
}

/// Draws JSON in colours. An ID is a button that copies it.
pub(crate) fn json(label: &'static str, spans: Vec<Span>) -> AnyView {
    let spans = spans.into_iter().map(span).collect_view();
    view! {
        <pre class="fr-code" role="region" tabindex="0" aria-label=label>
            <code>{spans}</code>
        </pre>
    }
    .into_any()
}

fn span(span: Span) -> AnyView {
    let text = span.text;
    match span.ink {
        Ink::Key => text.into_any(),
        Ink::Mark => view! { <span class="fr-code__mark">{text}</span> }.into_any(),
        Ink::Text => view! { <span class="fr-code__string">{text}</span> }.into_any(),
        Ink::Number => view! { <span class="fr-code__number">{text}</span> }.into_any(),
        Ink::Word => view! { <span class="fr-code__word">{text}</span> }.into_any(),
        Ink::Id => id(text),
    }
}

fn id(text: String) -> AnyView {
    let dispatch = use_dispatch();
    let label = text.clone();
    view! {
        <button
            class="fr-code__id"
            type="button"
            title="Copy this ID"
            on:click=move |_| {
                dispatch.send(Event::CopyAsked { what: "ID".to_owned(), text: text.clone() });
            }
        >
            {label}
        </button>
    }
    .into_any()
}
