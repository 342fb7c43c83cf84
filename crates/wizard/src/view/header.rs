//! The bar on top, the heading, and the steps.

use graph_api::TokenKind;

use crate::event::Event;
use crate::model::{Model, SendState, Theme};
use crate::step::{Place, Step};
use crate::view::parts::Button;

/// The bar on top.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    /// `Practice` or `Live · v26.0`; none before there is a token.
    pub badge: Option<String>,
    /// Whether the badge is that of practice.
    pub is_practice: bool,
    /// The tokens held: what they are, and their last characters.
    pub tokens: Vec<(&'static str, String)>,
    /// The guide and the explorer: where each link leads, and whether it is on display.
    pub places: [(&'static str, Place, bool); 2],
    /// Light, dark, or as the system has it.
    pub theme: Theme,
    /// Forget everything; none while there is nothing to forget.
    pub forget: Option<Button>,
}

/// A step in the row of steps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepMark {
    /// Which.
    pub step: Step,
    /// Its number, for the four.
    pub number: Option<u8>,
    /// What it is called.
    pub label: &'static str,
    /// How far it is.
    pub state: StepState,
}

/// How far a step is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepState {
    /// Completed: a link leads back to it.
    Done,
    /// Here.
    Current,
    /// Open, since the reader has been there.
    Open,
    /// Not started: no link.
    Todo,
}

/// A question before something that cannot be undone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dialog {
    /// The question.
    pub title: &'static str,
    /// What it means.
    pub text: &'static str,
    /// Does it.
    pub confirm: Button,
    /// Does not.
    pub dismiss: Button,
}

pub(crate) fn header(model: &Model) -> Header {
    let name = |kind| match kind {
        Some(TokenKind::User) => "User token",
        Some(TokenKind::Page) => "Page token",
        None => "Token",
    };
    let tokens = model.held.tokens();
    let tokens = tokens
        .iter()
        .map(|token| (name(token.kind()), token.tail().to_owned()));
    let tokens: Vec<_> = tokens.collect();
    let begun = !tokens.is_empty();
    Header {
        badge: begun.then(|| match model.is_practice() {
            true => "Practice".to_owned(),
            false => format!("Live · {}", model.version),
        }),
        is_practice: model.is_practice(),
        places: [
            ("Guide", model.step.into(), !model.bench.is_exploring),
            ("Explorer", Place::Explorer, model.bench.is_exploring),
        ],
        theme: model.theme,
        forget: begun.then(|| Button::plain("Forget everything", Event::ForgetAsked)),
        tokens,
    }
}

pub(crate) fn over(step: Step) -> String {
    match step.number() {
        Some(number) => format!("Step {number} of 4"),
        None if step == Step::Connect => "Connect".to_owned(),
        None => "All 4 steps done".to_owned(),
    }
}

/// Those of a new visit.
pub(crate) const fn first_heading() -> (&'static str, &'static [&'static str]) {
    (
        "Send a first reply on the Messenger Platform",
        &[
            "From no token to a first reply, in 4 steps and about 5 minutes. You see each call to the Graph API as it is made, and keep the code for it.",
        ],
    )
}

/// The heading, and the sentences below it.
pub(crate) fn heading(model: &Model) -> (&'static str, Vec<&'static str>) {
    let label = model.step.label();
    let (heading, lead): (&'static str, &[&'static str]) = match model.step {
        _ if model.bench.is_exploring => (
            "Graph API explorer",
            &[
                "Ask Graph whatever you like, with the token at hand. A press on an ID puts it into the query.",
            ],
        ),
        Step::Connect if super::connect::is_held(model) => ("This token will do", &[]),
        Step::Connect if model.connect.resume.is_some() => (
            "Bring a new token",
            &["Your IDs and your draft are kept, and you go on where you were."],
        ),
        Step::Connect => first_heading(),
        Step::Start if model.is_practice() => (
            label,
            &[
                "Only a person can start a conversation with a Page. Here you are that person: write to the Page on the customer’s phone.",
            ],
        ),
        Step::Start => (
            label,
            &[
                "Only a person can start a conversation with a Page. Be that person: write to your own Page from your own Facebook account.",
            ],
        ),
        Step::Ids => (
            label,
            &[
                "Every later call names the Page, the person and the conversation by ID. The Page also has a token of its own, which comes with it.",
            ],
        ),
        Step::Read => (
            label,
            &[
                "Graph gives the 20 newest messages of a conversation, the newest first. Here they are in reading order.",
            ],
        ),
        Step::Reply => (
            label,
            &[
                "The reply goes to the person’s PSID, with the Page’s access token. It is sent once.",
            ],
        ),
        Step::Done => (
            "Your first reply is out",
            &[
                "Graph took it, and here it is read back from the conversation. Take the IDs and the code of the whole run along.",
            ],
        ),
    };
    (heading, lead.to_vec())
}

pub(crate) fn marks(model: &Model) -> Vec<StepMark> {
    let state = |step: Step| match step.cmp(&model.step) {
        std::cmp::Ordering::Less => StepState::Done,
        std::cmp::Ordering::Equal if model.bench.is_exploring => StepState::Open,
        std::cmp::Ordering::Equal => StepState::Current,
        std::cmp::Ordering::Greater if step.is_open(model) && has_been(model, step) => {
            StepState::Open
        }
        std::cmp::Ordering::Greater => StepState::Todo,
    };
    let mark = |step: Step| StepMark {
        step,
        number: step.number(),
        label: step.label(),
        state: state(step),
    };
    Step::ALL.into_iter().map(mark).collect()
}

/// Whether what a later step gives is there already: then it is a link.
fn has_been(model: &Model, step: Step) -> bool {
    match step {
        Step::Connect => true,
        Step::Start | Step::Ids => model.held.page_token.is_some(),
        Step::Read | Step::Reply => model.held.conversation.is_some(),
        Step::Done => model.held.sent.is_some(),
    }
}

pub(crate) fn dialog(model: &Model) -> Option<Dialog> {
    if model.resending {
        let (title, text, confirm) = match model.sending {
            SendState::Unknown(_) => (
                "Send it again?",
                "An earlier reply may have arrived, and nobody can tell yet. If it did, the person gets this one as a second message.",
                "Send again",
            ),
            _ => (
                "Send it from this tab?",
                "This session is open in another tab, too. If the reply went out there, the person gets it a second time.",
                "Send",
            ),
        };
        return Some(Dialog {
            title,
            text,
            confirm: Button::primary(confirm, Event::ResendConfirmed),
            dismiss: Button::plain("Do not send", Event::ResendDismissed),
        });
    }
    model.forgetting.then(|| Dialog {
        title: "Forget everything?",
        text: "The tokens, the IDs, the draft and the answers are removed from this page and from the tab’s storage. Messages that were sent stay sent. A token stays valid at Meta until it expires.",
        confirm: Button::primary("Forget everything", Event::ForgetConfirmed),
        dismiss: Button::plain("Keep it", Event::ForgetDismissed),
    })
}
