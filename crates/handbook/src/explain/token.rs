//! The token: expired, revoked, cut, of the wrong kind, or not there.

use graph_api::TokenKind;

use super::said;
use crate::protocol::{Asked, Explanation, Place, Situation, Way};

pub(super) fn explain(situation: &Situation, code: u64, subcode: u64) -> Option<Explanation> {
    let explanation = match (code, subcode) {
        (190, 463) => said(
            "The token has expired",
            &["Tokens of the Graph API Explorer live for one or two hours."],
            &[],
        ),
        (190, 460) => said(
            "The token was cut off",
            &["The password was changed, or Facebook ended the session for security reasons."],
            &["Log in at facebook.com once more, then make a new token."],
        ),
        (190, 458) => said(
            "The app is no longer allowed",
            &["The person behind the token removed the app in their Facebook settings, or never allowed it."],
            &["Make a new token: the dialog asks the person to allow the app again."],
        ),
        (190, 459) => said(
            "Facebook wants to see the person first",
            &["The account has to pass a check before its tokens work again."],
            &["Log in at facebook.com, do what it asks for, then make a new token."],
        ),
        (190, 464) => said(
            "The account is not confirmed",
            &["Tokens of an account work only after its e-mail address or phone number was confirmed."],
            &["Confirm the account at facebook.com, then make a new token."],
        ),
        (190, 466) => said(
            "The token was revoked",
            &["A call to Graph took it back: the app’s own server did, or somebody with a tool."],
            &[],
        ),
        (190, 467) => said(
            "The person logged out",
            &["Logging out of Facebook, or of the app, ends the tokens that were made there."],
            &["Log in again, then make a new token."],
        ),
        (190, 492) => said(
            "The person has lost the role on the Page",
            &["The token belongs to somebody who may no longer act for this Page."],
            &["Somebody with full control of the Page gives the role back.", "Then make a new token: the old one stays dead."],
        )
        .place(Place::PageAccess),
        (102, _) => said(
            "The session is over",
            &["The login behind the token has ended, expired, or was taken back. Graph does not say which."],
            &[],
        ),
        (104, _) => said(
            "No token arrived",
            &["The page sent one, so something on the way took it out of the request: a proxy, a privacy extension, or another program that looks into the traffic."],
            &["Try it in a private window without extensions, or on another network."],
        )
        .way(Way::Again),
        (2500, _) if situation.asked == Asked::Token => said(
            "Graph does not know whose token this is",
            &["`me` is the person or the Page behind a token. An app token, or one of another kind, has neither. It also happens when the token did not arrive."],
            &["Bring a User token from the Graph API Explorer, or a Page token from the App Dashboard."],
        ),
        (190, _) => return Some(refused(situation)),
        _ => return None,
    };
    Some(renew(situation, explanation))
}

/// 190 alone covers many causes, which only Graph's text tells apart. Whether the token has worked
/// before tells which of them is usual.
fn refused(situation: &Situation) -> Explanation {
    let title = "Graph does not accept this token";
    if situation.asked == Asked::Token {
        let explanation = said(
            title,
            &["The usual causes, the most frequent first:"],
            &[
                "It is not whole, or it is something else: copy all of it once more.",
                "It has expired, or was revoked: make a new one.",
                "It is of another kind, such as an Instagram token, a client token, or one for debugging only.",
            ],
        );
        return renew(situation, explanation);
    }
    let explanation = said(
        title,
        &[
            "It worked before, so it is neither cut nor mistyped. The usual causes, the most frequent first:",
        ],
        &[
            "It has expired: tokens of the Graph API Explorer live for one or two hours.",
            "The password was changed, the person logged out, or removed the app.",
        ],
    );
    let explanation = match situation.asked {
        Asked::Pages => explanation.step("It is not a person’s: only a User token lists Pages."),
        _ => explanation.step("It is not allowed to act for the Page: `pages_messaging`, or every permission for Pages, is missing, or it is a User token where the Page’s own is due."),
    };
    renew(situation, explanation)
}

/// What is kept, and where a new token comes from.
fn renew(situation: &Situation, explanation: Explanation) -> Explanation {
    let explanation = explanation.because(match situation.has_page {
        true => "The IDs and your draft are kept; only the token is asked for.",
        false => "A new one takes a minute.",
    });
    let explanation = match (situation.is_practice, situation.token) {
        (true, _) => explanation,
        (false, Some(TokenKind::Page)) => explanation.place(Place::Apps),
        (false, _) => explanation.place(Place::Explorer),
    };
    explanation.way(Way::NewToken)
}
