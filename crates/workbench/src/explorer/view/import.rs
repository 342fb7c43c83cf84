//! Where a curl line is pasted.

use remote_view::{Element, On, Then, el};

use super::{Scene, submit};
use crate::explorer::Event;
use crate::parts::{PROBLEM, fold, icon};

const FIELD: &str = "explorer-curl";

/// None as long as nobody reads curl lines.
pub(super) fn view(scene: &Scene<'_>) -> Option<Element<Then<Event>>> {
    let import = &scene.explorer.import;
    if !import.is_there() {
        return None;
    }
    let outcome = import.outcome.as_ref().map(|outcome| match outcome {
        Ok(said) if said.is_empty() => el("p").text("Read. It is in the query now."),
        Ok(said) => el("div")
            .with(el("p").text("Read, with these repairs:"))
            .with(
                el("ul")
                    .class("fr-points")
                    .all(said.iter().map(|it| el("li").stranger(it.clone()))),
            ),
        Err(why) => el("p")
            .class("fr-error")
            .with(icon(PROBLEM))
            .with(el("span").stranger(why.clone())),
    });
    let body = el("form")
        .class("fr-field")
        .on(On::submit(Event::CurlRead))
        .with(
            el("label")
                .class("fr-label")
                .attr("for", FIELD)
                .text("A command from a page, a terminal or the browser’s tools"),
        )
        .with(
            el("textarea")
                .class("fr-input fr-input--mono fr-input--body")
                .id(FIELD)
                .attr("rows", "3")
                .attr("placeholder", "curl …")
                .attr("autocomplete", "off")
                .attr("autocapitalize", "none")
                .attr("spellcheck", "false")
                .attr("aria-describedby", "explorer-curl-hint")
                .value(&import.text)
                .on(On::typed(|text| Event::CurlTyped(text.to_owned()))),
        )
        .with(
            el("p")
                .class("fr-hint")
                .id("explorer-curl-hint")
                .text("It is read here and never run. A token in it is left out."),
        )
        .with(el("div").class("fr-row").with(submit("", "Read")))
        .with(el("div").attr("role", "status").maybe(outcome));
    Some(fold("Paste a curl line", body).key("curl"))
}
