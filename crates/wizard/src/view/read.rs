//! Step 3: the conversation, as people read it.

use graph_api::GraphTime;
use graph_api::endpoints::get_conversation::MessageRow;

use crate::event::Event;
use crate::explain;
use crate::model::Model;
use crate::remote::{Phase, Slot};
use crate::step::Step;
use crate::view::parts::{Button, Notice, Tone, Wait};
use crate::view::{kinds, words};

/// Step 3.
#[derive(Debug, Clone, PartialEq)]
pub struct ReadView {
    /// The messages, oldest first.
    pub thread: Vec<Bubble>,
    /// What to mind: a closed window, an empty thread, a failure.
    pub notice: Option<Notice>,
    /// What is under way.
    pub wait: Option<Wait>,
    /// The ways.
    pub buttons: Vec<Button>,
}

/// A message of a conversation. Its text and sender come from outside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bubble {
    /// Tells it apart.
    pub id: String,
    /// Whether the Page wrote it.
    pub from_page: bool,
    /// Who wrote it.
    pub sender: String,
    /// The text; none for an attachment alone.
    pub text: Option<String>,
    /// When: as people say it.
    pub when: Option<String>,
    /// When: to the second, in UTC.
    pub exact: Option<String>,
}

pub(crate) fn thread(model: &Model, now: GraphTime) -> Vec<Bubble> {
    let rows = model
        .messages
        .value
        .iter()
        .flat_map(|list| list.rows.iter().rev());
    rows.map(|row| bubble(model, row, now)).collect()
}

fn bubble(model: &Model, row: &MessageRow, now: GraphTime) -> Bubble {
    let page = model.held.page.as_ref();
    let from_page = page.is_some_and(|page| row.is_from(page.id.as_str()));
    let name = row.from.as_ref().and_then(|from| from.name.clone());
    Bubble {
        id: row.id.to_string(),
        from_page,
        sender: name.unwrap_or_else(|| match from_page {
            true => model.page_name().to_owned(),
            false => model.customer_name().to_owned(),
        }),
        text: row.message.clone().filter(|text| !text.is_empty()),
        when: row.created_time.map(|time| words::ago(time, now)),
        exact: row.created_time.map(|time| time.to_string()),
    }
}

pub(crate) fn view(model: &Model, now: GraphTime) -> ReadView {
    let thread = thread(model, now);
    let ready = model.messages.value.is_some();
    let mut buttons = Vec::new();
    if ready {
        buttons.push(Button::primary("Continue", Event::StepAsked(Step::Reply)));
        buttons.push(Button::plain(
            "Read again",
            Event::ReadAsked(Slot::Messages),
        ));
    }
    buttons.extend(model.back());
    ReadView {
        notice: notice(model, &thread, now),
        wait: wait(model, now),
        buttons,
        thread,
    }
}

pub(crate) fn wait(model: &Model, now: GraphTime) -> Option<Wait> {
    model.wait(Slot::Messages, "Asking Graph for the messages", now)
}

fn notice(model: &Model, thread: &[Bubble], now: GraphTime) -> Option<Notice> {
    match &model.messages.phase {
        Phase::Failed(failure) => {
            let mut notice = explain::explain(model, Slot::Messages, failure);
            if model.messages.value.is_some() {
                // Continue is the way on; one primary button a screen.
                notice.step_back();
            }
            Some(notice)
        }
        Phase::Ready if thread.is_empty() => {
            let mut notice = explain::empty(model, Slot::Messages);
            notice.step_back();
            Some(notice)
        }
        Phase::Ready => kinds::closed_at_read(model, now),
        Phase::Idle => Some(
            Notice::new(
                Tone::Info,
                "The messages were not read",
                &["The call was cancelled."],
            )
            .button(Button::primary(
                "Read the messages",
                Event::ReadAsked(Slot::Messages),
            )),
        ),
        Phase::Loading => None,
    }
    .filter(|_| !model.is_waiting(Slot::Messages))
}
