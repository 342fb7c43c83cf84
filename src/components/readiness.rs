//! What the step at hand needs: one line, unfolded where something is missing.

use wizard::view::readiness::{How, Need, Readiness};

use super::button;
use super::notice::fold;
use super::prose::{link, prose};
use super::ticks::tick;
use crate::dom::{Element, Node, el};

/// Draws it.
pub(crate) fn readiness(view: Readiness) -> Node {
    let is_open = view.how.is_some();
    let rows = el("ul")
        .class("fr-part fr-text--small")
        .all(view.rows.into_iter().map(need));
    let body = el("div")
        .class("fr-part")
        .with(rows)
        .maybe(view.how.map(how));
    let class = if is_open {
        "fr-needed fr-needed--open"
    } else {
        "fr-needed"
    };
    el("div")
        .class(class)
        .with(fold(view.summary, is_open, body.into()))
        .into()
}

fn need(need: Need) -> Element {
    let what = prose(el("span"), &need.what);
    let more = el("span")
        .class("fr-text--muted")
        .text(": ")
        .text(need.more);
    tick(need.state, what.with(more))
}

fn how(how: How) -> Element {
    let mut steps = el("ul").class("fr-points fr-text--small");
    for step in how.steps {
        steps = steps.with(el("li").text(step));
    }
    el("div")
        .class("fr-part")
        .with(el("h2").class("fr-heading--small").text("How to get it"))
        .with(steps)
        .maybe(how.link.map(|to| el("p").with(link(to))))
        .maybe(how.button.map(|it| el("p").with(button::button(it))))
}
