//! The page: its regions, each drawn again when what it shows changes.

use leptos::prelude::*;
use web_sys::HtmlDialogElement;
use wizard::view::{Dialog, Header, StepMark, StepState, View};
use wizard::{Event, Step, Theme};

use crate::call;
use crate::components::facts::facts;
use crate::components::icon::{Icon, icon};
use crate::components::notice::{notice, summary};
use crate::components::{button, phone};
use crate::shell::{Core, focus_field, use_dispatch};
use crate::steps;

/// The page.
#[component]
pub fn App() -> impl IntoView {
    let (dispatch, view) = Core::start();
    provide_context(dispatch);
    Effect::new(move |_| view.with(|view| document().set_title(&view.title)));
    let top = Memo::new(move |_| view.with(|view| view.header.clone()));
    let marks = Memo::new(move |_| view.with(|view| view.marks.clone()));
    let panel = Memo::new(move |_| view.with(|view| view.call.clone()));
    let question = Memo::new(move |_| view.with(|view| view.dialog.clone()));
    let status = Memo::new(move |_| view.with(|view| view.status.clone()));
    view! {
        <a
            class="fr-skip"
            href="#main"
            on:click=|event| {
                event.prevent_default();
                focus_field("main");
            }
        >
            "Skip to the guide"
        </a>
        {move || header(top.get())}
        {move || steps_row(&marks.get())}
        <div class="fr-page fr-layout">
            <main class="fr-guide" id="main" tabindex="-1">
                {move || guide(view.get())}
                <p class="fr-vh" role="status">{status}</p>
            </main>
            {move || call::panel(panel.get())}
        </div>
        {move || question.get().map(dialog)}
    }
}

fn header(header: Header) -> AnyView {
    let badge = header.badge.map(|badge| {
        let class = match header.is_practice {
            true => "fr-badge fr-badge--practice",
            false => "fr-badge fr-badge--live",
        };
        view! { <p class=class>{badge}</p> }
    });
    let tokens = header.tokens.into_iter().map(|(kind, tail)| {
        view! {
            <li>
                {kind} " "
                <code>
                    <span aria-hidden="true">"••••"</span>
                    <span class="fr-vh">"ending in "</span>
                    {tail}
                </code>
            </li>
        }
    });
    let tokens = tokens.collect::<Vec<_>>();
    let forget = header.forget.map(|forget| {
        let dispatch = use_dispatch();
        view! {
            <button
                class="fr-button fr-button--small"
                type="button"
                id="forget"
                on:click=move |_| dispatch.send(forget.event.clone())
            >
                {icon(Icon::Trash, "")}
                <span class="fr-button__text">{forget.label}</span>
            </button>
        }
    });
    view! {
        <header class="fr-header">
            <div class="fr-page fr-header__row">
                <a class="fr-wordmark" href="#/connect">
                    {icon(Icon::Reply, "fr-wordmark__mark")} "First Reply"
                </a>
                {badge}
                {(!tokens.is_empty())
                    .then(|| view! { <ul class="fr-tokens" aria-label="Tokens held">{tokens}</ul> })}
                <div class="fr-header__tools">{themes(header.theme)} {forget}</div>
            </div>
        </header>
    }
    .into_any()
}

fn themes(chosen: Theme) -> AnyView {
    let theme = |theme: Theme, glyph: Icon, label: &'static str| {
        let dispatch = use_dispatch();
        view! {
            <label class="fr-theme__choice">
                <input
                    class="fr-theme__input"
                    type="radio"
                    name="theme"
                    prop:checked=theme == chosen
                    on:change=move |_| dispatch.send(Event::ThemeChosen(theme))
                />
                {icon(glyph, "")}
                <span class="fr-vh">{label}</span>
            </label>
        }
    };
    view! {
        <fieldset class="fr-theme">
            <legend class="fr-vh">"Theme"</legend>
            {theme(Theme::System, Icon::System, "As the system")}
            {theme(Theme::Light, Icon::Sun, "Light")}
            {theme(Theme::Dark, Icon::Moon, "Dark")}
        </fieldset>
    }
    .into_any()
}

