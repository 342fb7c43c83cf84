//! The token that is held: a card.

use wizard::view::connect::{HeldView, Mark, Row, Ticked};
use wizard::{Lack, Presence};

use super::frame;
use crate::components::button;
use crate::components::notice::{fold, notice};
use crate::components::progress::progress;
use crate::components::prose::{masked, prose};
use crate::components::ticks::tick;
use crate::dom::{Element, Node, el};

pub(super) fn held(view: HeldView) -> Element {
    let what = el("p")
        .class("fr-text--muted")
        .text(view.kind)
        .text(" ")
        .maybe(masked(view.tail));
    let head = el("div")
        .class("fr-held__head")
        .with(
            el("h2")
                .class("fr-held__who")
                .id("held-title")
                .name(view.who),
        )
        .with(what);
    let permissions = (!view.permissions.is_empty())
        .then(|| part("Permissions for what comes next").with(marks(view.permissions)));
    let more = el("div")
        .class("fr-held__part")
        .maybe(some(view.all, |all| {
            let label = format!("All permissions ({})", all.len());
            fold(label, false, marks(all).into())
        }))
        .maybe(some(view.ticked, |ticked| {
            let rows = ticked.into_iter().map(group);
            fold(
                "Pages that were ticked",
                false,
                el("dl").class("fr-part").all(rows).into(),
            )
        }));
    let facts = el("dl")
        .class("fr-facts")
        .all(view.facts.into_iter().map(fact));
    let card = el("section")
        .class("fr-held")
        .attr("aria-labelledby", "held-title")
        .attr("tabindex", "-1")
        .attr("data-focus", "result")
        .with(head)
        .with(el("div").class("fr-held__facts").with(facts))
        .maybe(permissions)
        .with(more);
    frame("held")
        .with(card)
        .maybe(view.notice.map(notice))
        .maybe(view.wait.map(progress))
        .with(button::row(None, view.buttons))
}

/// Draws what there is of a list.
fn some<T>(list: Vec<T>, draw: fn(Vec<T>) -> Node) -> Option<Node> {
    (!list.is_empty()).then(|| draw(list))
}

fn part(heading: &'static str) -> Element {
    let heading = el("h3").class("fr-heading--small").text(heading);
    el("div").class("fr-held__part").with(heading)
}

fn marks(marks: Vec<Mark>) -> Element {
    let mut ticks = el("ul").class("fr-ticks");
    for mark in marks {
        let lack = match mark.state {
            Presence::Missing(Lack::Declined) => " declined",
            Presence::Missing(Lack::Expired) => " expired",
            Presence::Missing(_) => " missing",
            Presence::There | Presence::Unknown => "",
        };
        let lack = el("span").class("fr-text--muted fr-text--small").text(lack);
        let words = el("span").with(el("code").name(mark.name)).with(lack);
        ticks = ticks.with(tick(mark.state, words));
    }
    ticks
}

fn fact(row: Row) -> Element {
    let words = prose(el("span"), row.words).name(row.rest);
    el("div")
        .class("fr-facts__row")
        .with(el("dt").class("fr-facts__name").text(row.name))
        .with(el("dd").with(words))
}

fn group(ticked: Ticked) -> Element {
    let mut pages = el("ul").class("fr-points fr-text--small");
    for page in ticked.pages {
        pages = pages.with(el("li").name(page));
    }
    el("div")
        .with(el("dt").with(el("code").text(ticked.scopes)))
        .with(el("dd").with(pages))
}
