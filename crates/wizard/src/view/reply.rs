//! Step 4: write, preview, send once.

use graph_api::GraphTime;
use graph_api::endpoints::send_message::{
    QUICK_REPLIES_LIMIT, QUICK_REPLY_TITLE_LIMIT, TEXT_LIMIT,
};

use crate::attempt::{Doubt, READS, Search};
use crate::event::{Event, FieldId, Text};
use crate::explain;
use crate::explain::support::is_copy;
use crate::model::{Model, SendState};
use crate::remote::Slot;
use crate::step::Step;
use crate::view::kinds::{self, Kind};
use crate::view::parts::{Button, Notice, Phrase, Problem, Tone, Wait, name};
use crate::view::read::{Bubble, thread};
use crate::window::Window;

/// Step 4.
#[derive(Debug, Clone, PartialEq)]
pub struct ReplyView {
    /// Who gets it.
    pub hint: Phrase,
    /// The text so far.
    pub text: Text,
    /// Why it was refused.
    pub problem: Option<&'static str>,
    /// How long it is.
    pub count: Count,
    /// The types to choose from.
    pub kinds: Vec<Kind>,
    /// That the messaging window looks closed, and what is left.
    pub window: Option<Notice>,
    /// Whether the window looks closed, so that the type has to be thought about.
    pub is_closed: bool,
    /// What quick replies are.
    pub quick_hint: String,
    /// Their titles.
    pub quick_replies: Vec<Title>,
    /// One more; none when there are as many as Graph takes.
    pub add: Option<Button>,
    /// The customer's newest message, above the preview.
    pub last: Option<Bubble>,
    /// What became of the last attempt.
    pub notice: Option<Notice>,
    /// What is under way.
    pub wait: Option<Wait>,
    /// Sends; none while it is being sent.
    pub send: Option<Button>,
    /// The other ways.
    pub buttons: Vec<Button>,
}

/// The title of a quick reply.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Title {
    /// As it was typed.
    pub text: String,
    /// How long it is.
    pub count: Count,
}

/// The length of a text, of the characters that Graph takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Count {
    /// In words.
    pub text: String,
    /// Whether it is longer.
    pub is_over: bool,
}

impl Count {
    fn of(text: &str, limit: usize) -> Self {
        let length = text.chars().count();
        Self {
            text: format!("{length} of {limit} characters"),
            is_over: length > limit,
        }
    }
}

fn title(text: &str) -> Title {
    Title {
        text: text.to_owned(),
        count: Count::of(text.trim(), QUICK_REPLY_TITLE_LIMIT),
    }
}

const EMPTY: &str = "Write a reply.";

pub(crate) fn problems(model: &Model) -> Vec<Problem> {
    let problem = model.composer.empty.then(|| Problem {
        field: FieldId::Message.dom_id(),
        text: EMPTY,
    });
    problem.into_iter().collect()
}

pub(crate) fn view(model: &Model, now: GraphTime) -> ReplyView {
    let composer = &model.composer;
    let replies = composer.quick_replies.len();
    let customer = model.customer_name();
    let mut thread = thread(model, now).into_iter().rev();
    let notice = notice(model);
    let wait = wait(model, now);
    ReplyView {
        hint: vec![
            "Sent once, as ".into(),
            name(model.page_name()),
            ", to ".into(),
            name(customer),
            ".".into(),
        ],
        text: composer.text.clone(),
        problem: composer.empty.then_some(EMPTY),
        count: Count::of(&composer.text.0, TEXT_LIMIT),
        kinds: kinds::kinds(model, now),
        window: (notice.is_none() && wait.is_none())
            .then(|| kinds::closed_at_reply(model, now))
            .flatten(),
        is_closed: matches!(model.window(now), Some(Window::Closed(_))),
        quick_hint: format!(
            "Buttons under your message that the person can press. At most {QUICK_REPLIES_LIMIT}, of {QUICK_REPLY_TITLE_LIMIT} characters each."
        ),
        quick_replies: composer.quick_replies.iter().map(|it| title(it)).collect(),
        add: (replies < QUICK_REPLIES_LIMIT)
            .then(|| Button::plain("Add a quick reply", Event::QuickReplyAdded)),
        last: thread.find(|bubble| !bubble.from_page),
        send: wait.is_none().then(|| send(model, notice.as_ref())),
        notice,
        wait,
        buttons: model.back().into_iter().collect(),
    }
}

fn wait(model: &Model, now: GraphTime) -> Option<Wait> {
    if model.is_looking() {
        return model.wait(
            Slot::Messages,
            "Looking for the reply in the conversation",
            now,
        );
    }
    model.wait(Slot::Send, "Sending", now)
}

/// The way on, unless a token has to be brought first, or the page can look for the last one.
fn send(model: &Model, notice: Option<&Notice>) -> Button {
    let label = match model.sending {
        SendState::Unknown(_) => "Send again",
        _ => "Send the reply",
    };
    let event = Event::SendAsked;
    match notice.is_some_and(Notice::has_primary) {
        true => Button::plain(label, event),
        false => Button::primary(label, event),
    }
}

fn notice(model: &Model) -> Option<Notice> {
    match &model.sending {
        SendState::Idle | SendState::Sending => None,
        SendState::Refused(failure) => Some(explain::explain(model, Slot::Send, failure)),
        SendState::Unknown(doubt) => Some(unknown(model, doubt)),
    }
}

/// Nobody can tell whether the message is there. The conversation can.
fn unknown(model: &Model, doubt: &Doubt) -> Notice {
    let mut notice = Notice::new(
        Tone::Warn,
        "Nobody can tell whether the reply was sent",
        &["The request went out, but no clear answer came back. Sending again may send it twice."],
    );
    let mut copy = None;
    if let Some(failure) = &doubt.failure {
        let explained = explain::explain(model, Slot::Send, failure);
        notice = notice.line(format!("What came instead: {}.", explained.title));
        notice.said = explained.said;
        copy = explained.buttons.into_iter().find(is_copy);
    }
    let look = Button::primary("Look for the reply", Event::LookAsked);
    let read = Button::plain("Read the messages", Event::StepAsked(Step::Read));
    let mut notice = match &doubt.search {
        Search::Looking(_) => {
            let looks =
                "The page looks for it in the conversation: a message that was not there before.";
            notice.line(looks.to_owned()).button(read)
        }
        Search::Idle => notice.button(look).button(read),
        Search::Missing => {
            let found = match model.can_tell() {
                true => format!(
                    "It was not in the conversation, the {READS} times that the page looked. Most likely it was not sent; Graph may also be late."
                ),
                false => "The page had not read the conversation right before, so it cannot tell an old message from this one. Read the messages, and see.".to_owned(),
            };
            notice.line(found).button(look).button(read)
        }
        Search::Failed(failure) => {
            let explained = explain::explain(model, Slot::Messages, failure);
            notice.said.extend(explained.said);
            let mut buttons = explained.buttons;
            buttons.retain(|button| button.event == Event::NewTokenAsked);
            notice = notice.line(format!(
                "The conversation could not be read: {}.",
                explained.title
            ));
            let has_primary = !buttons.is_empty();
            notice.buttons = buttons;
            match has_primary {
                true => notice.button(Button::plain("Look for the reply", Event::LookAsked)),
                false => notice.button(look),
            }
            .button(read)
        }
    };
    notice.buttons.extend(copy);
    notice
}
