//! What the workbench drew, as elements of this page. It names tags, attributes and addresses; what
//! is not known here is not drawn.

use std::cell::Cell;

use remote_view::{Ink, Node as Far, Property as Held};
use wizard::view::outside;
use workbench::Drawn;

use super::node::{Element, Node, Property, Text, apart, el, shown};
use super::on::{FarOn, On};

/// Where a link may lead.
const ADDRESSES: [&str; 4] = [
    "#/",
    "https://developers.facebook.com/",
    "https://www.facebook.com/",
    "https://m.me/",
];

/// What the workbench drew, and what of the page's own stands among it.
pub(crate) struct Surfaces {
    pub(crate) drawn: Vec<Drawn>,
    /// By the name of its place; drawn once.
    pub(crate) own: Cell<Option<(&'static str, Node)>>,
}

/// Draws a surface; nothing as long as the workbench has not.
pub(crate) fn far(surfaces: &Surfaces, name: &str) -> Node {
    if let Some(drawn) = surfaces.drawn.iter().find(|it| it.surface == name) {
        return draw(surfaces, drawn, &drawn.tree);
    }
    match surfaces.own.take() {
        Some((place, node)) if place == name => node,
        other => {
            surfaces.own.set(other);
            Node::Text(Text::Borrowed(""))
        }
    }
}

fn draw(surfaces: &Surfaces, drawn: &Drawn, node: &Far<u32>) -> Node {
    match node {
        Far::Text(ink, text) => {
            let text = Text::Owned(text.clone());
            match ink {
                Ink::Own => Node::Text(text),
                Ink::Stranger => apart(text, outside::TEXT),
                Ink::Name => apart(text, outside::NAME),
                Ink::Code => shown(text, usize::MAX),
            }
        }
        Far::Surface(name) => far(surfaces, name),
        Far::Element(it) => element(surfaces, drawn, it).into(),
    }
}

fn element(surfaces: &Surfaces, drawn: &Drawn, it: &remote_view::Element<u32>) -> Element {
    let mut new = el(it.tag);
    new.0.key = Text::Owned(it.key.clone());
    for (name, value) in &it.attributes {
        let leads = |start: &&str| value.starts_with(*start);
        if *name != "href" || ADDRESSES.iter().any(leads) {
            new.0.attributes.push((name, Text::Owned(value.clone())));
        }
    }
    new.0.property = it.property.as_ref().map(|held| match held {
        Held::Value(text, revision) => Property::Seeded(text.clone(), *revision),
        Held::Checked(is_checked) => Property::Marked(*is_checked),
        Held::ScrollTop(top, revision) => Property::ScrollTop(*top, *revision),
    });
    if !it.on.is_empty() {
        new.0.on = Some(On::Far(FarOn {
            surface: drawn.surface.clone(),
            drawing: drawn.drawing,
            ways: it.on.clone(),
        }));
    }
    for child in &it.children {
        new.0.children.push(draw(surfaces, drawn, child));
    }
    new
}
