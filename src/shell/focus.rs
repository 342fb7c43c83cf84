//! The focus: a step change leads to its heading, a refusal to what it says.

use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{
    Element, HtmlDialogElement, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition,
};
use wizard::Focus;

/// Moves the focus once the page shows the new state, unless the reader types somewhere else by then.
pub(super) fn move_to(target: Focus) {
    let before = document().active_element();
    // The view is drawn in a microtask; the next frame comes after it.
    request_animation_frame(move || {
        let selector = match target {
            Focus::Heading => ".fr-title".to_owned(),
            Focus::Alert | Focus::Failure => "[data-focus=alert]".to_owned(),
            Focus::Warning => "[data-focus=warning]".to_owned(),
            Focus::Result => "[data-focus=result]".to_owned(),
            Focus::Found => "[data-focus=found]".to_owned(),
            Focus::Field(field) => format!("#{}", field.dom_id()),
            Focus::Forget => "#forget".to_owned(),
            Focus::Dialog => return open_dialog(),
        };
        let has_moved = has_moved_from(before.as_ref());
        if has_moved && is_typing() {
            return;
        }
        if target == Focus::Heading {
            window().scroll_to_with_x_and_y(0.0, 0.0);
        }
        let came = matches!(target, Focus::Result | Focus::Found);
        let waits = came || target == Focus::Failure;
        if waits && (is_typing() || has_moved) || came && is_at_beginning() {
            return;
        }
        let found = document().query_selector(&selector).ok().flatten();
        if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
            let _ = element.focus();
        }
    });
}

/// Moves the focus to the element with this ID, once the page shows the new state.
pub(super) fn on(id: String) {
    request_animation_frame(move || focus_field(&id));
}

/// Brings the element with this ID into sight, once the page shows the new state. The focus stays.
pub(super) fn reveal(id: String) {
    request_animation_frame(move || {
        if let Some(element) = document().get_element_by_id(&id) {
            let nearest = ScrollIntoViewOptions::new();
            nearest.set_block(ScrollLogicalPosition::Nearest);
            element.scroll_into_view_with_scroll_into_view_options(&nearest);
        }
    });
}

/// Whether the reader has just come to a step, or is told something of the page itself. What the step
/// reads by itself leaves them there, unless it fails.
fn is_at_beginning() -> bool {
    let active = document().active_element();
    active.is_some_and(|element| {
        let beginnings = "h1, [data-focus=warning]";
        element.matches(beginnings).unwrap_or_default()
    })
}

/// Whether the reader is in a text field, whatever for: an answer does not take them out of it.
fn is_typing() -> bool {
    let active = document().active_element();
    active.is_some_and(|element| {
        let fields = "textarea, input:not([type=radio], [type=checkbox])";
        element.matches(fields).unwrap_or_default()
    })
}

/// Whether the reader has moved the focus since then. Where its element is gone, the body has it.
fn has_moved_from(before: Option<&Element>) -> bool {
    let active = document().active_element();
    let is_body = active.as_ref().is_some_and(|now| now.tag_name() == "BODY");
    active.as_ref() != before && !is_body
}

/// Opens the dialog that the page holds; the browser keeps the focus inside.
fn open_dialog() {
    let found = document()
        .query_selector("dialog:not([open])")
        .ok()
        .flatten();
    if let Some(dialog) = found.and_then(|found| found.dyn_into::<HtmlDialogElement>().ok()) {
        let _ = dialog.show_modal();
    }
}

/// Moves the focus to an element of the page as it is.
pub fn focus_field(id: &str) {
    let found = document().get_element_by_id(id);
    if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}
