//! What is there, what is missing, and what nobody knows.

use wizard::Presence;

use super::icon::{Icon, icon};
use super::prose::hidden;
use crate::dom::{Element, el};

/// Draws one line of such a list.
pub(crate) fn tick(state: Presence, words: Element) -> Element {
    let (glyph, class, word) = match state {
        Presence::There => (Icon::Check, "fr-icon--ok", "there: "),
        Presence::Missing(_) => (Icon::Close, "fr-icon--bad", "missing: "),
        Presence::Unknown => (Icon::Info, "", "not known: "),
    };
    let words = el("span").with(hidden(word)).with(words);
    let item = el("li").class("fr-ticks__item");
    item.with(icon(glyph, class)).with(words)
}
