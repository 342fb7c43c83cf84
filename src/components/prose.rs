//! Our own words, with code between backticks; and links that leave the page.

use leptos::prelude::*;
use wizard::view::parts::Link;

/// Draws our own words.
pub(crate) fn prose(text: &str) -> AnyView {
    let pieces = text.split('`').enumerate().map(|(index, piece)| {
        let piece = piece.to_owned();
        match index % 2 {
            0 => piece.into_any(),
            _ => view! { <code>{piece}</code> }.into_any(),
        }
    });
    pieces.collect_view().into_any()
}

/// Draws a link that opens beside the page, and takes nothing of it along.
pub(crate) fn link(link: Link) -> AnyView {
    view! {
        <a href=link.href target="_blank" rel="noopener noreferrer">
            {link.label}
            <span class="fr-vh">" (opens in a new tab)"</span>
        </a>
    }
    .into_any()
}
