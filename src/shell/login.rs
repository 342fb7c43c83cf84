//! Facebook Login: makes the keys, leaves for the dialog, and takes what comes back.

use graph_api::{DialogAddress, LOGIN_RANDOM, LoginKeys};
use js_sys::{Array, Reflect, Uint8Array};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use wizard::{Event, Returned, Text};

use super::core::Dispatch;

/// This page's address without a query and a step: where Facebook is to send people back.
pub(super) fn own_address() -> String {
    let location = window().location();
    location.origin().unwrap_or_default() + &location.pathname().unwrap_or_default()
}

/// Makes the keys of a login, of the browser's random numbers.
pub(super) fn make(dispatch: Dispatch) {
    spawn_local(async move {
        dispatch.send(Event::LoginMade(made().await.ok()));
    });
}

async fn made() -> Result<(LoginKeys, [u8; 32]), JsValue> {
    let crypto = window().crypto()?;
    let mut random = [0; LOGIN_RANDOM];
    crypto.get_random_values_with_u8_array(&mut random)?;
    let keys = LoginKeys::of_random(&random);
    let verifier = Uint8Array::from(keys.verifier().as_bytes());
    let digest = crypto
        .subtle()
        .digest_with_str_and_buffer_source("SHA-256", &verifier)?;
    let bytes = Uint8Array::new(&JsFuture::from(digest).await?);
    let mut digest = [0; 32];
    match bytes.length() {
        32 => bytes.copy_to(&mut digest),
        _ => return Err(JsValue::NULL),
    }
    Ok((keys, digest))
}

/// Leaves for the dialog. Its address is Facebook's, made of a version, checked IDs, this page's own
/// address and keys, each encoded (`graph_api::LoginDialog`).
pub(super) fn depart(dialog: &DialogAddress) {
    let _ = window().location().assign(dialog.as_str());
}

/// Tells what a login brought back, once: `boot.js` took it out of the address, and keeps it only
/// where a login was begun in this tab.
pub(super) fn tell_return(dispatch: Dispatch) {
    let name = JsValue::from_str("login");
    let Ok(Ok(brought)) = Reflect::get(&window(), &name).map(JsCast::dyn_into::<Array>) else {
        return;
    };
    let _ = Reflect::delete_property(&window(), &name);
    let text = |at| Text(brought.get(at).as_string().unwrap_or_default());
    dispatch.send(Event::LoginReturned(Box::new(Returned {
        state: text(0),
        code: text(1),
        error: text(2),
        reason: text(3),
        description: text(4),
    })));
}
