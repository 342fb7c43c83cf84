//! A stand-in for the crate wasm-streams: the part that Leptos' server functions name.
//!
//! This page has no server functions. But Leptos brings the crate along, and the classes that it
//! exports to JavaScript stay in the WebAssembly whether somebody calls them or not: 5 KB of the
//! first load. Here a stream is empty. Whoever adds a server function removes `[patch.crates-io]`
//! from the workspace's `Cargo.toml`.

use futures_util::stream::{self, Stream};
use wasm_bindgen::{JsCast as _, JsValue};

/// A stream that is never read.
#[derive(Debug)]
pub struct ReadableStream(web_sys::ReadableStream);

impl ReadableStream {
    /// A stream that stands for a stream of JavaScript's.
    #[must_use]
    pub const fn from_raw(raw: web_sys::ReadableStream) -> Self {
        Self(raw)
    }

    /// A stream that stands for one of Rust's.
    pub fn from_stream(_: impl Stream<Item = Result<JsValue, JsValue>> + 'static) -> Self {
        Self(JsValue::UNDEFINED.unchecked_into())
    }

    /// The stream of JavaScript's.
    #[must_use]
    pub fn into_raw(self) -> web_sys::ReadableStream {
        self.0
    }

    /// Nothing.
    pub fn into_stream(self) -> impl Stream<Item = Result<JsValue, JsValue>> {
        stream::empty()
    }
}
