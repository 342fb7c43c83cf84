//! Waiting: shown after 300 ms, and it can be stopped.

use wizard::view::parts::Wait;

use super::button::small;
use crate::dom::{Node, el};

/// Draws a wait.
pub(crate) fn progress(wait: Wait) -> Node {
    let cancel = wait.cancel.map(|event| small("Cancel", None, event));
    let hurry = wait.hurry.map(|event| small("Try now", None, event));
    el("div")
        .class("fr-progress")
        .with(el("p").text(wait.text).text("…"))
        .with(el("div").class("fr-row").maybe(hurry).maybe(cancel))
        .into()
}
