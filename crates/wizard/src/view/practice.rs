//! The practice world: the customer's phone, and what goes wrong on purpose.

use graph_api::GraphTime;

use crate::event::{Event, FieldId, Text};
use crate::model::Model;
use crate::phone::PhoneBubble;
use crate::step::Step;
use crate::view::parts::Button;
use crate::view::words;

/// What can go wrong: the emulator's name for it, and the reader's. `big-page` goes right, with more.
pub const SCENARIOS: [(&str, &str); 14] = [
    ("none", "Nothing"),
    ("token-expired", "The token expires"),
    ("permission-missing", "A permission is missing"),
    ("no-pages", "No Pages are shared"),
    ("nobody-wrote", "Nobody has written yet"),
    ("window-closed", "The window has closed"),
    ("person-unavailable", "The person is unavailable"),
    ("wrong-psid", "The PSID is wrong"),
    ("rate-limit", "Too many calls"),
    ("temporary-failure", "A temporary failure"),
    ("development-mode", "The app is in development mode"),
    ("other-app-thread", "Another app holds the thread"),
    ("graph-down", "Graph is down"),
    ("big-page", "Nothing, on a Page with 5,000 conversations"),
];

/// How the phone is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    /// At once: the step is about it.
    Open,
    /// When the reader asks for it.
    Folded,
}

/// The practice world.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PracticeView {
    /// How the phone is shown at this step.
    pub shown: Shown,
    /// The Page at the other end.
    pub page_name: String,
    /// Who holds the phone.
    pub customer_name: String,
    /// The messages, oldest first, with the time as people say it.
    pub bubbles: Vec<(PhoneBubble, String)>,
    /// Whether the Page is typing.
    pub typing: bool,
    /// The field to write in.
    pub field: FieldId,
    /// What stands in it.
    pub draft: Text,
    /// Sends as the customer.
    pub send: Button,
    /// What goes wrong, by the emulator's name.
    pub scenario: String,
}

pub(crate) fn view(model: &Model, now: GraphTime) -> Option<PracticeView> {
    if !model.is_practice() || !model.held.is_connected() {
        return None;
    }
    let phone = model.practice.phone.as_ref()?;
    let told = |bubble: &PhoneBubble| {
        let when = words::ago(GraphTime::from_unix(bubble.time), now);
        (bubble.clone(), when)
    };
    Some(PracticeView {
        shown: match model.step {
            Step::Start | Step::Reply | Step::Done => Shown::Open,
            Step::Connect | Step::Ids | Step::Read => Shown::Folded,
        },
        page_name: phone.page_name.clone(),
        customer_name: phone.customer_name.clone(),
        bubbles: phone.bubbles.iter().map(told).collect(),
        typing: phone.typing,
        field: FieldId::Phone,
        draft: model.practice.draft.clone(),
        send: Button::plain("Send as the customer", Event::CustomerWrote),
        scenario: model.practice.scenario.clone(),
    })
}
