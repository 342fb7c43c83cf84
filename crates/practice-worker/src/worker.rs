//! The worker's end of the conversation.

use std::cell::RefCell;

use practice_worker::Desk;
use wasm_bindgen::{JsCast as _, JsValue, closure::Closure};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

/// What the worker says once it listens.
const READY: &str = "ready";

/// Listens, then says so.
pub(crate) fn start() {
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else {
        return; // Started somewhere else than in a worker.
    };
    let page = scope.clone();
    let desk = RefCell::new(Desk::default());
    let listener = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        if let (Some(message), Ok(mut desk)) = (event.data().as_string(), desk.try_borrow_mut()) {
            say(&page, &desk.answer(&message));
        }
    });
    scope.set_onmessage(Some(listener.as_ref().unchecked_ref()));
    listener.forget(); // It listens as long as the worker lives.
    say(&scope, READY);
}

fn say(scope: &DedicatedWorkerGlobalScope, message: &str) {
    // Only what cannot be copied is refused, and a string can.
    let _ = scope.post_message(&JsValue::from_str(message));
}
