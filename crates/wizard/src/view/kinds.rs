//! The message types, and which of them can work now. It is an estimate, so none is barred.

use graph_api::GraphTime;
use graph_api::endpoints::send_message::{MessageTag, MessagingType};
use handbook::Place;

use crate::event::Event;
use crate::explain;
use crate::model::Model;
use crate::view::parts::{Choice, Detail, Notice, Tone};
use crate::view::words;
use crate::window::Window;

/// A message type to choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kind {
    /// The type.
    pub choice: Choice,
    /// Whether it can work now; none where nobody knows.
    pub standing: Option<Standing>,
}

/// Whether a message type can work now, by the reader's clock.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// In words.
    pub text: String,
    /// Whether it most likely works.
    pub is_open: bool,
}

const HUMAN_AGENT: MessagingType = MessagingType::Tagged(MessageTag::HumanAgent);

pub(crate) fn kinds(model: &Model, now: GraphTime) -> Vec<Kind> {
    let window = model.window(now);
    let kind = |key: &str, label: &str, text: &'static str, kind: MessagingType| Kind {
        choice: Choice {
            key: key.to_owned(),
            label: label.to_owned(),
            more: vec![Detail::text(text)],
            barred: None,
            marked: model.composer.kind == kind,
            event: Event::MessagingTypeChosen(kind),
        },
        standing: window.and_then(|window| standing(window.of(kind)?)),
    };
    vec![
        kind(
            "response",
            "Response",
            "An answer to a message, within 24 hours of it.",
            MessagingType::Response,
        ),
        kind(
            "update",
            "Update",
            "A message of your own accord, within the same 24 hours.",
            MessagingType::Update,
        ),
        kind(
            "human-agent",
            "Message tag: Human agent",
            "A person answers, up to 7 days later. Meta has to approve the app for it.",
            HUMAN_AGENT,
        ),
        kind(
            "customer-feedback",
            "Message tag: Customer feedback",
            "A survey after a purchase or a service.",
            MessagingType::Tagged(MessageTag::CustomerFeedback),
        ),
    ]
}

/// Nothing, where nobody knows.
pub(super) fn standing(window: Window) -> Option<Standing> {
    let (word, seconds, is_open) = match window {
        Window::Open(left) => ("Open for", left, true),
        Window::Closed(since) => ("Closed for", since, false),
        Window::Unknown => return None,
    };
    let text = format!("{word} {}, by your clock", words::span(seconds));
    Some(Standing { text, is_open })
}

/// At step 3: what a reply has to reckon with.
pub(crate) fn closed_at_read(model: &Model, now: GraphTime) -> Option<Notice> {
    closed(
        model.window(now)?,
        "Graph will most likely refuse a reply of the type Response; you can try.",
    )
}

/// At step 4: what to reckon with, if the type that is marked needs the window.
pub(crate) fn closed_at_reply(model: &Model, now: GraphTime) -> Option<Notice> {
    let window = model.window(now)?;
    match window.of(model.composer.kind)? {
        Window::Closed(_) => closed(
            window,
            "Graph will most likely refuse the type that is marked under Options; you can try.",
        ),
        _ => None,
    }
}

fn closed(window: Window, what: &'static str) -> Option<Notice> {
    let Window::Closed(since) = window else {
        return None;
    };
    let since = words::span(since);
    let mut notice = Notice::new(Tone::Warn, "The messaging window looks closed", &[])
        .line(format!(
            "It lasts 24 hours from the customer’s last message, and ended {since} ago, by your clock."
        ))
        .steps(&[
            "A new message from the customer opens it again.",
            "After a click on a Click-to-Messenger ad it may last up to 7 days: then Response works.",
            "The tag Human agent reaches up to 7 days, for answers that a person writes, if Meta has approved your app for it.",
        ]);
    notice.body.push(what.into());
    notice.links.push(explain::place(Place::Policy));
    Some(notice)
}
