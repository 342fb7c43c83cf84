//! Step 1.

use wizard::view::start::StartView;

use super::frame;
use crate::components::button;
use crate::components::prose::{link, prose};
use crate::dom::{Element, Node, el};

pub(super) fn step(view: StartView, practice: Option<Node>) -> Element {
    let steps = view.steps.iter().map(|step| prose(el("li"), step));
    let steps = (!view.steps.is_empty())
        .then(|| el("ol").class("fr-points fr-points--numbered").all(steps));
    frame("start")
        .maybe(practice)
        .maybe(steps)
        .maybe(view.link.map(|to| el("p").class("fr-text").with(link(to))))
        .with(el("p").class("fr-text fr-text--muted").text(view.note))
        .with(button::row(None, view.buttons))
}
