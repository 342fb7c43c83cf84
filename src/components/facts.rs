//! What the reader has so far.

use wizard::view::parts::Fact;

use super::button::copy;
use crate::dom::{Element, Node, el};

/// Draws the facts below a heading.
pub(crate) fn facts(heading: &'static str, facts: Vec<Fact>) -> Node {
    el("section")
        .class("fr-part fr-part--ruled")
        .attr("aria-labelledby", "facts")
        .with(
            el("h2")
                .class("fr-heading fr-heading--small")
                .id("facts")
                .text(heading),
        )
        .with(el("dl").class("fr-facts").all(facts.into_iter().map(row)))
        .into()
}

fn row(fact: Fact) -> Element {
    let place = el("dd").class("fr-facts__value");
    let value = match (fact.value, fact.is_data) {
        (None, _) => el("dd")
            .class("fr-facts__value fr-facts__value--none")
            .text("Not yet"),
        (Some(value), true) => place
            .with(el("code").text(value.clone()))
            .with(copy(fact.name, value)),
        (Some(value), false) => place.with(el("span").text(value)),
    };
    el("div")
        .class("fr-facts__row")
        .with(el("dt").class("fr-facts__name").text(fact.name))
        .with(value)
}
