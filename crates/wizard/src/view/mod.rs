//! What the screen shows, as data: the words of the steps. Those of errors are in `explain` and in
//! the handbook.

mod arrival;
pub(crate) use arrival::notice as arrival_notice;
pub mod call;
pub mod connect;
pub mod done;
pub(crate) mod header;
pub mod ids;
pub mod kinds;
pub mod outside;
pub mod parts;
pub mod practice;
pub mod read;
pub mod readiness;
pub mod reply;
pub mod shortcut;
pub mod start;
mod warnings;
pub mod watch;
mod words;

use graph_api::GraphTime;
use workbench::Drawn;

pub use header::{Dialog, Header, StepMark, StepState};

use crate::event::Event;
use crate::explain::explored;
use crate::model::{Mode, Model};
use crate::remote::Slot;
use crate::status::Status;
use crate::step::Step;
use crate::update::ATTEMPTS;
use crate::view::parts::{Button, Fact, Notice, Problem, Wait};
use crate::window::Window;

/// The whole page.
#[derive(Debug, Clone, PartialEq)]
pub struct View {
    /// The title of the document.
    pub title: String,
    /// What stands above the heading: `Step 2 of 4`.
    pub over: String,
    /// The heading.
    pub heading: &'static str,
    /// Two or three sentences below it.
    pub lead: Vec<&'static str>,
    /// The bar on top.
    pub header: Header,
    /// The steps and how far the reader is.
    pub marks: Vec<StepMark>,
    /// Why a form was refused.
    pub problems: Vec<Problem>,
    /// What is to be said of the page itself, such as storage that is blocked.
    pub warnings: Vec<Notice>,
    /// What the step at hand needs; none when it makes no call.
    pub readiness: Option<readiness::Readiness>,
    /// The step at hand.
    pub screen: Screen,
    /// What the reader has so far; none on Connect.
    pub facts: Vec<Fact>,
    /// The call panel.
    pub call: call::CallPanel,
    /// What the workbench drew.
    pub surfaces: Vec<Drawn>,
    /// What the error on display in the explorer means.
    pub explored: Option<Notice>,
    /// The practice world; in practice only.
    pub practice: Option<practice::PracticeView>,
    /// The question about forgetting.
    pub dialog: Option<Dialog>,
    /// The newest thing to be said in passing.
    pub status: Status,
}

/// The step at hand.
#[derive(Debug, Clone, PartialEq)]
pub enum Screen {
    /// Connect.
    Connect(Box<connect::ConnectView>),
    /// Step 1.
    Start(Box<start::StartView>),
    /// Step 2.
    Ids(Box<ids::IdsView>),
    /// Step 3.
    Read(read::ReadView),
    /// Step 4.
    Reply(Box<reply::ReplyView>),
    /// The end.
    Done(done::DoneView),
    /// The explorer, which the workbench draws.
    Explorer,
}

impl Model {
    /// What the screen shows now.
    #[must_use]
    pub fn view(&self, now: GraphTime) -> View {
        let (heading, lead) = header::heading(self);
        let is_exploring = self.bench.is_exploring;
        let over = match is_exploring {
            true => "Explorer".to_owned(),
            false => header::over(self.step),
        };
        let problems = match is_exploring {
            true => Vec::new(),
            false => self.problems(now),
        };
        let error = if problems.is_empty() { "" } else { "Error: " };
        View {
            title: format!("{error}{over}: {heading} – First Reply"),
            over,
            heading,
            lead,
            header: header::header(self),
            marks: header::marks(self),
            problems,
            warnings: self.warnings(),
            readiness: readiness::view(self, now).filter(|_| !is_exploring),
            screen: self.screen(now),
            facts: self.facts(now),
            call: call::panel(self),
            surfaces: self.bench.drawn.clone(),
            explored: explored::notice(self),
            practice: practice::view(self, now).filter(|_| !is_exploring),
            dialog: header::dialog(self),
            status: self.status.clone(),
        }
    }

    fn screen(&self, now: GraphTime) -> Screen {
        match self.step {
            _ if self.bench.is_exploring => Screen::Explorer,
            Step::Connect => Screen::Connect(Box::new(connect::view(self, now))),
            Step::Start => Screen::Start(Box::new(start::view(self, now))),
            Step::Ids => Screen::Ids(Box::new(ids::view(self, now))),
            Step::Read => Screen::Read(read::view(self, now)),
            Step::Reply => Screen::Reply(Box::new(reply::view(self, now))),
            Step::Done => Screen::Done(done::view(self, now)),
        }
    }

    fn problems(&self, now: GraphTime) -> Vec<Problem> {
        match self.step {
            Step::Connect => connect::problems(self),
            Step::Start | Step::Ids => ids::problem(self, now).into_iter().collect(),
            Step::Reply => reply::problems(self),
            _ => Vec::new(),
        }
    }

    fn facts(&self, now: GraphTime) -> Vec<Fact> {
        if self.step == Step::Connect || self.bench.is_exploring {
            return Vec::new();
        }
        let held = &self.held;
        let data = |name, value: Option<String>| Fact {
            name,
            value,
            is_data: true,
        };
        vec![
            data(
                "Page ID",
                held.page.as_ref().map(|page| page.id.to_string()),
            ),
            data(
                "PSID",
                held.person.as_ref().map(|person| person.psid.to_string()),
            ),
            data(
                "Conversation ID",
                held.conversation.as_ref().map(ToString::to_string),
            ),
            Fact {
                name: "Time left to reply",
                value: self.time_left(now),
                is_data: false,
            },
        ]
    }

    /// The window, as an estimate by the reader's clock.
    #[must_use]
    pub fn window(&self, now: GraphTime) -> Option<Window> {
        let messages = self.messages.value.as_ref()?;
        let person = self.held.person.as_ref()?;
        Some(Window::estimate(&messages.rows, &person.psid, now))
    }

    /// What is under way in a slot, in words.
    pub(crate) fn wait(&self, slot: Slot, text: &'static str, now: GraphTime) -> Option<Wait> {
        let mut pending = self.pending.iter();
        let pending = pending.find(|pending| pending.slot == slot)?;
        let attempt = pending.attempt;
        let limit = pending.delay.filter(|delay| delay.is_limit);
        let text = match limit {
            Some(delay) => {
                let left = (delay.until + 999) / 1000 - now.unix();
                format!("Graph asks to wait: trying again in {} s", left.max(1)).into()
            }
            None if attempt > 1 => format!("{text}, try {attempt} of {ATTEMPTS}").into(),
            None => text.into(),
        };
        Some(Wait {
            text,
            hurry: limit.map(|_| Event::Hurried(slot)),
            cancel: Some(Event::Cancelled(slot)),
        })
    }

    fn time_left(&self, now: GraphTime) -> Option<String> {
        Some(match kinds::standing(self.window(now)?) {
            Some(standing) => standing.text,
            None => "Unknown: no message of the customer’s was read".to_owned(),
        })
    }

    /// The customer's name, or a word in its place.
    pub(crate) fn customer_name(&self) -> &str {
        let person = self.held.person.as_ref();
        person
            .and_then(|person| person.name.as_deref())
            .unwrap_or("the customer")
    }

    pub(crate) fn page_name(&self) -> &str {
        self.held
            .page
            .as_ref()
            .map_or("the Page", |page| page.name.as_str())
    }

    pub(crate) fn back(&self) -> Option<Button> {
        let step = self.step.before()?;
        Some(Button::quiet("Back", Event::StepAsked(step)))
    }

    pub(crate) fn is_practice(&self) -> bool {
        self.mode == Mode::Practice
    }
}
