//! Step 2, the other way: the person's PSID out of a webhook notification.

use graph_api::GraphTime;
use handbook::{Found, Hurdle};

use crate::event::{Event, FieldId, Text};
use crate::explain;
use crate::model::Model;
use crate::remote::Slot;
use crate::shortcut::Sender;
use crate::view::parts::{Button, Choice, Detail, ListView, Notice, Problem, Tone, Wait};
use crate::view::words;

/// The webhook shortcut.
#[derive(Debug, Clone, PartialEq)]
pub struct ShortcutView {
    /// Whether it is unfolded.
    pub is_open: bool,
    /// The field.
    pub field: FieldId,
    /// What stands in it.
    pub text: Text,
    /// Why it was refused.
    pub problem: Option<&'static str>,
    /// Reads it.
    pub read: Button,
    /// Puts a notification of the practice world into the field.
    pub sample: Option<Button>,
    /// What is under way.
    pub wait: Option<Wait>,
    /// What else there is to be said of it.
    pub notices: Vec<Notice>,
    /// The people in it.
    pub list: Option<ListView>,
    /// Goes on with the one marked.
    pub take: Button,
}

const EMPTY: &str = "Paste a notification.";
const UNMARKED: &str = "Choose a person.";

pub(crate) fn problem(model: &Model) -> Option<Problem> {
    let shortcut = &model.shortcut;
    let (field, text) = match (shortcut.is_empty, shortcut.is_unmarked) {
        (true, _) => (FieldId::Notification.dom_id(), EMPTY),
        (_, true) => ("sender-0".to_owned(), UNMARKED),
        _ => return None,
    };
    Some(Problem { field, text })
}

pub(crate) fn view(model: &Model, now: GraphTime) -> ShortcutView {
    let shortcut = &model.shortcut;
    let phone = model.practice.phone.as_ref();
    let has_sample = model.is_practice() && phone.is_some_and(|it| it.notification.is_some());
    let waits = shortcut.ticket.is_some();
    ShortcutView {
        is_open: shortcut.is_open,
        field: FieldId::Notification,
        text: shortcut.draft.clone(),
        problem: shortcut.is_empty.then_some(EMPTY),
        read: Button::plain("Read the notification", Event::NotificationSubmitted),
        sample: has_sample
            .then(|| Button::quiet("Use a practice notification", Event::NotificationSampled)),
        wait: waits.then(|| Wait {
            text: "Reading the notification".into(),
            hurry: None,
            cancel: None,
        }),
        notices: notices(model),
        list: list(model, now),
        take: Button::plain("Find the conversation", Event::SenderSubmitted),
    }
}

fn notices(model: &Model) -> Vec<Notice> {
    let shortcut = &model.shortcut;
    let mut notices = Vec::new();
    if shortcut.is_unread {
        notices.push(Notice::new(
            Tone::Warn,
            "The notification could not be read",
            &["What reads it is a file of its own, loaded now, and it did not arrive. Try again."],
        ));
    }
    let Some(reading) = &shortcut.reading else {
        return notices;
    };
    let told = |tone, words| {
        let mut notice = explain::told(model, Slot::Conversations, tone, words);
        notice.step_back();
        notice
    };
    for aside in &reading.asides {
        notices.push(told(Tone::Info, aside));
    }
    if let Some(hurdle) = shortcut.hurdle
        && let Some(words) = reading.hurdles.get(hurdle as usize)
    {
        let notice = told(Tone::Warn, words);
        notices.push(match hurdle {
            Hurdle::OtherPage => {
                notice.button(Button::plain("Choose that Page", Event::SenderPageTaken))
            }
            _ => notice,
        });
    }
    notices
}

/// One row a person; the first event of each is what says most.
fn list(model: &Model, now: GraphTime) -> Option<ListView> {
    let found = &model.shortcut.reading.as_ref()?.found;
    let mut choices: Vec<Choice> = Vec::new();
    for event in found {
        if choices
            .iter()
            .all(|choice| choice.key != event.psid.as_str())
        {
            choices.push(choice(model, event, now));
        }
    }
    let count = match choices.len() {
        0 => return None,
        1 => "1 person".to_owned(),
        count => format!("{count} people"),
    };
    let events = words::count(found.len(), "event");
    Some(ListView {
        legend: "Who is it about?",
        filter: None,
        choices,
        count: format!("{count} in {events}"),
        more: None,
        waiting: None,
        misfits: None,
    })
}

fn choice(model: &Model, event: &Found, now: GraphTime) -> Choice {
    let sender = Sender {
        page: event.page.clone(),
        psid: event.psid.clone(),
    };
    let mut more = Vec::new();
    if !event.from_customer {
        more.push(Detail::text("From the Page"));
    }
    if let Some(time) = event.time {
        more.push(Detail::text(words::ago(GraphTime::from_unix(time), now)));
    }
    if event.was_standby {
        more.push(Detail::text("Another app holds the conversation"));
    }
    more.push(match name_of_page(model, event) {
        Some(name) => Detail::text(format!("To {name}")),
        None => Detail::data(&format!("Page {}", event.page)),
    });
    more.push(Detail::data(&format!("PSID {}", event.psid)));
    Choice {
        key: event.psid.to_string(),
        label: event.text.clone(),
        more,
        barred: None,
        marked: model.shortcut.picked.as_ref() == Some(&sender),
        event: Event::SenderPicked(sender),
    }
}

fn name_of_page(model: &Model, event: &Found) -> Option<String> {
    if let Some(page) = &model.held.page
        && page.id == event.page
    {
        return Some(page.name.clone());
    }
    let list = model.pages.value.as_ref()?;
    let row = list.rows.iter().find(|row| row.id == event.page)?;
    Some(row.title().to_owned())
}
