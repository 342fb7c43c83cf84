//! Time: the reader's clock, which decides nothing but words.

use std::time::Duration;

use graph_api::GraphTime;
use js_sys::Promise;
use leptos::prelude::*;
use wasm_bindgen_futures::JsFuture;

/// Now, by the reader's clock.
pub(super) fn now() -> GraphTime {
    // Milliseconds since 1970 are far from the end of an i64, and `as` saturates.
    GraphTime::from_unix((js_sys::Date::now() / 1000.0) as i64)
}

/// Now, by the same clock, in milliseconds since 1970.
pub(super) fn now_millis() -> f64 {
    js_sys::Date::now()
}

/// Milliseconds since then; none if the clock was set back.
pub(super) fn since(began: f64) -> u32 {
    // `as` saturates.
    (now_millis() - began) as u32
}

/// Does something after so many milliseconds.
pub(super) fn after(millis: u32, act: impl FnOnce() + 'static) {
    set_timeout(act, Duration::from_millis(millis.into()));
}

/// Waits for so many milliseconds.
pub(super) async fn wait(millis: u32) {
    let promise = Promise::new(&mut |done, _| {
        let done = move || drop(done.call0(&js_sys::global()));
        after(millis, done);
    });
    let _ = JsFuture::from(promise).await;
}

/// Does something twice a minute.
pub(super) fn every_half_minute(act: impl Fn() + 'static) {
    set_interval(act, Duration::from_secs(30));
}
