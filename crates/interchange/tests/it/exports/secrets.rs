//! No secret is in any file.

use graph_api::form::percent;
use graph_api::{Method, TokenKind};
use interchange::{Exchange, Reply, har, http_file, postman};
use proptest::prelude::*;

use super::{exchange, form};

fn files(exchanges: &[Exchange]) -> [String; 3] {
    [
        har(exchanges, "1.0"),
        postman(exchanges),
        http_file(exchanges),
    ]
}

/// An exchange that holds a secret in one place, and perhaps once more in another one.
fn leaky() -> impl Strategy<Value = (String, Exchange)> {
    let names = prop::sample::select(vec![
        "access_token",
        "input_token",
        "code",
        "code_verifier",
        "client_secret",
        "appsecret_proof",
        "Authorization",
        "body",
        "access_token[]",
    ]);
    let verb = prop_oneof![Just(Method::Get), Just(Method::Post), Just(Method::Delete)];
    (
        "[a-zA-Z0-9_-]{20,60}",
        names,
        verb,
        any::<[bool; 6]>(),
        any::<String>(),
    )
        .prop_map(|(secret, name, method, also, text)| {
            let mut request = form("/me", &[("method", "get"), ("text", &text)]);
            request.method = method;
            match name {
                "Authorization" => request
                    .headers
                    .push((name.to_owned(), format!("Bearer {secret}"))),
                "body" => {
                    request.headers =
                        vec![("Content-Type".to_owned(), "application/json".to_owned())];
                    request.body = Some(format!(r#"{{"a":[{{"access_token":"{secret}"}}]}}"#));
                }
                name if also[0] => request
                    .url
                    .push_str(&format!("?{}={secret}", percent(name))),
                name => request
                    .body
                    .as_mut()
                    .unwrap()
                    .push_str(&format!("&{}={secret}", percent(name))),
            }
            if also[1] {
                request.headers.push(("X-Also".to_owned(), secret.clone()));
            }
            if also[2] && name != "body" {
                request
                    .body
                    .as_mut()
                    .unwrap()
                    .push_str(&format!("&note=so%20{secret}"));
            }
            let mut exchange = exchange(
                &text,
                request,
                TokenKind::Page,
                &format!(r#"{{"text":"{secret}"}}"#),
            );
            if also[3] {
                exchange.name.push_str(&secret);
            }
            if also[4] {
                exchange.outcome = Some(Reply {
                    status: 500,
                    millis: 1,
                    body: format!("<html>{secret}"),
                });
            }
            if also[5] {
                exchange.token = None;
            }
            (secret, exchange)
        })
}

proptest! {
    #[test]
    fn no_secret_is_in_any_file((secret, exchange) in leaky(), others in prop::collection::vec(leaky(), 0..3)) {
        let mut exchanges = vec![exchange];
        exchanges.extend(others.into_iter().map(|(_, exchange)| exchange));
        for file in files(&exchanges) {
            prop_assert!(!file.contains(&secret), "{}", file);
        }
    }
}

#[test]
fn a_token_in_the_place_of_a_name_is_in_no_file() {
    let token = format!("{}{}", "EA", "Ab0123456789abcdefghijklmnop");
    let call = exchange("A call", form("/me", &[(&token, "y")]), TokenKind::Page, "");
    for file in files(&[call]) {
        assert!(
            !file
                .to_ascii_lowercase()
                .contains(&token.to_ascii_lowercase()),
            "{file}"
        );
    }
}
