//! The calls of this visit: look at one again, run it again, hold two answers against each other.

use graph_api::Method;
use remote_view::{Element, On, Then, el};

use super::{Event, line};
use crate::Workbench;
use crate::exports::Format;
use crate::parts::{button, fold};
use crate::record::{Answer, Outcome, Record};

pub(super) fn log(bench: &Workbench) -> Option<Element<Then<Event>>> {
    let calls = bench.calls.all();
    if calls.is_empty() {
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
        let row = row.on(On::press(Event::Shown(ticket)));
        place.with(line(row, record, asked(record)))
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
    let is_read = shown.called.call.spec.method == Method::Get && shown.token().is_some();
    let has_ended = !matches!(shown.outcome, Outcome::Draft | Outcome::Waiting);
    let again = button("fr-button--small", "Run this call again").on(On::press(Event::RunAgain));
    (is_read && has_ended).then_some(again)
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

/// How much of a call tells it apart from others, in characters.
const ASKED: usize = 100;

/// `me/accounts?fields=id,name`; of what writes the path only.
fn asked(record: &Record) -> String {
    let request = record.as_request();
    let mut asked = request.path.trim_start_matches('/').to_owned();
    if request.method == Method::Get {
        for (at, (name, value)) in request.params.iter().enumerate() {
            let joint = if at == 0 { '?' } else { '&' };
            asked.push_str(&format!("{joint}{name}={value}"));
        }
    }
    match asked.char_indices().nth(ASKED) {
        Some((end, _)) => asked.split_at(end).0.to_owned() + "…",
        None => asked,
    }
}

/// `3: GET me/accounts, 200`.
fn name(record: &Record, answer: &Answer) -> String {
    let method = record.called.call.spec.method.as_str();
    let (number, status) = (record.number, answer.status);
    format!("{number}: {method} {}, {status}", asked(record))
}
