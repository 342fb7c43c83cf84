//! A web worker's end of a conversation: each text is answered with a text.
//!
//! Trunk builds a worker from its own `<link data-type="worker">` in `index.html` into three files
//! beside the page: `NAME.js`, `NAME_bg.wasm` and `NAME_loader.js`, without a hash in their names.
//! The page starts it as a module, `new Worker("./NAME_loader.js", { type: "module" })`.
//!
//! The worker says [`READY`] first. What is sent to it before that is lost: it has no listener while
//! its WebAssembly is loading. If it cannot start, the page's `Worker` gets an `error` event and no
//! message.
//!
//! # Where to start
//! - [`serve`]: what a worker's `main` calls.
//! - [`minutes_ahead`]: what it may want to know of the reader's time zone.

#[cfg(target_arch = "wasm32")]
mod scope;

/// What a worker says once it listens.
pub const READY: &str = "ready";

/// Listens, says so, and answers from then on. It does nothing outside of a worker.
pub fn serve(answer: impl FnMut(&str) -> String + 'static) {
    #[cfg(target_arch = "wasm32")]
    scope::serve(answer);
    #[cfg(not(target_arch = "wasm32"))]
    drop(answer);
}

/// How far the reader's clock is ahead of UTC, in minutes, so many seconds after 1970: by the rules of
/// the reader's time zone for that moment. Outside of a browser it is UTC.
#[must_use]
pub fn minutes_ahead(seconds: i64) -> i32 {
    #[cfg(target_arch = "wasm32")]
    let minutes = scope::minutes_ahead(seconds);
    #[cfg(not(target_arch = "wasm32"))]
    let (minutes, _) = (0, seconds);
    minutes
}
