//! Logging in with Facebook: what to set first, and why it brought no token.

use super::said;
use crate::protocol::{Explanation, LoginTopic, Place};

/// Why Graph does not give a token for a login's code.
pub(super) fn explain(code: Option<u64>, subcode: Option<u64>) -> Explanation {
    match (code, subcode) {
        (Some(100), Some(36_007)) => said(
            "The login’s code has expired",
            &["A code is good for a few minutes. It may have lain in a tab that slept."],
            &[],
        ),
        (Some(100), Some(36_008)) => said(
            "The login was begun with another address",
            &["Graph compares the address that the login began with and the address of this page, to the letter."],
            &["Add this page’s exact address to Valid OAuth Redirect URIs, and open the page by that address only."],
        )
        .place(Place::Apps),
        (Some(100), Some(36_009)) => said(
            "The login’s code was used already",
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
            "Graph did not take the login’s code",
            &["It was used already, has expired, was cut on its way, or is not of this page’s login."],
            &["If a new login ends the same way, paste a token of the Graph API Explorer."],
        )
        .place(Place::Explorer),
    }
}

/// Everything else.
pub(crate) fn tell(topic: LoginTopic) -> Explanation {
    match topic {
        LoginTopic::Setup => said(
            "First, in your own app",
            &["Meta calls this login without an app secret “still in testing”: pasting a token is the dependable way. In the App Dashboard:"],
            &[
                "Add the product Facebook Login, or Facebook Login for Business.",
                "In its settings, turn on Client OAuth login.",
                "There, under Valid OAuth Redirect URIs, add this page’s exact address, below.",
                "Copy the app ID from the top of the dashboard. The app secret stays there.",
                "With Facebook Login for Business, copy the configuration ID, too: the configuration says which permissions are asked for.",
            ],
        )
        .place(Place::Apps)
        .place(Place::Login),
        LoginTopic::Denied => said(
            "The login was cancelled",
            &["Cancel was pressed, or a permission was not granted. Nothing has changed."],
            &[],
        ),
        LoginTopic::NoCode => said(
            "Facebook sent the login back without a code",
            &["Most often the app is not set up for it: it does not offer a permission, or its configuration asks for another kind of token."],
            &[],
        )
        .place(Place::Apps),
        LoginTopic::WrongState => said(
            "That is not the answer to this tab’s login",
            &["What came back has another `state` than the login that was begun here, or none. It was not used: somebody may have sent you that link, or a login of another tab ended here."],
            &[],
        ),
        LoginTopic::OtherNonce => said(
            "The token is of another login",
            &["Its ID token does not have the `nonce` that this login was begun with. The token was not used."],
            &[],
        ),
    }
}
