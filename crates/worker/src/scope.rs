//! The browser's side of it.

use std::cell::RefCell;

use wasm_bindgen::{JsCast as _, JsValue, closure::Closure};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use crate::READY;

pub(crate) fn serve(answer: impl FnMut(&str) -> String + 'static) {
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else {
        return; // Started somewhere else than in a worker.
    };
    let page = scope.clone();
    let answer = RefCell::new(answer);
    let listener = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        if let (Some(message), Ok(mut answer)) = (event.data().as_string(), answer.try_borrow_mut())
        {
            say(&page, &answer(&message));
        }
    });
    scope.set_onmessage(Some(listener.as_ref().unchecked_ref()));
    listener.forget(); // It listens as long as the worker lives.
    say(&scope, READY);
}

pub(crate) fn minutes_ahead(seconds: i64) -> i32 {
    let date = js_sys::Date::new(&JsValue::from_f64(seconds as f64 * 1000.0));
    // `as` saturates, and makes 0 of a date that JavaScript does not have.
    -date.get_timezone_offset() as i32
}

fn say(scope: &DedicatedWorkerGlobalScope, message: &str) {
    // Only what cannot be copied is refused, and a string can.
    let _ = scope.post_message(&JsValue::from_str(message));
}
