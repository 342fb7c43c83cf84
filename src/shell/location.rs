//! The place in the address, after `#`. Never anything else: `boot.js` takes it out before this runs.

use js_sys::Reflect;
use leptos::prelude::*;
use wasm_bindgen::JsValue;
use wizard::{Arrival, Event, Place, Text};

use super::core::Dispatch;
use super::life;

/// The place in the address.
pub(super) fn place() -> Option<Place> {
    let hash = window().location().hash().ok()?;
    Place::from_hash(&hash)
}

/// Begins anew, with what the tab has stored.
pub(super) fn reload() {
    let _ = window().location().reload();
}

/// Adds an entry to the history.
pub(super) fn push(place: Place) {
    if let Ok(history) = window().history() {
        let _ = history.push_state_with_url(&JsValue::NULL, "", Some(place.hash()));
    }
}

/// Changes the entry at hand.
pub(super) fn replace(place: Place) {
    if let Ok(history) = window().history() {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(place.hash()));
    }
}

/// Tells what came with the address, if `boot.js` noted something; once.
pub(super) fn tell_arrival(dispatch: Dispatch) {
    const NOTE: &str = "data-arrival";
    let Some(page) = document().document_element() else {
        return;
    };
    if let Some(arrival) = page
        .get_attribute(NOTE)
        .and_then(|note| Arrival::noted(&note))
    {
        let _ = page.remove_attribute(NOTE);
        dispatch.send(Event::Arrived(arrival));
    }
}

/// Tells of a call that somebody shared, if `boot.js` took one out of the address; once.
pub(super) fn tell_shared(dispatch: Dispatch) {
    let name = JsValue::from_str("shared");
    let shared = Reflect::get(&window(), &name).ok();
    if let Some(shared) = shared.and_then(|it| it.as_string()) {
        let _ = Reflect::delete_property(&window(), &name);
        dispatch.send(Event::Shared(Text(shared)));
    }
}

/// Tells of Back, Forward, and links.
pub(super) fn listen(dispatch: Dispatch) {
    life::on("hashchange", move |_| {
        dispatch.send(Event::LocationChanged(place()));
        tell_arrival(dispatch);
        tell_shared(dispatch);
    });
}
