//! Code to be read and copied: it scrolls inside its frame, and can be reached by keyboard.

use crate::dom::{Node, el};

/// Draws a text as it is.
pub(crate) fn lines(label: &'static str, words: String) -> Node {
    el("pre")
        .class("fr-code fr-code--line")
        .attr("role", "region")
        .attr("tabindex", "0")
        .attr("aria-label", label)
        .with(el("code").code(words))
        .into()
}
