//! Step 4.

use wizard::view::kinds::Kind;
use wizard::view::parts::{Button, Phrase};
use wizard::view::read::Bubble;
use wizard::view::reply::{ReplyView, Title};
use wizard::{Event, FieldId};

use super::{form, frame, heading};
use crate::components::field::{About, count, field};
use crate::components::icon::Icon;
use crate::components::notice::{alert, fold, notice as words};
use crate::components::progress::progress;
use crate::components::thread::{bubble, draft};
use crate::components::{button, list};
use crate::dom::{Element, Node, On, el};

pub(super) fn step(mut view: ReplyView, practice: Option<Node>) -> Element {
    let notice = view.notice.take().map(alert);
    let preview = preview(view.last.take(), &view.text.0, &view.quick_replies);
    let hint = std::mem::take(&mut view.hint);
    let message = message(&view, hint);
    let window = view.window.take();
    let quick = quick_replies(view.quick_hint, view.quick_replies, view.add);
    let options = options(view.kinds, quick, view.is_closed);
    let send = view.send.as_ref().map(button::submit);
    let form = form(Some(Event::SendAsked)).attr(
        "aria-busy",
        match view.wait {
            Some(_) => "true",
            None => "false",
        },
    );
    let form = form
        .with(message)
        .with(options)
        .maybe(preview)
        .maybe(view.wait.map(progress))
        .with(button::row(send, view.buttons));
    frame("reply")
        .maybe(notice)
        .maybe(window.map(words))
        .with(form)
        .maybe(practice)
}

fn message(view: &ReplyView, hint: Phrase) -> Element {
    let control = el("textarea")
        .class("fr-input fr-input--text")
        .flag("readonly", view.wait.is_some())
        .value(view.text.0.clone())
        .on(On::Type(FieldId::Message));
    let about = About {
        id: FieldId::Message.dom_id(),
        label: "Your reply",
        hint: Some(el("p").phrase(hint)),
        problem: view.problem,
        beside: None,
        count: Some(view.count.clone()),
    };
    field(about, control)
}

/// Unfolded when the type has to be thought about.
fn options(kinds: Vec<Kind>, quick_replies: Element, is_open: bool) -> Node {
    let types = el("fieldset")
        .with(el("legend").class("fr-heading--small").text("Message type"))
        .with(list::kind_cards("type", true, kinds));
    fold(
        "Options",
        is_open,
        el("div")
            .class("fr-guide")
            .with(types)
            .with(quick_replies)
            .into(),
    )
}

fn quick_replies(hint: String, replies: Vec<Title>, add: Option<Button>) -> Element {
    let count = replies.len();
    let replies = replies.into_iter().enumerate();
    // When one goes, none becomes another under the finger.
    let replies = replies.map(|(index, title)| quick_reply(index, title).key(count.to_string()));
    let add = add.map(|add| button::small(add.label, Some(Icon::Add), add.event));
    el("fieldset")
        .class("fr-part")
        .with(
            el("legend")
                .class("fr-heading--small")
                .text("Quick replies"),
        )
        .with(el("p").class("fr-hint").text(hint))
        .with(el("div").class("fr-part").all(replies))
        .with(el("p").maybe(add))
}

fn quick_reply(index: usize, title: Title) -> Element {
    let field = FieldId::QuickReply(index);
    let id = field.dom_id();
    let count_id = format!("{id}-count");
    let number = index + 1;
    let row = el("div")
        .class("fr-with")
        .with(
            el("label")
                .class("fr-vh")
                .attr("for", id.clone())
                .text(format!("Quick reply {number}")),
        )
        .with(
            el("input")
                .class("fr-input fr-input--small")
                .id(id)
                .attr("aria-describedby", count_id.clone())
                .attr("autocomplete", "off")
                .value(title.text)
                .on(On::Type(field)),
        )
        .with(button::glyph(
            "fr-button fr-button--quiet fr-button--icon",
            Icon::Close,
            format!("Remove quick reply {number}"),
            Event::QuickReplyRemoved(index),
        ));
    el("div")
        .class("fr-field")
        .with(row)
        .with(count(count_id, title.count))
}

fn preview(last: Option<Bubble>, text: &str, replies: &[Title]) -> Option<Element> {
    if text.trim().is_empty() {
        return None;
    }
    let titles = replies.iter().map(|title| title.text.clone());
    let [reply, replies] = draft(text.to_owned(), titles.collect());
    let thread = el("ol")
        .class("fr-thread")
        .maybe(last.map(|last| bubble(last, false)))
        .maybe(reply)
        .maybe(replies);
    Some(
        el("section")
            .class("fr-part")
            .attr("aria-labelledby", "preview-title")
            .with(heading("preview-title", "Preview"))
            .with(thread),
    )
}
