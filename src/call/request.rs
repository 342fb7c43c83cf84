//! What is asked.

use wizard::view::call::ShownCall;

use super::method;
use crate::components::prose::prose;
use crate::dom::{Element, el};

/// Draws the request: address, parameters, what it needs, how it travels.
pub(super) fn request(call: &ShownCall) -> Element {
    let mut params = el("dl").class("fr-params");
    for (name, value) in &call.params {
        params = params
            .with(
                el("dt")
                    .class("fr-params__name")
                    .with(el("code").text(name.clone())),
            )
            .with(el("dd").with(el("code").text(value.clone())));
    }
    let needs = call.needs.iter().map(|(need, is_data)| {
        let item = el("li").class("fr-needs__item");
        match is_data {
            true => item.with(el("code").text(need.clone())),
            false => item.text(need.clone()),
        }
    });
    let needs = el("div")
        .class("fr-needs")
        .with(el("span").id("call-needs").text("Needs"))
        .with(
            el("ul")
                .class("fr-needs__list")
                .attr("aria-labelledby", "call-needs")
                .all(needs),
        );
    let carried = call
        .carried
        .map(|words| prose(el("p").class("fr-text--muted fr-text--small"), words));
    el("section")
        .class("fr-call__part")
        .attr("aria-labelledby", "call-request")
        .with(el("h3").class("fr-vh").id("call-request").text("Request"))
        .with(
            el("p")
                .class("fr-call__url")
                .with(method(call.line.method))
                .with(address(&call.host, &call.line.path)),
        )
        .with(params)
        .with(needs)
        .maybe(carried)
}

/// An address may break before each part of its path.
fn address(host: &str, path: &str) -> Element {
    let host = el("span").class("fr-call__host").text(host.to_owned());
    path.split('/').fold(el("code").with(host), |code, part| {
        code.with(el("wbr")).text("/").text(part.to_owned())
    })
}
