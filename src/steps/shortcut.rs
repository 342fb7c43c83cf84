//! Step 2, the other way: a webhook notification is pasted.

use wizard::view::shortcut::ShortcutView;

use super::form;
use crate::components::notice::{field_error, fold, notice};
use crate::components::progress::progress;
use crate::components::{button, list};
use crate::dom::{Element, Node, On, el};

pub(super) fn shortcut(view: ShortcutView) -> Node {
    let read = form(Some(view.read.event.clone()))
        .with(field(&view))
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

fn field(view: &ShortcutView) -> Element {
    let field = el("textarea")
        .class("fr-input fr-input--mono fr-input--body")
        .id(view.field.dom_id())
        .attr("rows", "5")
        .attr("autocomplete", "off")
        .attr("autocapitalize", "none")
        .attr("spellcheck", "false")
        .value(view.text.0.clone())
        .on(On::Type(view.field));
    let described = "notification-hint notification-error";
    let (class, field) = match view.problem {
        Some(_) => (
            "fr-field fr-field--bad",
            field
                .attr("aria-describedby", described)
                .attr("aria-invalid", "true"),
        ),
        None => (
            "fr-field",
            field.attr("aria-describedby", "notification-hint"),
        ),
    };
    el("div")
        .class(class)
        .with(
            el("label")
                .class("fr-label")
                .attr("for", view.field.dom_id())
                .text("Webhook notification"),
        )
        .with(el("p").class("fr-hint").id("notification-hint").text(
            "What Meta sent to your webhook: the body, also with headers or a log’s words around it. It names the Page and the person’s PSID. It is read in this page and sent nowhere.",
        ))
        .maybe(
            view.problem
                .map(|problem| field_error("notification-error", problem)),
        )
        .with(field)
}
