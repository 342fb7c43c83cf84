//! From a failure, or an empty list, to a notice. What codes mean, and most words, stand in the
//! handbook, which is asked when something comes; what is said before it has answered, or when
//! nothing came at all, stands here.

pub(crate) mod explored;
pub(crate) mod support;

use graph_api::endpoints::ExchangeCode;
use graph_api::{AnswerError, Endpoint as _, GraphError};
use handbook::{Came, Explanation, Place, Way, title_of_empty};

use crate::event::{Event, TransportError};
use crate::lookup::{asked, came};
use crate::model::{Mode, Model};
use crate::remote::{Failure, Slot};
use crate::step::Step;
use crate::view::parts::{Button, Link, Look, Notice, Prose, Said, Tone};

/// The notice for a failed request of this slot. What Graph said may quote a token: it is masked.
pub(crate) fn explain(model: &Model, slot: Slot, failure: &Failure) -> Notice {
    let mut notice = match failure {
        Failure::Transport(error) => transport(model, slot, *error),
        Failure::Answer(error) => answer(model, slot, failure, error),
    };
    for said in &mut notice.said {
        said.value = support::clean(model, &said.value);
    }
    notice
}

/// The notice for a list without a row.
pub(crate) fn empty(model: &Model, slot: Slot) -> Notice {
    let lookup = model.lookup(asked(slot), Came::Empty);
    match lookup.and_then(|lookup| lookup.explanation()) {
        Some(found) => told(model, slot, Tone::Info, found),
        None => Notice::new(Tone::Info, title_of_empty(asked(slot)), &[]).button(look_again(slot)),
    }
}

/// What the handbook says. Until it has, and where it could not be loaded, what came has to do, and
/// what helps in any case.
fn answer(model: &Model, slot: Slot, failure: &Failure, error: &AnswerError) -> Notice {
    let lookup = came(failure).and_then(|came| model.lookup(asked(slot), came));
    let mut notice = match (
        lookup.and_then(|lookup| lookup.explanation()),
        error.graph(),
    ) {
        (Some(found), _) => told(model, slot, Tone::Bad, found),
        (None, Some(error)) => unexplained().button(match error.documented().needs_new_token() {
            true => new_token(model),
            false => again(slot),
        }),
        (None, None) => {
            Notice::new(Tone::Bad, "The answer cannot be read", &[]).button(again(slot))
        }
    };
    notice.said = match error {
        AnswerError::Graph { status, error } => said(*status, error),
        AnswerError::OtherJson { status, misfit } => {
            vec![
                said_line("What did not fit", misfit.to_string()),
                http(*status),
            ]
        }
        AnswerError::NotJson { status, kind } => {
            vec![said_line("What came", kind.to_string()), http(*status)]
        }
    };
    let support = lookup.and_then(|lookup| lookup.support.as_deref());
    notice.buttons.extend(support.map(support::button));
    notice
}

/// An error of Graph's of which the handbook has said nothing.
fn unexplained() -> Notice {
    let mut notice = Notice::new(Tone::Bad, "Graph said no", &[]);
    notice.links = vec![place(Place::ErrorCodes)];
    notice
}

/// An explanation as a notice. Of its ways the first is the best, and the only one that stands out.
pub(crate) fn told(model: &Model, slot: Slot, tone: Tone, found: &Explanation) -> Notice {
    let mut notice = Notice::new(tone, "", &[]);
    notice.title = found.title.clone().into();
    notice.body = owned(&found.why);
    notice.steps = owned(&found.steps);
    for it in &found.places {
        notice.links.push(place(*it));
    }
    for it in &found.ways {
        let mut button = way(model, slot, *it);
        // Two ways may come to the same: without a User token another Page takes another token.
        if notice.buttons.iter().any(|it| it.label == button.label) {
            continue;
        }
        if !notice.buttons.is_empty() && button.look == Look::Primary {
            button.look = Look::Plain;
        }
        notice.buttons.push(button);
    }
    notice
}

#[inline(never)]
fn owned(lines: &[String]) -> Vec<Prose> {
    let mut prose = Vec::new();
    for line in lines {
        prose.push(line.clone().into());
    }
    prose
}

/// A page of Meta's.
pub(crate) fn place(place: Place) -> Link {
    let (label, href) = match place {
        Place::Explorer => (
            "Graph API Explorer",
            "https://developers.facebook.com/tools/explorer/",
        ),
        Place::Apps => ("App Dashboard", "https://developers.facebook.com/apps/"),
        Place::Policy => (
            "Messenger Platform policy",
            "https://developers.facebook.com/documentation/business-messaging/messenger-platform/policy",
        ),
        Place::Login => ("Meta’s page about this login", ExchangeCode::SPEC.docs),
        Place::ErrorCodes => (
            "Meta’s list of error codes",
            "https://developers.facebook.com/documentation/business-messaging/messenger-platform/error-codes",
        ),
        Place::RateLimits => (
            "Meta’s limits of calls",
            "https://developers.facebook.com/documentation/business-messaging/messenger-platform/overview/rate-limiting",
        ),
        Place::Routing => (
            "Conversation Routing",
            "https://developers.facebook.com/docs/messenger-platform/handover-protocol/",
        ),
        Place::Status => ("How Meta’s platform is doing", "https://metastatus.com/"),
        Place::PageAccess => (
            "Pages in Meta’s business settings",
            "https://business.facebook.com/settings/pages",
        ),
        Place::Support => (
            "Restrictions of your account and Pages",
            "https://www.facebook.com/business-support-home/",
        ),
        Place::NewPage => ("Create a Page", "https://www.facebook.com/pages/create"),
    };
    Link::new(label, href)
}

