//! HAR 1.2: the calls as they were sent, for whatever reads a browser's network log
//! (<http://www.softwareishard.com/blog/har-12-spec/>).

use graph_api::form::percent;
use graph_api::json::{self, Value};

use crate::exchange::{Exchange, Reply};
use crate::secret::without_mark;
use crate::sheet::{Body, Held, Pair, Sheet, sheets};
use crate::written::{iso_time, object, one_line};

const FORM: &str = "application/x-www-form-urlencoded";
const JSON: &str = "application/json; charset=UTF-8";

/// Nobody knows: the page sees no such thing.
const UNKNOWN: i64 = -1;

/// The calls as HAR 1.2. Where a token stood, the name of a variable stands, such as
/// `$PAGE_ACCESS_TOKEN`.
#[must_use]
pub fn har(exchanges: &[Exchange], creator_version: &str) -> String {
    let creator = object([
        ("name", "First Reply".into()),
        ("version", creator_version.into()),
    ]);
    let log = object([
        ("version", "1.2".into()),
        ("creator", creator),
        ("entries", sheets(exchanges).iter().map(entry).collect()),
        (
            "comment",
            "The secrets were taken out: a name such as $PAGE_ACCESS_TOKEN stands for a token."
                .into(),
        ),
    ]);
    object([("log", log)]).laid_out()
}

fn entry(sheet: &Sheet) -> Value {
    let millis = sheet.outcome.as_ref().map_or(0, |reply| reply.millis);
    let timings = object([
        ("send", 0_u32.into()),
        ("wait", millis.into()),
        ("receive", 0_u32.into()),
    ]);
    object([
        ("startedDateTime", iso_time(sheet.started).into()),
        ("time", millis.into()),
        ("request", request(sheet)),
        ("response", response(sheet.outcome.as_ref())),
        ("cache", object([])),
        ("timings", timings),
        ("comment", one_line(&sheet.name).into()),
    ])
}

fn request(sheet: &Sheet) -> Value {
    let mut request = object([
        ("method", sheet.method.as_str().into()),
        ("url", url(sheet).into()),
        ("httpVersion", "unknown".into()),
        ("cookies", Value::List(Vec::new())),
        ("headers", headers(sheet).iter().map(pair).collect()),
        ("queryString", sheet.query.iter().map(pair).collect()),
        ("headersSize", UNKNOWN.into()),
        ("bodySize", UNKNOWN.into()),
    ]);
    if let (Value::Object(request), Some(data)) = (&mut request, post_data(&sheet.body)) {
        request.insert("postData", data);
    }
    request
}

fn url(sheet: &Sheet) -> String {
    let version = sheet.version.map(|version| format!("/{version}"));
    let version = version.unwrap_or_default();
    let mut url = format!("{}{version}{}", sheet.origin, sheet.path);
    if !sheet.query.is_empty() {
        url.push('?');
        url.push_str(&encoded(&sheet.query));
    }
    url
}

fn headers(sheet: &Sheet) -> Vec<Pair> {
    let text = |name: &str, value: &str| (name.to_owned(), Held::Text(value.to_owned()));
    let mut headers = sheet.headers.clone();
    match sheet.body {
        Body::Form(_) => headers.push(text("Content-Type", FORM)),
        Body::Json(_) => headers.push(text("Content-Type", JSON)),
        Body::None | Body::Other => {}
    }
    if let Some(variable) = &sheet.bearer {
        headers.push(text("Authorization", &format!("Bearer ${variable}")));
    }
    headers
}

/// As browsers write it: the specification wants either `params` or `text`, and readers of either
/// kind are about.
fn post_data(body: &Body) -> Option<Value> {
    match body {
        Body::None => None,
        Body::Form(form) => Some(object([
            ("mimeType", FORM.into()),
            ("params", form.iter().map(pair).collect()),
            ("text", encoded(form).into()),
        ])),
        Body::Json(value) => Some(object([
            ("mimeType", JSON.into()),
            ("text", value.to_string().into()),
        ])),
        Body::Other => Some(object([
            ("mimeType", "application/octet-stream".into()),
            ("text", "".into()),
            (
                "comment",
                "The body, which is no form and no JSON, is left out.".into(),
            ),
        ])),
    }
}

fn pair((name, held): &Pair) -> Value {
    match held {
        Held::Text(text) => object([
            ("name", name.as_str().into()),
            ("value", text.as_str().into()),
        ]),
        Held::Secret(variable) => object([
            ("name", name.as_str().into()),
            ("value", format!("${variable}").into()),
            ("comment", "redacted".into()),
        ]),
    }
}

/// As a query or a form; a variable stays readable, as `$` may stand in both.
fn encoded(pairs: &[Pair]) -> String {
    let pairs = pairs.iter().map(|(name, held)| match held {
        Held::Text(text) => format!("{}={}", percent(name), percent(text)),
        Held::Secret(variable) => format!("{}=${variable}", percent(name)),
    });
    pairs.collect::<Vec<_>>().join("&")
}

fn response(reply: Option<&Reply>) -> Value {
    let (status, body) = reply.map_or((0, ""), |reply| (reply.status, reply.body.as_str()));
    let size = i64::try_from(body.len()).unwrap_or(UNKNOWN);
    let content = object([
        ("size", size.into()),
        ("mimeType", kind(body).into()),
        ("text", body.into()),
    ]);
    let mut response = object([
        ("status", u32::from(status).into()),
        ("statusText", "".into()),
        ("httpVersion", "unknown".into()),
        ("cookies", Value::List(Vec::new())),
        ("headers", Value::List(Vec::new())),
        ("content", content),
        ("redirectURL", "".into()),
        ("headersSize", UNKNOWN.into()),
        ("bodySize", UNKNOWN.into()),
    ]);
    if let (Value::Object(response), None) = (&mut response, reply) {
        response.insert("comment", "Nothing came back.".into());
    }
    response
}

/// By its looks: the page keeps no headers of an answer.
fn kind(body: &str) -> &'static str {
    let body = without_mark(body).trim_start();
    match body {
        "" => "x-unknown",
        _ if body.starts_with('<') => "text/html",
        _ if json::parse(body).is_ok() => JSON,
        _ => "text/plain",
    }
}
