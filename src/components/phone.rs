//! Practice: the customer's phone, and what should go wrong.

use leptos::prelude::*;
use wizard::view::practice::{PracticeView, SCENARIOS};
use wizard::{Event, PhoneBubble, Text};

use super::icon::{Icon, icon};
use crate::shell::use_dispatch;

/// Draws the phone, where it is shown, and the choice of what goes wrong.
pub(crate) fn practice(view: PracticeView) -> AnyView {
    let scenario = scenario(&view.scenario);
    if !view.shows_phone {
        return scenario;
    }
    view! {
        <section class="fr-part" aria-labelledby="phone-title">
            <h2 class="fr-heading fr-heading--small" id="phone-title">
                "The customer’s phone"
            </h2>
            <div class="fr-stage">{phone(view)} {scenario}</div>
        </section>
    }
    .into_any()
}

fn phone(view: PracticeView) -> AnyView {
    let dispatch = use_dispatch();
    let PracticeView {
        page_name,
        customer_name,
        bubbles,
        typing,
        field,
        draft,
        send,
        ..
    } = view;
    let is_empty = bubbles.is_empty();
    let mut rows = Vec::new();
    let mut last = None;
    for (item, when) in bubbles {
        if last.as_ref() != Some(&when) {
            rows.push(view! { <li class="fr-thread__time">{when.clone()}</li> }.into_any());
        }
        last = Some(when);
        let sender = match item.from_customer {
            true => &customer_name,
            false => &page_name,
        };
        rows.push(bubble(sender, item));
    }
    let id = field.dom_id();
    let event = send.event;
    view! {
        <div class="fr-phone">
            <div class="fr-phone__screen">
                <p class="fr-phone__top"><span class="fr-phone__name">{page_name.clone()}</span></p>
                <ol class="fr-phone__thread" aria-label="Messages on the phone" tabindex="0">
                    {is_empty.then(|| view! { <li class="fr-thread__time">"No messages yet"</li> })}
                    {rows}
                    {typing.then(|| view! { <li class="fr-thread__time">{page_name} " is typing…"</li> })}
                </ol>
                <form
                    class="fr-phone__write"
                    novalidate
                    on:submit=move |submitted| {
                        submitted.prevent_default();
                        dispatch.send(event.clone());
                    }
                >
                    <label class="fr-vh" for=id.clone()>"Write as the customer"</label>
                    <input
                        class="fr-input fr-phone__input"
                        id=id
                        autocomplete="off"
                        placeholder="Write as the customer"
                        prop:value=draft.0
                        on:input=move |typed| {
                            dispatch.send(Event::Typed(field, Text(event_target_value(&typed))));
                        }
                    />
                    <button class="fr-button fr-phone__send" type="submit">
                        {icon(Icon::Next, "")} <span class="fr-vh">{send.label}</span>
                    </button>
                </form>
            </div>
        </div>
    }
    .into_any()
}

fn bubble(sender: &str, bubble: PhoneBubble) -> AnyView {
    let class = match bubble.from_customer {
        true => "fr-bubble",
        false => "fr-bubble fr-bubble--page",
    };
    let quick_replies = bubble
        .quick_replies
        .into_iter()
        .map(quick_reply)
        .collect::<Vec<_>>();
    let sender = sender.to_owned();
    view! {
        <li class=class>
            <span class="fr-vh">{sender} ": "</span>
            <bdi>{bubble.text}</bdi>
        </li>
        {(!quick_replies.is_empty())
            .then(|| view! { <li class="fr-quick" aria-label="Quick replies">{quick_replies}</li> })}
    }
    .into_any()
}

/// Pressing a quick reply sends its title as the customer.
fn quick_reply(title: String) -> AnyView {
    let dispatch = use_dispatch();
    let label = title.clone();
    view! {
        <button
            class="fr-quick__reply"
            type="button"
            on:click=move |_| {
                dispatch.send(Event::Typed(wizard::FieldId::Phone, Text(title.clone())));
                dispatch.send(Event::CustomerWrote);
            }
        >
            {label}
        </button>
    }
    .into_any()
}

fn scenario(chosen: &str) -> AnyView {
    let dispatch = use_dispatch();
    let options = SCENARIOS.into_iter().map(|(name, label)| {
        let is_chosen = name == chosen;
        view! { <option value=name selected=is_chosen prop:selected=is_chosen>{label}</option> }
    });
    let options = options.collect_view();
    view! {
        <section class="fr-practice" aria-labelledby="practice-title">
            <h2 class="fr-vh" id="practice-title">"Practice"</h2>
            <div class="fr-field">
                <label class="fr-label fr-label--plain" for="scenario">
                    "What should go wrong?"
                </label>
                <select
                    class="fr-input fr-input--small"
                    id="scenario"
                    aria-describedby="scenario-hint"
                    on:change=move |event| {
                        dispatch.send(Event::ScenarioChosen(event_target_value(&event)));
                    }
                >
                    {options}
                </select>
            </div>
            <p class="fr-hint" id="scenario-hint">
                "The next call answers as the Graph API would. You can change it at any step."
            </p>
        </section>
    }
    .into_any()
}
