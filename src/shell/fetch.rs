//! Graph, over the network. Nothing else in the page asks it.

use graph_api::{GraphVersion, HttpRequest, HttpResponse, Method};
use js_sys::{Array, Reflect, Uint8Array};
use leptos::prelude::*;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AbortController, AbortSignal, Headers, ReadableStreamDefaultReader, ReferrerPolicy,
    RequestCache, RequestCredentials, RequestInit, RequestMode, RequestRedirect, Response,
};
use wizard::TransportError;

use super::clock;

/// How much of a body is read, in bytes after decoding.
const LIMIT: usize = 5 * 1024 * 1024;

/// How long the answer to a probe may take, in milliseconds.
const PROBE: u32 = 15_000;

/// Asks whether Graph answers at all, without a token. Whatever it says, it was reached; that it is
/// to say so with status 200 keeps the browser from writing an error to its console.
pub(super) async fn probe(version: GraphVersion) -> Result<(), TransportError> {
    let controller = AbortController::new().ok();
    let signal = controller.as_ref().map(AbortController::signal);
    clock::after(PROBE, move || {
        if let Some(controller) = controller {
            controller.abort();
        }
    });
    send(&HttpRequest::probe(version), signal.as_ref())
        .await
        .map(drop)
}

/// Sends a request once, and reads what comes back.
pub(super) async fn send(
    request: &HttpRequest,
    signal: Option<&AbortSignal>,
) -> Result<HttpResponse, TransportError> {
    if !window().navigator().on_line() {
        return Err(TransportError::Offline);
    }
    let options = options(request, signal).map_err(|_| TransportError::Unreachable)?;
    let answer = window().fetch_with_str_and_init(&request.url, &options);
    let answer = JsFuture::from(answer).await;
    if request.method == Method::Get {
        forget_address();
    }
    let response: Response = answer
        .map_err(|_| TransportError::Unreachable)?
        .unchecked_into();
    let bytes = body(&response).await?;
    Ok(HttpResponse {
        status: response.status(),
        headers: headers(&response),
        body: String::from_utf8_lossy(&bytes).into_owned(),
    })
}

/// The browser keeps the address of each request; one with a query has the token in it.
fn forget_address() {
    if let Some(performance) = window().performance() {
        performance.clear_resource_timings();
    }
}

/// No cookies, no referrer, no cache, and no redirect: a redirect would carry the token elsewhere.
fn options(request: &HttpRequest, signal: Option<&AbortSignal>) -> Result<RequestInit, JsValue> {
    let options = RequestInit::new();
    options.set_method(request.method.as_str());
    options.set_mode(RequestMode::Cors);
    options.set_credentials(RequestCredentials::Omit);
    options.set_redirect(RequestRedirect::Error);
    options.set_referrer_policy(ReferrerPolicy::NoReferrer);
    options.set_cache(RequestCache::NoStore);
    options.set_signal(signal);
    let headers = Headers::new()?;
    for (name, value) in &request.headers {
        headers.append(name, value)?;
    }
    options.set_headers(&headers);
    if let Some(body) = &request.body {
        options.set_body(&JsValue::from_str(body));
    }
    Ok(options)
}

/// The headers that the browser lets us read.
fn headers(response: &Response) -> Vec<(String, String)> {
    let mut headers = Vec::new();
    for pair in Array::from(&response.headers()) {
        let pair: Array = pair.unchecked_into();
        if let (Some(name), Some(value)) = (pair.get(0).as_string(), pair.get(1).as_string()) {
            headers.push((name, value));
        }
    }
    headers
}

/// Reads the body piece by piece: `Response.text()` gives an empty text for a body that is too
/// large, and no error.
async fn body(response: &Response) -> Result<Vec<u8>, TransportError> {
    let Some(stream) = response.body() else {
        return Ok(Vec::new());
    };
    let reader: ReadableStreamDefaultReader = stream.get_reader().unchecked_into();
    let mut bytes = Vec::new();
    loop {
        let piece = JsFuture::from(reader.read()).await;
        let piece = piece.map_err(|_| TransportError::Unreachable)?;
        let Some(value) = value(&piece) else {
            return Ok(bytes);
        };
        bytes.extend(value.to_vec());
        if bytes.len() > LIMIT {
            let _ = reader.cancel();
            return Err(TransportError::TooLarge);
        }
    }
}

/// The bytes of a piece; none at the end.
fn value(piece: &JsValue) -> Option<Uint8Array> {
    let value = Reflect::get(piece, &JsValue::from_str("value")).ok()?;
    value.dyn_into().ok()
}
