//! Our own words, with code between backticks; hidden words; links that leave the page.

use wizard::view::parts::{Link, Prose};

use crate::dom::{Element, Node, Words, el, plain};

/// Adds our own words to an element.
pub(crate) fn prose(mut parent: Element, words: &str) -> Element {
    for (index, piece) in words.split('`').enumerate() {
        let piece = plain(piece.to_owned());
        parent = match index % 2 {
            0 => parent.with(piece),
            _ => parent.with(el("code").with(piece)),
        };
    }
    parent
}

/// Words for those who listen rather than look.
pub(crate) fn hidden(words: impl Words) -> Element {
    el("span").class("fr-vh").text(words)
}

/// Draws a link that opens beside the page, and takes nothing of it along.
pub(crate) fn link(link: Link) -> Node {
    el("a")
        .attr("href", link.href)
        .attr("target", "_blank")
        .attr("rel", "noopener noreferrer")
        .phrase(link.label)
        .with(hidden(" (opens in a new tab)"))
        .into()
}

/// Draws a list of links, each with what is there.
pub(crate) fn links(links: Vec<(Link, Prose)>) -> Element {
    let mut rows = el("ul").class("fr-points");
    for (to, words) in links {
        rows = rows.with(prose(el("li").with(link(to)).text(": "), &words));
    }
    rows
}

/// The last characters of a token.
pub(crate) fn masked(tail: String) -> Option<Element> {
    (!tail.is_empty()).then(|| {
        el("code")
            .with(el("span").attr("aria-hidden", "true").text("••••"))
            .with(hidden("ending in "))
            .text(tail)
    })
}
