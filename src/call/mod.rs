//! The call panel: the exact request, the response, the code for it.

mod response;

use leptos::prelude::*;
use wizard::Event;
use wizard::view::call::{CallLine, CallPanel, ResultLine, ShownCall};

use crate::components::icon::{Icon, icon};
use crate::components::prose::prose;
use crate::components::{button, code};
use crate::shell::use_dispatch;

/// The calls of the way, before the first is made.
const PLAN: [(&str, &str, &str); 4] = [
    ("GET", "me/accounts", "your Pages"),
    ("GET", "PAGE-ID/conversations", "conversations of a Page"),
    ("GET", "CONVERSATION-ID", "its messages"),
    ("POST", "PAGE-ID/messages", "your reply"),
];

/// Draws the panel. On a narrow screen it is folded under a bar that sums the call up.
pub(crate) fn panel(panel: CallPanel) -> AnyView {
    let dispatch = use_dispatch();
    let is_open = panel.is_unfolded;
    let bar = match &panel.shown {
        Some(call) => summary(&call.line),
        None => view! { <span class="fr-clip">"No call yet"</span> }.into_any(),
    };
    let title = match panel.shown {
        Some(_) => format!("The call, {}", panel.answerer),
        None => "The call".to_owned(),
    };
    let body = match panel.shown {
        Some(call) => shown(call),
        None => nothing_yet(),
    };
    let log = (panel.calls.len() > 1).then(|| log(panel.calls));
    view! {
        <aside
            class=if is_open { "fr-call fr-call--open" } else { "fr-call" }
            aria-labelledby="call-title"
        >
            <button
                class="fr-call__bar"
                type="button"
                aria-expanded=if is_open { "true" } else { "false" }
                aria-controls="call-body"
                on:click=move |_| dispatch.send(Event::CallFolded(is_open))
            >
                {bar}
                {icon(Icon::Chevron, "")}
            </button>
            <div class="fr-call__body" id="call-body">
                <h2 class="fr-call__title" id="call-title">{title}</h2>
                {body}
                {log}
            </div>
        </aside>
    }
    .into_any()
}

fn nothing_yet() -> AnyView {
    let plan = PLAN.map(|(verb, path, what)| {
        view! {
            <li class="fr-plan">
                {method(verb)}
                <code>{path}</code>
                <span class="fr-text--muted fr-text--small">{what}</span>
            </li>
        }
    });
    let plan = plan.into_iter().collect_view();
    view! {
        <div class="fr-call__part">
            <p>"Nothing has been sent yet."</p>
            <p class="fr-text--muted fr-text--small">
                "Each call to the Graph API is shown here as it is made: the request, the response, and the code for it."
            </p>
        </div>
        <section class="fr-call__part" aria-labelledby="call-plan">
            <h3 class="fr-heading--small" id="call-plan">"The calls to come"</h3>
            <ol>{plan}</ol>
        </section>
    }
    .into_any()
}

fn shown(call: ShownCall) -> AnyView {
    let params = call.params.into_iter().map(|(name, value)| {
        view! {
            <dt class="fr-params__name"><code>{name}</code></dt>
            <dd><code><bdi>{value}</bdi></code></dd>
        }
    });
    let params = params.collect_view();
    let needs = call.needs.into_iter().map(|(need, is_data)| match is_data {
        true => view! { <li class="fr-needs__item"><code>{need}</code></li> }.into_any(),
        false => view! { <li class="fr-needs__item">{need}</li> }.into_any(),
    });
    let needs = needs.collect_view();
    let verb = call.line.method;
    view! {
        <section class="fr-call__part" aria-labelledby="call-request">
            <h3 class="fr-vh" id="call-request">"Request"</h3>
            <p class="fr-call__url">
                {method(verb)}
                <code>
                    <span class="fr-call__host">{call.host}</span>
                    "/"
                    {call.line.path.clone()}
                </code>
            </p>
            <dl class="fr-params">{params}</dl>
            <div class="fr-needs">
                <span id="call-needs">"Needs"</span>
                <ul class="fr-needs__list" aria-labelledby="call-needs">{needs}</ul>
            </div>
            {call
                .carried
                .map(|text| view! { <p class="fr-text--muted fr-text--small">{prose(text)}</p> })}
        </section>
        {response::response(&call.line.result, call.measure, call.response)}
        <section class="fr-call__part" aria-labelledby="call-code">
            <div class="fr-call__line">
                <h3 class="fr-heading--small" id="call-code">"Code: curl for bash"</h3>
                {button::copy("the code", call.code.clone())}
            </div>
            {code::plain("curl for bash", call.code)}
            <p class="fr-text--muted fr-text--small">
                <code>"$" {call.variable}</code>
                " stands for the token. "
                <a href=call.docs target="_blank" rel="noopener noreferrer">
                    "Meta’s page about this call"
                    <span class="fr-vh">" (opens in a new tab)"</span>
                </a>
            </p>
        </section>
    }
    .into_any()
}

fn method(verb: &'static str) -> AnyView {
    let class = match verb {
        "GET" => "fr-method",
        _ => "fr-method fr-method--post",
    };
    view! { <span class=class>{verb}</span> }.into_any()
}

fn outcome(result: &ResultLine) -> AnyView {
    let (class, glyph) = match result.is_good {
        Some(true) => ("fr-outcome fr-outcome--ok", Some(Icon::Done)),
        Some(false) => ("fr-outcome fr-outcome--bad", Some(Icon::Problem)),
        None => ("fr-outcome", None),
    };
    let text = result.text.clone();
    view! { <span class=class>{glyph.map(|glyph| icon(glyph, ""))} {text}</span> }.into_any()
}

fn summary(line: &CallLine) -> AnyView {
    let path = line.path.clone();
    view! {
        {method(line.method)}
        <code class="fr-clip">{path}</code>
        {outcome(&line.result)}
    }
    .into_any()
}

fn log(calls: Vec<CallLine>) -> AnyView {
    let dispatch = use_dispatch();
    let count = calls.len();
    let rows = calls.into_iter().map(|line| {
        let ticket = line.ticket;
        view! {
            <li>
                <button
                    class="fr-log__call"
                    type="button"
                    aria-current=line.is_shown.then_some("true")
                    on:click=move |_| dispatch.send(Event::CallShown(ticket))
                >
                    {summary(&line)}
                </button>
            </li>
        }
    });
    let rows = rows.collect_view();
    view! {
        <div class="fr-call__part">
            <details class="fr-fold">
                <summary class="fr-fold__summary">
                    {icon(Icon::Chevron, "")} {format!("All calls ({count})")}
                </summary>
                <div class="fr-fold__body">
                    <ol>{rows}</ol>
                </div>
            </details>
        </div>
    }
    .into_any()
}
