//! From a failure to words: what happened, why it usually does, and the way on. Codes decide, never
//! texts, since Graph localizes those.

use graph_api::{AccessToken, AnswerError, ErrorKind, GraphError, NotJson};

use crate::event::{Event, TransportError};
use crate::model::{Mode, Model};
use crate::redact;
use crate::remote::{Failure, Slot};
use crate::step::Step;
use crate::view::parts::{Button, Notice, Said, Tone};

/// The notice for a failed request of this slot. What Graph said may quote a token: it is masked.
pub(crate) fn explain(model: &Model, slot: Slot, failure: &Failure) -> Notice {
    let mut notice = explain_in_full(model, slot, failure);
    let pasted = model.connect.pasted.clone().map(AccessToken::from);
    for token in model.held.tokens().into_iter().chain(pasted) {
        for said in &mut notice.said {
            said.value = said.value.replace(token.expose(), redact::MASK);
        }
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

fn said_line(name: &'static str, value: String) -> Said {
    Said { name, value }
}

fn http(status: u16) -> Said {
    said_line("HTTP status", status.to_string())
}

fn said(status: u16, error: &GraphError) -> Vec<Said> {
    let number = |number: u64| number.to_string();
    let lines = [
        ("Message", Some(error.message.clone())),
        ("Title for people", error.user_title.clone()),
        ("Text for people", error.user_message.clone()),
        ("Type", error.kind.clone()),
        ("Code", error.code.map(number)),
        ("Subcode", error.subcode.map(number)),
        ("Trace ID", error.trace_id.clone()),
        ("HTTP status", Some(status.to_string())),
    ];
    let lines = lines.into_iter();
    lines
        .filter_map(|(name, value)| Some(said_line(name, value?)))
        .collect()
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

fn other_conversation() -> Button {
    Button::plain("Choose another conversation", Event::StepAsked(Step::Ids))
}

fn transport(model: &Model, slot: Slot, error: TransportError) -> Notice {
    let notice = match error {
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
            "A company's proxy or firewall does not let it through.",
            "The connection broke, or the name could not be resolved.",
            "Meta's servers are down: see metastatus.com.",
        ]),
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
    };
    match model.is_waiting(slot) {
        true => notice,
        false => notice.button(again(slot)),
    }
}

fn bad(title: &'static str, body: &[&'static str], steps: &[&'static str]) -> Notice {
    Notice::new(Tone::Bad, title, body).steps(steps)
}

fn graph(model: &Model, slot: Slot, error: &GraphError) -> Notice {
    let kind = error.documented();
    if kind.needs_new_token() {
        return token(model, kind);
    }
    if kind.is_rate_limit() {
        return bad(
            "Too many calls for now",
            &["Graph counts the calls of an app, a person and a Page over time. Waiting is all that helps; it may take minutes, rarely up to a day."],
            &[],
        )
        .button(again(slot));
    }
    match slot {
        Slot::Send => sending(model, kind),
        _ => reading(model, slot, kind),
    }
}

fn token(model: &Model, kind: ErrorKind) -> Notice {
    let (title, why) = match kind {
        ErrorKind::TokenExpired => (
            "The token has expired",
            "Tokens of the Graph API Explorer live for one or two hours.",
        ),
        ErrorKind::PasswordChanged => (
            "The token was cut off",
            "The password was changed, or Facebook ended the session for security reasons.",
        ),
        ErrorKind::AppRemoved => (
            "The app is no longer allowed",
            "The person removed the app in their Facebook settings.",
        ),
        ErrorKind::LoggedOut | ErrorKind::TokenRevoked | ErrorKind::SessionInvalid => (
            "The token was revoked",
            "The person logged out of the app, or the permission was taken back.",
        ),
        ErrorKind::Checkpoint => (
            "Facebook wants to see the person first",
            "The account has to pass a check at facebook.com before its tokens work again.",
        ),
        ErrorKind::AccountUnconfirmed => (
            "The account is not confirmed",
            "Confirm it at facebook.com; its tokens work after that.",
        ),
        ErrorKind::PageRoleLost => (
            "The person has lost the role on the Page",
            "Somebody with full control of the Page has to give it back.",
        ),
        ErrorKind::TokenMissing => (
            "No token arrived",
            "Something on the way took it out of the request.",
        ),
        _ => (
            "Graph does not accept this token",
            "It is cut, damaged, or of the wrong kind: a User token lists Pages, a Page token reads conversations and sends.",
        ),
    };
    let kept = match model.held.page.is_some() {
        true => "The IDs and your draft are kept; only the token is asked for.",
        false => "A new one takes a minute.",
    };
    Notice::new(Tone::Bad, title, &[why, kept]).button(new_token(model))
}

fn sending(model: &Model, kind: ErrorKind) -> Notice {
    match kind {
        ErrorKind::OutsideWindow => window_closed(model),
        ErrorKind::PersonUnavailable | ErrorKind::CannotReceive => bad(
            "The person cannot be reached",
            &["They blocked the Page, deleted the conversation, or deactivated their account. Nothing can be done from this side."],
            &[],
        )
        .button(other_conversation()),
        ErrorKind::NoMatchingUser | ErrorKind::NoSuchObject | ErrorKind::ObjectNotVisible => bad(
            "This Page knows no such person",
            &["A PSID is valid for one Page only. Another Page's PSID, an app-scoped user ID and the Page's own ID all end here."],
            &["Take the PSID from the conversation list of this Page."],
        )
        .button(other_conversation()),
        ErrorKind::OtherAppControlsThread => bad(
            "Another app holds the conversation",
            &["With Conversation Routing one app at a time may write. An inbox or another bot has it now."],
            &["Take the thread control in the Page's settings, or let the other app pass it."],
        )
        .button(other_conversation()),
        ErrorKind::RecipientHasNoRole => bad(
            "The app is in development mode",
            &["Until App Review it may write only to people who have a role on the app: administrators, developers, testers."],
            &["Write to the Page from such an account.", "Or give the person a role in the App Dashboard."],
        )
        .link("App roles in the App Dashboard", "https://developers.facebook.com/apps/")
        .button(other_conversation()),
        ErrorKind::TagRetired => bad(
            "This message tag is gone",
            &["Meta retired most tags on 27 April 2026. Human agent and Customer feedback are left."],
            &[],
        ),
        ErrorKind::PageRestricted | ErrorKind::PolicyBlock => bad(
            "Meta has restricted this Page or account for a time",
            &["It happens after many reports or very fast sending. The Page Quality tab says for how long."],
            &[],
        ),
        ErrorKind::PermissionMissing | ErrorKind::PermissionDenied | ErrorKind::CapabilityMissing => {
            permission(model, &["pages_messaging"])
        }
        ErrorKind::EmptyMessage => bad("The message is empty", &["Write a text, then send."], &[]),
        ErrorKind::Unknown | ErrorKind::Unavailable | ErrorKind::TemporarySendFailure => bad(
            "Graph had trouble with this message",
            &["Meta says that such a message may have been sent all the same."],
            &[],
        ),
        _ => general(),
    }
}

fn window_closed(model: &Model) -> Notice {
    let notice = bad(
        "Not sent: the window is closed",
        &["The person's last message is more than 24 hours old, so a Page may no longer answer with the type Response."],
        &[
            "Have the person write again, then send.",
            "If Meta has approved your app for Human Agent, choose the message tag `HUMAN_AGENT` under Options: 7 days.",
        ],
    )
    .link(
        "Messenger Platform policy",
        "https://developers.facebook.com/documentation/business-messaging/messenger-platform/policy",
    );
    match model.mode {
        Mode::Practice => notice.button(Button::plain(
            "Write as the customer again",
            Event::StepAsked(Step::Start),
        )),
        Mode::Live => notice.button(Button::plain(
            "Read the messages again",
            Event::StepAsked(Step::Read),
        )),
    }
}

fn reading(model: &Model, slot: Slot, kind: ErrorKind) -> Notice {
    let needed: &[&'static str] = match slot {
        Slot::Pages => &["pages_show_list"],
        _ => &[
            "pages_messaging",
            "pages_manage_metadata",
            "pages_read_engagement",
        ],
    };
    match kind {
        ErrorKind::PermissionMissing | ErrorKind::PermissionDenied | ErrorKind::CapabilityMissing => {
            permission(model, needed)
        }
        ErrorKind::ObjectNotVisible | ErrorKind::NoSuchObject => bad(
            "No such thing, or not for this token",
            &["Graph does not tell the two apart. A conversation can be read with the token of its own Page only."],
            &[],
        )
        .button(other_conversation()),
        ErrorKind::Unavailable | ErrorKind::Unknown => bad(
            "Meta's side has trouble",
            &["It passes by itself, most often within seconds."],
            &[],
        )
        .button(again(slot)),
        ErrorKind::UnknownPath => bad(
            "Graph knows no such path",
            &["The version may not exist, or the token is missing."],
            &["Choose another version on Connect."],
        )
        .button(Button::plain("Back to Connect", Event::StepAsked(Step::Connect))),
        _ => general().button(again(slot)),
    }
}

fn permission(model: &Model, needed: &[&'static str]) -> Notice {
    let mut notice = bad(
        "The token lacks a permission",
        &["Or the person behind it lacks a role on the Page: Messages, in the Page's settings."],
        &["Open the Graph API Explorer with your app chosen."],
    );
    for permission in needed {
        notice.steps.push(format!("Tick `{permission}`.").into());
    }
    notice.steps.push(
        "Press Generate Access Token, tick your Page in the dialog, and bring the new token here."
            .into(),
    );
    notice
        .link(
            "Graph API Explorer",
            "https://developers.facebook.com/tools/explorer/",
        )
        .button(new_token(model))
}

fn general() -> Notice {
    bad(
        "Graph refused this call",
        &["This page knows nothing more about the code than what Graph says below."],
        &[],
    )
    .link(
        "Meta's list of error codes",
        "https://developers.facebook.com/documentation/business-messaging/messenger-platform/error-codes",
    )
}
