//! Errors of Graph's own, by code and subcode.

use graph_api::{ErrorKind, GraphError};

use super::{again, bad, new_token, other_conversation};
use crate::event::Event;
use crate::model::{Mode, Model};
use crate::remote::Slot;
use crate::step::Step;
use crate::view::parts::{Button, Notice, Tone};

pub(super) fn graph(model: &Model, slot: Slot, error: &GraphError) -> Notice {
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
