//! Done: the reply is read back, and the reader takes the code along.

use graph_api::endpoints::send_message::{MessagingType, Outgoing, SendMessage};
use graph_api::{Call, Endpoint, GraphTime};

use crate::event::Event;
use crate::explain;
use crate::explain::support::is_copy;
use crate::model::Model;
use crate::remote::{Phase, Slot};
use crate::view::parts::{Button, Link, Notice, Prose, Tone, Wait};
use crate::view::read::{Bubble, thread, wait};

/// The end.
#[derive(Debug, Clone, PartialEq)]
pub struct DoneView {
    /// The conversation with the reply.
    pub thread: Vec<Bubble>,
    /// Whether the reply was found in it.
    pub notice: Option<Notice>,
    /// What is under way.
    pub wait: Option<Wait>,
    /// The message ID that Graph gave.
    pub message_id: Option<String>,
    /// What comes next.
    pub next: Vec<(Link, Prose)>,
    /// The ways.
    pub buttons: Vec<Button>,
}

pub(crate) fn view(model: &Model, now: GraphTime) -> DoneView {
    DoneView {
        thread: thread(model, now),
        notice: notice(model),
        wait: wait(model, now),
        message_id: model.held.sent.as_ref().map(ToString::to_string),
        next: next(),
        buttons: vec![
            Button::primary("Start again", Event::StartedAgain),
            Button::plain("Read again", Event::ReadAsked(Slot::Messages)),
        ],
    }
}

fn notice(model: &Model) -> Option<Notice> {
    if let Phase::Failed(failure) = &model.messages.phase {
        let mut notice = explain::explain(model, Slot::Messages, failure);
        notice
            .buttons
            .retain(|button| button.event == Event::NewTokenAsked || is_copy(button));
        notice.step_back();
        return Some(notice);
    }
    let (Phase::Ready, Some(list)) = (&model.messages.phase, &model.messages.value) else {
        return None;
    };
    let sent = model.held.sent.as_ref()?;
    let copies = model.delivered.as_ref().map(|reply| model.copies_of(reply));
    Some(match list.rows.iter().any(|row| row.id == *sent) {
        true if copies.is_some_and(|copies| copies.len() > 1) => Notice::new(
            Tone::Warn,
            "Graph has your reply, and it stands there twice",
            &[
                "It was sent once. A browser repeats a request by itself when the connection ends before anything is answered, and both of them arrived.",
            ],
        ),
        true => Notice::new(
            Tone::Ok,
            "Graph has your reply",
            &["It stands in the conversation under the message ID that the Send API gave."],
        ),
        false => Notice::new(
            Tone::Info,
            "The reply is not in the conversation yet",
            &[
                "The Send API took it and gave it a message ID. It may take a moment until it can be read.",
            ],
        ),
    })
}

/// The call that sent the reply. After a reload it is made again from what was read back.
pub(crate) fn sent(model: &Model) -> Option<Call> {
    let mut records = model.calls.iter().rev();
    let record = records.find(|record| *record.call.spec == SendMessage::SPEC);
    if let Some(record) = record {
        return Some(record.call.clone());
    }
    let mut rows = model.messages.value.iter().flat_map(|list| &list.rows);
    let row = rows.find(|row| Some(&row.id) == model.held.sent.as_ref())?;
    let message = SendMessage {
        page: model.held.page.as_ref()?.id.clone(),
        to: model.held.person.as_ref()?.psid.clone(),
        what: Outgoing::Message {
            text: row.message.clone()?,
            quick_replies: Vec::new(),
            kind: MessagingType::Response,
        },
    };
    Some(message.call(model.version))
}

fn next() -> Vec<(Link, Prose)> {
    vec![
        (
            Link::new("Webhooks", "https://developers.facebook.com/documentation/business-messaging/messenger-platform/webhooks"),
            "get each message as it is written, instead of asking for it.".into(),
        ),
        (
            Link::new("App Review", "https://developers.facebook.com/docs/app-review/"),
            "a successful test call, such as this one, unlocks the request for Advanced Access within a day.".into(),
        ),
        (
            Link::new("Send API", SendMessage::SPEC.docs),
            "templates, attachments, typing indicators.".into(),
        ),
    ]
}
