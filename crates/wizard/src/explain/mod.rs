//! From a failure to words: what happened, why it usually does, and the way on. What Graph's codes
//! mean stands in the handbook, which is asked when one comes; the rest stands here.

use graph_api::endpoints::ExchangeCode;
use graph_api::{AccessToken, AnswerError, Endpoint as _, GraphError, NotJson};
use handbook::{Explanation, Place, Way};

use crate::event::{Event, TransportError};
use crate::model::{Mode, Model};
use crate::redact;
use crate::remote::{Failure, Slot};
use crate::step::Step;
use crate::view::parts::{Button, Link, Notice, Said, Tone};

/// The notice for a failed request of this slot. What Graph said may quote a token: it is masked.
pub(crate) fn explain(model: &Model, slot: Slot, failure: &Failure) -> Notice {
    let mut notice = explain_in_full(model, slot, failure);
    let mut tokens = model.held.tokens();
    tokens.extend(model.connect.pasted.clone().map(AccessToken::from));
    tokens.extend(model.login.tried.clone().map(AccessToken::Login));
    let secrets: Vec<_> = tokens.iter().flat_map(AccessToken::secrets).collect();
    for said in &mut notice.said {
        said.value = redact::clean(&said.value, &secrets);
    }
    notice
}

fn explain_in_full(model: &Model, slot: Slot, failure: &Failure) -> Notice {
    match failure {
        Failure::Transport(error) => transport(model, slot, *error),
        Failure::Answer(AnswerError::Graph { status, error }) => {
            let mut notice = graph(model, slot, error);
            notice.said = said(*status, error);
            notice
        }
        Failure::Answer(AnswerError::OtherJson { status, misfit }) => {
            let mut notice = Notice::new(
                Tone::Bad,
                "The answer has an unexpected shape",
                &[
                    "It is JSON, but not what this call answers according to Meta's reference. The raw answer is in the call panel.",
                ],
            );
            notice.said = vec![
                said_line("What did not fit", misfit.to_string()),
                http(*status),
            ];
            notice.button(again(slot))
        }
        Failure::Answer(AnswerError::NotJson { status, kind }) => {
            let (title, why) = match kind {
                NotJson::Empty => (
                    "The answer is empty",
                    "Graph always answers with JSON; something on the way cut it off.",
                ),
                NotJson::Html => (
                    "A server's page came instead of an answer",
                    "This is what Meta's servers send while they have trouble, and what a company's proxy sends when it steps in.",
                ),
                NotJson::Garbled { .. } => (
                    "The answer cannot be read",
                    "It is not JSON, or only a part of it arrived.",
                ),
            };
            let mut notice = Notice::new(Tone::Bad, title, &[why]);
            notice.said = vec![said_line("What came", kind.to_string()), http(*status)];
            notice.button(again(slot))
        }
    }
}

/// What the handbook says. Until it has, and where it could not be loaded, Graph's own words have to
/// do, and what helps in any case.
fn graph(model: &Model, slot: Slot, error: &GraphError) -> Notice {
    let Some(found) = model.explanation(slot, error) else {
        let notice = Notice::new(Tone::Bad, "Graph said no", &[]);
        return match error.documented().needs_new_token() {
            true => notice.button(new_token(model)),
            false => notice.button(again(slot)),
        };
    };
    let mut notice = told(found);
    for it in &found.ways {
        notice.buttons.push(way(model, slot, *it));
    }
    notice
}

/// The handbook's words as a notice, without buttons.
pub(crate) fn told(found: &Explanation) -> Notice {
    let Explanation {
        title,
        why,
        steps,
        places,
        ..
    } = found.clone();
    Notice {
        tone: Tone::Bad,
        title: title.into(),
        body: why.into_iter().map(Into::into).collect(),
        steps: steps.into_iter().map(Into::into).collect(),
        links: places.into_iter().map(place).collect(),
        said: Vec::new(),
        buttons: Vec::new(),
    }
}

fn place(place: Place) -> Link {
    match place {
        Place::Explorer => Link::new(
            "Graph API Explorer",
            "https://developers.facebook.com/tools/explorer/",
        ),
        Place::Apps => Link::new("App Dashboard", "https://developers.facebook.com/apps/"),
        Place::Policy => Link::new(
            "Messenger Platform policy",
            "https://developers.facebook.com/documentation/business-messaging/messenger-platform/policy",
        ),
        Place::Login => Link::new("Meta’s page about this login", ExchangeCode::SPEC.docs),
        Place::ErrorCodes => Link::new(
            "Meta's list of error codes",
            "https://developers.facebook.com/documentation/business-messaging/messenger-platform/error-codes",
        ),
    }
}

fn way(model: &Model, slot: Slot, way: Way) -> Button {
    match way {
        Way::NewToken => new_token(model),
        Way::Again => again(slot),
        Way::OtherConversation => {
            Button::plain("Choose another conversation", Event::StepAsked(Step::Ids))
        }
        Way::CustomerWrites => match model.mode {
            Mode::Practice => {
                Button::plain("Write as the customer again", Event::StepAsked(Step::Start))
            }
            Mode::Live => Button::plain("Read the messages again", Event::StepAsked(Step::Read)),
        },
        Way::Connect => Button::plain("Back to Connect", Event::StepAsked(Step::Connect)),
    }
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
            "A content blocker, a privacy extension or the browser's tracking protection blocks `graph.facebook.com`: allow it for this page.",
            "A company's proxy or firewall does not let it through, or puts its own certificate in between.",
            "The connection broke, or the name could not be resolved.",
            "Meta's servers are in trouble, and a server in front of them answered: see metastatus.com.",
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
