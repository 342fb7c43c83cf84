//! What is in the document, and how it becomes something else.

use js_sys::Reflect;
use leptos::prelude::*;
use wasm_bindgen::{JsCast as _, JsValue};

use super::node::{Node, Parts, Property, Text};
use super::on::Listener;

/// A part of the document that a [`Node`] made.
pub(crate) struct Live {
    pub(super) place: web_sys::Node,
    kind: Kind,
}

enum Kind {
    Text(Text),
    Element(Box<LiveElement>),
}

struct LiveElement {
    tag: &'static str,
    key: Text,
    element: web_sys::Element,
    attributes: Vec<(&'static str, Text)>,
    listener: Option<Listener>,
    property: Option<Property>,
    children: Vec<Live>,
}

impl Live {
    /// What it is known by among its siblings; empty when by its place.
    fn key(&self) -> &str {
        match &self.kind {
            Kind::Element(it) => &it.key,
            Kind::Text(_) => "",
        }
    }
}

impl Node {
    fn key(&self) -> &str {
        match self {
            Self::Element(it) => &it.0.key,
            Self::Text(_) => "",
        }
    }
}

const SVG: &str = "http://www.w3.org/2000/svg";

/// Makes a part of the document; an empty text where the document refuses, which it does for no tag
/// of ours.
pub(super) fn build(node: Node) -> Live {
    match node {
        Node::Text(text) => Live {
            place: document().create_text_node(&text).into(),
            kind: Kind::Text(text),
        },
        Node::Element(element) => build_element(*element.0),
    }
}

fn build_element(new: Parts) -> Live {
    let made = match new.tag {
        "svg" | "path" => document().create_element_ns(Some(SVG), new.tag),
        tag => document().create_element(tag),
    };
    let Ok(element) = made else {
        return build(Node::Text(Text::Borrowed("")));
    };
    for (name, value) in &new.attributes {
        let _ = element.set_attribute(name, value);
    }
    let children: Vec<_> = new.children.into_iter().map(build).collect();
    for child in &children {
        let _ = element.append_child(&child.place);
    }
    let listener = new
        .on
        .map(|on| Listener::new(element.clone().into(), on, new.tag == "button"));
    set_property(&element, None, new.property.as_ref());
    if let Some(Property::ScrollTop(top @ 1.., _)) = new.property {
        // What is not in the document yet cannot be scrolled.
        let element = element.clone();
        request_animation_frame(move || element.set_scroll_top(top.cast_signed()));
    }
    Live {
        place: element.clone().into(),
        kind: Kind::Element(Box::new(LiveElement {
            tag: new.tag,
            key: new.key,
            element,
            attributes: new.attributes,
            listener,
            property: new.property,
            children,
        })),
    }
}

/// Changes what is there into what should be there; replaces it when it is something else.
pub(super) fn patch(live: &mut Live, node: Node) {
    match (&mut live.kind, node) {
        (Kind::Text(old), Node::Text(new)) => {
            if *old != new {
                live.place.set_text_content(Some(&new));
                *old = new;
            }
        }
        (Kind::Element(old), Node::Element(new))
            if old.tag == new.0.tag && old.key == new.0.key =>
        {
            patch_element(old, *new.0);
        }
        (_, node) => {
            let new = build(node);
            if let Some(parent) = live.place.parent_node() {
                let _ = parent.replace_child(&new.place, &live.place);
            }
            *live = new;
        }
    }
}

fn patch_element(old: &mut LiveElement, new: Parts) {
    let element = &old.element;
    for (name, value) in &new.attributes {
        if !old
            .attributes
            .iter()
            .any(|(old, was)| old == name && was == value)
        {
            let _ = element.set_attribute(name, value);
        }
    }
    for (name, _) in &old.attributes {
        if !new.attributes.iter().any(|(new, _)| new == name) {
            let _ = element.remove_attribute(name);
        }
    }
    old.attributes = new.attributes;
    match (&old.listener, new.on) {
        (Some(listener), Some(on)) => listener.exchange(on),
        (None, Some(on)) => {
            let is_button = old.tag == "button";
            old.listener = Some(Listener::new(element.clone().into(), on, is_button));
        }
        (_, None) => old.listener = None,
    }
    patch_children(element, &mut old.children, new.children);
    set_property(element, old.property.as_ref(), new.property.as_ref());
    old.property = new.property;
}

/// One with a key stays the element that it was when others come or go before it: one that is moved
/// loses the focus. One without a key is known by its place, and may go when keys change around it.
fn patch_children(element: &web_sys::Element, old: &mut Vec<Live>, new: Vec<Node>) {
    let count = new.len();
    let mut rest = new.into_iter();
    for index in 0..count {
        let Some(child) = rest.next() else { break };
        let (wanted, met) = (child.key(), old.get(index).map_or("", Live::key));
        if met != wanted {
            if !met.is_empty() && rest.as_slice().iter().any(|it| it.key() == met) {
                insert(element, old, index, child);
                continue;
            }
            if !wanted.is_empty() && old.iter().skip(index).any(|it| it.key() == wanted) {
                while old.get(index).is_some_and(|it| it.key() != wanted) {
                    remove(element, &old.remove(index));
                }
            }
        }
        match old.get_mut(index) {
            Some(live) => patch(live, child),
            None => insert(element, old, index, child),
        }
    }
    while old.len() > count {
        let _ = old.pop().map(|gone| remove(element, &gone));
    }
}

#[inline(never)]
fn insert(element: &web_sys::Element, old: &mut Vec<Live>, index: usize, node: Node) {
    let live = build(node);
    let before = old.get(index).map(|it| &it.place);
    let _ = element.insert_before(&live.place, before);
    old.insert(index, live);
}

#[inline(never)]
fn remove(element: &web_sys::Element, gone: &Live) {
    let _ = element.remove_child(&gone.place);
}

/// Sets what differs only: setting a field to what it holds would move the caret.
fn set_property(element: &web_sys::Element, old: Option<&Property>, new: Option<&Property>) {
    let is_old = match (old, new) {
        (Some(Property::Seeded(_, was)), Some(Property::Seeded(_, now)))
        | (Some(Property::ScrollTop(_, was)), Some(Property::ScrollTop(_, now))) => was == now,
        (Some(Property::Marked(was)), Some(Property::Marked(now))) => was == now,
        _ => false,
    };
    if is_old {
        return;
    }
    let (name, value) = match new {
        Some(Property::Seeded(value, _)) => ("value", JsValue::from_str(value)),
        Some(Property::ScrollTop(top, _)) => ("scrollTop", JsValue::from_f64((*top).into())),
        Some(Property::Value(value)) => ("value", JsValue::from_str(value)),
        Some(Property::Checked(checked) | Property::Marked(checked)) => {
            ("checked", JsValue::from_bool(*checked))
        }
        None => return,
    };
    let name = JsValue::from_str(name);
    if Reflect::get(element, &name).ok().as_ref() != Some(&value) {
        let _ = Reflect::set(element.unchecked_ref(), &name, &value);
    }
}
