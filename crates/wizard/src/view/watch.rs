//! The wait for the customer's message, in words.

use graph_api::GraphTime;

use crate::event::Event;
use crate::explain;
use crate::model::Model;
use crate::remote::Slot;
use crate::view::parts::{Button, Notice, Phrase, Tone, Wait, name};
use crate::view::words;
use crate::watch::{Pause, WatchState};

/// The wait for the customer's message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WatchView {
    /// What came of it.
    pub notice: Option<Notice>,
    /// That the page looks, and when next.
    pub wait: Option<Wait>,
    /// What goes for those who need not wait.
    pub hint: Option<Phrase>,
    /// Begins.
    pub ask: Option<Button>,
}

const SLOT: Slot = Slot::Conversations;

pub(crate) fn view(model: &Model, now: GraphTime) -> WatchView {
    let watch = &model.watch;
    let again = Event::ReadAsked(SLOT);
    let mut view = WatchView {
        notice: None,
        wait: None,
        hint: None,
        ask: None,
    };
    match &watch.state {
        WatchState::Off => view.ask = Some(Button::plain("Wait for the message", again)),
        WatchState::On => view.wait = looking(model, now),
        WatchState::Paused(pause) => {
            let text = match pause {
                Pause::Hidden => "Waiting until this tab is seen again",
                Pause::Offline => "Waiting until this device is online again",
            };
            view.wait = Some(Wait {
                text: text.into(),
                hurry: None,
                cancel: Some(Event::Cancelled(SLOT)),
            });
        }
        WatchState::Arrived { count, is_taken } => {
            let (tone, title, body) = match (*is_taken, *count) {
                (true, _) => (
                    Tone::Ok,
                    "The message has arrived",
                    "Its conversation is chosen. Go on to its IDs.",
                ),
                (false, 1) => (
                    Tone::Warn,
                    "A message has arrived",
                    "Graph did not say who it is from. Step 2 shows the conversation.",
                ),
                _ => (
                    Tone::Info,
                    "Messages have arrived in several conversations",
                    "Choose yours in step 2.",
                ),
            };
            view.notice = Some(Notice::new(tone, title, &[body]));
        }
        WatchState::TimeUp => {
            let notice = Notice::new(
                Tone::Info,
                "No message has arrived in 10 minutes",
                &[
                    "The page no longer looks. If you have written: was it to this Page, and from an account with a role on the app?",
                ],
            );
            view.notice = Some(notice.button(Button::plain("Wait again", again)));
        }
        WatchState::Failed(failure) => {
            let mut notice = explain::explain(model, SLOT, failure);
            // Continue is the way on; one primary button a screen.
            notice.step_back();
            view.notice = Some(notice);
        }
    }
    view.hint = newest(model, now).filter(|_| watch.is_on());
    view
}

/// The conversation that was the newest before: it may be the reader's, who has written already.
fn newest(model: &Model, now: GraphTime) -> Option<Phrase> {
    let row = model.conversations.value.as_ref()?.rows.first()?;
    let customer = row.customer(&model.held.page.as_ref()?.id)?;
    let mut hint = vec!["The newest so far is the conversation with ".into()];
    hint.push(name(
        customer
            .name
            .as_deref()
            .unwrap_or("a person without a name"),
    ));
    if let Some(time) = row.updated_time {
        hint.push(", ".into());
        hint.push(words::ago(time, now).into());
    }
    hint.push(". If it is yours, continue.".into());
    Some(hint)
}

fn looking(model: &Model, now: GraphTime) -> Option<Wait> {
    let mut wait = model.wait(SLOT, "Looking for a new message", now)?;
    if let Some(until) = model.next_look() {
        let left = ((until + 999) / 1000 - now.unix()).max(1);
        wait.text = format!("No new message yet. Looking again in {left} s").into();
    }
    wait.hurry = Some(Event::Hurried(SLOT));
    Some(wait)
}
