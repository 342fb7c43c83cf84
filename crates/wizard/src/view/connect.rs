//! Connect: choose practice or live, bring a token, see what it is.

mod held;
pub mod login;
mod ways;

use graph_api::{GraphTime, GraphVersion, TokenProblem};

pub use held::{HeldView, Mark, Row, Ticked};
pub use ways::{Guide, WaysView};

use crate::event::{Event, FieldId};
use crate::explain;
use crate::model::{Mode, Model, Reach};
use crate::remote::Slot;
use crate::view::parts::{Button, Choice, Detail, Notice, Problem, Said, Tone, Wait};

/// The first screen, before or after there is a token.
#[derive(Debug, Clone, PartialEq)]
pub enum ConnectView {
    /// Before.
    Choose(Box<ChooseView>),
    /// After.
    Held(Box<HeldView>),
}

/// Practice or live, and the token.
#[derive(Debug, Clone, PartialEq)]
pub struct ChooseView {
    /// The two ways.
    pub modes: Vec<Choice>,
    /// What live asks for; none in practice.
    pub live: Option<LiveView>,
    /// Why the token was not taken.
    pub notice: Option<Notice>,
    /// What is under way.
    pub wait: Option<Wait>,
    /// The way on.
    pub submit: Button,
}

/// What live asks for.
#[derive(Debug, Clone, PartialEq)]
pub struct LiveView {
    /// The three ways to a token, one of them in full.
    pub ways: WaysView,
    /// What stands in the field. A secret.
    pub token: crate::event::Text,
    /// Whether it is readable.
    pub revealed: bool,
    /// Why it was refused.
    pub problem: Option<&'static str>,
    /// The versions to choose from, and the chosen one.
    pub versions: Vec<(GraphVersion, String)>,
    /// The chosen one.
    pub version: GraphVersion,
    /// Whether nothing is to be stored.
    pub memory_only: bool,
    /// That the page asks whether Graph can be reached, before a token is asked for.
    pub reaching: Option<Wait>,
    /// That it was reached.
    pub reached: Option<&'static str>,
    /// Why it was not.
    pub unreached: Option<Notice>,
}

pub(crate) const REACHED: &str = "graph.facebook.com can be reached from here";
pub(crate) const UNREACHED: &str = "graph.facebook.com could not be reached";

/// Whether the screen shows a token rather than the form.
pub(crate) fn is_held(model: &Model) -> bool {
    model.held.is_connected()
        && model.connect.pasted.is_none()
        && !model.login.is_told()
        && model.connect.identity.accepted().is_some()
}

pub(crate) fn view(model: &Model, now: GraphTime) -> ConnectView {
    match is_held(model) {
        true => ConnectView::Held(Box::new(held::view(model, now))),
        false => ConnectView::Choose(Box::new(choose(model, now))),
    }
}

fn choose(model: &Model, now: GraphTime) -> ChooseView {
    let renew = model.practice.snapshot.is_some();
    ChooseView {
        modes: modes(model.mode),
        live: (model.mode == Mode::Live).then(|| live(model)),
        notice: notice(model),
        wait: wait(model, now),
        submit: match model.mode {
            Mode::Practice if renew => {
                Button::primary("Get a new practice token", Event::PracticeStarted)
            }
            Mode::Practice => start(),
            Mode::Live => Button::primary("Check the token", Event::TokenSubmitted),
        },
    }
}

/// Practice or live.
pub(crate) fn modes(chosen: Mode) -> Vec<Choice> {
    let mode = |key: &str, label: &str, text: &'static str, mode: Mode| Choice {
        key: key.to_owned(),
        label: label.to_owned(),
        more: vec![Detail::text(text)],
        barred: None,
        marked: chosen == mode,
        event: Event::ModeChosen(mode),
    };
    vec![
        mode(
            "practice",
            "Practice",
            "No Meta account needed: the Graph API is emulated in this page, and nothing leaves it.",
            Mode::Practice,
        ),
        mode(
            "live",
            "Live",
            "Your own Page and token. Calls go to graph.facebook.com, and the reply is really sent.",
            Mode::Live,
        ),
    ]
}

/// Starts practice.
pub(crate) fn start() -> Button {
    Button::primary("Start practice", Event::PracticeStarted)
}

fn live(model: &Model) -> LiveView {
    let version = |version: &GraphVersion| {
        let latest = if *version == GraphVersion::default() {
            " (latest)"
        } else {
            ""
        };
        (*version, format!("{version}{latest}"))
    };
    LiveView {
        ways: ways::view(model),
        token: model.connect.draft.clone(),
        revealed: model.connect.revealed,
        problem: model.connect.problem.map(problem_text),
        versions: GraphVersion::ALIVE.iter().map(version).collect(),
        version: model.version,
        memory_only: model.memory_only,
        reaching: (model.connect.reach == Reach::Asking).then(|| Wait {
            text: "Asking whether graph.facebook.com can be reached".into(),
            hurry: None,
            cancel: None,
        }),
        reached: (model.connect.reach == Reach::Yes).then_some(REACHED),
        unreached: unreached(model),
    }
}

