//! Where the page is cut in two, and how the second part is put to the first.

use std::sync::atomic::{AtomicBool, Ordering};

use js_sys::{Object, Reflect, WebAssembly};
use leptos::prelude::*;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortSignal, RequestInit, Response};

use super::Rest;

/// The attributes of the page's script in which the build names the second part.
const ADDRESS: &str = "data-rest";
const INTEGRITY: &str = "data-rest-integrity";

/// The module from which the second part imports what it shares with the first.
const SHARED: &str = "__wasm_split";

/// How long it may take, in milliseconds: some 100 KB over a bad line.
const PATIENCE: u32 = 30_000;

static IS_HERE: AtomicBool = AtomicBool::new(false);

/// The names are what the splitter looks for: a call of the import becomes one of the export, in the
/// other part.
#[allow(unsafe_code, improper_ctypes, improper_ctypes_definitions)]
mod names {
    use super::super::{REST, Rest};

    #[link(wasm_import_module = "__wasm_split_placeholder__")]
    unsafe extern "C" {
        pub(super) safe fn __wasm_split_00rest00_import_00000000000000000000000000000001()
        -> &'static Rest;
    }

    #[unsafe(no_mangle)]
    extern "C" fn __wasm_split_00rest00_export_00000000000000000000000000000001() -> &'static Rest {
        &REST
    }
}

pub(super) fn get() -> Option<&'static Rest> {
    // Called before it is here, it would trap.
    let is_here = IS_HERE.load(Ordering::Relaxed);
    is_here.then(|| names::__wasm_split_00rest00_import_00000000000000000000000000000001())
}

pub(super) async fn load() -> Result<(), JsValue> {
    let script = document().query_selector("[data-rest]")?;
    let read = |name| script.as_ref().and_then(|it| it.get_attribute(name));
    let options = RequestInit::new();
    options.set_integrity(&read(INTEGRITY).unwrap_or_default());
    options.set_signal(Some(&AbortSignal::timeout_with_u32(PATIENCE)));
    let address = read(ADDRESS).unwrap_or_default();
    let response = JsFuture::from(window().fetch_with_str_and_init(&address, &options)).await?;
    let response: Response = response.unchecked_into();
    let bytes = JsFuture::from(response.array_buffer()?).await?;
    let module = JsFuture::from(WebAssembly::compile(&bytes)).await?;
    let imports = Object::new();
    Reflect::set(&imports, &SHARED.into(), &wasm_bindgen::exports())?;
    JsFuture::from(WebAssembly::instantiate_module(
        module.unchecked_ref(),
        &imports,
    ))
    .await?;
    IS_HERE.store(true, Ordering::Relaxed);
    Ok(())
}
