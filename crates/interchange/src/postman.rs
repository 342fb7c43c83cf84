//! A Postman collection, format 2.1.0
//! (<https://schema.getpostman.com/json/collection/v2.1.0/docs/index.html>).
//!
//! Reads are GETs with a query, as Graph documents them, and the token is a bearer token of the
//! request: so it stands in Postman's own place for it, and in no address, which Postman's console
//! and history keep. Each request has a test that fails when Graph answers with an error, and what
//! lists Pages or conversations fills the variables of the requests after it.

use graph_api::Method;
use graph_api::json::{self, Object, Value};

use crate::exchange::Exchange;
use crate::sheet::{Body, Held, Pair, Sheet, sheets};
use crate::template::{Known, encoded, reference, without_variables};
use crate::written::{object, one_line};

mod script;

const SCHEMA: &str = "https://schema.getpostman.com/json/collection/v2.1.0/collection.json";
const DESCRIPTION: &str = "The calls of a session in First Reply. Put your own User access token \
into the variable user_access_token (its current value, which Postman keeps to itself), and run \
the requests from top to bottom: the list of Pages fills in the Page’s token. A collection that \
begins with a Page’s token needs page_access_token instead.";

/// The calls as a Postman collection.
#[must_use]
pub fn postman(exchanges: &[Exchange]) -> String {
    let sheets: Vec<_> = sheets(exchanges)
        .into_iter()
        .map(Sheet::into_meant)
        .collect();
    let known = Known::of(&sheets);
    let info = object([
        ("name", "First Reply".into()),
        ("description", DESCRIPTION.into()),
        ("schema", SCHEMA.into()),
    ]);
    object([
        ("info", info),
        (
            "item",
            sheets.iter().map(|sheet| item(sheet, &known)).collect(),
        ),
        ("variable", variables(&sheets, &known)),
    ])
    .laid_out()
}

fn variables(sheets: &[Sheet], known: &Known) -> Value {
    let mut variables = known.variables();
    let mut secrets = vec![
        "user_access_token".to_owned(),
        "page_access_token".to_owned(),
    ];
    for secret in sheets.iter().flat_map(Sheet::secrets) {
        if !secrets.contains(&secret) {
            secrets.push(secret);
        }
    }
    let plain = variables
        .drain(..)
        .map(|(name, value)| (name.to_owned(), value));
    let secrets = secrets.into_iter().map(|name| (name, String::new()));
    let variable = |(name, value): (String, String)| {
        object([
            ("key", name.into()),
            ("value", value.into()),
            ("type", "string".into()),
        ])
    };
    plain.chain(secrets).map(variable).collect()
}

fn item(sheet: &Sheet, known: &Known) -> Value {
    let script = object([
        ("type", "text/javascript".into()),
        (
            "exec",
            script::lines(sheet).into_iter().map(Value::from).collect(),
        ),
    ]);
    let event = object([("listen", "test".into()), ("script", script)]);
    object([
        ("name", one_line(&sheet.name).into()),
        ("event", Value::List(vec![event])),
        ("request", request(sheet, known)),
        ("response", Value::List(Vec::new())),
    ])
}

fn request(sheet: &Sheet, known: &Known) -> Value {
    let mut request = Object::default();
    if let Some(variable) = &sheet.bearer {
        let token = object([
            ("key", "token".into()),
            ("value", reference(variable).into()),
            ("type", "string".into()),
        ]);
        let auth = object([
            ("type", "bearer".into()),
            ("bearer", Value::List(vec![token])),
        ]);
        request.insert("auth", auth);
    }
    request.insert("method", sheet.method.as_str().into());
    let mut headers: Vec<_> = sheet.headers.iter().map(header).collect();
    if is_raw(&sheet.body) {
        headers.push(object([
            ("key", "Content-Type".into()),
            ("value", "application/x-www-form-urlencoded".into()),
        ]));
    }
    request.insert("header", Value::List(headers));
    if let Some(body) = body(sheet, known) {
        request.insert("body", body);
    }
    request.insert("url", url(sheet, known));
    request.into()
}

