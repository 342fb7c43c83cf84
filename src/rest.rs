//! The rest of the page: all that the first screen can do without. It is no part of the first load.
//!
//! `cargo xtask seal` cuts the release page in two at [`border`]. What can be reached from
//! [`REST`] only becomes a WebAssembly module of its own, which shares memory and function table
//! with the first: once it is loaded, its functions are called like any others. In a debug build
//! everything is in one piece.

use graph_api::GraphTime;
use wizard::{Effect, Event, Model, SessionProblem};

use crate::dom::Node;
use crate::shell::{Dispatch, Hands};
use crate::{app, shell};

/// The state as it was before a reload, and what to do to show it again.
type Restored = Result<(Model, Vec<Effect>), SessionProblem>;

/// What the loop calls in the rest of the page.
pub(crate) struct Rest {
    pub(crate) update: fn(&mut Model, Event, i64) -> Vec<Effect>,
    pub(crate) perform: fn(&Hands, Effect, Dispatch),
    pub(crate) restore: fn(&str) -> Restored,
    pub(crate) session: fn(&Model) -> Option<String>,
    /// The title of the document, and the page.
    pub(crate) page: fn(&Model, GraphTime) -> (String, Node),
}

static REST: Rest = Rest {
    update: Model::update,
    perform: shell::perform::perform,
    restore: Model::restore,
    session: Model::session,
    page: app::page,
};

/// The rest of the page, once it is here.
pub(crate) fn get() -> Option<&'static Rest> {
    border::get()
}

/// Loads it. What is here already is not loaded again.
pub(crate) async fn load() -> bool {
    get().is_some() || border::load().await.is_ok()
}

#[cfg(not(all(target_arch = "wasm32", not(debug_assertions))))]
mod border {
    use wasm_bindgen::JsValue;

    use super::{REST, Rest};

    pub(super) fn get() -> Option<&'static Rest> {
        Some(&REST)
    }

    pub(super) async fn load() -> Result<(), JsValue> {
        Ok(())
    }
}

#[cfg(all(target_arch = "wasm32", not(debug_assertions)))]
mod border;
