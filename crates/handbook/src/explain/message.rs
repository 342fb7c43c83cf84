//! What was to be sent, and whether it may be.

use super::{again_or_read, said};
use crate::protocol::{Explanation, Place, Situation, Way};

pub(super) fn explain(situation: &Situation, code: u64, subcode: u64) -> Option<Explanation> {
    Some(match (code, subcode) {
        (_, 2_018_065 | 2_018_278 | 2_534_022) => said(
            "Not sent: the window is closed",
            &["The person’s last message is more than 24 hours old, so a Page may no longer answer with the type Response."],
            &[
                "Have the person write again, then send.",
                "If Meta has approved your app for Human Agent, choose the message tag `HUMAN_AGENT` under Options: 7 days.",
            ],
        )
        .place(Place::Policy)
        .way(Way::CustomerWrites),
        (_, 1_893_061) => said(
            "This message tag is gone",
            &["Meta retired most tags on 27 April 2026. Human agent and Customer feedback are left."],
            &["Under Options choose Response, if the person wrote within 24 hours.", "Else choose Human agent, if Meta has approved your app for it."],
        )
        .place(Place::Policy)
        .way(Way::CustomerWrites),
        (_, 1_893_063) => said(
            "Meta has restricted this Page for a time",
            &["It may not send at the moment. It happens after many reports, or after messages that break the policy."],
            &["Page quality, in the Page’s professional dashboard, says why and for how long."],
        )
        .place(Place::Policy)
        .place(Place::Support)
        .way(again_or_read(situation)),
        (368, _) => said(
            "Meta has blocked this action for a time",
            &["It was done too fast, too often, or was reported: Meta took it for a violation of its policies. Going on makes the block longer."],
            &["Stop, and wait: hours at first, days when it happens again.", "Account status at facebook.com says for how long."],
        )
        .place(Place::Support)
        .way(again_or_read(situation)),
        (506, _) => said(
            "The same words twice in a row",
            &["Graph takes it for a mistake when the same is posted again at once."],
            &["See whether the first one arrived. If it did, nothing is to be done.", "Else change a word, and send."],
        )
        .way(again_or_read(situation)),
        (2022, _) => said(
            "The Send API refused the message",
            &["Meta’s reference lists 2022 among the answers to a send, and does not say what for. Graph’s own words below are all there is."],
            &["Send a short plain text of the type Response. If that goes, it was the message."],
        )
        .place(Place::ErrorCodes)
        .way(again_or_read(situation)),
        (9_000_001, _) => said(
            "The message cannot be read any more",
            &["It was deleted by one of the two sides, or it is older than the 20 newest of its conversation: Graph lists those, but does not give their text."],
            &["Read the conversation again: it brings the messages that can be read."],
        )
        .way(again_or_read(situation)),
        _ => return unfit(code, subcode),
    })
}

/// What is wrong with the message itself.
fn unfit(code: u64, subcode: u64) -> Option<Explanation> {
    let (title, why, step) = match (code, subcode) {
        (_, 2_018_014) => (
            "A message and a sign of life in one request",
            "`message` and `sender_action` exclude each other: typing and seen are requests of their own.",
            "Leave one of the two out, and send.",
        ),
        (_, 2_018_018) => (
            "A text and an attachment in one message",
            "A message has one of them: `text` or `attachment`.",
            "Send them as two messages.",
        ),
        (_, 2_018_034) => (
            "The message is empty",
            "Graph found neither a text nor an attachment. White space alone does not count.",
            "Write a text, then send.",
        ),
        (_, 2_018_047) => (
            "The attachment could not be loaded",
            "Meta fetches it from its address: it is not public, too slow, of the wrong type, or larger than 25 MB (pictures: 8 MB).",
            "Open the address in a private window: what you see there is what Meta gets.",
        ),
        (_, 2_018_035) => (
            "A card is not whole",
            "Each card needs a title, and one thing more: a subtitle, a picture or a button.",
            "Fill in what is missing, and send.",
        ),
        (_, 2_018_040) => (
            "A button has no payload",
            "A postback needs a payload for the webhook, a call button its phone number: both go by the key `payload`.",
            "Add the `payload`, and send.",
        ),
        (_, 2_018_041) => (
            "A link button has no address",
            "A button of the type `web_url` needs an address under `url`.",
            "Add the `url`, and send.",
        ),
        (_, 2_018_053) => (
            "A button has no title",
            "Each button needs a `title`, whatever it does.",
            "Add the title, and send.",
        ),
        (_, 2_018_098) => (
            "A quick reply has no title",
            "One of the type `text` needs a title, unless it has a picture.",
            "Add the `title` of the quick reply, and send.",
        ),
        (_, 2_018_099) => (
            "A quick reply has no payload",
            "One of the type `text` needs a payload for the webhook, unless it has a picture.",
            "Add the `payload` of the quick reply, and send.",
        ),
        (105, _) => (
            "A list in the message is too long",
            "A message has 13 quick replies at most, a card or a button template 3 buttons, a generic template 10 cards. Graph’s own words say which list it was.",
            "Leave some out, and send.",
        ),
        (194, _) => (
            "A list in the message is empty",
            "A list that is there needs something in it. Graph’s own words say which list it was.",
            "Leave the list out, or fill it, and send.",
        ),
        (1_609_005, _) => (
            "A link in the message cannot be used",
            "Meta looks at the address behind a link, and could not read it, or does not allow it.",
            "Open the address in a private window, or send the message without the link.",
        ),
        _ => return None,
    };
    Some(said(title, &[why], &[step]))
}
