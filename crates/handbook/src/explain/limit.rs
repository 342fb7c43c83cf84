//! Too many calls: whose limit it is, and how long it lasts.

use super::{again_or_read, said};
use crate::protocol::{Explanation, Place, Situation};

const TITLE: &str = "Too many calls for now";

pub(super) fn explain(situation: &Situation, code: u64, subcode: u64) -> Option<Explanation> {
    let (title, whose, how_long) = match (code, subcode) {
        (_, 2_018_022) => (
            "Too many messages to phone numbers",
            "This limit counts sends that address a person by phone number.",
            "Stop for now, and address people by PSID.",
        ),
        (_, 2_018_352) => (
            "The person’s limit of marketing messages is reached",
            "A person gets only so many marketing messages in a time, from all businesses together.",
            "Wait, or answer a message of theirs instead.",
        ),
        (_, 2_018_354) => (
            "Too early for the next marketing message",
            "There is a least time between two notifications to the same person.",
            "Wait until it is over; nothing else is wrong.",
        ),
        (4, _) => (
            TITLE,
            "The app’s limit is reached: 200 calls for each person it deals with, in 24 hours. All who use the app share it.",
            "Wait: it passes by itself, after minutes most often, after a day at the most.",
        ),
        (9, _) => (
            "Too many actions for now",
            "The account did too much of the same in a short time.",
            "Wait some minutes, then go on more slowly.",
        ),
        (17, _) => (
            TITLE,
            "The limit of the person behind the token is reached, over all their calls by this app.",
            "Wait: it passes by itself, within an hour most often.",
        ),
        (32, _) => (
            TITLE,
            "The Page’s limit is reached: all calls with tokens of this Page count together, those of other people and bots too.",
            "Wait: it passes by itself, within an hour most often.",
        ),
        (341, _) => (
            TITLE,
            "A limit of the application for this kind of action is reached.",
            "Wait: it passes by itself, after hours at the most.",
        ),
        (613, _) => (
            TITLE,
            "The limit of this very kind of call is reached: two reads of conversations a second, or 300 messages a second, for each Page.",
            "Wait a few seconds, then try again.",
        ),
        (80_006, _) => (
            TITLE,
            "Messenger’s limit for this Page is reached: 200 calls for each person that it deals with, in 24 hours.",
            "Wait: Graph counts over a day, and the limit grows with the people who write.",
        ),
        _ => return None,
    };
    let explanation = said(title, &[whose], &[how_long]);
    let explanation = match situation.is_practice {
        true => explanation,
        false => explanation.place(Place::RateLimits),
    };
    Some(explanation.way(again_or_read(situation)))
}
