//! Step 1.

use handbook::Code;
use wizard::view::parts::Link;
use wizard::view::start::StartView;
use wizard::view::watch::WatchView;

use super::{frame, heading, ids};
use crate::components::button;
use crate::components::notice::notice;
use crate::components::progress::progress;
use crate::components::prose::{link, prose};
use crate::dom::{Element, Node, el};

pub(super) fn step(view: StartView, practice: Option<Node>) -> Element {
    let steps = view.steps.iter().map(|step| prose(el("li"), step));
    let steps = (!view.steps.is_empty())
        .then(|| el("ol").class("fr-points fr-points--numbered").all(steps));
    let offer = view.offer.map(|words| el("p").class("fr-text").text(words));
    let offer = view.pages.map(|pages| {
        let place = el("section")
            .class("fr-part")
            .attr("aria-labelledby", "page-title")
            .with(heading("page-title", "Page"))
            .maybe(offer);
        ids::choice(place, pages)
    });
    frame("start")
        .maybe(practice)
        .maybe(steps)
        .maybe(offer)
        .maybe(view.page.map(|(name, change)| ids::page(name, change)))
        .maybe(view.link.map(|to| way_there(to, view.code)))
        .maybe(view.watch.map(watch))
        .maybe(
            view.note
                .map(|note| el("p").class("fr-text fr-text--muted").text(note)),
        )
        .with(button::row(None, view.buttons))
}

/// The link, and the same to be scanned: dark on light, whatever the theme.
fn way_there(to: Link, code: Option<Code>) -> Element {
    let code = code.map(|code| {
        let size = code.size;
        el("svg")
            .class("fr-qr")
            .attr("viewBox", format!("0 0 {size} {size}"))
            .attr("role", "img")
            .attr("aria-label", "QR code of this link")
            .with(el("path").attr("d", code.path))
    });
    el("div")
        .class("fr-scan")
        .with(el("p").with(link(to)))
        .maybe(code)
}

/// It stays one place for the focus, whatever comes of the wait.
fn watch(view: WatchView) -> Element {
    el("section")
        .class("fr-part")
        .attr("aria-label", "Waiting for the message")
        .attr("tabindex", "-1")
        .attr("data-focus", "result")
        .maybe(view.notice.map(notice))
        .maybe(view.wait.map(progress))
        .maybe(view.hint.map(|hint| el("p").class("fr-hint").phrase(hint)))
        .maybe(view.ask.map(|ask| el("p").with(button::button(ask))))
}
