//! The network. Nothing else in the page reaches it.

use gloo_net::http::{Method, RequestBuilder, Response};
use graph_api::{HttpRequest, HttpResponse};
use js_sys::{Reflect, Uint8Array};
use leptos::prelude::*;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AbortSignal, ReadableStreamDefaultReader, ReferrerPolicy, RequestCache, RequestCredentials,
    RequestMode, RequestRedirect,
};
use wizard::TransportError;

/// How much of a body is read, in bytes after decoding.
const LIMIT: usize = 5 * 1024 * 1024;

/// Sends a request once, and reads what comes back.
pub(super) async fn send(
    request: &HttpRequest,
    signal: Option<&AbortSignal>,
) -> Result<HttpResponse, TransportError> {
    if !window().navigator().on_line() {
        return Err(TransportError::Offline);
    }
    let answer = carry(request, signal).await;
    let response = answer.map_err(|_| TransportError::Unreachable)?;
    let bytes = body(&response).await?;
    Ok(HttpResponse {
        status: response.status(),
        headers: response.headers().entries().collect(),
        body: String::from_utf8_lossy(&bytes).into_owned(),
    })
}

/// No cookies, no referrer, no cache, and no redirect: a redirect would carry the token elsewhere.
async fn carry(
    request: &HttpRequest,
    signal: Option<&AbortSignal>,
) -> Result<Response, gloo_net::Error> {
    let method = match request.method {
        graph_api::Method::Get => Method::GET,
        graph_api::Method::Post => Method::POST,
        graph_api::Method::Delete => Method::DELETE,
    };
    let mut builder = RequestBuilder::new(&request.url)
        .method(method)
        .mode(RequestMode::Cors)
        .credentials(RequestCredentials::Omit)
        .redirect(RequestRedirect::Error)
        .referrer_policy(ReferrerPolicy::NoReferrer)
        .cache(RequestCache::NoStore)
        .abort_signal(signal);
    for (name, value) in &request.headers {
        builder = builder.header(name, value);
    }
    match &request.body {
        Some(body) => builder.body(body.as_str())?.send().await,
        None => builder.send().await,
    }
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