fn header((name, held): &Pair) -> Value {
    let value = match held {
        Held::Text(text) => text.clone(),
        Held::Secret(variable) => reference(variable),
    };
    object([("key", name.as_str().into()), ("value", value.into())])
}

fn body(sheet: &Sheet, known: &Known) -> Option<Value> {
    match &sheet.body {
        Body::Form(form) if is_raw(&sheet.body) => Some(object([
            ("mode", "raw".into()),
            ("raw", encoded(form, known).into()),
        ])),
        Body::Form(form) => {
            let params = form.iter().map(|pair| {
                object([
                    ("key", pair.0.as_str().into()),
                    ("value", value(pair, known).into()),
                    ("type", "text".into()),
                ])
            });
            Some(object([
                ("mode", "urlencoded".into()),
                ("urlencoded", params.collect()),
            ]))
        }
        Body::Json(value) => {
            let language = object([("language", "json".into())]);
            Some(object([
                ("mode", "raw".into()),
                ("raw", without_variables(&value.laid_out()).into()),
                ("options", object([("raw", language)])),
            ]))
        }
        Body::Other | Body::None => None,
    }
}

/// Whether a form has a text that would become a variable in Postman's fields, where nothing escapes
/// it.
fn is_raw(body: &Body) -> bool {
    let is_variable = |(name, held): &Pair| {
        let is_value = matches!(held, Held::Text(text) if text.contains("{{") && !is_json(text));
        is_value || name.contains("{{")
    };
    matches!(body, Body::Form(form) if form.iter().any(is_variable))
}

fn is_json(text: &str) -> bool {
    text.starts_with(['{', '[']) && json::parse(text).is_ok()
}

/// A value as Postman's editor shows it.
fn value((name, held): &Pair, known: &Known) -> String {
    match held {
        Held::Secret(variable) => reference(variable),
        Held::Text(text) => match known.person(name, text) {
            Some(person) => person,
            None if is_json(text) => without_variables(text),
            None => text.clone(),
        },
    }
}

fn url(sheet: &Sheet, known: &Known) -> Value {
    let path = known.segments(sheet);
    let query: Vec<_> = sheet
        .query
        .iter()
        .map(|pair| (in_query(&pair.0), query_value(pair, known)))
        .collect();
    let mut raw = format!("{{{{base_url}}}}/{}", path.join("/"));
    let mut url = Object::default();
    for (at, (key, value)) in query.iter().enumerate() {
        raw.push(if at == 0 { '?' } else { '&' });
        raw.push_str(&format!("{key}={value}"));
    }
    url.insert("raw", raw.into());
    url.insert("host", Value::List(vec!["{{base_url}}".into()]));
    url.insert("path", path.into_iter().map(Value::from).collect());
    if !query.is_empty() {
        let param =
            |(key, value): (String, String)| object([("key", key.into()), ("value", value.into())]);
        url.insert("query", query.into_iter().map(param).collect());
    }
    url.into()
}

fn query_value(pair: &Pair, known: &Known) -> String {
    let is_text = |text: &str| known.person(&pair.0, text).is_none();
    match &pair.1 {
        Held::Text(text) if is_text(text) => in_query(text),
        _ => value(pair, known),
    }
}

/// Encodes what would mean something in an address, and leaves the rest readable: Postman encodes
/// what else it has to.
fn in_query(text: &str) -> String {
    let mut encoded = String::new();
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '{' if chars.peek() == Some(&'{') => encoded.push_str("%7B"),
            c if c.is_ascii_alphanumeric() || "-._~,:(){}[]!*'/@$".contains(c) => encoded.push(c),
            c => encoded.push_str(&graph_api::form::percent(c.encode_utf8(&mut [0; 4]))),
        }
    }
    encoded
}

/// What a request asks for, by its last segment.
fn edge(sheet: &Sheet) -> &str {
    match sheet.method {
        Method::Get => sheet.path.rsplit('/').next().unwrap_or_default(),
        _ => "",
    }
}
