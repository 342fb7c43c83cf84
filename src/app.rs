//! The page, drawn again whenever the model has changed.

use leptos::prelude::*;
use wizard::view::{Dialog, View};

use crate::components::facts::facts;
use crate::components::notice::{notice, summary};
use crate::components::readiness::readiness;
use crate::components::{button, phone};
use crate::dom::{Element, Node, On, el};
use crate::header::{header, steps_row};
use crate::shell::Core;
use crate::{call, steps};

/// The page.
#[component]
pub fn App() -> impl IntoView {
    let dispatch = Core::start();
    move || {
        let view = dispatch.view();
        document().set_title(&view.title);
        page(view)
    }
}

fn page(view: View) -> Node {
    let skip = el("a")
        .class("fr-skip")
        .attr("href", "#main")
        .text("Skip to the guide")
        .on(On::Jump("main".to_owned()));
    let practice = view.practice.map(phone::practice);
    let surfaces = view.surfaces;
    let held = (!view.facts.is_empty()).then(|| facts("What you have so far", view.facts));
    let status = el("p")
        .class("fr-vh")
        .attr("role", "status")
        .text(view.status);
    let guide = el("main")
        .class("fr-guide")
        .id("main")
        .attr("tabindex", "-1")
        .maybe(summary(view.problems))
        .with(title(view.over, view.heading))
        .maybe(lead(&view.lead))
        .all(view.warnings.into_iter().map(notice))
        .maybe(view.readiness.map(readiness))
        .with(steps::step(view.screen, practice, &surfaces))
        .maybe(held)
        .with(status);
    let layout = el("div")
        .class("fr-page fr-layout")
        .with(guide)
        .with(call::panel(view.call, &surfaces));
    el("div")
        .with(skip)
        .with(header(view.header))
        .with(steps_row(&view.marks))
        .with(layout)
        .maybe(view.dialog.map(dialog))
        .into()
}

fn title(over: String, heading: &'static str) -> Element {
    let over = el("span")
        .class("fr-title__step")
        .text(over)
        .with(el("span").class("fr-vh").text(":"));
    el("h1")
        .class("fr-title")
        .attr("tabindex", "-1")
        .with(over)
        .text(" ")
        .text(heading)
}

fn lead(lines: &[&'static str]) -> Option<Element> {
    let lines = lines
        .iter()
        .map(|line| el("p").class("fr-text").text(*line));
    (lines.len() > 0).then(|| el("div").class("fr-part").all(lines))
}

/// A question that has to be answered; Escape is a no.
fn dialog(dialog: Dialog) -> Element {
    let confirm = el("button")
        .class("fr-button fr-button--danger fr-button--tall")
        .attr("type", "button")
        .text(dialog.confirm.label)
        .on(On::Press(dialog.confirm.event));
    let body = el("div")
        .class("fr-dialog__body")
        .with(
            el("h2")
                .class("fr-heading")
                .id("dialog-title")
                .text(dialog.title),
        )
        .with(el("p").text(dialog.text))
        .with(
            el("div")
                .class("fr-row")
                .with(confirm)
                .with(button::button(dialog.dismiss.clone())),
        );
    el("dialog")
        .class("fr-dialog")
        .attr("aria-labelledby", "dialog-title")
        .on(On::Dismiss(dialog.dismiss.event))
        .with(body)
}
