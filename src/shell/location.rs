//! The step in the address, after `#`. Never anything else.

use leptos::prelude::*;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use wizard::{Event, Step};

use super::core::Dispatch;

/// The step in the address.
pub(super) fn step() -> Option<Step> {
    let hash = window().location().hash().ok()?;
    Step::from_hash(&hash)
}

/// Adds an entry to the history.
pub(super) fn push(step: Step) {
    if let Ok(history) = window().history() {
        let _ = history.push_state_with_url(&JsValue::NULL, "", Some(step.hash()));
    }
}

/// Changes the entry at hand.
pub(super) fn replace(step: Step) {
    if let Ok(history) = window().history() {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(step.hash()));
    }
}

/// Tells of Back, Forward, and links.
pub(super) fn listen(dispatch: Dispatch) {
    let heard = Closure::<dyn Fn()>::new(move || dispatch.send(Event::LocationChanged(step())));
    let _ = window().add_event_listener_with_callback("hashchange", heard.as_ref().unchecked_ref());
    heard.forget(); // It lives as long as the page.
}
