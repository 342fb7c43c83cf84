//! The clipboard.

use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen_futures::JsFuture;
use wizard::Event;

use super::core::Dispatch;

/// Puts a text on the clipboard.
pub(super) fn copy(what: String, text: &str, dispatch: Dispatch) {
    let promise = window().navigator().clipboard().write_text(text);
    spawn_local(async move {
        let worked = JsFuture::from(promise).await.is_ok();
        dispatch.send(Event::Copied { what, worked });
    });
}
