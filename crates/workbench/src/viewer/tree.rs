//! The rows in sight.

use remote_view::{Element, Node, On, Then, View, el};

use crate::parts::{CHEVRON, icon};

use super::document::{Kind, Line, Span};
use super::keys::KEYS;
use super::scroll::ROW;
use super::{Context, Event, Viewer, time};

/// The tree's ID.
pub(super) const ID: &str = "viewer-tree";

/// So many characters of a value stand in its row; below the tree there are more.
const SHOWN: usize = 200;

/// What comes before the place that was searched for, when the row cannot show all.
const BEFORE: usize = 20;

/// So many places are marked in a row.
const MARKED: usize = 20;

/// Deeper rows are not moved in further.
const DEEPEST: u32 = 12;

pub(super) fn tree(viewer: &Viewer, context: &Context) -> Element<Then<Event>> {
    let rows = viewer.scroll.rows(viewer.rows());
    let drawn = rows.clone().map(|row| viewer.folds.line(row));
    let selected = viewer
        .selected
        .filter(|it| drawn.clone().any(|line| line == *it));
    let frame = el("div")
        .class("fr-viewer__rows")
        .id(ID)
        .attr("role", "tree")
        .attr("tabindex", "0")
        .attr("aria-label", "Response");
    let frame = match selected {
        Some(line) => frame.attr("aria-activedescendant", row_id(line)),
        None => frame,
    };
    scrolled(frame, viewer)
        .on(On::keys(&KEYS, |key| Event::Key(key.to_owned())))
        .with(space(rows.start))
        .all(drawn.filter_map(|at| {
            let line = viewer.document.line(at)?;
            Some(row(viewer, context, at, line))
        }))
        .with(space(viewer.rows() - rows.end.min(viewer.rows())))
}

pub(super) fn raw(viewer: &Viewer) -> Element<Then<Event>> {
    let rows = viewer.scroll.rows(viewer.rows());
    let visited = viewer.visited.and_then(|at| viewer.found.get(at));
    let frame = el("div")
        .class("fr-viewer__rows fr-viewer__rows--raw")
        .attr("role", "region")
        .attr("tabindex", "0")
        .attr("aria-label", "Response, as it came");
    scrolled(frame, viewer)
        .with(space(rows.start))
        .all(rows.clone().map(|row| {
            let text = viewer.raw.row(&viewer.text, row);
            let class = match visited == Some(&row) {
                true => "fr-line fr-line--visited",
                false => "fr-line",
            };
            marked(viewer, el("div").class(class).id(raw_id(row)), text)
        }))
        .with(space(viewer.rows() - rows.end.min(viewer.rows())))
}

fn scrolled(frame: Element<Then<Event>>, viewer: &Viewer) -> Element<Then<Event>> {
    let way = if viewer.is_raw { "raw" } else { "tree" };
    frame
        .key(format!("{way} {}", viewer.name))
        .scrolled(viewer.scroll.top, viewer.scroll.revision)
        .on(On::scroll(Event::Scrolled))
}

/// The place of rows that are not drawn. An SVG has a height without a style of its own.
fn space<T>(rows: u32) -> Element<T> {
    el("svg")
        .class("fr-viewer__space")
        .attr("aria-hidden", "true")
        .attr("width", "1")
        .attr("height", (rows * ROW).to_string())
}

/// The ID of a line's row.
/// The ID of a row of the text as it came.
pub(super) fn raw_id(row: u32) -> String {
    format!("viewer-raw-{row}")
}

pub(super) fn row_id(line: u32) -> String {
    format!("viewer-line-{line}")
}

fn row(viewer: &Viewer, context: &Context, at: u32, line: &Line) -> Element<Then<Event>> {
    let row = el("div")
        .attr("data-depth", line.depth.min(DEEPEST).to_string())
        .on(On::press(Event::Pressed(at)));
    if line.kind == Kind::Close {
        let bracket = match viewer.document.slice(line.value) {
            "" => "…",
            bracket => bracket,
        };
        return row
            .class("fr-line")
            .attr("aria-hidden", "true")
            .with(mark(&format!("{bracket}{}", comma(line))));
    }
    let is_selected = viewer.selected == Some(at);
    let is_folded = viewer.folds.is_folded(at);
    let parent = viewer.document.line(line.parent);
    let siblings = match parent {
        Some(parent) if line.parent != at => viewer.document.count(parent),
        _ => 1,
    };
    let row = row
        .class(match is_selected {
            true => "fr-line fr-line--selected",
            false => "fr-line",
        })
        .id(row_id(at))
        .attr("role", "treeitem")
        .attr("aria-level", (line.depth + 1).to_string())
        .attr("aria-setsize", siblings.to_string())
        .attr("aria-posinset", (line.position + 1).to_string())
        .attr("aria-selected", if is_selected { "true" } else { "false" });
    let row = match line.kind.opens() {
        true => row
            .attr("aria-expanded", if is_folded { "false" } else { "true" })
            .with(
                el("span")
                    .class(match is_folded {
                        true => "fr-line__fold fr-line__fold--folded",
                        false => "fr-line__fold",
                    })
                    .with(icon(CHEVRON)),
            ),
        false => row,
    };
    let row = match viewer.document.slice(line.key) {
        "" => row,
        key => row.with(marked(viewer, el("span"), key)).with(mark(": ")),
    };
    match line.kind {
        Kind::OpenList | Kind::OpenObject if is_folded => folded(viewer, context, at, line, row),
        Kind::OpenList | Kind::OpenObject => row.with(mark(viewer.document.slice(line.value))),
        Kind::EmptyList => row.with(mark(&format!("[]{}", comma(line)))),
        Kind::EmptyObject => row.with(mark(&format!("{{}}{}", comma(line)))),
        _ => row
            .all(scalar(viewer, context, at, line))
            .with(mark(comma(line))),
    }
}

