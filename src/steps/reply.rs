//! Step 4.

use leptos::prelude::*;
use wizard::view::parts::{Button, Choice};
use wizard::view::read::Bubble;
use wizard::view::reply::ReplyView;
use wizard::{Event, FieldId, Text};

use crate::components::icon::{Icon, icon};
use crate::components::notice::notice;
use crate::components::progress::progress;
use crate::components::thread::bubble;
use crate::components::{button, list};
use crate::shell::use_dispatch;

pub(super) fn step(view: ReplyView, practice: Option<AnyView>) -> AnyView {
    let dispatch = use_dispatch();
    let preview = preview(view.last.clone(), &view.text.0, view.quick_replies.clone());
    let options = options(
        view.kinds.clone(),
        &view.quick_replies,
        view.title_limit,
        view.add.clone(),
    );
    let is_busy = view.wait.is_some();
    let send = view.send.clone().map(|send| button::submit(send.label));
    view! {
        {view.notice.clone().map(notice)}
        <form
            class="fr-guide"
            novalidate
            aria-busy=is_busy.then_some("true")
            on:submit=move |submitted| {
                submitted.prevent_default();
                dispatch.send(Event::SendAsked);
            }
        >
            {message(&view)}
            {options}
            {preview}
            {view.wait.map(progress)}
            {button::row(send, view.buttons)}
        </form>
        {practice}
    }
    .into_any()
}

fn message(view: &ReplyView) -> AnyView {
    let dispatch = use_dispatch();
    let is_bad = view.problem.is_some();
    let problem = view.problem.clone().map(|text| {
        view! {
            <p class="fr-error" id="message-error">
                {icon(Icon::Problem, "")}
                <span><span class="fr-vh">"Error: "</span> {text}</span>
            </p>
        }
    });
    let described = match is_bad {
        true => "message-hint message-error message-count",
        false => "message-hint message-count",
    };
    let count_class = if view.too_long {
        "fr-count fr-count--over"
    } else {
        "fr-count"
    };
    view! {
        <div class=if is_bad { "fr-field fr-field--bad" } else { "fr-field" }>
            <label class="fr-label" for="message">"Your reply"</label>
            <p class="fr-hint" id="message-hint"><bdi>{view.hint.clone()}</bdi></p>
            {problem}
            <textarea
                class="fr-input fr-input--text"
                id="message"
                aria-describedby=described
                aria-invalid=is_bad.then_some("true")
                readonly=view.wait.is_some()
                prop:value=view.text.0.clone()
                on:input=move |event| {
                    let text = Text(event_target_value(&event));
                    dispatch.send(Event::Typed(FieldId::Message, text));
                }
            ></textarea>
            <p class=count_class id="message-count">{view.count.clone()}</p>
        </div>
    }
    .into_any()
}

fn options(kinds: Vec<Choice>, replies: &[String], limit: usize, add: Option<Button>) -> AnyView {
    let replies = replies.iter().enumerate();
    let replies = replies
        .map(|(index, title)| quick_reply(index, title.clone(), limit))
        .collect_view();
    let add = add.map(|add| button::small(add.label, Some(Icon::Add), add.event));
    view! {
        <details class="fr-fold">
            <summary class="fr-fold__summary">{icon(Icon::Chevron, "")} "Options"</summary>
            <div class="fr-fold__body">
                <fieldset>
                    <legend class="fr-heading--small">"Message type"</legend>
                    {list::cards("type", true, kinds)}
                </fieldset>
                <fieldset class="fr-part">
                    <legend class="fr-heading--small">"Quick replies"</legend>
                    <p class="fr-hint">
                        "Buttons under your message that the person can press. At most 13, of 20 characters each."
                    </p>
                    {replies}
                    <p>{add}</p>
                </fieldset>
            </div>
        </details>
    }
    .into_any()
}

fn quick_reply(index: usize, title: String, limit: usize) -> AnyView {
    let dispatch = use_dispatch();
    let field = FieldId::QuickReply(index);
    let id = field.dom_id();
    let number = index + 1;
    view! {
        <div class="fr-with">
            <label class="fr-vh" for=id.clone()>{format!("Quick reply {number}")}</label>
            <input
                class="fr-input fr-input--small"
                id=id
                maxlength=limit.to_string()
                autocomplete="off"
                prop:value=title
                on:input=move |event| {
                    dispatch.send(Event::Typed(field, Text(event_target_value(&event))));
                }
            />
            <button
                class="fr-button fr-button--quiet fr-button--icon fr-button--square"
                type="button"
                on:click=move |_| dispatch.send(Event::QuickReplyRemoved(index))
            >
                {icon(Icon::Close, "")}
                <span class="fr-vh">{format!("Remove quick reply {number}")}</span>
            </button>
        </div>
    }
    .into_any()
}

fn preview(last: Option<Bubble>, text: &str, replies: Vec<String>) -> Option<AnyView> {
    if text.trim().is_empty() {
        return None;
    }
    let text = text.to_owned();
    let titles = replies.into_iter().filter(|title| !title.trim().is_empty());
    let titles = titles.map(|title| view! { <span class="fr-quick__reply">{title}</span> });
    let titles = titles.collect::<Vec<_>>();
    Some(
        view! {
            <section class="fr-part" aria-labelledby="preview-title">
                <h2 class="fr-heading fr-heading--small" id="preview-title">"Preview"</h2>
                <ol class="fr-thread">
                    {last.map(|last| bubble(last, false, false))}
                    <li class="fr-bubble fr-bubble--page fr-bubble--draft fr-bubble--gap">
                        <span class="fr-vh">"Your reply, not sent: "</span>
                        <bdi>{text}</bdi>
                    </li>
                    {(!titles.is_empty())
                        .then(|| view! { <li class="fr-quick" aria-label="Quick replies">{titles}</li> })}
                </ol>
            </section>
        }
        .into_any(),
    )
}
