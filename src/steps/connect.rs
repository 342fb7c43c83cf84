//! Connect.

use graph_api::GraphVersion;
use leptos::prelude::*;
use wizard::view::connect::{ChooseView, ConnectView, HeldView, LiveView};
use wizard::{Event, FieldId, Text};

use crate::components::icon::{Icon, icon};
use crate::components::notice::notice;
use crate::components::progress::progress;
use crate::components::prose::{link, prose};
use crate::components::{button, list};
use crate::shell::use_dispatch;

pub(super) fn step(view: ConnectView) -> AnyView {
    match view {
        ConnectView::Choose(view) => choose(view),
        ConnectView::Held(view) => held(view),
    }
}

fn choose(view: ChooseView) -> AnyView {
    let dispatch = use_dispatch();
    let event = view.submit.event;
    view! {
        {view.notice.map(notice)}
        <form
            class="fr-guide"
            novalidate
            on:submit=move |submitted| {
                submitted.prevent_default();
                dispatch.send(event.clone());
            }
        >
            <fieldset>
                <legend class="fr-heading fr-heading--small">"How do you want to do it?"</legend>
                {list::cards("mode", false, view.modes)}
            </fieldset>
            {view.live.map(live)}
            {view.wait.map(progress)}
            {button::row(Some(button::submit(view.submit.label)), Vec::new())}
        </form>
    }
    .into_any()
}

fn live(view: LiveView) -> AnyView {
    let ways = view.ways.into_iter();
    let ways = ways
        .map(|(to, text)| view! { <li>{link(to)} ": " {prose(&text)}</li> })
        .collect_view();
    let permissions = view.permissions.into_iter().map(|(name, why)| {
        view! {
            <dt><code>{name}</code></dt>
            <dd class="fr-text--muted fr-text--small">{why}</dd>
        }
    });
    let permissions = permissions.collect_view();
    view! {
        <section class="fr-part" aria-labelledby="get-token">
            <h2 class="fr-heading" id="get-token">"Get a token"</h2>
            <ul class="fr-points">{ways}</ul>
            <h3 class="fr-heading--small">"Permissions the token needs"</h3>
            <dl class="fr-params fr-params--wide">{permissions}</dl>
            <p class="fr-hint">
                "Add " <code>"business_management"</code>
                " too if your Page belongs to a Business Portfolio."
            </p>
        </section>
        <section class="fr-part" aria-labelledby="paste-token">
            <h2 class="fr-heading" id="paste-token">"Paste it here"</h2>
            {token(view.token, view.revealed, view.problem)}
            {versions(view.versions, view.version)}
            <p class="fr-hint">
                "The token is kept in the session storage of this tab and sent to graph.facebook.com, nowhere else. Session storage lies on this computer’s disk: use a short-lived token and a test Page."
            </p>
        </section>
    }
    .into_any()
}

fn token(value: Text, revealed: bool, problem: Option<String>) -> AnyView {
    let dispatch = use_dispatch();
    let is_bad = problem.is_some();
    let problem = problem.map(|text| {
        view! {
            <p class="fr-error" id="token-error">
                {icon(Icon::Problem, "")}
                <span><span class="fr-vh">"Error: "</span> {text}</span>
            </p>
        }
    });
    let described = if is_bad {
        "token-hint token-error"
    } else {
        "token-hint"
    };
    view! {
        <div class=if is_bad { "fr-field fr-field--bad" } else { "fr-field" }>
            <label class="fr-label" for="token">"Access token"</label>
            <p class="fr-hint" id="token-hint">
                "A User or a Page access token. Spaces, quotes and “Bearer” around it are removed."
            </p>
            {problem}
            <div class="fr-with">
                <input
                    class="fr-input fr-input--mono"
                    id="token"
                    type=if revealed { "text" } else { "password" }
                    autocomplete="off"
                    autocapitalize="none"
                    spellcheck="false"
                    aria-describedby=described
                    aria-invalid=is_bad.then_some("true")
                    prop:value=value.0
                    on:input=move |event| {
                        let text = Text(event_target_value(&event));
                        dispatch.send(Event::Typed(FieldId::Token, text));
                    }
                />
                <button
                    class="fr-button fr-button--tall"
                    type="button"
                    aria-pressed=if revealed { "true" } else { "false" }
                    aria-controls="token"
                    on:click=move |_| dispatch.send(Event::TokenRevealed(!revealed))
                >
                    {icon(Icon::Eye, "")} "Show" <span class="fr-vh">" the token"</span>
                </button>
            </div>
        </div>
    }
    .into_any()
}

fn versions(versions: Vec<(GraphVersion, String)>, chosen: GraphVersion) -> AnyView {
    let dispatch = use_dispatch();
    let options = versions.into_iter().map(|(version, label)| {
        let is_chosen = version == chosen;
        let value = version.to_string();
        view! { <option value=value selected=is_chosen prop:selected=is_chosen>{label}</option> }
    });
    let options = options.collect_view();
    view! {
        <div class="fr-field">
            <label class="fr-label" for="version">"Graph API version"</label>
            <select
                class="fr-input fr-input--short"
                id="version"
                on:change=move |event| {
                    if let Ok(version) = event_target_value(&event).parse() {
                        dispatch.send(Event::VersionChosen(version));
                    }
                }
            >
                {options}
            </select>
        </div>
    }
    .into_any()
}

fn held(view: HeldView) -> AnyView {
    let more = view.more.join(" ");
    let permissions = view.permissions.into_iter().map(|(name, is_there)| {
        let (glyph, class, word) = match is_there {
            true => (Icon::Check, "fr-icon--ok", "granted: "),
            false => (Icon::Close, "fr-icon--bad", "missing: "),
        };
        view! {
            <li class="fr-ticks__item">
                {icon(glyph, class)}
                <span><span class="fr-vh">{word}</span><code>{name}</code></span>
            </li>
        }
    });
    let permissions = permissions.collect::<Vec<_>>();
    let tail = (!view.tail.is_empty()).then(|| {
        view! {
            <code>
                <span aria-hidden="true">"••••"</span>
                <span class="fr-vh">"ending in "</span>
                {view.tail}
            </code>
        }
    });
    view! {
        <section class="fr-held" aria-labelledby="held-title" tabindex="-1" data-focus="result">
            <div class="fr-held__head">
                <h2 class="fr-held__who" id="held-title"><bdi>{view.who}</bdi></h2>
                <p class="fr-text--muted">{view.kind} " " {tail} ". " <bdi>{more}</bdi></p>
            </div>
            {(!permissions.is_empty())
                .then(|| {
                    view! {
                        <div class="fr-held__part">
                            <h3 class="fr-heading--small">"Permissions for what comes next"</h3>
                            <ul class="fr-ticks">{permissions}</ul>
                        </div>
                    }
                })}
        </section>
        {view.notice.map(notice)}
        {button::row(None, view.buttons)}
    }
    .into_any()
}
