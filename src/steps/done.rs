//! Done.

use wizard::view::done::DoneView;

use super::{frame, heading};
use crate::components::button;
use crate::components::notice::notice;
use crate::components::progress::progress;
use crate::components::prose::links;
use crate::components::thread::thread;
use crate::dom::{Element, Node, el};

pub(super) fn step(view: DoneView, practice: Option<Node>, script: Node) -> Element {
    let sent = view.message_id;
    let messages = (!view.thread.is_empty()).then(|| {
        el("section")
            .class("fr-part")
            .attr("aria-label", "The conversation")
            .attr("tabindex", "-1")
            .with(thread(view.thread, sent.as_deref()))
    });
    let next = el("section")
        .class("fr-part")
        .attr("aria-labelledby", "next-title")
        .with(heading("next-title", "What comes next"))
        .with(links(view.next));
    frame("done")
        .maybe(view.notice.map(notice))
        .maybe(view.wait.map(progress))
        .maybe(messages)
        .maybe(practice)
        .with(script)
        .with(next)
        .with(button::row(None, view.buttons))
}
