//! Meta's tutorial beside the explorer, ticked off as it is done.

use remote_view::{Element, On, Then, View, el};

use crate::explorer::tutorial::Task;
use crate::explorer::{Event, Explorer};
use crate::parts::{CHEVRON, DONE, button, hidden, icon, link};

const ADDRESS: &str = "https://developers.facebook.com/documentation/business-messaging/messenger-platform/get-started";

const INSIDE: &str = "explorer-tutorial";

pub(in crate::explorer) fn view(explorer: &Explorer) -> View<Event> {
    let done = &explorer.done;
    let is_due = |task: &Task| !done.contains(task) && !task.is_optional();
    let current = Task::ALL.into_iter().find(is_due);
    let tasks = Task::ALL.iter().enumerate().map(|(at, task)| {
        let is_current = current == Some(*task);
        self::task(*task, at, is_current, done.contains(task))
    });
    let needed = Task::ALL.iter().filter(|it| !it.is_optional()).count();
    let left = Task::ALL.iter().filter(|it| is_due(it)).count();
    let state = match left {
        0 => "all done".to_owned(),
        left => format!("{} of {needed} done", needed - left),
    };
    // Beside the explorer it is open to begin with, under it folded.
    let is_open = explorer.is_tutorial_open;
    let class = match is_open {
        Some(true) => "fr-tutorial fr-tutorial--open",
        Some(false) => "fr-tutorial fr-tutorial--folded",
        None => "fr-tutorial",
    };
    let bar = |place, is_open| bar(place, &state, is_open);
    el("section")
        .class(class)
        .attr("aria-label", "Meta’s tutorial")
        .with(
            el("h2")
                .with(bar("beside", is_open.unwrap_or(true)))
                .with(bar("under", is_open.unwrap_or(false))),
        )
        .with(
            el("div")
                .class("fr-tutorial__inside")
                .id(INSIDE)
                .with(
                    el("p")
                        .class("fr-text--small fr-text--muted")
                        .text("The way through the Graph API Explorer in ")
                        .with(link("Get started: send a message", ADDRESS))
                        .text(". The steps tick themselves off."),
                )
                .with(el("ol").all(tasks)),
        )
        .into()
}

/// What folds it, drawn for one of the two places it can stand in: only the page knows which it is.
fn bar(place: &str, state: &str, is_open: bool) -> Element<Then<Event>> {
    el("button")
        .class(format!("fr-tutorial__bar fr-tutorial__bar--{place}"))
        .attr("type", "button")
        .attr("aria-expanded", is_open.to_string())
        .attr("aria-controls", INSIDE)
        .text("Meta’s tutorial")
        .with(hidden(": "))
        .with(el("span").class("fr-tutorial__state").text(state))
        .with(icon(CHEVRON))
        .on(On::press(Event::TutorialFolded(is_open)))
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
