//! What browsers and curl rely on below the API.

use std::io::{Read as _, Write as _};

use serde_json::Value;

use crate::client::{Server, read, write};

#[test]
fn the_first_line_says_everything() {
    let server = Server::start(&[]);
    let object = server.ready.as_object().unwrap();
    let keys: Vec<_> = object.keys().map(String::as_str).collect();
    let expected = [
        "http",
        "https",
        "control",
        "spki_sha256",
        "app_id",
        "user_token",
        "page_id",
        "page_token",
        "psid",
        "conversation_id",
    ];
    assert_eq!(keys, expected);
    assert!(server.told("http").starts_with("http://127.0.0.1:"));
    assert!(server.told("https").starts_with("https://127.0.0.1:"));
    assert_eq!(server.told("spki_sha256").len(), 44);
    assert!(server.told("conversation_id").starts_with("t_"));
    assert!(server.wait());
}

#[test]
fn a_scenario_can_be_on_from_the_start() {
    let server = Server::start(&["--scenario", "graph-down"]);
    let mut stream = server.connect();
    write(&mut stream, "GET", "/v26.0/me", &[], "");
    assert_eq!(read(&mut stream, true).unwrap().status, 502);
}

#[test]
fn a_preflight_is_allowed() {
    let server = Server::start(&[]);
    let mut stream = server.connect();
    write(&mut stream, "OPTIONS", "/v26.0/me/messages", &[], "");
    let answer = read(&mut stream, true).unwrap();
    assert_eq!((answer.status, answer.body.as_str()), (200, ""));
    let allowed = answer
        .headers
        .iter()
        .find(|(name, _)| name == "Access-Control-Allow-Headers");
    assert_eq!(allowed.unwrap().1, "content-type, authorization");
}

#[test]
fn head_has_no_body_and_unknown_verbs_are_refused() {
    let server = Server::start(&[]);
    let mut stream = server.connect();
    let target = format!("/v26.0/me?access_token={}", server.told("user_token"));
    write(&mut stream, "HEAD", &target, &[], "");
    assert_eq!(read(&mut stream, false).unwrap().status, 200);
    write(&mut stream, "PATCH", "/v26.0/me", &[], "");
    let answer = read(&mut stream, true).unwrap();
    let body: Value = serde_json::from_str(&answer.body).unwrap();
    assert_eq!((answer.status, &body["error"]["code"]), (400, &100.into()));
}

#[test]
fn nonsense_is_answered_and_nothing_breaks() {
    let server = Server::start(&[]);
    for nonsense in [
        "hello\r\n\r\n",
        "GET / HTTP/7\r\n\r\n",
        "\u{0}\u{0}\r\n\r\n",
    ] {
        let mut stream = server.connect();
        stream.write_all(nonsense.as_bytes()).unwrap();
        assert_eq!(read(&mut stream, true).unwrap().status, 400, "{nonsense:?}");
    }
    // Not TLS at all, on the encrypted port.
    let https = server.told("https").split_once("://").unwrap().1;
    let mut stream = std::net::TcpStream::connect(https).unwrap();
    stream.write_all(b"GET / HTTP/1.1\r\n\r\n").unwrap();
    let _ = stream.read(&mut [0; 100]);
    let mut stream = server.connect_tls();
    write(&mut stream, "GET", "/v26.0/me", &[], "");
    assert_eq!(read(&mut stream, true).unwrap().status, 400);
}

#[test]
fn the_login_dialog_asks_and_sends_back() {
    let server = Server::start(&[]);
    let query = format!(
        "client_id={}&redirect_uri=http%3A%2F%2F127.0.0.1%2F&state=s&response_type=code&code_challenge=c&code_challenge_method=S256&scope=openid",
        server.told("app_id")
    );
    let get = |target: &str| {
        let mut stream = server.connect();
        write(&mut stream, "GET", target, &[], "");
        read(&mut stream, true).unwrap()
    };
    let dialog = format!("/v26.0/dialog/oauth?{query}");
    let asked = get(&dialog);
    assert_eq!(asked.status, 200);
    let links = ["continue", "cancel"].map(|answer| format!("{dialog}&__answer={answer}"));
    for link in &links {
        let written = link.replace('&', "&amp;");
        assert!(
            asked.body.replace("&__", "&amp;__").contains(&written),
            "{link}"
        );
    }
    let [granted, denied] = links.map(|link| get(&link));
    assert_eq!((granted.status, denied.status), (302, 302));
    let location = |reply: &graph_api::HttpResponse| {
        let mut headers = reply.headers.iter();
        let found = headers.find(|(name, _)| name == "Location");
        found.unwrap().1.clone()
    };
    assert!(location(&granted).starts_with("http://127.0.0.1/?code=practice-login-code-"));
    assert!(location(&denied).starts_with("http://127.0.0.1/?error=access_denied&"));
    let refused = get(&dialog.replace("response_type=code", "response_type=token"));
    assert_eq!(refused.status, 400);
}
