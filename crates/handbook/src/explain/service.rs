//! Trouble on Meta's side, and what looks like it.

use super::permission::bring_permissions;
use super::{again_or_read, said};
use crate::protocol::{Explanation, Place, Situation, Way};

pub(super) fn explain(situation: &Situation, code: u64, subcode: u64) -> Option<Explanation> {
    Some(match (code, subcode) {
        (1, 99) => unknown_99(situation),
        (1, 1_357_046) => said(
            "Graph could not read its own answer",
            &["Meta knows this one: several messages at once, of which all arrive, and an error comes back all the same."],
            &["See whether the message is there before you send it again."],
        )
        .way(again_or_read(situation)),
        (2, 2_018_344) => said(
            "Terms of the Page have to be accepted first",
            &["The inbox’s labels need the Privacy Terms of Service for Custom Labels, and nobody has accepted them for this Page."],
            &["Somebody with full control of the Page opens the address in Graph’s words below, and accepts."],
        )
        .way(again_or_read(situation)),
        (1, _) if situation.is_sending() => said(
            "Graph failed, and does not say why",
            &["Meta says that such a message may have been sent all the same."],
            &["Read the messages before you send it again."],
        )
        .place(Place::Status)
        .way(Way::ReadMessages),
        (1, _) => said(
            "Graph failed, and does not say why",
            &["Most often it passes within seconds. If it stays, a part of the call is not as Graph wants it; a text for people below may say which."],
            &[],
        )
        .place(Place::Status)
        .way(Way::Again),
        (2, _) if situation.is_sending() => said(
            "Meta’s side has trouble with this message",
            &[
                "It may have been sent all the same.",
                "Meta’s list adds a second cause: the person has blocked the Page.",
            ],
            &["Read the messages before you send it again."],
        )
        .place(Place::Status)
        .way(Way::ReadMessages)
        .way(Way::OtherConversation),
        (2, _) => said(
            "Meta’s side has trouble",
            &["The service is down for a moment. It passes by itself, most often within seconds."],
            &[],
        )
        .place(Place::Status)
        .way(Way::Again),
        (1200, _) => said(
            "Graph could not send for the moment",
            &["Meta calls it temporary. The message may have been sent all the same."],
            &["Read the messages before you send it again."],
        )
        .way(again_or_read(situation)),
        _ => return None,
    })
}

fn unknown_99(situation: &Situation) -> Explanation {
    let explanation = said(
        "Graph gave no reason, most often a permission",
        &[
            "1 with subcode 99 is “an unknown error”. Meta’s list names these causes: a missing permission, Advanced Access that was not granted, or a business that was not verified.",
        ],
        &[],
    );
    bring_permissions(situation, explanation).place(Place::ErrorCodes)
}
