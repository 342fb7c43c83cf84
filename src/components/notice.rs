//! Notices, and the summary of a refused form.

use wizard::view::parts::{Notice, Problem, Said, Tone};

use super::button;
use super::icon::{Icon, icon};
use super::prose::{link, prose};
use crate::dom::{Node, On, Words, el};

/// Draws a notice. One that tells of a failure is an alert, and takes the focus.
pub(crate) fn notice(notice: Notice) -> Node {
    let is_alert = notice.tone == Tone::Bad || !notice.said.is_empty();
    draw(notice, is_alert, if is_alert { "alert" } else { "result" })
}

/// Draws a notice that is an alert, however it sounds.
pub(crate) fn alert(notice: Notice) -> Node {
    draw(notice, true, "alert")
}

/// Draws what is to be said of the page itself. What becomes of the step at hand is elsewhere.
pub(crate) fn warning(notice: Notice) -> Node {
    let is_alert = notice.tone == Tone::Bad;
    draw(notice, is_alert, "warning")
}

/// Draws an alert that leaves the focus where the reader works.
pub(crate) fn aside(notice: Notice) -> Node {
    draw(notice, true, "")
}

fn draw(notice: Notice, is_alert: bool, focus: &'static str) -> Node {
    let (class, glyph, glyph_class) = match notice.tone {
        Tone::Info => ("fr-notice", Icon::Info, ""),
        Tone::Ok => ("fr-notice fr-notice--ok", Icon::Done, "fr-icon--ok"),
        Tone::Warn => ("fr-notice fr-notice--warn", Icon::Warning, "fr-icon--warn"),
        Tone::Bad => ("fr-notice fr-notice--bad", Icon::Problem, "fr-icon--bad"),
    };
    let mut body = el("div")
        .class("fr-notice__body")
        .with(el("h2").class("fr-notice__title").text(notice.title));
    for line in &notice.body {
        body = body.with(prose(el("p"), line));
    }
    if !notice.steps.is_empty() {
        let steps = notice.steps.iter().map(|step| prose(el("li"), step));
        let list = el("ul").class("fr-notice__steps");
        body = body.with(list.all(steps));
    }
    body = body.all(notice.links.into_iter().map(|to| el("p").with(link(to))));
    if !notice.said.is_empty() {
        body = body.with(said(notice.said));
    }
    if !notice.buttons.is_empty() {
        body = body.with(button::row(None, notice.buttons));
    }
    let inside = el("div")
        .class(class)
        .with(icon(glyph, glyph_class))
        .with(body);
    let outside = el("div").attr("tabindex", "-1").attr("data-focus", focus);
    match is_alert {
        true => outside.attr("role", "alert"),
        false => outside,
    }
    .with(inside)
    .into()
}

/// Draws what Graph said, to the letter.
fn said(said: Vec<Said>) -> Node {
    let mut lines = el("dl").class("fr-said");
    for line in said {
        lines = lines
            .with(el("dt").class("fr-said__name").text(line.name))
            .with(el("dd").text(line.value));
    }
    fold("What came back, to the letter", true, lines.into())
}

/// Draws something that can be folded away; the reader's own choice stays.
pub(crate) fn fold(label: impl Words, open: bool, inside: Node) -> Node {
    el("details")
        .class("fr-fold")
        .flag("open", open)
        .with(
            el("summary")
                .class("fr-fold__summary")
                .with(icon(Icon::Chevron, ""))
                .text(label),
        )
        .with(el("div").class("fr-fold__body").with(inside))
        .into()
}

/// Draws the summary of a refused form; each line leads to its field.
pub(crate) fn summary(problems: Vec<Problem>) -> Option<Node> {
    if problems.is_empty() {
        return None;
    }
    let lines = problems.into_iter().map(|problem| {
        let link = el("a")
            .class("fr-summary__link")
            .attr("href", format!("#{}", problem.field))
            .text(problem.text)
            .on(On::Jump(problem.field));
        el("li").with(link)
    });
    let alert = el("div")
        .attr("role", "alert")
        .with(
            el("h2")
                .class("fr-heading")
                .id("summary-title")
                .text("There is a problem"),
        )
        .with(el("ul").class("fr-summary__list").all(lines));
    Some(
        el("div")
            .class("fr-summary")
            .attr("tabindex", "-1")
            .attr("aria-labelledby", "summary-title")
            .attr("data-focus", "alert")
            .with(alert)
            .into(),
    )
}
