//! The person who is to get a message.

use super::{again_or_read, said};
use crate::protocol::{Clue, Explanation, Place, Situation, Way};

pub(super) fn explain(situation: &Situation, code: u64, subcode: u64) -> Option<Explanation> {
    Some(match (code, subcode) {
        (_, 1_545_041) | (551, _) => said(
            "The person cannot be reached",
            &["They blocked the Page or turned its messages off, deleted the conversation, or deactivated their account. Graph does not say which, and nothing can be done from this side."],
            &["If it is a test account of yours, unblock the Page in its Messenger, and write to the Page again."],
        )
        .way(Way::OtherConversation),
        (_, 2_018_108) => said(
            "The person gets no messages right now",
            &["Their account or their app does not take messages from this Page at the moment. Unlike a block it may pass."],
            &["Try again later.", "Write to the Page from that account: it opens the conversation again."],
        )
        .way(Way::CustomerWrites)
        .way(Way::OtherConversation),
        (_, 2_018_001) => stranger(situation),
        (_, 2_018_028) => said(
            "The app is in development mode",
            &["Until App Review it may write only to people who have a role on the app: administrators, developers, testers."],
            &["Write to the Page from such an account.", "Or give the person a role in the App Dashboard, which they have to accept."],
        )
        .place(Place::Apps)
        .way(Way::OtherConversation),
        (_, 2_018_300) | (2_018_300, _) => said(
            "Another app holds the conversation",
            &["With Conversation Routing one app at a time may write. An inbox or another bot has it now."],
            &["Take the thread control in the Page’s settings, or let the other app pass it."],
        )
        .place(Place::Routing)
        .way(Way::OtherConversation),
        (10_900, _) => said(
            "This was answered already",
            &["A comment can get one private reply, and this one has had it."],
            &["Go on in the conversation that the first reply opened."],
        )
        .way(again_or_read(situation)),
        (10_903, _) => said(
            "This cannot be answered in private",
            &["The comment or the person takes no private reply: it is too old, it is the Page’s own, or the person does not get messages from Pages."],
            &["Answer where it was written."],
        )
        .way(Way::OtherConversation),
        _ => return None,
    })
}

/// 100/2018001: what the page can tell of the ID by itself comes first.
fn stranger(situation: &Situation) -> Explanation {
    let title = "This Page knows no such person";
    let (why, step) = match situation.clue {
        Some(Clue::Page) => (
            "The recipient is a Page’s ID. A message goes to a person, whose ID is the PSID.",
            "Take the PSID from the conversation list of this Page.",
        ),
        Some(Clue::Reader) => (
            "The recipient is your own user ID, as your app sees you. Pages know the same person by another number, the PSID.",
            "Write to the Page from your account, then take the PSID from its conversation list.",
        ),
        Some(Clue::Listed) => (
            "The PSID stands in this Page’s own conversation list, so it is the right kind of ID. Most often the account behind it was deleted since, or the token is another Page’s: a PSID is valid for one Page only.",
            "Load the conversations again, and see whether the person is still there.",
        ),
        None => (
            "A PSID is valid for one Page only. Another Page’s PSID, an app-scoped user ID, the Page’s own ID and a conversation’s ID (`t_…`) all end here.",
            "Take the PSID from the conversation list of this Page.",
        ),
    };
    said(title, &[why], &[step]).way(Way::OtherConversation)
}
