//! Where everything stands on the page, whoever draws it.

use wizard::Status;
use wizard::view::parts::Notice;
use wizard::view::{Header, StepMark};

use crate::components::notice::warning;
use crate::dom::{Element, Node, On, el};
use crate::header::{header, steps_row};

/// The parts of the page. Those that are absent keep their place.
pub(crate) struct Layout {
    pub(crate) header: Header,
    pub(crate) marks: Vec<StepMark>,
    pub(crate) summary: Option<Node>,
    pub(crate) over: String,
    pub(crate) heading: &'static str,
    pub(crate) lead: Vec<&'static str>,
    pub(crate) warnings: Vec<Notice>,
    pub(crate) readiness: Option<Node>,
    pub(crate) step: Node,
    pub(crate) held: Option<Node>,
    pub(crate) status: Status,
    /// What stands beside the guide, before the call.
    pub(crate) beside: Option<Node>,
    pub(crate) call: Node,
    pub(crate) dialog: Option<Element>,
}

/// Puts them together.
#[inline(never)]
pub(crate) fn layout(parts: Layout) -> Node {
    let skip = el("a")
        .class("fr-skip")
        .attr("href", "#main")
        .text("Skip to the guide")
        .on(On::Jump("main".to_owned()));
    // In one place: what comes and goes among them moves nothing below.
    let warnings = parts.warnings.into_iter().map(warning);
    let guide = el("main")
        .class("fr-guide")
        .id("main")
        .attr("tabindex", "-1")
        .maybe(parts.summary)
        .with(title(parts.over, parts.heading))
        .maybe(lead(&parts.lead))
        .with(el("div").class("fr-warnings").all(warnings))
        .maybe(parts.readiness)
        .with(parts.step)
        .maybe(parts.held)
        .with(status(parts.status));
    let columns = el("div")
        .class("fr-page fr-layout")
        .with(guide)
        .maybe(parts.beside)
        .with(parts.call);
    el("div")
        .with(skip)
        .with(header(parts.header))
        .with(steps_row(&parts.marks))
        .with(columns)
        .maybe(parts.dialog)
        .into()
}

/// What is said in passing. The same words once more are another element, which is news again.
fn status(status: Status) -> Element {
    let line = |class, [even, odd]: [&'static str; 2], count: u32, text: String| {
        let key = if count.is_multiple_of(2) { even } else { odd };
        el("p").key(key).class(class).text(text)
    };
    let said = match status.is_shown {
        true => String::new(),
        false => status.text,
    };
    let keys = ["shown", "shown again"];
    let toast = |text| line("fr-toast", keys, status.toasts, text);
    let is_shown = !status.toast.is_empty();
    el("div")
        .class("fr-status")
        .attr("role", "status")
        .with(line("fr-vh", ["said", "said again"], status.count, said))
        .maybe(is_shown.then(|| toast(status.toast)))
}

fn title(over: String, heading: &'static str) -> Element {
    let over = el("span")
        .class("fr-title__step")
        .text(over)
        .with(el("span").class("fr-vh").text(":"));
    el("h1")
        .class("fr-title")
        .attr("tabindex", "-1")
        .with(over)
        .text(" ")
        .text(heading)
}

fn lead(lines: &[&'static str]) -> Option<Element> {
    let lines = lines
        .iter()
        .map(|line| el("p").class("fr-text").text(*line));
    (lines.len() > 0).then(|| el("div").class("fr-part").all(lines))
}