fn way(model: &Model, slot: Slot, way: Way) -> Button {
    let step = |label, step| Button::plain(label, Event::StepAsked(step));
    match way {
        Way::NewToken => new_token(model),
        Way::Again => again(slot),
        Way::LookAgain => look_again(slot),
        Way::OtherConversation => step("Choose another conversation", Step::Ids),
        Way::CustomerWrites => match model.mode {
            Mode::Practice => step("Write as the customer again", Step::Start),
            Mode::Live => step("Read the messages again", Step::Read),
        },
        Way::CustomerSide => step("Back to step 1", Step::Start),
        Way::ReadMessages => step("Read the messages first", Step::Read),
        Way::OtherPage => match (&model.held.user_token, model.step) {
            (None, _) => new_token(model),
            (Some(_), Step::Ids) => Button::plain("Change the Page", Event::PageDropped),
            (Some(_), _) => step("Change the Page", Step::Ids),
        },
        Way::OtherVersion => match model.mode {
            Mode::Practice => again(slot),
            Mode::Live => Button::plain("Choose another version", Event::NewTokenAsked),
        },
    }
}

fn look_again(slot: Slot) -> Button {
    Button::primary("Look again", Event::ReadAsked(slot))
}

fn said_line(name: &'static str, value: String) -> Said {
    Said { name, value }
}

fn http(status: u16) -> Said {
    said_line("HTTP status", status.to_string())
}

fn said(status: u16, error: &GraphError) -> Vec<Said> {
    let number = |number: u64| number.to_string();
    let mut said = Vec::new();
    let mut line = |name, value: Option<String>| {
        said.extend(value.map(|value| said_line(name, value)));
    };
    line("Message", Some(error.message.clone()));
    line("Title for people", error.user_title.clone());
    line("Text for people", error.user_message.clone());
    line("Type", error.kind.clone());
    line("Code", error.code.map(number));
    line("Subcode", error.subcode.map(number));
    line("Trace ID", error.trace_id.clone());
    line("HTTP status", Some(status.to_string()));
    said
}

fn again(slot: Slot) -> Button {
    match slot {
        Slot::Send => Button::plain("Read the messages first", Event::StepAsked(Step::Read)),
        slot => Button::primary("Try again", Event::ReadAsked(slot)),
    }
}

fn new_token(model: &Model) -> Button {
    match model.mode {
        Mode::Practice => Button::primary("Get a new practice token", Event::NewTokenAsked),
        Mode::Live => Button::primary("Bring a new token", Event::NewTokenAsked),
    }
}

fn transport(model: &Model, slot: Slot, error: TransportError) -> Notice {
    let notice = unreached(error);
    match model.is_waiting(slot) {
        true => notice,
        false => notice.button(again(slot)),
    }
}

/// Why nothing readable came. The browser does not tell, so causes are listed, never asserted.
pub(crate) fn unreached(error: TransportError) -> Notice {
    match error {
        TransportError::Offline => Notice::new(
            Tone::Bad,
            "This device is offline",
            &["The browser says that there is no connection. Nothing that you typed is lost."],
        ),
        TransportError::Unreachable => Notice::new(
            Tone::Bad,
            "No answer could be read",
            &["The browser does not tell a page why. The usual causes, the most frequent first:"],
        )
        .steps(&[
            "A content blocker, a privacy extension or the browser’s tracking protection blocks `graph.facebook.com`: allow it for this page.",
            "A company’s proxy or firewall does not let it through, or puts its own certificate in between.",
            "The connection broke, or the name could not be resolved.",
            "Meta’s servers are in trouble, and a server in front of them answered: see metastatus.com.",
        ])
        .link("Open graph.facebook.com in a tab of its own: JSON means that it can be reached", "https://graph.facebook.com/"),
        TransportError::TimedOut { seconds } => {
            let waited = format!("The page waited {seconds} seconds.");
            Notice::new(Tone::Bad, "No answer in time", &[]).line(waited)
        }
        TransportError::TooLarge => Notice::new(
            Tone::Bad,
            "The answer is too large",
            &["The page reads up to 5 MiB, far more than this call ever answers."],
        ),
        TransportError::PracticeMissing => Notice::new(
            Tone::Bad,
            "Practice mode could not be loaded",
            &["The emulated Graph API is a file of its own, and it did not arrive."],
        ),
    }
}
