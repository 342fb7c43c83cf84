//! The fields of a POST or DELETE.

use graph_api::json;
use interchange::read_loosely;
use remote_view::{Element, On, Then, el};

use super::{Scene, field_of, words};
use crate::explorer::catalog::{Param, Takes};
use crate::explorer::complete::values_of;
use crate::explorer::rows::Row;
use crate::explorer::{Event, RowEvent};
use crate::parts::{CLOSE, PROBLEM, button, hidden, icon};

/// The ID of the button that adds an empty row.
pub(in crate::explorer) const ADD_ROW: &str = "explorer-add-row";
const NAMES: &str = "explorer-row-names";

/// The ID of a row's field: its `name` or its `value`.
pub(in crate::explorer) fn row_id(part: &str, id: u32) -> String {
    format!("explorer-row-{part}-{id}")
}

pub(super) fn view(scene: &Scene<'_>) -> Element<Then<Event>> {
    let rows = &scene.explorer.draft.rows;
    let params = scene.target.call.map_or(&[][..], |it| it.params);
    let names = params.iter().map(|it| el("option").attr("value", it.name));
    let missing = params.iter().filter(|it| !rows.has(it.name));
    let add = |label: String, name: &'static str, value: &'static str| {
        button("fr-button--small", &label)
            .key(name)
            .on(On::press(Event::Row(RowEvent::Added(
                name.to_owned(),
                value.to_owned(),
            ))))
    };
    let known = missing.map(|it| {
        let value = match it.takes {
            Takes::Json(example) => example,
            Takes::OneOf(values) => values.first().copied().unwrap_or_default(),
            _ => "",
        };
        add(format!("+ {}", it.name), it.name, value)
    });
    let list = (!rows.is_empty()).then(|| {
        let rows = rows.iter().map(|it| row(scene, params, it));
        el("ul").class("fr-rows").all(rows)
    });
    el("fieldset")
        .class("fr-explorer__group")
        .with(
            el("legend")
                .class("fr-explorer__legend")
                .text("Fields to send"),
        )
        .maybe(list)
        .with(
            el("div")
                .class("fr-row")
                .with(add("+ field".to_owned(), "", "").id(ADD_ROW))
                .all(known),
        )
        .with(el("datalist").id(NAMES).all(names))
}

fn row(scene: &Scene<'_>, params: &[Param], row: &Row) -> Element<Then<Event>> {
    let id = row.id;
    let name = row.name.text().trim();
    let param = params.iter().find(|it| it.name == name);
    let said = said(scene, param, row);
    let described = format!("explorer-row-said-{id}");
    let label = match name {
        "" => "Value".to_owned(),
        name => format!("Value of {name}"),
    };
    let values = param.map_or(&[][..], values_of);
    let value = match values {
        [] => el("textarea").attr("rows", "1").key("text"),
        _ => el("input")
            .attr("type", "text")
            .attr("list", format!("explorer-row-values-{id}"))
            .key("list"),
    };
    let value = value
        .class("fr-input fr-input--mono fr-input--small")
        .id(row_id("value", id))
        .attr("aria-label", label)
        .attr("aria-describedby", described.clone())
        .attr("autocomplete", "off")
        .attr("autocapitalize", "none")
        .attr("spellcheck", "false")
        .attr("dir", "auto")
        .value(&row.value)
        .on(On::typed(move |text| {
            Event::Row(RowEvent::Typed(id, text.to_owned()))
        }));
    let values = (!values.is_empty()).then(|| {
        let options = values.iter().map(|it| el("option").attr("value", *it));
        el("datalist")
            .id(format!("explorer-row-values-{id}"))
            .all(options)
    });
    el("li")
        .class("fr-rows__row")
        .key(id.to_string())
        .with(
            el("input")
                .class("fr-input fr-input--mono fr-input--small")
                .id(row_id("name", id))
                .attr("type", "text")
                .attr("aria-label", "Name")
                .attr("list", NAMES)
                .attr("autocomplete", "off")
                .attr("autocapitalize", "none")
                .attr("spellcheck", "false")
                .value(&row.name)
                .on(On::typed(move |text| {
                    Event::Row(RowEvent::Named(id, text.to_owned()))
                })),
        )
        .with(value)
        .with(
            button("fr-button--quiet fr-button--small fr-button--icon", "")
                .with(icon(CLOSE))
                .with(hidden("Take out "))
                .with(hidden("").stranger(if name.is_empty() { "this field" } else { name }))
                .on(On::press(Event::Row(RowEvent::Removed(id)))),
        )
        .with(said.class("fr-rows__said").id(described))
        .maybe(values)
}

/// What is wrong with a row, or what it is for.
fn said(scene: &Scene<'_>, param: Option<&Param>, row: &Row) -> Element<Then<Event>> {
    let said = el("div");
    let problem = scene.explorer.problem.as_ref();
    let is_here =
        |field: &String| [row_id("name", row.id), row_id("value", row.id)].contains(field);
    if let Some(problem) = problem.filter(|it| is_here(&field_of(it))) {
        return said.with(
            el("p")
                .class("fr-error")
                .attr("role", "alert")
                .with(icon(PROBLEM))
                .with(el("span").stranger(words(problem))),
        );
    }
    if row.had_secret {
        return said.attr("role", "status").with(
            el("p").class("fr-error").with(icon(PROBLEM)).with(
                el("span").text(
                    "No secret goes in here: the page puts the token in that you choose above.",
                ),
            ),
        );
    }
    let text = row.value.text();
    let is_json = matches!(param.map(|it| it.takes), Some(Takes::Json(_)))
        || text.trim_start().starts_with(['{', '[']);
    let is_loose = is_json && !text.trim().is_empty() && json::parse(text).is_err();
    match is_loose.then(|| read_loosely(text)) {
        Some(Some(meant)) => {
            let id = row.id;
            said.with(el("span").text("Not strict JSON; Graph has been reading it. "))
                .with(
                    button("fr-button--small", "Make it strict").on(On::press(Event::Row(
                        RowEvent::Mended(id, meant.to_string()),
                    ))),
                )
        }
        Some(None) => said.text("Not JSON: a quote or a bracket is missing."),
        _ => said.text(param.map_or("", |it| it.about)),
    }
}