fn steps_row(marks: &[StepMark]) -> AnyView {
    let marks = marks.iter().map(mark).collect_view();
    view! {
        <nav class="fr-page" aria-label="Steps">
            <ol class="fr-steps">{marks}</ol>
        </nav>
    }
    .into_any()
}

fn mark(mark: &StepMark) -> AnyView {
    let (class, said) = match mark.state {
        StepState::Done => ("fr-steps__item fr-steps__item--done", ", completed"),
        StepState::Current => ("fr-steps__item fr-steps__item--current", ""),
        StepState::Open => ("fr-steps__item", ", open"),
        StepState::Todo => ("fr-steps__item", ", not started"),
    };
    let number = mark.number.map(|number| format!("Step {number}: "));
    let sign = match (mark.state, mark.number, mark.step) {
        (StepState::Done, ..) => icon(Icon::Check, ""),
        (_, Some(number), _) => view! { <span>{number}</span> }.into_any(),
        (_, None, Step::Connect) => icon(Icon::Next, ""),
        (_, None, _) => icon(Icon::Reply, ""),
    };
    let inside = view! {
        <span class="fr-steps__mark" aria-hidden="true">{sign}</span>
        <span>
            <span class="fr-vh">{number}</span>
            {mark.label}
            <span class="fr-vh">{said}</span>
        </span>
    };
    let at = match mark.state {
        StepState::Done | StepState::Open => {
            view! { <a class="fr-steps__at" href=mark.step.hash()>{inside}</a> }.into_any()
        }
        _ => view! { <span class="fr-steps__at">{inside}</span> }.into_any(),
    };
    let current = (mark.state == StepState::Current).then_some("step");
    view! { <li class=class aria-current=current>{at}</li> }.into_any()
}

fn guide(view: View) -> AnyView {
    let lead = view
        .lead
        .into_iter()
        .map(|line| view! { <p class="fr-text">{line}</p> });
    let lead = lead.collect_view();
    let facts = (!view.facts.is_empty()).then(|| facts("What you have so far", view.facts));
    let practice = view.practice.map(phone::practice);
    view! {
        {summary(view.problems)}
        <h1 class="fr-title" tabindex="-1">
            <span class="fr-title__step">{view.over} <span class="fr-vh">":"</span></span>
            " "
            {view.heading}
        </h1>
        {lead}
        {view.warning.map(notice)}
        {steps::step(view.screen, practice)}
        {facts}
    }
    .into_any()
}

/// A question that has to be answered; Escape is a no.
fn dialog(dialog: Dialog) -> AnyView {
    let dispatch = use_dispatch();
    let dismiss = dialog.dismiss.event.clone();
    let confirm = dialog.confirm.event;
    let place = NodeRef::<leptos::html::Dialog>::new();
    Effect::new(move |_| {
        if let Some(element) = place.get() {
            let element: &HtmlDialogElement = &element;
            if !element.open() {
                let _ = element.show_modal();
            }
        }
    });
    view! {
        <dialog
            class="fr-dialog"
            aria-labelledby="dialog-title"
            node_ref=place
            on:cancel=move |_: leptos::ev::Event| dispatch.send(dismiss.clone())
        >
            <div class="fr-dialog__body">
                <h2 class="fr-heading" id="dialog-title">{dialog.title}</h2>
                <p>{dialog.text}</p>
                <div class="fr-row">
                    <button
                        class="fr-button fr-button--danger fr-button--tall"
                        type="button"
                        on:click=move |_| dispatch.send(confirm.clone())
                    >
                        {dialog.confirm.label}
                    </button>
                    {button::button(dialog.dismiss)}
                </div>
            </div>
        </dialog>
    }
    .into_any()
}