/// Graph cannot be reached: said before the reader looks for a token.
fn unreached(model: &Model) -> Option<Notice> {
    let Reach::No(error) = model.connect.reach else {
        return None;
    };
    let mut notice = explain::unreached(error);
    notice.tone = Tone::Warn;
    notice.title = UNREACHED.into();
    Some(notice.button(Button::plain("Try again", Event::ProbeAsked)))
}

const fn problem_text(problem: TokenProblem) -> &'static str {
    match problem {
        TokenProblem::Empty => "Paste an access token.",
        TokenProblem::AppToken => {
            "This is an app token: it contains the app secret. Keep it off this page and out of any browser; paste a User or a Page token."
        }
        TokenProblem::AppSecret => {
            "This looks like an app secret, not like an access token. Keep it off this page and out of any browser."
        }
        TokenProblem::Instagram => {
            "This is a token of Instagram’s own login, which works at graph.instagram.com only. Paste a User or a Page token of Facebook’s."
        }
        TokenProblem::Missing => {
            "This has a variable or a placeholder where the token should stand. Paste the token itself."
        }
        TokenProblem::Several => {
            "There are several tokens in this. Paste one of them: a User token, or the token of your Page."
        }
        TokenProblem::BadCharacters => {
            "This has characters that no token has. Copy the token alone, and all of it."
        }
    }
}

pub(crate) fn problems(model: &Model) -> Vec<Problem> {
    if is_held(model) {
        return Vec::new();
    }
    let problem = model.connect.problem.filter(|_| model.mode == Mode::Live);
    let problem = problem.map(|problem| Problem {
        field: FieldId::Token.dom_id(),
        text: problem_text(problem),
    });
    problem.into_iter().chain(login::problem(model)).collect()
}

fn wait(model: &Model, now: GraphTime) -> Option<Wait> {
    if model.is_waiting(Slot::Exchange) {
        return model.wait(
            Slot::Exchange,
            "Exchanging the login’s code for a token",
            now,
        );
    }
    let text = match (model.practice.opening, model.is_identifying()) {
        (true, _) => "Starting the emulated Graph API",
        (false, true) => "Asking Graph whose token this is",
        (false, false) => return None,
    };
    let slots = [Slot::Me, Slot::TokenFacts, Slot::Permissions];
    let waiting = slots.into_iter().find(|slot| model.is_waiting(*slot));
    let plain = Wait {
        text: text.into(),
        hurry: None,
        cancel: model.practice.opening.then_some(Event::PracticeCancelled),
    };
    waiting
        .and_then(|slot| model.wait(slot, text, now))
        .or(Some(plain))
}

fn notice(model: &Model) -> Option<Notice> {
    if let Some(notice) = login::notice(model) {
        return Some(notice);
    }
    if model.practice.failed {
        return Some(
            Notice::new(
                Tone::Bad,
                "Practice mode could not be started",
                &["The emulated Graph API is a file of its own, loaded now. It did not arrive, or the browser does not run it."],
            )
            .button(Button::plain("Try again", Event::PracticeStarted)),
        );
    }
    let identity = &model.connect.identity;
    if identity.is_loading() {
        return None;
    }
    if identity.accepted().is_some() || !identity.is_settled() {
        return None;
    }
    if let Some(kind) = identity.unusable() {
        return Some(refused(kind));
    }
    if let Some(failure) = identity.me.failure() {
        let mut notice = explain::explain(model, Slot::Me, failure);
        // The form to bring another token is right below.
        notice
            .buttons
            .retain(|button| button.event != Event::NewTokenAsked);
        notice.step_back();
        return Some(notice);
    }
    Some(refused(""))
}

/// Graph knows the token, and it is of no use here.
fn refused(kind: &str) -> Notice {
    let why = match kind {
        "APP" => {
            "It is an app token: it acts for the app itself, for no person and no Page, and it can change the app’s settings. Keep it out of any browser."
        }
        _ => {
            "It works, but it is neither a person’s nor a Page’s token, or Graph did not say whose it is."
        }
    };
    let mut notice = Notice::new(Tone::Bad, "This token cannot do the job", &[why]).steps(&[
        "Bring a User token from the Graph API Explorer, or a Page token from the App Dashboard.",
    ]);
    if !kind.is_empty() {
        notice.said.push(Said {
            name: "Type",
            value: kind.to_owned(),
        });
    }
    notice
}
