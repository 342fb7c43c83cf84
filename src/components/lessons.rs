//! The lessons of practice mode: the one that is on, and all of them to choose from.

use wizard::view::parts::Button;
use wizard::view::practice::PracticeView;
use wizard::{Event, Lesson, LessonRow, LessonStage};

use super::button;
use super::icon::{Icon, icon};
use super::notice::fold;
use super::prose::{hidden, prose};
use crate::dom::{Element, On, el, plain};

/// Draws the strip of the lessons, and takes them out of the view.
pub(crate) fn lessons(view: &mut PracticeView) -> Element {
    let lessons = std::mem::take(&mut view.lessons);
    let title = el("h2")
        .class("fr-heading fr-heading--small")
        .id("lessons-title")
        .text("Lessons");
    let count = el("p")
        .class("fr-text--muted fr-text--small")
        .with(plain(lessons.count));
    let top = el("div")
        .class("fr-row fr-row--apart")
        .with(title)
        .with(count);
    let body = match lessons.on {
        Some(on) => lesson(on, view.is_early, std::mem::take(&mut view.buttons)),
        None => el("p")
            .class("fr-hint")
            .text("Each makes one call go wrong, as Graph would. Meet the error, then mend it."),
    };
    let mut rows = el("ul");
    for it in lessons.rows {
        let is_on = it.name == view.scenario;
        rows = rows.with(row(it, is_on));
    }
    let rows = el("fieldset")
        .with(el("legend").class("fr-vh").text("Which lesson?"))
        .with(rows);
    el("section")
        .class("fr-practice")
        .attr("aria-labelledby", "lessons-title")
        .with(top)
        .with(body)
        .with(fold("Choose a lesson", false, rows.into()))
}

fn lesson(lesson: Lesson, is_early: bool, buttons: Vec<Button>) -> Element {
    let (class, glyph) = match lesson.stage {
        LessonStage::Todo => ("", Icon::Info),
        LessonStage::Met => ("fr-icon--warn", Icon::Warning),
        LessonStage::Mended => ("fr-icon--ok", Icon::Done),
    };
    let state = el("p")
        .class("fr-lesson__state")
        .with(icon(glyph, class))
        .with(plain(lesson.state));
    let mut told = el("div")
        .class("fr-lesson")
        .attr("aria-live", "polite")
        .with(state);
    for line in &lesson.lines {
        told = told.with(prose(el("p"), line));
    }
    if is_early {
        told = told.with(el("p").text("It begins at a later step: go on until you are there."));
    }
    let aid = lesson.aid.map(|label| {
        el("button")
            .class("fr-button fr-button--tall")
            .attr("type", "button")
            .with(plain(label))
            .on(On::Press(Event::HelpAsked))
            .into()
    });
    el("div")
        .class("fr-lesson")
        .with(el("h3").class("fr-lesson__title").with(plain(lesson.title)))
        .with(told)
        .with(button::row(aid, buttons))
}

fn row(row: LessonRow, is_on: bool) -> Element {
    let sign = match row.stage {
        LessonStage::Todo => None,
        LessonStage::Met => Some(el("span").class("fr-lessons__met").text("met")),
        LessonStage::Mended => {
            let tick = el("span").with(icon(Icon::Check, "fr-icon--ok"));
            Some(tick.with(hidden("mended")))
        }
    };
    let radio = el("input")
        .class("fr-radio")
        .attr("type", "radio")
        .attr("name", "lesson")
        .checked(is_on)
        .on(On::Mark(Event::ScenarioChosen(row.name)));
    let label = el("label")
        .class("fr-lessons__label")
        .with(radio)
        .with(el("span").with(plain(row.title)))
        .maybe(sign);
    el("li").with(label)
}
