//! The messages as JSON texts, written and read by hand: derived readers are too big for the page.

mod ask;
mod told;

use std::mem;

use graph_api::json::{self, Value};

/// What says which question or answer it is.
const WHAT: &str = "what";

/// A JSON object on its way in or out.
#[derive(Default)]
struct Object(json::Object);

impl Object {
    #[inline(never)]
    fn from_text(text: &str) -> Option<Self> {
        Self::from_json(json::parse(text).ok()?)
    }

    fn from_json(value: Value) -> Option<Self> {
        match value {
            Value::Object(map) => Some(Self(map)),
            _ => None,
        }
    }

    #[inline(never)]
    fn into_text(self) -> String {
        Value::Object(self.0).to_string()
    }

    #[inline(never)]
    fn put(&mut self, key: &str, value: Value) {
        self.0.insert(key, value);
    }

    /// Takes a value out; null is as good as absent.
    #[inline(never)]
    fn take(&mut self, key: &str) -> Value {
        self.0.get_mut(key).map(mem::take).unwrap_or_default()
    }

    #[inline(never)]
    fn text(&mut self, key: &str) -> Option<String> {
        into_text(self.take(key))
    }

    #[inline(never)]
    fn list(&mut self, key: &str) -> Option<Vec<Value>> {
        match self.take(key) {
            Value::List(items) => Some(items),
            _ => None,
        }
    }

    #[inline(never)]
    fn number(&self, key: &str) -> Option<i64> {
        self.0.get(key)?.as_i64()
    }

    fn flag(&self, key: &str) -> Option<bool> {
        self.0.get(key)?.as_bool()
    }

    /// Names and values, one list: `["Content-Type", "text/plain"]`.
    #[inline(never)]
    fn put_headers(&mut self, headers: Vec<(String, String)>) {
        let mut flat: Vec<Value> = Vec::with_capacity(headers.len() * 2);
        for (name, value) in headers {
            flat.push(name.into());
            flat.push(value.into());
        }
        self.put("headers", Value::List(flat));
    }

    #[inline(never)]
    fn headers(&mut self) -> Option<Vec<(String, String)>> {
        let mut flat = self.list("headers")?.into_iter();
        let mut headers = Vec::new();
        while let Some(name) = flat.next() {
            headers.push((into_text(name)?, into_text(flat.next()?)?));
        }
        Some(headers)
    }
}

fn into_text(value: Value) -> Option<String> {
    match value {
        Value::Text(text) => Some(text),
        _ => None,
    }
}
