//! From what came back to words, by code and subcode.
//!
//! Each file knows the codes of its subject, and leaves the others alone. A subcode of seven digits
//! means the same whatever its code is, so what knows one is asked before what knows codes only.

mod empty;
mod limit;
pub(crate) mod login;
mod message;
mod object;
mod permission;
mod recipient;
mod service;
mod token;
mod unreadable;

pub use empty::title as title_of_empty;

use crate::protocol::{Asked, Came, Explanation, Place, Situation, Way};

/// What happened, why it usually does, and the way on.
#[must_use]
pub fn explain(situation: &Situation) -> Explanation {
    match situation.came {
        Came::Refused { code, subcode } if situation.asked == Asked::Login => {
            login::explain(code, subcode)
        }
        Came::Refused { code, subcode } => refused(situation, code, subcode),
        Came::Empty => empty::explain(situation),
        Came::OtherShape | Came::NoBody | Came::Html | Came::Garbled => {
            unreadable::explain(situation.came)
        }
    }
}

/// Knows the codes of one subject.
type Subject = fn(&Situation, u64, u64) -> Option<Explanation>;

const SUBJECTS: [Subject; 7] = [
    token::explain,
    recipient::explain,
    message::explain,
    limit::explain,
    service::explain,
    object::explain,
    permission::explain,
];

fn refused(situation: &Situation, code: Option<u64>, subcode: Option<u64>) -> Explanation {
    let Some(code) = code else {
        return nameless(situation);
    };
    let subcode = subcode.unwrap_or_default();
    let known = SUBJECTS
        .iter()
        .find_map(|subject| subject(situation, code, subcode));
    let explanation = known.unwrap_or_else(|| general(situation));
    let is_lesson = situation.is_practice && !situation.is_by_hand();
    match is_lesson && !ends_by_itself(subcode) {
        true => explanation
            .step("This is practice: the lesson, on this page, says how to mend it here."),
        false => explanation,
    }
}

/// In practice a new token, and the customer's next message, end these.
const fn ends_by_itself(subcode: u64) -> bool {
    matches!(subcode, 463 | 2_018_278)
}

/// Graph's answers had no code for years, most of them about tokens.
fn nameless(situation: &Situation) -> Explanation {
    said(
        "Graph said no, and gave no code",
        &["What says no without a code is an old part of the platform, or a server in front of it. Most often it is about the token: removed, expired, or cut."],
        &["Read Graph’s own words below. If they speak of the token, bring a new one."],
    )
    .way(again_or_read(situation))
    .way(Way::NewToken)
}

/// A code that neither Meta's lists nor this page know.
fn general(situation: &Situation) -> Explanation {
    said(
        "Graph refused this call",
        &["Neither Meta’s lists nor this page know the code. Graph’s own words below are all there is."],
        &[
            "If Graph gives a text for people, it is the best hint.",
            "Look the code up in Meta’s list: new ones are added there first.",
            "If it stays, copy the details for Meta’s support. The trace ID works for a short time only.",
        ],
    )
    .place(Place::ErrorCodes)
    .way(again_or_read(situation))
}

/// A read can be tried again. Before a reply is sent again the conversation is looked at.
const fn again_or_read(situation: &Situation) -> Way {
    match situation.asked {
        Asked::Send | Asked::Write => Way::ReadMessages,
        _ => Way::Again,
    }
}

fn said(title: &str, why: &[&str], steps: &[&str]) -> Explanation {
    let owned = |lines: &[&str]| lines.iter().map(ToString::to_string).collect();
    Explanation {
        title: title.to_owned(),
        why: owned(why),
        steps: owned(steps),
        ..Explanation::default()
    }
}

/// Names as code, with commas between them.
fn listed(names: &[&str]) -> String {
    let names: Vec<_> = names.iter().map(|name| format!("`{name}`")).collect();
    names.join(", ")
}

impl Situation {
    fn is_sending(&self) -> bool {
        matches!(self.asked, Asked::Send | Asked::Write)
    }

    /// Whether the reader wrote the call, and no step of the guide did.
    fn is_by_hand(&self) -> bool {
        matches!(self.asked, Asked::Write | Asked::Query)
    }

    /// Those of these permissions that the token is known to lack; none if nothing is known.
    fn missing<'a>(&self, needed: &[&'a str]) -> Option<Vec<&'a str>> {
        let granted = self.granted.as_ref()?;
        let lacks = |name: &&&str| !granted.iter().any(|own| own == **name);
        Some(needed.iter().filter(lacks).copied().collect())
    }
}

impl Explanation {
    fn because(mut self, line: impl Into<String>) -> Self {
        self.why.push(line.into());
        self
    }

    fn step(mut self, line: impl Into<String>) -> Self {
        self.steps.push(line.into());
        self
    }

    fn place(mut self, place: Place) -> Self {
        self.places.push(place);
        self
    }

    fn way(mut self, way: Way) -> Self {
        self.ways.push(way);
        self
    }
}
