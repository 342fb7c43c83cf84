//! What came back.

use leptos::prelude::*;
use wizard::view::call::{Response, ResultLine};
use wizard::view::parts::Wait;

use super::outcome;
use crate::components::progress::progress;
use crate::components::{button, code};

/// Draws the response, with its status, time and size.
pub(super) fn response(
    result: &ResultLine,
    measure: Option<String>,
    response: Response,
) -> AnyView {
    let text = response.text();
    let has_body = text.is_some();
    let line = view! {
        <p class="fr-row">
            {outcome(result)}
            {measure.map(|text| view! { <span class="fr-text--muted fr-text--small">{text}</span> })}
            {text.map(|text| button::copy("the response", text))}
        </p>
    };
    let body = match response {
        Response::Waiting(cancel) => progress(Wait {
            text: "Waiting for the answer".to_owned(),
            cancel,
        }),
        Response::Word(word) => {
            view! { <p class="fr-text--muted fr-text--small">{word}</p> }.into_any()
        }
        Response::Body(spans) => code::json("Response body", spans),
        Response::Raw(text) => code::plain("Response body", text),
    };
    let class = match has_body {
        true => "fr-call__part fr-call__part--grow",
        false => "fr-call__part",
    };
    view! {
        <section class=class aria-labelledby="call-response">
            <div class="fr-call__line">
                <h3 class="fr-heading--small" id="call-response">"Response"</h3>
                {line}
            </div>
            {body}
        </section>
    }
    .into_any()
}
