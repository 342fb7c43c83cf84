//! Small things that many parts of the workbench draw.

use remote_view::{Element, Node, On, el};

/// An icon of one stroke on a grid of 16.
pub(crate) fn icon<T>(path: &'static str) -> Node<T> {
    el("svg")
        .class("fr-icon")
        .attr("viewBox", "0 0 16 16")
        .attr("aria-hidden", "true")
        .with(el("path").attr("d", path))
        .into()
}

pub(crate) const CHEVRON: &str = "m4 6 4 4 4-4";
pub(crate) const CLOSE: &str = "m4 4 8 8M12 4l-8 8";
pub(crate) const COPY: &str = "M5.5 5.5v-2a1 1 0 0 1 1-1h6a1 1 0 0 1 1 1v6a1 1 0 0 1-1 1h-2M3.5 5.5h6a1 1 0 0 1 1 1v6a1 1 0 0 1-1 1h-6a1 1 0 0 1-1-1v-6a1 1 0 0 1 1-1Z";
pub(crate) const DONE: &str =
    "M8 14.25a6.25 6.25 0 1 0 0-12.5 6.25 6.25 0 0 0 0 12.5ZM5.25 8.25l2 2 3.5-4";
pub(crate) const PROBLEM: &str =
    "M8 14.25a6.25 6.25 0 1 0 0-12.5 6.25 6.25 0 0 0 0 12.5ZM8 4.75v3.75M8 11v.01";

/// Words for those who listen.
pub(crate) fn hidden<T>(words: impl Into<String>) -> Element<T> {
    el("span").class("fr-vh").text(words)
}

/// A button with words.
pub(crate) fn button<T>(class: &str, label: &str) -> Element<T> {
    el("button")
        .class(format!("fr-button {class}"))
        .attr("type", "button")
        .text(label)
}

/// A button that copies a text: an icon, with words for those who listen.
pub(crate) fn copy<T>(what: &str, then: On<T>) -> Element<T> {
    el("button")
        .class("fr-button fr-button--quiet fr-button--small fr-button--icon")
        .attr("type", "button")
        .with(icon(COPY))
        .with(hidden(format!("Copy: {what}")))
        .on(then)
}

/// A link that leaves the page.
pub(crate) fn link<T>(label: &str, href: impl Into<String>) -> Element<T> {
    el("a")
        .attr("href", href)
        .attr("target", "_blank")
        .attr("rel", "noopener noreferrer")
        .text(label)
        .with(hidden(" (opens in a new tab)"))
}

/// Something that unfolds.
pub(crate) fn fold<T>(label: &str, inside: impl Into<Node<T>>) -> Element<T> {
    el("details")
        .class("fr-fold")
        .with(
            el("summary")
                .class("fr-fold__summary")
                .with(icon(CHEVRON))
                .text(label),
        )
        .with(el("div").class("fr-fold__body").with(inside))
}

/// `1.2 KB`, in thousands.
pub(crate) fn size(bytes: usize) -> String {
    match bytes {
        0..1000 => format!("{bytes} B"),
        1000..1_000_000 => format!("{}.{} KB", bytes / 1000, bytes % 1000 / 100),
        _ => format!("{}.{} MB", bytes / 1_000_000, bytes % 1_000_000 / 100_000),
    }
}
