//! An answer that is none of Graph's.

use super::said;
use crate::protocol::{Came, Explanation, Way};

pub(super) fn explain(came: Came) -> Explanation {
    let (title, why) = match came {
        Came::OtherShape => (
            "The answer has an unexpected shape",
            "It is JSON, but not what this call answers according to Meta’s reference. The raw answer is in the call panel.",
        ),
        Came::NoBody => (
            "The answer is empty",
            "Graph always answers with JSON; something on the way cut it off.",
        ),
        Came::Html => (
            "A server’s page came instead of an answer",
            "This is what Meta’s servers send while they have trouble, and what a company’s proxy sends when it steps in.",
        ),
        _ => (
            "The answer cannot be read",
            "It is not JSON, or only a part of it arrived.",
        ),
    };
    said(title, &[why], &[]).way(Way::Again)
}
