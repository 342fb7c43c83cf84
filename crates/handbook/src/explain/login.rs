//! Why Graph does not give a token for a login's code.

use super::said;
use crate::protocol::{Explanation, Place, Situation};

pub(super) fn explain(situation: &Situation) -> Explanation {
    match (situation.code, situation.subcode) {
        (Some(100), Some(36_007)) => said(
            "The login's code has expired",
            &["A code is good for a few minutes. It may have lain in a tab that slept."],
            &[],
        ),
        (Some(100), Some(36_008)) => said(
            "The login was begun with another address",
            &["Graph compares the address that the login began with and the address of this page, to the letter."],
            &["Add this page's exact address to Valid OAuth Redirect URIs, and open the page by that address only."],
        )
        .place(Place::Apps),
        (Some(100), Some(36_009)) => said(
            "The login's code was used already",
            &["A code is good for one exchange. Its address was opened twice, or its first exchange got lost on the way."],
            &[],
        ),
        (Some(1 | 101), _) => said(
            "Graph gives this app no token without its secret",
            &["Either the app ID is wrong, or Meta wants the app secret for this app. The login without it is still in testing at Meta, and no browser may have the secret."],
            &[
                "Compare the app ID with the one in the App Dashboard.",
                "Or paste a token of the Graph API Explorer: that needs no secret.",
            ],
        )
        .place(Place::Apps)
        .place(Place::Explorer),
        _ => said(
            "Graph did not take the login's code",
            &["It was used already, has expired, was cut on its way, or is not of this page's login."],
            &["If a new login ends the same way, paste a token of the Graph API Explorer."],
        )
        .place(Place::Explorer),
    }
}
