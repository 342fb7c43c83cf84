//! Step 2.

use wizard::view::ids::IdsView;
use wizard::view::parts::Button;

use super::{form, frame, heading, shortcut};
use crate::components::notice::notice;
use crate::components::progress::progress;
use crate::components::{button, list};
use crate::dom::{Element, Node, el};

pub(super) fn step(view: IdsView, practice: Option<Node>) -> Element {
    let by_webhook = shortcut::shortcut(view.shortcut.clone());
    choice(frame("ids"), view).with(by_webhook).maybe(practice)
}

/// Adds what is to be said, and the choice itself; step 1 has it too.
pub(super) fn choice(place: Element, view: IdsView) -> Element {
    let submit = view.submit.as_ref();
    let event = submit.map(|submit| submit.event.clone());
    let form = form(event)
        .maybe(view.page.map(|(name, change)| page(name, change)))
        .maybe(view.list.map(list::list))
        .maybe(view.wait.map(progress))
        .with(button::row(submit.map(button::submit), view.buttons));
    place.maybe(view.notice.map(notice)).with(form)
}

/// The Page that was taken, and the way to another.
pub(super) fn page(name: String, change: Option<Button>) -> Element {
    let change = change.map(|change| button::small(change.label, None, change.event));
    let name = el("p").with(el("strong").name(name));
    el("section")
        .class("fr-part")
        .attr("aria-labelledby", "page-title")
        .with(heading("page-title", "Page"))
        .with(el("div").class("fr-chosen").with(name).maybe(change))
}
