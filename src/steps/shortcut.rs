//! Step 2, the other way: a webhook notification is pasted.

use wizard::view::shortcut::ShortcutView;

use super::form;
use crate::components::field::{About, field};
use crate::components::notice::{fold, notice};
use crate::components::progress::progress;
use crate::components::{button, list};
use crate::dom::{Element, Node, On, el};

pub(super) fn shortcut(view: ShortcutView) -> Node {
    let read = form(Some(view.read.event.clone()))
        .with(notification(&view))
        .with(button::row(
            Some(button::submit(&view.read)),
            view.sample.into_iter().collect(),
        ))
        .maybe(view.wait.map(progress));
    let take = view.list.map(|people| {
        form(Some(view.take.event.clone()))
            .with(list::list(people))
            .with(button::row(Some(button::submit(&view.take)), Vec::new()))
    });
    let has_found = !view.notices.is_empty() || take.is_some();
    let found = has_found.then(|| {
        el("div")
            .class("fr-guide")
            .attr("role", "group")
            .attr("aria-label", "What was found")
            .attr("tabindex", "-1")
            .attr("data-focus", "found")
            .all(view.notices.into_iter().map(notice))
            .maybe(take)
    });
    let inside = el("div").class("fr-guide").with(read).maybe(found);
    fold(
        "Paste a webhook notification instead",
        view.is_open,
        inside.into(),
    )
}

fn notification(view: &ShortcutView) -> Element {
    let control = el("textarea")
        .class("fr-input fr-input--mono fr-input--body")
        .attr("rows", "5")
        .attr("autocomplete", "off")
        .attr("autocapitalize", "none")
        .attr("spellcheck", "false")
        .value(view.text.0.clone())
        .on(On::Type(view.field));
    let hint = "What Meta sent to your webhook: the body, also with headers or a log’s words around it. It names the Page and the person’s PSID. It is read in this page and sent nowhere.";
    let about = About {
        id: view.field.dom_id(),
        label: "Webhook notification",
        hint: Some(el("p").text(hint)),
        problem: view.problem,
        ..About::default()
    };
    field(about, control)
}
