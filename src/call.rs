//! The call panel: the workbench draws it; before it has, the page says what will be there.

use wizard::view::call::CallPanel;

use crate::components::notice::notice;
use crate::dom::{Element, Node, Surfaces, el, far};

/// The calls of the way, before the first is made.
const PLAN: [(&str, &str, &str); 4] = [
    ("GET", "me/accounts", "your Pages"),
    ("GET", "PAGE-ID/conversations", "conversations of a Page"),
    ("GET", "CONVERSATION-ID", "its messages"),
    ("POST", "PAGE-ID/messages", "your reply"),
];

/// Draws the panel.
pub(crate) fn panel(panel: CallPanel, surfaces: &Surfaces) -> Node {
    let inside = match panel {
        CallPanel::Drawn => return far(surfaces, "panel"),
        CallPanel::Empty => plan(),
        CallPanel::Loading => part().with(el("p").class("fr-text--muted").text("Loading…")),
        CallPanel::Failed(what) => part().with(notice(what)),
    };
    frame(inside)
}

/// The panel before the first call.
pub(crate) fn first() -> Node {
    frame(plan())
}

fn frame(inside: Element) -> Node {
    let title = el("h2")
        .class("fr-call__title")
        .id("call-title")
        .text("The call");
    let body = el("div").class("fr-call__body").with(title).with(inside);
    el("aside")
        .class("fr-call fr-call--open")
        .attr("aria-labelledby", "call-title")
        .with(body)
        .into()
}

fn part() -> Element {
    el("div").class("fr-call__part")
}

fn plan() -> Element {
    let mut plan = el("ol");
    for (verb, path, what) in PLAN {
        let what = el("span").class("fr-text--muted fr-text--small").text(what);
        let class = match verb {
            "GET" => "fr-method",
            _ => "fr-method fr-method--post",
        };
        let verb = el("span").class(class).text(verb);
        let call = el("li").class("fr-plan").with(verb);
        plan = plan.with(call.with(el("code").text(path)).with(what));
    }
    part()
        .with(el("p").text("Nothing has been sent yet."))
        .with(el("p").class("fr-text--muted fr-text--small").text(
            "Each call to the Graph API is shown here as it is made: the request, the response, and the code for it.",
        ))
        .with(
            el("h3")
                .class("fr-heading--small")
                .text("The calls to come"),
        )
        .with(plan)
}
