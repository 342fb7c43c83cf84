//! What the composer shows.

mod form;
mod lists;
mod output;
mod parts;
mod preview;

use remote_view::{Element, On, Then, View, el};

use super::check::{Problem, Weight};
use super::place::{List, Place};
use super::{Composer, Context, Event, Form, Outcome};

/// The ID of the summary of what is refused.
pub(super) const SUMMARY: &str = "composer-summary";
/// The ID of what is said of a message that was opened.
pub(super) const OUTCOME: &str = "composer-outcome";

type Drawn = Element<Then<Event>>;

/// What the parts of the view look at.
struct Sheet<'a> {
    composer: &'a Composer,
    context: &'a Context,
    problems: Vec<Problem>,
}

impl Sheet<'_> {
    /// The gravest problem of a place.
    fn problem(&self, place: Place) -> Option<&Problem> {
        let mut own = self.problems.iter().filter(|it| it.place == place);
        let first = own.clone().next();
        own.find(|it| it.weight.is_certain()).or(first)
    }
}

/// The ID of the button that moves a row.
pub(super) fn mover_id(list: List, row: u32, is_up: bool) -> String {
    let way = if is_up { "up" } else { "down" };
    format!("{}-{way}", list.row_id(row))
}

pub(super) fn view(composer: &Composer, context: &Context) -> View<Event> {
    let sheet = Sheet {
        composer,
        context,
        problems: composer.problems(context),
    };
    let fields = el("form")
        .class("fr-compose__form")
        .attr("aria-label", "Message")
        .key(composer.opened.to_string())
        .on(On::submit(Event::Explored))
        .maybe(summary(&sheet))
        .with(forms(composer.draft.form))
        .with(form::fields(&sheet))
        .with(
            el("button")
                .class("fr-button fr-button--primary")
                .attr("type", "submit")
                .text("Open in explorer"),
        );
    let side = el("div")
        .class("fr-compose__side")
        .with(preview::preview(&sheet))
        .with(output::output(&sheet));
    el("section")
        .class("fr-compose")
        .attr("aria-label", "Message composer")
        .maybe(outcome(composer))
        .with(el("div").class("fr-compose__grid").with(fields).with(side))
        .with(output::open(&sheet))
        .into()
}

/// What to send: one of these.
fn forms(chosen: Form) -> Drawn {
    let all = [
        (Form::Text, "Text"),
        (Form::File, "File"),
        (Form::Buttons, "Buttons"),
        (Form::Cards, "Cards"),
        (Form::Action, "Action"),
    ];
    let choices = all.into_iter().map(|(form, title)| {
        let radio = el("input")
            .class("fr-compose__radio")
            .attr("type", "radio")
            .attr("name", "composer-form")
            .checked(form == chosen)
            .on(On::mark(Event::Formed(form)));
        let label = el("span").text(title);
        el("label")
            .class("fr-compose__choice")
            .with(radio)
            .with(label)
    });
    el("fieldset")
        .class("fr-compose__forms")
        .with(el("legend").class("fr-label").text("What to send"))
        .with(el("div").class("fr-compose__choices").all(choices))
}

/// What bars the way; each line leads to its field.
fn summary(sheet: &Sheet<'_>) -> Option<Drawn> {
    let certain = sheet.problems.iter().filter(|it| it.weight.is_certain());
    let lines: Vec<_> = certain
        .map(|problem| {
            let way = el("button")
                .class("fr-compose__jump")
                .attr("type", "button")
                .text(sheet.composer.draft.row_name(problem.place))
                .text(problem.words.as_str())
                .on(On::press(Event::Went(problem.place)));
            el("li").with(way)
        })
        .collect();
    if !sheet.composer.is_asked || lines.is_empty() {
        return None;
    }
    let title = el("h3")
        .class("fr-heading--small")
        .id("composer-summary-title")
        .text("Graph would refuse this");
    Some(
        el("div")
            .class("fr-summary")
            .id(SUMMARY)
            .attr("role", "group")
            .attr("tabindex", "-1")
            .attr("aria-labelledby", "composer-summary-title")
            .with(title)
            .with(el("ul").class("fr-summary__list").all(lines)),
    )
}

/// What could not be taken over from a message that was opened.
fn outcome(composer: &Composer) -> Option<Drawn> {
    let Some(Outcome::Opened(left_out)) = &composer.outcome else {
        return None;
    };
    let notice = el("div").id(OUTCOME).attr("tabindex", "-1");
    if left_out.is_empty() {
        let words = el("p")
            .class("fr-notice__title")
            .text("The message is open below.");
        return Some(notice.class("fr-compose__notice").with(words));
    }
    let paths = left_out
        .iter()
        .map(|path| el("li").with(el("code").stranger(path.as_str())));
    let body = el("div")
        .class("fr-notice__body")
        .with(
            el("p")
                .class("fr-notice__title")
                .text("The message is open below, without what the composer cannot edit"),
        )
        .with(el("ul").class("fr-notice__steps").all(paths));
    Some(
        notice
            .class("fr-notice fr-notice--warn")
            .with(parts::icon(parts::PROBLEM))
            .with(body),
    )
}

/// What a problem is called for those who listen.
const fn kind(weight: Weight) -> &'static str {
    match weight {
        Weight::Doubt => "In doubt: ",
        Weight::Refused | Weight::Missing => "Problem: ",
    }
}
