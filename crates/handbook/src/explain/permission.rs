//! What the token may not do, or the app, or the person.

use graph_api::TokenKind;
use graph_api::endpoints::{ListConversations, ListPages, SendMessage};
use graph_api::{Endpoint as _, Permission};

use super::{listed, said};
use crate::protocol::{Asked, Explanation, Place, Situation, Way};

pub(super) fn explain(situation: &Situation, code: u64, subcode: u64) -> Option<Explanation> {
    let needed = needed(situation.asked);
    Some(match (code, subcode) {
        (_, 2_069_030) => said(
            "This call does not work with the new Pages experience",
            &["The Page was moved to Meta’s new Pages, and the token is a person’s. For such a Page the call takes the Page’s own token."],
            &["Take the Page from the list once more: its own token comes with it."],
        )
        .way(Way::OtherPage)
        .way(Way::NewToken),
        (3, _) => {
            let it = said(
                "The app lacks a capability",
                &["The call needs a feature that Meta has not given to this app. A new token does not help."],
                &["In the App Dashboard add Messenger to the app, and see what App Review asks for.", "Or use the token of an app that has it."],
            );
            it.place(Place::Apps).way(Way::NewToken)
        }
        (10, _) => refused(
            situation,
            needed,
            "Graph denies it to the app: the permission was not granted, or not approved by App Review for people without a role on the app.",
        ),
        (230, _) if situation.is_sending() => refused(
            situation,
            &["pages_messaging"],
            "Graph asks for `pages_messaging`, or does not let this Page write to the person.",
        ),
        (230, _) => refused(
            situation,
            &["pages_messaging"],
            "Graph asks for `pages_messaging` here.",
        ),
        (283, _) => refused(
            situation,
            &["pages_read_engagement"],
            "Graph asks for `pages_read_engagement` here.",
        ),
        (200..=299, _) => refused(
            situation,
            needed,
            "Graph does not say which. The person may also lack a role on the Page, or have taken the permission back.",
        ),
        _ => return None,
    })
}

/// The permissions that a call needs.
pub(super) const fn needed(asked: Asked) -> &'static [Permission] {
    match asked {
        Asked::Token | Asked::Login | Asked::Query => &[],
        Asked::Pages => ListPages::SPEC.permissions,
        Asked::Conversations | Asked::Messages => ListConversations::SPEC.permissions,
        Asked::Send | Asked::Write => SendMessage::SPEC.permissions,
    }
}

fn refused(situation: &Situation, needed: &[Permission], why: &str) -> Explanation {
    let missing = situation.missing(needed);
    if missing.as_ref().is_some_and(Vec::is_empty) && !needed.is_empty() {
        return role(situation, needed, why);
    }
    let explanation = said("The token lacks a permission", &[why], &[]);
    let explanation = match &missing {
        Some(missing) if !missing.is_empty() => explanation.because(format!(
            "When the token was looked at, it lacked {}.",
            listed(missing)
        )),
        _ => explanation,
    };
    let needed = missing.as_deref().unwrap_or(needed);
    bring(situation, explanation, needed)
}

/// The token had the permissions, so it is something else.
fn role(situation: &Situation, needed: &[Permission], why: &str) -> Explanation {
    let task = match situation.asked {
        Asked::Pages => "The person behind the token may have lost the role on the Page.",
        _ => {
            "The person behind the token may lack the task Messages on the Page: somebody with full control gives it, in the Page’s settings."
        }
    };
    said(
        "A permission or a role is missing",
        &[why],
        &[
            task,
            "The app may have Standard Access only: then the permission works for people with a role on the app, and for others after App Review.",
            "The permission may have been taken back since: a new token brings it again.",
        ],
    )
    .because(format!("When the token was looked at, it had {}.", listed(needed)))
    .place(Place::PageAccess)
    .place(Place::Apps)
    .way(Way::NewToken)
}

/// A new token, with what this call needs.
pub(super) fn bring_permissions(situation: &Situation, explanation: Explanation) -> Explanation {
    let needed = needed(situation.asked);
    let missing = situation
        .missing(needed)
        .filter(|missing| !missing.is_empty());
    bring(situation, explanation, missing.as_deref().unwrap_or(needed))
}

fn bring(situation: &Situation, explanation: Explanation, needed: &[Permission]) -> Explanation {
    if situation.token == Some(TokenKind::Page) {
        return explanation
            .step("Open the App Dashboard: your app, Messenger, API settings.")
            .step("Remove the Page there, and add it again with all permissions ticked.")
            .step("Press Generate, and bring the new token here.")
            .place(Place::Apps)
            .way(Way::NewToken);
    }
    let mut it = explanation.step("Open the Graph API Explorer with your app chosen.");
    for permission in needed {
        it = it.step(format!("Tick `{permission}`."));
    }
    if needed.is_empty() && situation.is_by_hand() {
        it = it.step("Tick what the call needs: for the calls that it knows, the explorer lists it below the query.");
    }
    it.step(
        "Press Generate Access Token, tick your Page in the dialog, and bring the new token here.",
    )
    .place(Place::Explorer)
    .way(Way::NewToken)
}
