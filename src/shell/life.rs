//! What happens to the page as a whole: it is left, it comes back, it wakes up, it is online again.

use leptos::leptos_dom::helpers::window_event_listener_untyped;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::PageTransitionEvent;
use wizard::Event;

use super::core::Dispatch;

/// Tells the loop of it.
pub(super) fn listen(dispatch: Dispatch) {
    on("pagehide", move |_| dispatch.pause());
    on("pageshow", move |event| {
        let event = event.dyn_ref::<PageTransitionEvent>();
        if event.is_some_and(PageTransitionEvent::persisted) {
            dispatch.come_back();
        }
    });
    on("focus", move |_| dispatch.wake());
    on("online", move |_| dispatch.send(Event::CameOnline));
}

fn on(name: &str, act: impl Fn(web_sys::Event) + 'static) {
    let listener = window_event_listener_untyped(name, act);
    on_cleanup(move || listener.remove());
}
