//! Practice: the customer's phone, and the lessons.

use wizard::view::practice::{PracticeView, Shown};
use wizard::{Event, FieldId, PhoneBubble};

use super::icon::{Icon, icon};
use super::lessons::lessons;
use super::notice::fold;
use super::prose::hidden;
use crate::dom::{Element, Node, On, el};

/// Draws the phone beside the lessons; or folded, below them.
pub(crate) fn practice(mut view: PracticeView) -> Node {
    let shown = view.shown;
    let lessons = lessons(&mut view);
    if shown == Shown::Folded {
        let phone = fold("The customer’s phone", false, phone(view).into());
        return el("div").class("fr-part").with(lessons).with(phone).into();
    }
    let stage = el("div").class("fr-stage").with(phone(view)).with(lessons);
    el("section")
        .class("fr-part")
        .attr("aria-labelledby", "phone-title")
        .with(
            el("h2")
                .class("fr-heading fr-heading--small")
                .id("phone-title")
                .text("The customer’s phone"),
        )
        .with(stage)
        .into()
}

fn phone(view: PracticeView) -> Element {
    let mut rows = el("ol")
        .class("fr-phone__thread")
        .attr("aria-label", "Messages on the phone")
        .attr("tabindex", "0");
    if view.bubbles.is_empty() {
        rows = rows.with(el("li").class("fr-thread__time").text("No messages yet"));
    }
    let mut last = String::new();
    for (item, when) in view.bubbles {
        if last != when {
            rows = rows.with(el("li").class("fr-thread__time").text(when.clone()));
        }
        last = when;
        let sender = match item.from_customer {
            true => &view.customer_name,
            false => &view.page_name,
        };
        rows = bubble(rows, sender, item);
    }
    if view.typing {
        rows = rows.with(
            el("li")
                .class("fr-thread__time")
                .text("The Page is typing…"),
        );
    }
    let name = el("span").class("fr-phone__name").name(view.page_name);
    let screen = el("div")
        .class("fr-phone__screen")
        .with(el("p").class("fr-phone__top").with(name))
        .with(rows)
        .with(write(
            view.field,
            view.draft.0,
            view.send.label,
            view.send.event,
        ));
    el("div").class("fr-phone").with(screen)
}

fn write(field: FieldId, draft: String, label: &'static str, event: Event) -> Element {
    let id = field.dom_id();
    el("form")
        .class("fr-phone__write")
        .flag("novalidate", true)
        .on(On::Submit(Some(event)))
        .with(
            el("label")
                .class("fr-vh")
                .attr("for", id.clone())
                .text("Write as the customer"),
        )
        .with(
            el("input")
                .class("fr-input fr-phone__input")
                .id(id)
                .attr("autocomplete", "off")
                .attr("placeholder", "Write here")
                .value(draft)
                .on(On::Type(field)),
        )
        .with(
            el("button")
                .class("fr-button fr-phone__send")
                .attr("type", "submit")
                .with(icon(Icon::Next, ""))
                .with(hidden(label)),
        )
}

fn bubble(rows: Element, sender: &str, bubble: PhoneBubble) -> Element {
    let class = match bubble.from_customer {
        true => "fr-bubble",
        false => "fr-bubble fr-bubble--page",
    };
    let row = el("li").class(class);
    let row = row.with(hidden(format!("{sender}: "))).text(bubble.text);
    let rows = rows.with(row);
    if bubble.quick_replies.is_empty() {
        return rows;
    }
    let mut replies = el("li")
        .class("fr-quick")
        .attr("aria-label", "Quick replies");
    for title in bubble.quick_replies {
        replies = replies.with(quick_reply(title));
    }
    rows.with(replies)
}

/// Pressing a quick reply sends its title as the customer.
fn quick_reply(title: String) -> Element {
    el("button")
        .class("fr-quick__reply")
        .attr("type", "button")
        .text(title.clone())
        .on(On::Press(Event::QuickReplyPressed(title)))
}
