//! The first screen, drawn before the rest of the page is there: what [`crate::app`] draws for a new
//! visit.

use wizard::{FirstView, Status};

use crate::components::notice::warning;
use crate::dom::{Node, el};
use crate::layout::{Layout, layout};
use crate::{call, steps};

/// Draws it.
pub(crate) fn page(view: FirstView) -> Node {
    layout(Layout {
        header: view.header,
        marks: view.marks,
        summary: None,
        over: view.over,
        heading: view.heading,
        lead: view.lead,
        warnings: view.warnings,
        readiness: None,
        step: steps::first(view.modes, view.wait, &view.submit),
        held: None,
        status: Status::default(),
        beside: None,
        call: call::first(),
        dialog: None,
    })
}

/// What stands there while what this tab has stored waits for the rest of the page.
pub(crate) fn waiting(view: FirstView) -> Node {
    let words: Node = match view.warnings.is_empty() {
        true => el("p")
            .class("fr-early")
            .text("Loading First Reply…")
            .into(),
        false => el("div").all(view.warnings.into_iter().map(warning)).into(),
    };
    el("main").class("fr-boot").with(words).into()
}
