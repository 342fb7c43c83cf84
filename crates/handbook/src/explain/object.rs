//! A path, an object or a parameter that Graph does not take.

use super::{again_or_read, listed, said};
use crate::protocol::{Asked, Clue, Explanation, Place, Situation, Way};

pub(super) fn explain(situation: &Situation, code: u64, subcode: u64) -> Option<Explanation> {
    Some(match (code, subcode) {
        (100, 33) | (33, _) => unseen(situation),
        (803, _) => alias(situation),
        (2500, _) => path(situation),
        (100, _) => parameter(situation),
        _ => return None,
    })
}

/// Graph does not tell what is not there from what this token may not see.
fn unseen(situation: &Situation) -> Explanation {
    match situation.asked {
        Asked::Messages => said(
            "No such conversation, or not for this token",
            &["Graph does not tell the two apart. A conversation can be read with the token of its own Page only, and it is gone once the person has deleted their account. A PSID or a Page’s ID is no conversation: those begin with `t_`."],
            &["Load the conversations again, and take one of them."],
        )
        .way(Way::OtherConversation)
        .way(Way::Again),
        Asked::Conversations => said(
            "Graph does not show this Page to the token",
            &["It says the same of a Page that is not there and of one that the token may not see. The usual causes, the most frequent first:"],
            &[
                "The token is another Page’s: each Page has its own.",
                "The Page was not ticked when the token was made, or your role on it is gone.",
                "The Page was deleted or unpublished.",
            ],
        )
        .way(Way::OtherPage)
        .way(Way::NewToken),
        Asked::Send | Asked::Write => said(
            "The Page or the person cannot be found with this token",
            &["Graph does not say which of the two. The usual causes, the most frequent first:"],
            &[
                "The token is another Page’s: the Page in the path has to be its own.",
                "The person’s account was deleted, or the ID is none of a person: a PSID is valid for one Page only.",
                "Your role on the Page is gone.",
            ],
        )
        .way(Way::OtherConversation)
        .way(Way::NewToken),
        Asked::Query => said(
            "Graph does not show this to the token",
            &["It says the same of what is not there and of what the token may not see. The usual causes, the most frequent first:"],
            &[
                "The token is another one than is due: conversations and messages are read with the token of their own Page.",
                "The ID is mistyped, or of something that was deleted.",
                "The ID is of a kind that cannot be asked for by itself, or was made for another Page: a PSID is valid for one Page only.",
                "The token lacks a permission for it.",
            ],
        ),
        Asked::Pages | Asked::Token | Asked::Login => said(
            "Graph does not show this to the token",
            &["It says the same of what is not there and of what the token may not see. Here it is about the account behind the token: it may be closed, or the token is of another kind."],
            &["Bring a User token from the Graph API Explorer, or a Page token from the App Dashboard."],
        )
        .way(Way::NewToken)
        .way(Way::Again),
    }
}

fn alias(situation: &Situation) -> Explanation {
    let explanation = said(
        "Graph wants the number, not the name",
        &[
            "The ID in the call is a user name, an alias, or not known here. Since 2015 people cannot be looked up by name.",
        ],
        &[
            "Use the ID as Graph lists it: digits for a Page and a person, `t_` and digits for a conversation.",
        ],
    );
    match situation.asked {
        Asked::Conversations => explanation.way(Way::OtherPage),
        Asked::Messages | Asked::Send | Asked::Write => explanation.way(Way::OtherConversation),
        Asked::Token | Asked::Login | Asked::Pages | Asked::Query => explanation.way(Way::Again),
    }
}

fn path(situation: &Situation) -> Explanation {
    said(
        "Graph knows no such path",
        &["The usual causes, the most frequent first:"],
        &[
            "The version in the path does not exist (yet, or any more): choose the latest one.",
            "The call goes by `me`, and the token did not arrive or is an app’s.",
            "An ID in the path is empty or holds a slash.",
        ],
    )
    .way(Way::OtherVersion)
    .way(again_or_read(situation))
}

/// 100 alone: Graph's words name the parameter. What was asked tells what is usual.
fn parameter(situation: &Situation) -> Explanation {
    let secret = "The app demands a proof of its secret with every call (“Require App Secret”, in its settings): no browser can give that. Switch it off for a test app, or call from a server.";
    let title = "Graph does not take a part of this call";
    let first = "Its own words below name the part.";
    match situation.asked {
        Asked::Send | Asked::Write => {
            let text = "The text is longer than 2000 characters, or the title of a quick reply longer than 20.";
            let causes = match situation.clue {
                Some(Clue::Page) => ["The recipient is a Page’s ID: it has to be a person’s PSID.", text],
                Some(Clue::Reader) => ["The recipient is your own user ID: Pages know you by another number, the PSID.", text],
                Some(Clue::Listed) | None => [text, "The recipient is not a person whom this Page knows."],
            };
            said(title, &[first, "The usual causes, the most frequent first:"], &causes)
                .step("The message tag is none of those that are left.")
                .step(secret)
                .way(Way::OtherConversation)
        }
        Asked::Query => said(
            title,
            &[first, "The usual causes, the most frequent first:"],
            &[
                "A field or a parameter of the query is misspelt, or this object does not have it: the explorer offers those that it knows.",
                "What stands in the path is of another kind: a person has no `conversations`, and a Page has no `accounts`. `me` is whose the token is.",
                "A value is not in the form that Graph reads.",
                secret,
            ],
        ),
        Asked::Token | Asked::Login => said(
            title,
            &[first, "The usual causes, the most frequent first:"],
            &[
                secret,
                "The token is of a kind that this call does not know: a Page has no permissions to list.",
                "The token may not look at itself: it is of an app on which you have no role.",
            ],
        )
        .way(Way::NewToken)
        .way(Way::Again),
        Asked::Pages => said(
            title,
            &[first, "The usual causes, the most frequent first:"],
            &["The token is a Page’s, and a Page has no Pages (`accounts`): bring a User token.", secret],
        )
        .way(Way::NewToken)
        .way(Way::Again),
        Asked::Conversations => said(
            title,
            &[first, "The usual causes, the most frequent first:"],
            &[
                "The Page is not yours, or the token may not see it: the words then speak of a missing permission, of Page Public Content Access, or of an object that does not exist.",
                "The token is a person’s or an app’s: they have no `conversations`. The Page’s own token is due.",
                secret,
            ],
        )
        .way(Way::OtherPage)
        .way(Way::NewToken),
        Asked::Messages => said(
            title,
            &[first, "The usual causes, the most frequent first:"],
            &[
                "What stands in the path is no conversation: it has no field `messages`.",
                "This version of Graph does not know a field of the call.",
                secret,
            ],
        )
        .way(Way::OtherConversation)
        .way(Way::Again),
    }
    .because_of_missing(situation)
    .place(Place::ErrorCodes)
}

impl Explanation {
    /// What the page knows for certain.
    fn because_of_missing(self, situation: &Situation) -> Self {
        let needed = super::permission::needed(situation.asked);
        match situation.missing(needed) {
            Some(missing) if !missing.is_empty() => {
                let missing = listed(&missing);
                self.step(format!(
                    "For certain: the token lacked {missing} when it was looked at."
                ))
            }
            _ => self,
        }
    }
}
