//! The call panel: the exact request, the response, the code for it.

mod request;
mod response;

use wizard::Event;
use wizard::view::call::{CallLine, CallPanel, ResultLine, ShownCall};

use crate::components::icon::{Icon, icon};
use crate::components::notice::fold;
use crate::components::prose::link;
use crate::components::{button, code};
use crate::dom::{Element, Node, On, el};

/// The calls of the way, before the first is made.
const PLAN: [(&str, &str, &str); 4] = [
    ("GET", "me/accounts", "your Pages"),
    ("GET", "PAGE-ID/conversations", "conversations of a Page"),
    ("GET", "CONVERSATION-ID", "its messages"),
    ("POST", "PAGE-ID/messages", "your reply"),
];

/// Draws the panel. On a narrow screen it is folded under a bar that sums the call up.
pub(crate) fn panel(panel: CallPanel) -> Node {
    let is_open = panel.is_unfolded;
    let bar = el("button")
        .class("fr-call__bar")
        .attr("type", "button")
        .attr("aria-expanded", if is_open { "true" } else { "false" })
        .attr("aria-controls", "call-body")
        .on(On::Press(Event::CallFolded(is_open)));
    let bar = match &panel.shown {
        Some(call) => summary(bar, &call.line),
        None => bar.with(el("span").class("fr-clip").text("No call yet")),
    };
    let title = match panel.shown {
        Some(_) => panel.answerer,
        None => "The call",
    };
    let body = el("div").class("fr-call__body").id("call-body");
    let body = body.with(
        el("h2")
            .class("fr-call__title")
            .id("call-title")
            .text(title),
    );
    let body = match panel.shown {
        Some(call) => shown(body, call),
        None => nothing_yet(body),
    };
    el("aside")
        .class(if is_open {
            "fr-call fr-call--open"
        } else {
            "fr-call"
        })
        .attr("aria-labelledby", "call-title")
        .with(bar.with(icon(Icon::Chevron, "")))
        .with(body.maybe((panel.calls.len() > 1).then(|| log(panel.calls))))
        .into()
}

fn nothing_yet(body: Element) -> Element {
    let mut plan = el("ol");
    for (verb, path, what) in PLAN {
        let what = el("span").class("fr-text--muted fr-text--small").text(what);
        let call = el("li").class("fr-plan").with(method(verb));
        plan = plan.with(call.with(el("code").text(path)).with(what));
    }
    let words = el("div")
        .class("fr-call__part")
        .with(el("p").text("Nothing has been sent yet."))
        .with(el("p").class("fr-text--muted fr-text--small").text(
            "Each call to the Graph API is shown here as it is made: the request, the response, and the code for it.",
        ));
    let plan = el("section")
        .class("fr-call__part")
        .attr("aria-labelledby", "call-plan")
        .with(
            el("h3")
                .class("fr-heading--small")
                .id("call-plan")
                .text("The calls to come"),
        )
        .with(plan);
    body.with(words).with(plan)
}

fn shown(body: Element, call: ShownCall) -> Element {
    let request = request::request(&call);
    let response = response::response(&call.line.result, call.measure, call.response);
    let title = el("h3")
        .class("fr-heading--small")
        .id("call-code")
        .text("Code: curl for bash");
    let head = el("div")
        .class("fr-call__line")
        .with(title)
        .with(button::copy("Code", call.code.clone()));
    let variable = el("code").text("$").text(call.variable);
    let foot = el("p")
        .class("fr-text--muted fr-text--small")
        .with(variable)
        .text(" stands for the token. ")
        .with(link(call.docs));
    let code = el("section")
        .class("fr-call__part")
        .attr("aria-labelledby", "call-code")
        .with(head)
        .with(code::lines("curl for bash", call.code))
        .with(foot);
    body.with(request).with(response).with(code)
}

fn method(verb: &'static str) -> Element {
    let class = match verb {
        "GET" => "fr-method",
        _ => "fr-method fr-method--post",
    };
    el("span").class(class).text(verb)
}

fn outcome(result: &ResultLine) -> Element {
    let (class, glyph) = match result.is_good {
        Some(true) => ("fr-outcome fr-outcome--ok", Some(Icon::Done)),
        Some(false) => ("fr-outcome fr-outcome--bad", Some(Icon::Problem)),
        None => ("fr-outcome", None),
    };
    el("span")
        .class(class)
        .maybe(glyph.map(|glyph| icon(glyph, "")))
        .text(result.text.clone())
}

fn summary(parent: Element, line: &CallLine) -> Element {
    parent
        .with(method(line.method))
        .with(el("code").class("fr-clip").text(line.path.clone()))
        .with(outcome(&line.result))
}

fn log(calls: Vec<CallLine>) -> Element {
    let count = calls.len();
    let rows = calls.into_iter().map(|line| {
        let row = el("button").class("fr-log__call").attr("type", "button");
        let row = match line.is_shown {
            true => row.attr("aria-current", "true"),
            false => row,
        };
        let row = row.on(On::Press(Event::CallShown(line.ticket)));
        el("li").with(summary(row, &line))
    });
    let rows = el("ol").all(rows);
    let label = format!("All calls ({count})");
    el("div")
        .class("fr-call__part")
        .with(fold(label, false, rows.into()))
}
