//! Meta's tutorial beside the explorer, ticked off as it is done.

use remote_view::{Element, On, Then, el};

use super::Scene;
use crate::explorer::Event;
use crate::explorer::tutorial::Task;
use crate::parts::{CHEVRON, DONE, button, fold, icon, link};

const ADDRESS: &str = "https://developers.facebook.com/documentation/business-messaging/messenger-platform/get-started";

pub(super) fn view(scene: &Scene<'_>) -> Element<Then<Event>> {
    let done = &scene.explorer.done;
    let is_due = |task: &Task| !done.contains(task) && !task.is_optional();
    let current = Task::ALL.into_iter().find(is_due);
    let needed = Task::ALL.iter().filter(|it| !it.is_optional()).count();
    let left = Task::ALL.iter().filter(|it| is_due(it)).count();
    let label = match current {
        Some(_) => format!(
            "Meta’s tutorial, step by step: {} of {needed} done",
            needed - left
        ),
        None => "Meta’s tutorial: all done".to_owned(),
    };
    let tasks = Task::ALL.iter().enumerate().map(|(at, task)| {
        let is_current = current == Some(*task);
        self::task(*task, at, is_current, done.contains(task))
    });
    let body = el("div")
        .class("fr-tutorial")
        .with(
            el("p")
                .class("fr-text--small fr-text--muted")
                .text("The way through the Graph API Explorer in ")
                .with(link("Get started: send a message", ADDRESS))
                .text(". The steps tick themselves off."),
        )
        .with(el("ol").class("fr-tutorial__list").all(tasks));
    fold(&label, body).key("tutorial")
}

fn task(task: Task, at: usize, is_current: bool, is_done: bool) -> Element<Then<Event>> {
    let mark = el("span").class("fr-tutorial__mark");
    let (mark, state) = match (is_done, is_current, task.is_optional()) {
        (true, ..) => (mark.with(icon(DONE)), "Done"),
        (_, true, _) => (mark.text(""), "Next"),
        (.., true) => (mark.text(""), "Optional"),
        _ => (mark.text(""), ""),
    };
    let class = match (is_done, is_current) {
        (true, _) => "fr-tutorial__task fr-tutorial__task--done",
        (_, true) => "fr-tutorial__task fr-tutorial__task--current",
        _ => "fr-tutorial__task",
    };
    let summary = el("summary")
        .class("fr-tutorial__title")
        .with(mark)
        .with(el("span").text(task.title()))
        .with(el("span").class("fr-tutorial__state").text(state))
        .with(icon(CHEVRON));
    let doing = task.doing().iter().map(|it| el("li").text(*it));
    let notes = task
        .notes()
        .iter()
        .map(|it| el("li").with(el("b").text("Note: ")).text(*it));
    let inside = el("div")
        .class("fr-tutorial__body")
        .with(el("ul").class("fr-points").all(doing))
        .maybe((!task.notes().is_empty()).then(|| el("ul").class("fr-tutorial__notes").all(notes)))
        .with(
            button("fr-button--small", "Fill in")
                .attr("aria-label", format!("Fill in: {}", task.title()))
                .on(On::press(Event::Filled(at))),
        );
    let item = el("li").class(class);
    let item = match is_current {
        true => item.attr("aria-current", "step"),
        false => item,
    };
    item.with(
        el("details")
            .key(if is_current { "current" } else { "" })
            .flag("open", is_current)
            .with(summary)
            .with(inside),
    )
}