fn comma(line: &Line) -> &'static str {
    if line.comma { "," } else { "" }
}

fn mark<T>(text: &str) -> Element<T> {
    el("span").class("fr-code__mark").text(text)
}

/// A folded line: how much is in it, and what it is about.
fn folded(
    viewer: &Viewer,
    context: &Context,
    at: u32,
    line: &Line,
    row: Element<Then<Event>>,
) -> Element<Then<Event>> {
    let document = &viewer.document;
    let (brackets, what) = match line.kind {
        Kind::OpenList => ("[…]", "item"),
        _ => ("{…}", "key"),
    };
    let count = document.count(line);
    let plural = if count == 1 { "" } else { "s" };
    let comma = document.line(line.partner).map_or("", comma);
    let row = row.with(mark(&format!("{brackets}{comma}"))).with(
        el("span")
            .class("fr-line__more fr-line__count")
            .text(format!("{count} {what}{plural}")),
    );
    if line.kind == Kind::OpenList {
        return row;
    }
    let about = |row: Element<Then<Event>>, keys: &[&str]| {
        let child = keys.iter().find_map(|key| document.child(at, key));
        match child.filter(|(_, it)| matches!(it.kind, Kind::Text | Kind::Number)) {
            Some((at, line)) => row
                .with(el("span").class("fr-line__more"))
                .all(scalar(viewer, context, at, line)),
            None => row,
        }
    };
    about(about(row, &["id"]), &["name", "message", "scope"])
}

/// A value that nothing lies in; an ID can be pressed.
fn scalar(viewer: &Viewer, context: &Context, at: u32, line: &Line) -> Vec<View<Event>> {
    let text = viewer.document.slice(line.value);
    if viewer.id(at, context).is_some() {
        let inner = text.trim_matches('"');
        let quote = if inner.len() < text.len() { "\"" } else { "" };
        let title = match context.is_exploring {
            true => "Put it into the query",
            false => "Copy",
        };
        let id = el("button")
            .class("fr-line__id fr-clip")
            .attr("type", "button")
            .attr("tabindex", "-1")
            .attr("title", title)
            .on(On::press(Event::IdPressed(at)));
        let id = marked(viewer, id, inner);
        return vec![mark(quote).into(), id.into(), mark(quote).into()];
    }
    let class = match line.kind {
        Kind::Text => "fr-clip fr-code__string",
        Kind::Number => "fr-clip fr-code__number",
        _ => "fr-code__word",
    };
    let span = el("span").class(class);
    let span = match time::of(&viewer.document, line) {
        Some(it) => span.attr("title", time::local(it, context.zone)),
        None => span,
    };
    vec![marked(viewer, span, &excerpt(viewer, text)).into()]
}

/// What of a long text is shown: the part with what was searched for.
fn excerpt(viewer: &Viewer, text: &str) -> String {
    let found = viewer.needle.find(text).map_or(0, |it| it.start);
    let before = text.get(..found).unwrap_or_default();
    let mut starts = before.char_indices().rev();
    match starts.nth(SHOWN / 2) {
        Some(_) => {
            let from = before.char_indices().rev().nth(BEFORE).map_or(0, |it| it.0);
            format!("…{}", cut(text.get(from..).unwrap_or_default(), SHOWN))
        }
        None => cut(text, SHOWN),
    }
}

/// A text of so many characters at most.
pub(crate) fn cut(text: &str, limit: usize) -> String {
    match text.char_indices().nth(limit) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}

/// The text, with what is searched for in it.
fn marked(viewer: &Viewer, parent: Element<Then<Event>>, text: &str) -> Element<Then<Event>> {
    let mut pieces: Vec<View<Event>> = Vec::new();
    let mut from = 0;
    let piece = |range: std::ops::Range<usize>| {
        let text = text.get(range).unwrap_or_default();
        Node::Text(remote_view::Ink::Code, text.to_owned())
    };
    for place in viewer.needle.find_all(text).take(MARKED) {
        if place.start > from {
            pieces.push(piece(from..place.start));
        }
        from = place.end;
        pieces.push(el("mark").with(piece(place)).into());
    }
    pieces.push(piece(from..text.len()));
    parent.all(pieces)
}

/// A part of the text with nothing in it.
impl Span {
    pub(super) const fn is_empty(self) -> bool {
        self.from == self.to
    }
}
