//! Step 2.

use wizard::view::ids::IdsView;

use super::{form, frame, heading, shortcut};
use crate::components::notice::notice;
use crate::components::progress::progress;
use crate::components::{button, list};
use crate::dom::{Element, Node, el};

pub(super) fn step(view: IdsView, practice: Option<Node>) -> Element {
    let name = if view.is_pages {
        "page"
    } else {
        "conversation"
    };
    let page = view.page.map(|(name, change)| {
        let change = change.map(|change| button::small(change.label, None, change.event));
        let name = el("p").with(el("strong").name(name));
        el("section")
            .class("fr-part")
            .attr("aria-labelledby", "page-title")
            .with(heading("page-title", "Page"))
            .with(el("div").class("fr-chosen").with(name).maybe(change))
    });
    let submit = view.submit.as_ref();
    let event = submit.map(|submit| submit.event.clone());
    let form = form(event)
        .maybe(page)
        .maybe(view.list.map(|rows| list::list(name, rows)))
        .maybe(view.wait.map(progress))
        .with(button::row(submit.map(button::submit), view.buttons));
    frame("ids")
        .maybe(view.notice.map(notice))
        .with(form)
        .with(shortcut::shortcut(view.shortcut))
        .maybe(practice)
}
