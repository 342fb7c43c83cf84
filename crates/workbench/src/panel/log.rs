//! The calls of this visit: look at one again, run it again, hold two answers against each other.

use graph_api::Method;
use remote_view::{Element, On, Then, el};

use super::{Event, line};
use crate::Workbench;
use crate::exports::Format;
use crate::parts::{button, fold};
use crate::record::{Answer, Record};

pub(super) fn log(bench: &Workbench) -> Option<Element<Then<Event>>> {
    let calls = bench.calls.all();
    if calls.len() + bench.calls.gone() < 2 {
        return None;
    }
    let shown = bench.calls.shown().map(|it| it.called.ticket);
    let rows = calls.iter().rev().map(|record| {
        let ticket = record.called.ticket;
        let row = el("button").class("fr-log__call").attr("type", "button");
        let row = match Some(ticket) == shown {
            true => row.attr("aria-current", "true"),
            false => row,
        };
        let number = el("span").class("fr-log__number");
        let row = row.with(number.text(record.number.to_string()));
        let place = el("li").key(ticket.to_string());
        place.with(line(row.on(On::press(Event::Shown(ticket))), record))
    });
    let (label, gone) = match bench.calls.gone() {
        0 => ("All calls", None),
        1 => (
            "Calls",
            Some("One older call is no longer kept.".to_owned()),
        ),
        gone => (
            "Calls",
            Some(format!("{gone} older calls are no longer kept.")),
        ),
    };
    let label = format!("{label} ({})", calls.len());
    let gone = gone.map(|words| el("p").class("fr-text--muted fr-text--small").text(words));
    let inside = el("div")
        .class("fr-log")
        .with(el("ol").all(rows))
        .maybe(gone)
        .maybe(bench.calls.shown().and_then(again))
        .maybe(comparing(bench));
    Some(
        el("div")
            .class("fr-call__part")
            .with(fold(&label, inside))
            .with(fold("Export the session", exports())),
    )
}

/// The session for other tools.
fn exports() -> Element<Then<Event>> {
    let formats = Format::ALL.into_iter().map(|format| {
        button("fr-button--small", format.title()).on(On::press(Event::Saved(format)))
    });
    el("div")
        .class("fr-log")
        .with(el("div").class("fr-row").all(formats))
        .with(el("p").class("fr-text--muted fr-text--small").text(
            "All the calls above, without tokens. They have names of variables in their place.",
        ))
}

/// A read can be run again by a press. What writes goes through the explorer, where it is seen first.
fn again(shown: &Record) -> Option<Element<Then<Event>>> {
    let is_read =
        shown.called.call.spec.method == Method::Get && shown.as_request().token.is_some();
    let again = button("fr-button--small", "Run this call again").on(On::press(Event::RunAgain));
    (is_read && shown.answer().is_some()).then_some(again)
}

/// The answer on display held against another.
fn comparing(bench: &Workbench) -> Option<Element<Then<Event>>> {
    let shown = bench.calls.shown()?;
    shown.answer()?;
    let others = bench.calls.all().iter().rev();
    let others: Vec<_> = others
        .filter(|it| it.called.ticket != shown.called.ticket)
        .filter_map(|it| Some((it, it.answer()?)))
        .collect();
    if others.is_empty() {
        return None;
    }
    let chosen = bench.panel.compared;
    let options = others.iter().map(|(it, answer)| {
        let ticket = it.called.ticket;
        el("option")
            .attr("value", ticket.to_string())
            .flag("selected", chosen == Some(ticket))
            .text(name(it, answer))
    });
    let select = el("select")
        .class("fr-input fr-input--small")
        .id("call-compare")
        .on(On::choose(|value| Event::Compared(value.parse().ok())))
        .with(el("option").attr("value", "").text("nothing"))
        .all(options);
    let label = el("label")
        .class("fr-field fr-field--inline")
        .attr("for", "call-compare")
        .with(el("span").text("Compare with"))
        .with(select);
    let changes = bench.panel.comparison.as_ref().map(|it| it.2.view());
    Some(
        el("div")
            .class("fr-log__compare")
            .with(label)
            .maybe(changes),
    )
}

/// `3: GET me/accounts, 200`.
fn name(record: &Record, answer: &Answer) -> String {
    let call = &record.called.call;
    let path = call.path.trim_start_matches('/');
    let method = call.spec.method.as_str();
    format!("{}: {method} {path}, {}", record.number, answer.status)
}
