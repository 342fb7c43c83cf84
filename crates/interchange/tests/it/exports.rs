//! How the files look, and that no secret is in them.

use expect_test::{Expect, expect};
use graph_api::form::percent;
use graph_api::{HttpRequest, Method, TokenKind};
use interchange::{Exchange, Reply, har, http_file, postman};
use proptest::prelude::*;

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
    vec![
        exchange(
            "List my\nPages",
            pages,
            TokenKind::User,
            r#"{"data":[{"id":"1","access_token":"page-token-of-the-tests"}]}"#,
        ),
        lost,
    ]
}

#[expect(clippy::needless_pass_by_value, reason = "as it is written in a test")]
fn check(written: String, expected: Expect) {
    expected.assert_eq(&written);
}

#[test]
fn a_har_file() {
    check(
        har(&session(), "1.0"),
        expect![[r#"
            {
              "log": {
                "version": "1.2",
                "creator": {
                  "name": "First Reply",
                  "version": "1.0"
                },
                "entries": [
                  {
                    "startedDateTime": "2025-11-24T16:00:00.123Z",
                    "time": 84,
                    "request": {
                      "method": "POST",
                      "url": "https://graph.facebook.com/v26.0/me/accounts",
                      "httpVersion": "unknown",
                      "cookies": [],
                      "headers": [
                        {
                          "name": "Content-Type",
                          "value": "application/x-www-form-urlencoded"
                        }
                      ],
                      "queryString": [],
                      "headersSize": -1,
                      "bodySize": -1,
                      "postData": {
                        "mimeType": "application/x-www-form-urlencoded",
                        "params": [
                          {
                            "name": "method",
                            "value": "get"
                          },
                          {
                            "name": "fields",
                            "value": "id,name"
                          },
                          {
                            "name": "access_token",
                            "value": "$USER_ACCESS_TOKEN",
                            "comment": "redacted"
                          }
                        ],
                        "text": "method=get&fields=id%2Cname&access_token=$USER_ACCESS_TOKEN"
                      }
                    },
                    "response": {
                      "status": 200,
                      "statusText": "",
                      "httpVersion": "unknown",
                      "cookies": [],
                      "headers": [],
                      "content": {
                        "size": 49,
                        "mimeType": "application/json; charset=UTF-8",
                        "text": "{\"data\":[{\"id\":\"1\",\"access_token\":\"(redacted)\"}]}"
                      },
                      "redirectURL": "",
                      "headersSize": -1,
                      "bodySize": -1
                    },
                    "cache": {},
                    "timings": {
                      "send": 0,
                      "wait": 84,
                      "receive": 0
                    },
                    "comment": "List my Pages"
                  },
                  {
                    "startedDateTime": "2025-11-24T16:00:00.123Z",
                    "time": 0,
                    "request": {
                      "method": "POST",
                      "url": "https://graph.facebook.com/v26.0/1000200030004000/messages",
                      "httpVersion": "unknown",
                      "cookies": [],
                      "headers": [
                        {
                          "name": "Content-Type",
                          "value": "application/x-www-form-urlencoded"
                        }
                      ],
                      "queryString": [],
                      "headersSize": -1,
                      "bodySize": -1,
                      "postData": {
                        "mimeType": "application/x-www-form-urlencoded",
                        "params": [
                          {
                            "name": "recipient",
                            "value": "{\"id\":\"7000800090001000\"}"
                          },
                          {
                            "name": "messaging_type",
                            "value": "RESPONSE"
                          },
                          {
                            "name": "message",
                            "value": "{\"text\":\"It's {{psid}} & 5%\"}"
                          },
                          {
                            "name": "access_token",
                            "value": "$PAGE_ACCESS_TOKEN",
                            "comment": "redacted"
                          }
                        ],
                        "text": "recipient=%7B%22id%22%3A%227000800090001000%22%7D&messaging_type=RESPONSE&message=%7B%22text%22%3A%22It%27s%20%7B%7Bpsid%7D%7D%20%26%205%25%22%7D&access_token=$PAGE_ACCESS_TOKEN"
                      }
                    },
                    "response": {
                      "status": 0,
                      "statusText": "",
                      "httpVersion": "unknown",
                      "cookies": [],
                      "headers": [],
                      "content": {
                        "size": 0,
                        "mimeType": "x-unknown",
                        "text": ""
                      },
                      "redirectURL": "",
                      "headersSize": -1,
                      "bodySize": -1,
                      "comment": "Nothing came back."
                    },
                    "cache": {},
                    "timings": {
                      "send": 0,
                      "wait": 0,
                      "receive": 0
                    },
                    "comment": "Reply"
                  }
                ],
                "comment": "The secrets were taken out: a name such as $PAGE_ACCESS_TOKEN stands for a token."
              }
            }"#]],
    );
}

#[test]
fn a_collection() {
    check(
        postman(&session()),
        expect![[r#"
            {
              "info": {
                "name": "First Reply",
                "description": "The calls of a session in First Reply. Put your own User access token into the variable user_access_token (its current value, which Postman keeps to itself), and run the requests from top to bottom: the list of Pages fills in the Page's token. A collection that begins with a Page's token needs page_access_token instead.",
                "schema": "https://schema.getpostman.com/json/collection/v2.1.0/collection.json"
              },
              "item": [
                {
                  "name": "List my Pages",
                  "event": [
                    {
                      "listen": "test",
                      "script": {
                        "type": "text/javascript",
                        "exec": [
                          "const answer = (() => {",
                          "  try {",
                          "    return pm.response.json();",
                          "  } catch {",
                          "    return null;",
                          "  }",
                          "})();",
                          "pm.test(\"Graph answers without an error\", () => {",
                          "  pm.expect(answer, \"an answer in JSON\").to.be.an(\"object\");",
                          "  pm.expect(answer.error, JSON.stringify(answer.error)).to.equal(undefined);",
                          "  pm.expect(pm.response.code).to.be.below(400);",
                          "});",
                          "const keep = (name, value) => {",
                          "  if (value && !pm.variables.get(name)) {",
                          "    pm.collectionVariables.set(name, value);",
                          "  }",
                          "};",
                          "const pages = answer?.data ?? [];",
                          "const page = pages.find((row) => row.id === pm.variables.get(\"page_id\")) ?? pages[0];",
                          "keep(\"page_id\", page?.id);",
                          "keep(\"page_access_token\", page?.access_token);"
                        ]
                      }
                    }
                  ],
                  "request": {
                    "auth": {
                      "type": "bearer",
                      "bearer": [
                        {
                          "key": "token",
                          "value": "{{user_access_token}}",
                          "type": "string"
                        }
                      ]
                    },
                    "method": "GET",
                    "header": [],
                    "url": {
                      "raw": "{{base_url}}/{{version}}/me/accounts?fields=id,name",
                      "host": [
                        "{{base_url}}"
                      ],
                      "path": [
                        "{{version}}",
                        "me",
                        "accounts"
                      ],
                      "query": [
                        {
                          "key": "fields",
                          "value": "id,name"
                        }
                      ]
                    }
                  },
                  "response": []
                },
                {
                  "name": "Reply",
                  "event": [
                    {
                      "listen": "test",
                      "script": {
                        "type": "text/javascript",
                        "exec": [
                          "const answer = (() => {",
                          "  try {",
                          "    return pm.response.json();",
                          "  } catch {",
                          "    return null;",
                          "  }",
                          "})();",
                          "pm.test(\"Graph answers without an error\", () => {",
                          "  pm.expect(answer, \"an answer in JSON\").to.be.an(\"object\");",
                          "  pm.expect(answer.error, JSON.stringify(answer.error)).to.equal(undefined);",
                          "  pm.expect(pm.response.code).to.be.below(400);",
                          "});"
                        ]
                      }
                    }
                  ],
                  "request": {
                    "auth": {
                      "type": "bearer",
                      "bearer": [
                        {
                          "key": "token",
                          "value": "{{page_access_token}}",
                          "type": "string"
                        }
                      ]
                    },
                    "method": "POST",
                    "header": [],
                    "body": {
                      "mode": "urlencoded",
                      "urlencoded": [
                        {
                          "key": "recipient",
                          "value": "{\"id\":\"{{psid}}\"}",
                          "type": "text"
                        },
                        {
                          "key": "messaging_type",
                          "value": "RESPONSE",
                          "type": "text"
                        },
                        {
                          "key": "message",
                          "value": "{\"text\":\"It's {\\u007bpsid}} & 5%\"}",
                          "type": "text"
                        }
                      ]
                    },
                    "url": {
                      "raw": "{{base_url}}/{{version}}/{{page_id}}/messages",
                      "host": [
                        "{{base_url}}"
                      ],
                      "path": [
                        "{{version}}",
                        "{{page_id}}",
                        "messages"
                      ]
                    }
                  },
                  "response": []
                }
              ],
              "variable": [
                {
                  "key": "base_url",
                  "value": "https://graph.facebook.com",
                  "type": "string"
                },
                {
                  "key": "version",
                  "value": "v26.0",
                  "type": "string"
                },
                {
                  "key": "page_id",
                  "value": "1000200030004000",
                  "type": "string"
                },
                {
                  "key": "psid",
                  "value": "7000800090001000",
                  "type": "string"
                },
                {
                  "key": "user_access_token",
                  "value": "",
                  "type": "string"
                },
                {
                  "key": "page_access_token",
                  "value": "",
                  "type": "string"
                }
              ]
            }"#]],
    );
}

#[test]
fn a_session_file() {
    check(
        http_file(&session()),
        expect![[r#"
        # The calls of a session in First Reply.
        # Put your own tokens into the lines below, and pass the file on without them.
        @base_url = https://graph.facebook.com
        @version = v26.0
        @page_id = 1000200030004000
        @psid = 7000800090001000
        @user_access_token = PUT-YOURS-HERE
        @page_access_token = PUT-YOURS-HERE

        ### List my Pages
        GET {{base_url}}/{{version}}/me/accounts?fields=id,name
        Authorization: Bearer {{user_access_token}}

        ### Reply
        POST {{base_url}}/{{version}}/{{page_id}}/messages
        Authorization: Bearer {{page_access_token}}
        Content-Type: application/x-www-form-urlencoded

        recipient=%7B%22id%22%3A%22{{psid}}%22%7D&messaging_type=RESPONSE&message=%7B%22text%22%3A%22It%27s%20%7B%7Bpsid%7D%7D%20%26%205%25%22%7D
    "#]],
    );
}

#[test]
fn no_calls_are_a_file_too() {
    assert!(har(&[], "1.0").contains("\"entries\": []"));
    assert!(http_file(&[]).contains("@base_url"));
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
        for file in [har(&exchanges, "1.0"), postman(&exchanges), http_file(&exchanges)] {
            prop_assert!(!file.contains(&secret), "{}", file);
        }
    }
}
