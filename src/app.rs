//! The page, drawn again whenever the model has changed.

use std::cell::Cell;

use graph_api::GraphTime;
use leptos::prelude::*;
use wizard::Model;
use wizard::view::{Dialog, Screen, View};

use crate::components::facts::facts;
use crate::components::notice::{aside, summary};
use crate::components::readiness::readiness;
use crate::components::{button, phone};
use crate::dom::{Element, Node, On, Surfaces, el, far};
use crate::layout::{Layout, layout};
use crate::shell::Core;
use crate::{call, steps};

/// The page.
#[component]
pub fn App() -> impl IntoView {
    let dispatch = Core::start();
    move || {
        let (title, page) = dispatch.page();
        document().set_title(&title);
        page
    }
}

/// The title of the document, and the whole page.
pub(crate) fn page(model: &Model, now: GraphTime) -> (String, Node) {
    let view = model.view(now);
    (view.title.clone(), draw(view))
}

fn draw(view: View) -> Node {
    let practice = view.practice.map(phone::practice);
    let explained = view.explored.map(|it| ("explained", aside(it)));
    let surfaces = Surfaces {
        drawn: view.surfaces,
        own: Cell::new(explained),
    };
    let beside = matches!(view.screen, Screen::Explorer).then(|| far(&surfaces, "tutorial"));
    let held = (!view.facts.is_empty()).then(|| facts("What you have so far", view.facts));
    layout(Layout {
        header: view.header,
        marks: view.marks,
        summary: summary(view.problems),
        over: view.over,
        heading: view.heading,
        lead: view.lead,
        warnings: view.warnings,
        readiness: view.readiness.map(readiness),
        step: steps::step(view.screen, practice, &surfaces),
        held,
        status: view.status,
        beside,
        call: call::panel(view.call, &surfaces),
        dialog: view.dialog.map(dialog),
    })
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
