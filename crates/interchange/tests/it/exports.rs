//! How the files look, and that no secret is in them.

use expect_test::Expect;
use graph_api::form::percent;
use graph_api::{HttpRequest, Method, TokenKind};
use interchange::{Exchange, Reply, har, http_file};

mod collection;
mod har;
mod secrets;
mod session_file;
mod variables;

fn form(path: &str, params: &[(&str, &str)]) -> HttpRequest {
    let pairs = params
        .iter()
        .map(|(name, value)| format!("{}={}", percent(name), percent(value)));
    HttpRequest {
        method: Method::Post,
        url: format!("https://graph.facebook.com/v26.0{path}"),
        headers: vec![(
            "Content-Type".to_owned(),
            "application/x-www-form-urlencoded".to_owned(),
        )],
        body: Some(pairs.collect::<Vec<_>>().join("&")),
    }
}

fn exchange(name: &str, request: HttpRequest, token: TokenKind, body: &str) -> Exchange {
    Exchange {
        name: name.to_owned(),
        request,
        token: Some(token),
        started: 1_764_000_000_123,
        outcome: Some(Reply {
            status: 200,
            millis: 84,
            body: body.to_owned(),
        }),
    }
}

fn session() -> Vec<Exchange> {
    let pages = form(
        "/me/accounts",
        &[
            ("method", "get"),
            ("fields", "id,name"),
            ("access_token", "user-token-of-the-tests"),
        ],
    );
    let send = form(
        "/1000200030004000/messages",
        &[
            ("recipient", r#"{"id":"7000800090001000"}"#),
            ("messaging_type", "RESPONSE"),
            ("message", r#"{"text":"It's {{psid}} & 5%"}"#),
            ("access_token", "page-token-of-the-tests"),
        ],
    );
    let mut lost = exchange("Reply", send, TokenKind::Page, "");
    lost.outcome = None;
    let read = form("/t_1", &[("method", "get")]);
    let error = r#"{"error":{"message":"Session has expired","code":190,"error_subcode":463}}"#;
    let mut refused = exchange("Read the messages", read, TokenKind::Page, error);
    if let Some(reply) = &mut refused.outcome {
        reply.status = 400;
    }
    vec![
        exchange(
            "List my\nPages",
            pages,
            TokenKind::User,
            r#"{"data":[{"id":"1","access_token":"page-token-of-the-tests"}]}"#,
        ),
        lost,
        refused,
    ]
}

#[expect(clippy::needless_pass_by_value, reason = "as it is written in a test")]
fn check(written: String, expected: Expect) {
    expected.assert_eq(&written);
}

#[test]
fn no_calls_are_a_file_too() {
    assert!(har(&[], "1.0").contains("\"entries\": []"));
    assert!(http_file(&[]).contains("@base_url"));
}

/// A byte order mark hides neither what an answer is nor what is secret in it.
#[test]
fn an_answer_may_begin_with_a_mark() {
    for (body, left) in [
        (r#"{"id":"1"}"#, "id"),
        (
            r#"{"access_token":"page-token-of-the-tests"}"#,
            "(redacted)",
        ),
    ] {
        let read = form("/me", &[("method", "get")]);
        let call = exchange("Me", read, TokenKind::User, &format!("\u{feff}{body}"));
        let written = har(&[call], "1.0");
        assert!(!written.contains("page-token-of-the-tests"), "{written}");
        assert!(written.contains(left), "{written}");
        assert!(
            written.contains("application/json; charset=UTF-8"),
            "{written}"
        );
    }
}
