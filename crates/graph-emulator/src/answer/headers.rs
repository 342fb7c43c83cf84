//! The headers that come with an answer.

use graph_api::GraphVersion;
use serde_json::json;

use crate::seed::Stream;

/// What the headers depend on.
pub(crate) struct HeaderFacts<'a> {
    pub(crate) seed: u64,
    pub(crate) count: u64,
    pub(crate) version: Option<GraphVersion>,
    /// The Page that a Page call was about.
    pub(crate) page: Option<&'a str>,
    /// Whether it was a call of `me`.
    pub(crate) is_me: bool,
    pub(crate) is_limited: bool,
    /// The text of the error, and whether its status stands.
    pub(crate) refusal: Option<&'a str>,
}

type Headers = Vec<(String, String)>;

pub(crate) fn headers(facts: &HeaderFacts<'_>) -> Headers {
    let mut headers = Headers::new();
    let mut add = |name: &str, value: String| headers.push((name.to_owned(), value));
    if let Some(message) = facts.refusal {
        let challenge = format!(
            "OAuth \"Facebook Platform\" \"invalid_request\" \"{}\"",
            printable(message)
        );
        add("WWW-Authenticate", challenge);
    }
    add("Content-Type", "application/json; charset=UTF-8".to_owned());
    add("Vary", "Origin".to_owned());
    let share = if facts.is_limited {
        100
    } else {
        1 + facts.count % 7
    };
    if let Some(page) = facts.page {
        let usage = json!({page: [{"type": "messenger", "call_count": share, "total_cputime": 1,
            "total_time": 1, "estimated_time_to_regain_access": 0}]});
        add("x-business-use-case-usage", usage.to_string());
    }
    if facts.is_me || facts.is_limited {
        let usage = json!({"call_count": share, "total_cputime": 0, "total_time": 2});
        add("x-app-usage", usage.to_string());
    }
    add("Access-Control-Allow-Origin", "*".to_owned());
    if let Some(version) = facts.version {
        add("facebook-api-version", version.to_string());
    }
    add(
        "Strict-Transport-Security",
        "max-age=15552000; preload".to_owned(),
    );
    add("Pragma", "no-cache".to_owned());
    let cache = match facts.refusal {
        Some(_) => "no-store",
        None => "private, no-cache, no-store, must-revalidate",
    };
    add("Cache-Control", cache.to_owned());
    add("Expires", "Sat, 01 Jan 2000 00:00:00 GMT".to_owned());
    let words = ["request", &facts.count.to_string()];
    let request = Stream::new(facts.seed, &words).characters(22);
    add("x-fb-request-id", format!("A{request}"));
    let trace = Stream::new(facts.seed, &["trace header", words[1]]).characters(11);
    add("x-fb-trace-id", trace);
    add("x-fb-rev", "1000000001".to_owned());
    headers
}

/// What a gateway sends instead.
pub(crate) fn gateway_headers() -> Headers {
    [
        ("Content-Type", "text/html; charset=utf-8"),
        ("Access-Control-Allow-Origin", "*"),
    ]
    .map(|(name, value)| (name.to_owned(), value.to_owned()))
    .into()
}

/// The text as a quoted string of a header.
fn printable(text: &str) -> String {
    let safe = |c: char| match c {
        '"' | '\\' => '\'',
        ' '..='~' => c,
        _ => '?',
    };
    text.chars().map(safe).collect()
}
