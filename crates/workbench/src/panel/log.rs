//! The calls of this visit.

use remote_view::{Element, On, Then, el};

use super::{Event, line};
use crate::Workbench;
use crate::parts::fold;

pub(super) fn log(bench: &Workbench) -> Option<Element<Then<Event>>> {
    let calls = bench.calls.all();
    if calls.len() < 2 {
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
        el("li").with(line(row.on(On::press(Event::Shown(ticket))), record))
    });
    let label = format!("All calls ({})", calls.len());
    let rows = el("ol").all(rows);
    Some(el("div").class("fr-call__part").with(fold(&label, rows)))
}
