//! First Reply: from no token to a first reply on the Messenger Platform, in one page.
//!
//! This crate is the part that needs a browser. What happens is decided in `wizard`, and what is
//! asked and answered is defined in `graph-api`.
//!
//! # Where to start
//! - [`shell::Core`]: the one loop. Events go in, the model changes, effects go out, the view follows.
//! - [`shell::perform`]: one file per kind of effect; `shell/fetch.rs` is the only way to Graph.
//! - [`app`]: the page. `steps/` has one file per step, `call.rs` the call panel, `components/` what
//!   they share. They turn a `wizard::View` into a tree of elements (`dom/`), and send events.

pub mod app;
mod call;
mod components;
mod dom;
mod first;
mod header;
mod layout;
mod rest;
pub mod shell;
mod steps;

use leptos::prelude::*;
use wasm_bindgen::JsCast as _;

/// A smaller allocator than the standard library's: 2 KB of the first load.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// Starts the page in `#app`; without that element, in the body.
pub fn start() {
    shell::panic::install();
    let place = document()
        .get_element_by_id("app")
        .and_then(|place| place.dyn_into().ok());
    match place {
        Some(place) => mount_to(place, app::App).forget(),
        None => mount_to_body(app::App),
    }
}
