//! Step 3.

use wizard::view::read::ReadView;

use super::frame;
use crate::components::button;
use crate::components::notice::notice;
use crate::components::progress::progress;
use crate::components::thread::thread;
use crate::dom::{Element, Node, el};

pub(super) fn step(view: ReadView, practice: Option<Node>) -> Element {
    let messages = (!view.thread.is_empty()).then(|| {
        el("section")
            .class("fr-part")
            .attr("aria-label", "The conversation")
            .attr("tabindex", "-1")
            .attr("data-focus", "result")
            .with(thread(view.thread, None))
    });
    frame("read")
        .maybe(view.notice.map(notice))
        .maybe(view.wait.map(progress))
        .maybe(messages)
        .with(button::row(None, view.buttons))
        .maybe(practice)
}
