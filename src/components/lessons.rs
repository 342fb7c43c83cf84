//! The lessons of practice mode: the one that is on, and all of them to choose from.

use wizard::view::parts::Choice;
use wizard::view::practice::{LessonView, LessonsView};
use wizard::{Event, LessonMark};

use super::button;
use super::icon::{Icon, icon};
use super::notice::fold;
use super::prose::{hidden, prose};
use crate::dom::{Element, On, el};

/// Draws the strip of the lessons.
pub(crate) fn lessons(view: LessonsView) -> Element {
    let title = el("h2")
        .class("fr-heading fr-heading--small")
        .id("lessons-title")
        .text("Lessons");
    let count = el("p")
        .class("fr-text--muted fr-text--small")
        .with(crate::dom::plain(view.count));
    let top = el("div")
        .class("fr-row fr-row--apart")
        .with(title)
        .with(count);
    let body = match view.on {
        Some(lesson) => self::lesson(lesson),
        None => el("p")
            .class("fr-hint")
            .text("Each makes one call go wrong, as Graph would. Meet the error, then mend it."),
    };
    let rows = view.choices.into_iter();
    let rows = el("fieldset")
        .with(el("legend").class("fr-vh").text("Which lesson?"))
        .with(
            el("ul")
                .class("fr-lessons")
                .all(rows.map(|(choice, mark)| row(choice, mark))),
        );
    el("section")
        .class("fr-practice")
        .attr("aria-labelledby", "lessons-title")
        .with(top)
        .with(body)
        .with(fold("Choose a lesson", false, rows.into()))
}

fn lesson(view: LessonView) -> Element {
    let (class, glyph) = match view.mark {
        LessonMark::Todo => ("", Icon::Info),
        LessonMark::Met => ("fr-icon--warn", Icon::Warning),
        LessonMark::Mended => ("fr-icon--ok", Icon::Done),
    };
    let state = el("p")
        .class("fr-lesson__state")
        .with(icon(glyph, class))
        .with(el("span").text(view.state));
    let mut told = el("div")
        .class("fr-lesson__told")
        .attr("aria-live", "polite")
        .with(state);
    for line in &view.lines {
        told = told.with(prose(el("p"), line));
    }
    let aid = view.aid.map(|label| {
        el("button")
            .class("fr-button fr-button--tall")
            .attr("type", "button")
            .with(crate::dom::plain(label))
            .on(On::Press(Event::HelpAsked))
            .into()
    });
    el("div")
        .class("fr-lesson")
        .with(
            el("h3")
                .class("fr-lesson__title")
                .with(crate::dom::plain(view.title)),
        )
        .with(told)
        .with(button::row(aid, view.buttons))
}

fn row(choice: Choice, mark: Option<LessonMark>) -> Element {
    let id = format!("lesson-{}", choice.key);
    let radio = el("input")
        .class("fr-radio")
        .attr("type", "radio")
        .attr("name", "lesson")
        .id(id.clone())
        .checked(choice.marked)
        .on(On::Mark(choice.event));
    let sign = match mark {
        Some(LessonMark::Mended) => Some(
            el("span")
                .with(icon(Icon::Check, "fr-icon--ok"))
                .with(hidden(", mended")),
        ),
        Some(LessonMark::Met) => Some(
            el("span")
                .class("fr-text--muted fr-text--small")
                .text("met"),
        ),
        _ => None,
    };
    el("li").class("fr-lessons__item").with(radio).with(
        el("label")
            .class("fr-lessons__label")
            .attr("for", id)
            .with(crate::dom::plain(choice.label))
            .maybe(sign),
    )
}
