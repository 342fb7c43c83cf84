//! The call: as JSON, as parameters; and a message from JSON.

use graph_api::json::Value;
use remote_view::{On, el};

use super::super::paint::painted;
use super::super::place::Place;
use super::super::{Event, Outcome, Output};
use super::parts::{CHEVRON, PROBLEM, hidden, icon};
use super::{Drawn, Sheet};
use crate::wish::Request;

pub(super) fn output(sheet: &Sheet<'_>) -> Drawn {
    let composer = sheet.composer;
    let request = composer.request(sheet.context);
    let route = el("p")
        .class("fr-call__url")
        .with(el("span").class("fr-method fr-method--post").text("POST"))
        .with(el("code").class("fr-mono").code(request.path.as_str()));
    let (shown, text) = match composer.output {
        Output::Json => {
            let json = Value::from(composer.sending(sheet.context).to_json()).laid_out();
            (as_json(&json), json)
        }
        Output::Params => {
            let params = request.params.iter();
            let lines = params.map(|(name, value)| format!("{name}={value}"));
            (as_form(&request), lines.collect::<Vec<_>>().join("\n"))
        }
    };
    let copy = el("button")
        .class("fr-button fr-button--small")
        .attr("type", "button")
        .text("Copy")
        .with(hidden(" the call"))
        .on(On::Copy("Call".to_owned(), text));
    el("section")
        .class("fr-compose__part")
        .attr("aria-labelledby", "composer-call")
        .with(head(composer.output))
        .with(route)
        .with(shown)
        .with(el("div").with(copy))
}

/// The title, and the ways to show it.
fn head(shown: Output) -> Drawn {
    let choice = |output, label: &str| {
        el("button")
            .class("fr-compose__way")
            .attr("type", "button")
            .attr("aria-pressed", (shown == output).to_string())
            .text(label)
            .on(On::press(Event::Shown(output)))
    };
    let ways = el("div")
        .class("fr-compose__ways")
        .attr("role", "group")
        .attr("aria-label", "Show the call as")
        .with(choice(Output::Json, "JSON"))
        .with(choice(Output::Params, "Form"));
    el("div")
        .class("fr-row fr-row--apart")
        .with(
            el("h3")
                .class("fr-heading--small")
                .id("composer-call")
                .text("The call"),
        )
        .with(ways)
}

fn as_json(json: &str) -> Drawn {
    el("pre")
        .class("fr-code")
        .attr("tabindex", "0")
        .attr("aria-label", "The call as JSON")
        .with(el("code").all(painted(json)))
}

fn as_form(request: &Request) -> Drawn {
    let params = request.params.iter().map(|(name, value)| {
        el("div")
            .class("fr-compose__param")
            .with(
                el("dt")
                    .class("fr-params__name")
                    .with(el("code").text(name.as_str())),
            )
            .with(el("dd").with(el("code").class("fr-mono").code(value.as_str())))
    });
    el("dl").class("fr-compose__params").all(params)
}

/// A message from somewhere else.
pub(super) fn open(sheet: &Sheet<'_>) -> Drawn {
    let composer = sheet.composer;
    let id = Place::Json.id();
    let problem = match &composer.outcome {
        Some(Outcome::Failed(why)) => Some(why),
        _ => None,
    };
    let mut field = el("textarea")
        .class("fr-input fr-input--mono fr-input--body")
        .id(id.as_str())
        .attr("rows", "4")
        .attr("spellcheck", "false")
        .attr("autocomplete", "off")
        .attr("autocapitalize", "none")
        .value(&composer.json)
        .on(On::typed(|text| Event::Put(Place::Json, text.to_owned())));
    if problem.is_some() {
        field = field
            .attr("aria-invalid", "true")
            .attr("aria-describedby", format!("{id}-problem"));
    }
    let said = problem.map(|why| {
        el("p")
            .class("fr-error")
            .id(format!("{id}-problem"))
            .with(icon(PROBLEM))
            .with(
                el("span")
                    .text("It cannot be opened: ")
                    .stranger(why.to_string()),
            )
    });
    let label = el("label")
        .class("fr-label")
        .attr("for", id.as_str())
        .text("JSON of a message, or of a whole call’s body");
    let form = el("form")
        .class("fr-field")
        .key(composer.opened.to_string())
        .on(On::submit(Event::Opened))
        .with(label)
        .with(field)
        .maybe(said)
        .with(
            el("div").with(
                el("button")
                    .class("fr-button fr-button--small")
                    .attr("type", "submit")
                    .text("Open it here"),
            ),
        );
    el("details")
        .class("fr-fold")
        .with(
            el("summary")
                .class("fr-fold__summary")
                .with(icon(CHEVRON))
                .text("Open a message from JSON"),
        )
        .with(el("div").class("fr-fold__body").with(form))
}
