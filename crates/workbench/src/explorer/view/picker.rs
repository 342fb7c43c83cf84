//! The fields of what is asked for, as boxes to tick.

use graph_api::TokenKind;
use remote_view::{Element, On, Then, el};

use super::Scene;
use crate::explorer::Event;
use crate::explorer::catalog::{Field, Node};
use crate::explorer::selection::Selection;
use crate::parts::fold;

/// How deep boxes are shown; deeper selections are typed.
const DEEPEST: usize = 4;

/// None when nothing is known of it, or it takes no fields.
pub(super) fn view(scene: &Scene<'_>) -> Option<Element<Then<Event>>> {
    let node = scene.target.node?;
    node.pickable(scene.explorer.draft.token).next()?;
    let query = scene.explorer.draft.query();
    let fields = query.param("fields").unwrap_or_default();
    let Some(selection) = Selection::read(fields) else {
        let words = "The fields in the query cannot be read: a brace is missing, or one too many. Mend them there, and the boxes come back.";
        return Some(fold("Fields", el("p").text(words)).key("fields"));
    };
    let picked = Picked {
        selection: &selection,
        token: scene.explorer.draft.token,
    };
    let boxes = boxes(node, &[], &picked);
    let unknown: Vec<_> = selection
        .names()
        .filter(|it| node.field(it).is_none())
        .collect();
    let unknown = (!unknown.is_empty()).then(|| {
        el("p")
            .class("fr-text--small fr-text--muted")
            .text("Typed by hand: ")
            .code(unknown.join(", "))
    });
    let body = el("div").class("fr-picker").with(boxes).maybe(unknown);
    let label = match selection.names().count() {
        0 => format!("Fields of {}", node.name),
        count => format!("Fields of {}: {count} picked", node.name),
    };
    Some(fold(&label, body).key("fields"))
}

/// What is picked, and with which token it is asked for.
struct Picked<'a> {
    selection: &'a Selection,
    token: TokenKind,
}

fn boxes(node: &Node, path: &[&'static str], picked: &Picked<'_>) -> Element<Then<Event>> {
    let rows = node
        .pickable(picked.token)
        .map(|field| row(field, path, picked));
    let list = el("ul").class("fr-picker__list").all(rows);
    match path.last() {
        None => list.attr("aria-label", "Fields"),
        Some(of) => list.attr("aria-label", format!("Fields of {of}")),
    }
}

fn row(field: &'static Field, path: &[&'static str], picked: &Picked<'_>) -> Element<Then<Event>> {
    let path = [path, &[field.name]].concat();
    let is_picked = picked.selection.has(&path);
    let inner = field
        .node()
        .filter(|it| it.pickable(picked.token).next().is_some());
    let inner = inner.filter(|_| is_picked && path.len() < DEEPEST);
    let inner = inner.map(|it| boxes(it, &path, picked));
    el("li")
        .with(
            el("label")
                .class("fr-check fr-picker__field")
                .with(
                    el("input")
                        .attr("type", "checkbox")
                        .checked(is_picked)
                        .on(On::mark(Event::FieldTicked(path))),
                )
                .with(
                    el("span")
                        .with(el("code").text(field.name))
                        .with(el("span").class("fr-picker__type").text(field.type_name()))
                        .with(el("span").class("fr-picker__about").text(field.about)),
                ),
        )
        .maybe(inner)
}
