//! Empty answers: no failure, but there is nothing to choose from.

use super::said;
use crate::protocol::{Asked, Explanation, Place, Situation, Way};

/// What happened, in one line: the page says it before the handbook is there.
#[must_use]
pub const fn title(asked: Asked) -> &'static str {
    match asked {
        Asked::Pages => "The token is good, but no Page is shared with it",
        Asked::Conversations => "Nobody has written to this Page yet, as far as this token sees",
        Asked::Messages => "There is no message to read",
        Asked::Token | Asked::Login | Asked::Send | Asked::Write | Asked::Query => {
            "Graph answered with nothing"
        }
    }
}

pub(super) fn explain(situation: &Situation) -> Explanation {
    match situation.asked {
        Asked::Pages => pages(situation),
        Asked::Conversations => conversations(situation),
        Asked::Messages => said(
            title(situation.asked),
            &["Graph answered with an empty list. That is no error: the messages were deleted, or they are older than the 20 newest, which are all that can be read."],
            &["You can still try to reply.", "Or have the customer write once more, and read again."],
        )
        .way(Way::OtherConversation),
        Asked::Token | Asked::Login | Asked::Send | Asked::Write | Asked::Query => said(
            title(situation.asked),
            &["There is nothing in the answer to go on with."],
            &[],
        )
        .way(Way::Again),
    }
}

fn pages(situation: &Situation) -> Explanation {
    let explanation = said(
        title(Asked::Pages),
        &[
            "Graph answered with an empty list. That is no error: it lists only the Pages that were ticked when the token was made.",
        ],
        &[],
    );
    if situation.is_practice {
        return explanation
            .step("In practice the lesson, on this page, says how to mend it here.")
            .step("Live you would make a new token, choose Edit settings in the dialog, and tick your Page.")
            .way(Way::NewToken)
            .way(Way::LookAgain);
    }
    let explanation = match situation.missing(&["pages_show_list"]) {
        Some(missing) if !missing.is_empty() => explanation.step(
            "The token lacks `pages_show_list`, without which no Page is listed: add it first.",
        ),
        _ => explanation,
    };
    let business = match situation.missing(&["business_management"]) {
        Some(missing) if !missing.is_empty() => {
            "If the Page belongs to a Business Portfolio, add the permission `business_management`: the token lacks it."
        }
        Some(_) => "Business Portfolios are covered: the token has `business_management`.",
        None => {
            "If the Page belongs to a Business Portfolio, add the permission `business_management`."
        }
    };
    explanation
        .step("In the Graph API Explorer press Generate Access Token, choose Edit settings in the dialog, and tick your Page.")
        .step(business)
        .step("You need a role on the Page. Without any Page, create one; it takes a minute.")
        .place(Place::Explorer)
        .place(Place::NewPage)
        .way(Way::LookAgain)
        .way(Way::NewToken)
}

fn conversations(situation: &Situation) -> Explanation {
    let explanation = said(
        title(Asked::Conversations),
        &["Graph answered with an empty list. That is no error."],
        &[],
    );
    let explanation = match situation.is_practice {
        true => {
            explanation.step("Write to the Page on the customer’s phone, then look again.")
        }
        false => explanation
            .step("Write to the Page from your own account, then look again: it may take some seconds.")
            .step("With Standard Access an app sees only conversations with people who have a role on the app, the Page or its business. Others come with Advanced Access.")
            .step("Conversations in the Requests folder are left out after 30 days without a message.")
            .step("This call lists Messenger only: what was written on Instagram or WhatsApp is not in it.")
            .step("If you have several Pages, see whether this is the right one."),
    };
    explanation.way(Way::LookAgain).way(Way::CustomerSide)
}
