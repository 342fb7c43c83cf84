//! Faults on the way of an answer.

use std::io::Read as _;
use std::time::{Duration, Instant};

use base64::Engine as _;
use graph_api::HttpResponse;
use serde_json::{Value, json};

use crate::client::{Server, read, write};

fn faulty(fault: &Value) -> Server {
    let server = Server::start(&[]);
    let told = server.control("POST", "/faults", &json!([fault]));
    assert_eq!(told, json!({"ok": true}));
    server
}

fn ask(server: &Server) -> Result<HttpResponse, String> {
    let mut stream = server.connect();
    stream
        .set_read_timeout(Some(Duration::from_millis(700)))
        .unwrap();
    let target = format!("/v26.0/me?access_token={}", server.told("user_token"));
    write(&mut stream, "GET", &target, &[], "");
    read(&mut stream, true)
}

#[track_caller]
fn check_broken(fault: &Value) -> String {
    let server = faulty(fault);
    let problem = ask(&server).unwrap_err();
    assert_eq!(ask(&server).unwrap().status, 200, "the next call goes well");
    problem
}

#[test]
fn an_answer_can_be_cut() {
    assert_eq!(check_broken(&json!({"cut": "before"})), "cut after 0 bytes");
    assert_eq!(check_broken(&json!({"cut": "lost"})), "cut after 0 bytes");
    assert_eq!(
        check_broken(&json!({"cut": "after_headers"})),
        "cut after 0 bytes"
    );
    assert_ne!(
        check_broken(&json!({"cut": "mid_body"})),
        "cut after 0 bytes"
    );
}

#[test]
fn an_answer_can_never_come() {
    assert!(!check_broken(&json!({"hang": true})).starts_with("cut"));
    assert!(!check_broken(&json!({"stall": true})).starts_with("cut"));
    assert!(!check_broken(&json!({"body": "slow", "drip_ms": 1000})).starts_with("cut"));
}

#[test]
fn an_answer_can_be_late() {
    let server = faulty(&json!({"match": {"path_contains": "/me?"}, "delay_ms": 300}));
    let start = Instant::now();
    assert_eq!(ask(&server).unwrap().status, 200);
    assert!(start.elapsed() >= Duration::from_millis(300));
}

#[test]
fn an_answer_can_be_another() {
    let headers = json!({"Retry-After": "3", "Access-Control-Allow-Origin": null});
    let server = faulty(&json!({"times": 2, "status": 503, "body": "<p>busy", "headers": headers}));
    for _ in 0..2 {
        let answer = ask(&server).unwrap();
        assert_eq!((answer.status, answer.body.as_str()), (503, "<p>busy"));
        let has = |name: &str| answer.headers.iter().any(|(own, _)| own == name);
        assert!(has("Retry-After") && !has("Access-Control-Allow-Origin"));
    }
    assert_eq!(ask(&server).unwrap().status, 200);
}

#[test]
fn an_answer_can_come_byte_by_byte() {
    let server = faulty(&json!({"body": "{}", "drip_ms": 100}));
    let start = Instant::now();
    assert_eq!(ask(&server).unwrap().body, "{}");
    assert!(start.elapsed() >= Duration::from_millis(200));
}

#[test]
fn an_answer_can_have_no_end() {
    let server = faulty(&json!({"body": "{}", "endless": true}));
    let mut stream = server.connect();
    write(&mut stream, "GET", "/v26.0/me", &[], "");
    let mut some = vec![0; 1 << 20];
    stream.read_exact(&mut some).unwrap();
    assert!(some.ends_with(b"    "));
}

#[test]
fn an_answer_can_be_any_bytes() {
    let raw = base64::engine::general_purpose::STANDARD.encode(b"no HTTP at all \xff");
    let server = faulty(&json!({"raw": raw}));
    let mut stream = server.connect();
    write(&mut stream, "GET", "/v26.0/me", &[], "");
    let mut all = Vec::new();
    stream.read_to_end(&mut all).unwrap();
    assert_eq!(all, b"no HTTP at all \xff");
}

#[test]
fn a_send_whose_answer_is_lost_has_happened() {
    for fault in [
        json!({"cut": "lost"}),
        json!({"cut": "after_headers"}),
        json!({"stall": true}),
    ] {
        check_happened(&fault);
    }
}

#[track_caller]
fn check_happened(fault: &Value) {
    let server = faulty(fault);
    let form = format!(
        "recipient=%7Bid%3A{}%7D&message=%7Btext%3A'Yes!'%7D&access_token={}",
        server.told("psid"),
        server.told("page_token"),
    );
    let mut stream = server.connect();
    stream
        .set_read_timeout(Some(Duration::from_millis(700)))
        .unwrap();
    write(&mut stream, "POST", "/v26.0/me/messages", &[], &form);
    read(&mut stream, true).unwrap_err();
    let phone = server.control("GET", "/phone", &Value::Null);
    assert_eq!(phone["bubbles"].as_array().unwrap().len(), 2);
}
