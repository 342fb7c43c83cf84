//! Where a curl line is pasted.

use remote_view::{Element, On, Then, el};

use super::{Scene, submit};
use crate::explorer::Event;
use crate::explorer::import::Outcome;
use crate::parts::{PROBLEM, fold, icon};

const FIELD: &str = "explorer-curl";

pub(super) fn view(scene: &Scene<'_>) -> Element<Then<Event>> {
    let import = &scene.explorer.import;
    let outcome = import.outcome.as_ref().map(outcome);
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
    fold("Paste a curl line", body).key("curl")
}

fn outcome(outcome: &Outcome) -> Element<Then<Event>> {
    let (repairs, had_token) = match outcome {
        Outcome::Refused(why) => {
            return el("p")
                .class("fr-error")
                .with(icon(PROBLEM))
                .with(el("span").stranger(why.clone()));
        }
        Outcome::Read { repairs, had_token } => (repairs, *had_token),
    };
    let token = had_token.then(|| {
        el("p").text("A token stood in it, and was left out. To use it, bring it in at Connect.")
    });
    let repairs = (!repairs.is_empty()).then(|| {
        let repairs = repairs.iter().map(|it| el("li").stranger(it.clone()));
        el("ul").class("fr-points").all(repairs)
    });
    el("div")
        .with(el("p").text("Done. The call is above."))
        .maybe(token)
        .maybe(repairs)
}
