//! From an error of Graph's to words, by code and subcode.

pub(crate) mod login;

use graph_api::ErrorKind;

use crate::protocol::{Asked, Explanation, Place, Situation, Way};

/// What happened, why it usually does, and the way on.
#[must_use]
pub fn explain(situation: &Situation) -> Explanation {
    if situation.asked == Asked::Login {
        return login::explain(situation);
    }
    let kind = ErrorKind::of(situation.code, situation.subcode);
    if kind.needs_new_token() {
        return token(situation, kind);
    }
    if kind.is_rate_limit() {
        return said(
            "Too many calls for now",
            &["Graph counts the calls of an app, a person and a Page over time. Waiting is all that helps; it may take minutes, rarely up to a day."],
            &[],
        )
        .way(Way::Again);
    }
    match situation.asked {
        Asked::Send => sending(kind),
        _ => reading(situation, kind),
    }
}

fn said(title: &str, why: &[&str], steps: &[&str]) -> Explanation {
    let owned = |lines: &[&str]| lines.iter().map(ToString::to_string).collect();
    Explanation {
        title: title.to_owned(),
        why: owned(why),
        steps: owned(steps),
        ..Explanation::default()
    }
}

impl Explanation {
    fn place(mut self, place: Place) -> Self {
        self.places.push(place);
        self
    }

    fn way(mut self, way: Way) -> Self {
        self.ways.push(way);
        self
    }
}

fn token(situation: &Situation, kind: ErrorKind) -> Explanation {
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
    let kept = match situation.has_page {
        true => "The IDs and your draft are kept; only the token is asked for.",
        false => "A new one takes a minute.",
    };
    said(title, &[why, kept], &[]).way(Way::NewToken)
}

fn sending(kind: ErrorKind) -> Explanation {
    match kind {
        ErrorKind::OutsideWindow => window_closed(),
        ErrorKind::PersonUnavailable | ErrorKind::CannotReceive => said(
            "The person cannot be reached",
            &["They blocked the Page, deleted the conversation, or deactivated their account. Nothing can be done from this side."],
            &[],
        )
        .way(Way::OtherConversation),
        ErrorKind::NoMatchingUser | ErrorKind::NoSuchObject | ErrorKind::ObjectNotVisible => said(
            "This Page knows no such person",
            &["A PSID is valid for one Page only. Another Page's PSID, an app-scoped user ID and the Page's own ID all end here."],
            &["Take the PSID from the conversation list of this Page."],
        )
        .way(Way::OtherConversation),
        ErrorKind::OtherAppControlsThread => said(
            "Another app holds the conversation",
            &["With Conversation Routing one app at a time may write. An inbox or another bot has it now."],
            &["Take the thread control in the Page's settings, or let the other app pass it."],
        )
        .way(Way::OtherConversation),
        ErrorKind::RecipientHasNoRole => said(
            "The app is in development mode",
            &["Until App Review it may write only to people who have a role on the app: administrators, developers, testers."],
            &["Write to the Page from such an account.", "Or give the person a role in the App Dashboard."],
        )
        .place(Place::Apps)
        .way(Way::OtherConversation),
        ErrorKind::TagRetired => said(
            "This message tag is gone",
            &["Meta retired most tags on 27 April 2026. Human agent and Customer feedback are left."],
            &[],
        ),
        ErrorKind::PageRestricted | ErrorKind::PolicyBlock => said(
            "Meta has restricted this Page or account for a time",
            &["It happens after many reports or very fast sending. The Page Quality tab says for how long."],
            &[],
        ),
        ErrorKind::PermissionMissing | ErrorKind::PermissionDenied | ErrorKind::CapabilityMissing => {
            permission(&["pages_messaging"])
        }
        ErrorKind::EmptyMessage => said("The message is empty", &["Write a text, then send."], &[]),
        ErrorKind::Unknown | ErrorKind::Unavailable | ErrorKind::TemporarySendFailure => said(
            "Graph had trouble with this message",
            &["Meta says that such a message may have been sent all the same."],
            &[],
        ),
        _ => general(),
    }
}

fn window_closed() -> Explanation {
    said(
        "Not sent: the window is closed",
        &["The person's last message is more than 24 hours old, so a Page may no longer answer with the type Response."],
        &[
            "Have the person write again, then send.",
            "If Meta has approved your app for Human Agent, choose the message tag `HUMAN_AGENT` under Options: 7 days.",
        ],
    )
    .place(Place::Policy)
    .way(Way::CustomerWrites)
}

fn reading(situation: &Situation, kind: ErrorKind) -> Explanation {
    let needed: &[&str] = match situation.asked {
        Asked::Pages => &["pages_show_list"],
        _ => &[
            "pages_messaging",
            "pages_manage_metadata",
            "pages_read_engagement",
        ],
    };
    match kind {
        ErrorKind::PermissionMissing | ErrorKind::PermissionDenied | ErrorKind::CapabilityMissing => {
            permission(needed)
        }
        ErrorKind::ObjectNotVisible | ErrorKind::NoSuchObject => said(
            "No such thing, or not for this token",
            &["Graph does not tell the two apart. A conversation can be read with the token of its own Page only."],
            &[],
        )
        .way(Way::OtherConversation),
        ErrorKind::Unavailable | ErrorKind::Unknown => said(
            "Meta's side has trouble",
            &["It passes by itself, most often within seconds."],
            &[],
        )
        .way(Way::Again),
        ErrorKind::UnknownPath => said(
            "Graph knows no such path",
            &["The version may not exist, or the token is missing."],
            &["Choose another version on Connect."],
        )
        .way(Way::Connect),
        _ => general().way(Way::Again),
    }
}

fn permission(needed: &[&str]) -> Explanation {
    let mut it = said(
        "The token lacks a permission",
        &["Or the person behind it lacks a role on the Page: Messages, in the Page's settings."],
        &["Open the Graph API Explorer with your app chosen."],
    );
    for permission in needed {
        it.steps.push(format!("Tick `{permission}`."));
    }
    it.steps.push(
        "Press Generate Access Token, tick your Page in the dialog, and bring the new token here."
            .into(),
    );
    it.place(Place::Explorer).way(Way::NewToken)
}

fn general() -> Explanation {
    said(
        "Graph refused this call",
        &["This page knows nothing more about the code than what Graph says below."],
        &[],
    )
    .place(Place::ErrorCodes)
}
