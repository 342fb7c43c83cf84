//! What came back.

use wizard::view::call::{Response, ResultLine};
use wizard::view::parts::Wait;

use super::outcome;
use crate::components::progress::progress;
use crate::components::{button, code};
use crate::dom::{Element, el};

/// Draws the response, with its status, time and size.
pub(super) fn response(
    result: &ResultLine,
    measure: Option<String>,
    response: Response,
) -> Element {
    let text = response.text();
    let class = match text {
        Some(_) => "fr-call__part fr-call__part--grow",
        None => "fr-call__part",
    };
    let measure = measure.map(|words| {
        el("span")
            .class("fr-text--muted fr-text--small")
            .text(words)
    });
    let line = el("p")
        .class("fr-row")
        .with(outcome(result))
        .maybe(measure)
        .maybe(text.map(|text| button::copy("Response", text)));
    let title = el("h3")
        .class("fr-heading--small")
        .id("call-response")
        .text("Response");
    let body = match response {
        Response::Waiting(cancel) => progress(Wait {
            text: "Waiting for the answer".into(),
            hurry: None,
            cancel,
        }),
        Response::Word(word) => el("p")
            .class("fr-text--muted fr-text--small")
            .text(word)
            .into(),
        Response::Body(spans, _) => code::json("Response body", spans),
    };
    el("section")
        .class(class)
        .attr("aria-labelledby", "call-response")
        .with(el("div").class("fr-call__line").with(title).with(line))
        .with(body)
}
