//! The call panel, which the workbench draws; before it has, the page says what will be there.

use crate::event::Event;
use crate::model::Model;
use crate::view::parts::{Button, Notice, Tone};

/// The call panel.
#[derive(Debug, Clone, PartialEq)]
pub enum CallPanel {
    /// No call was made yet.
    Empty,
    /// The workbench is on its way.
    Loading,
    /// The workbench could not be loaded, or broke.
    Failed(Notice),
    /// The workbench draws it.
    Drawn,
}

pub(crate) fn panel(model: &Model) -> CallPanel {
    let bench = &model.bench;
    let is_drawn = bench.drawn.iter().any(|it| it.surface == "panel");
    match (bench.has_failed, is_drawn) {
        (true, _) => CallPanel::Failed(
            Notice::new(
                Tone::Warn,
                "The workbench could not be loaded",
                &[
                    "It shows the calls and the code for them, and comes in a file of its own. The guide works without it.",
                ],
            )
            .button(Button::plain("Try again", Event::BenchAsked)),
        ),
        (_, true) => CallPanel::Drawn,
        _ if bench.has_begun => CallPanel::Loading,
        _ => CallPanel::Empty,
    }
}
