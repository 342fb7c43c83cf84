//! What happens to the page as a whole: it is left, it comes back, it is seen no more, it wakes up,
//! it is online again.

use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::Closure;
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
    on("visibilitychange", move |_| {
        dispatch.send(Event::TabHidden(document().hidden()));
    });
    // Whoever is about to act will need the rest of the page.
    for act in ["pointermove", "pointerdown", "keydown"] {
        on(act, move |_| dispatch.load_rest());
    }
    on("online", move |_| dispatch.send(Event::CameOnline));
}

/// Listens to the window, as long as there is a page.
pub(super) fn on(name: &str, act: impl Fn(web_sys::Event) + 'static) {
    let act = Closure::<dyn Fn(web_sys::Event)>::new(act);
    let _ = window().add_event_listener_with_callback(name, act.as_ref().unchecked_ref());
    act.forget();
}
