//! Step 2, the other way: the person's PSID out of a webhook notification.

use graph_api::{AccessToken, GraphTime, PageId, redact};
use handbook::{Hurdle, Person};

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

pub(crate) fn problem(model: &Model, now: GraphTime) -> Option<Problem> {
    let shortcut = &model.shortcut;
    let (field, text) = match (shortcut.is_empty, shortcut.is_unmarked) {
        (true, _) => (FieldId::Notification.dom_id(), EMPTY),
        (_, true) => (list(model, now)?.way_in(), UNMARKED),
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
            cancel: Some(Event::NotificationCancelled),
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

fn list(model: &Model, now: GraphTime) -> Option<ListView> {
    let people = &model.shortcut.reading.as_ref()?.people;
    let tokens = model.held.tokens();
    let secrets: Vec<_> = tokens.iter().map(AccessToken::expose).collect();
    let mut choices = Vec::new();
    for person in people {
        // A message may be anything, a token of the reader's as well.
        let label = redact::clean(&person.text.0, &secrets);
        choices.push(choice(model, person, label, now));
    }
    (!choices.is_empty()).then(|| ListView {
        name: "sender",
        legend: "Who is it about?",
        filter: None,
        count: match choices.len() {
            1 => "1 person".to_owned(),
            count => format!("{count} people"),
        },
        choices,
        more: None,
        waiting: None,
        misfits: None,
    })
}

fn choice(model: &Model, person: &Person, label: String, now: GraphTime) -> Choice {
    let sender = Sender {
        page: person.page.clone(),
        psid: person.psid.clone(),
    };
    let mut more = Vec::new();
    if let Some(time) = person.time {
        more.push(Detail::text(words::ago(GraphTime::from_unix(time), now)));
    }
    if !person.note.is_empty() {
        more.push(Detail::text(person.note.clone()));
    }
    more.push(match name_of_page(model, &person.page) {
        Some(name) => Detail::text(format!("to {name}")),
        None => Detail::data(&format!("Page {}", person.page)),
    });
    more.push(Detail::data(&format!("PSID {}", person.psid)));
    Choice {
        key: person.psid.to_string(),
        label,
        more,
        barred: None,
        marked: model.shortcut.picked.as_ref() == Some(&sender),
        event: Event::SenderPicked(sender),
    }
}

fn name_of_page<'a>(model: &'a Model, id: &PageId) -> Option<&'a str> {
    match &model.held.page {
        Some(page) if page.id == *id => Some(&page.name),
        _ => {
            let list = model.pages.value.as_ref()?;
            let row = list.rows.iter().find(|row| row.id == *id)?;
            Some(row.title())
        }
    }
}
