//! The control address.

use serde_json::{Value, json};

use crate::client::{Server, read, write};

#[test]
fn the_customer_writes_and_sees_the_reply() {
    let server = Server::start(&[]);
    let keys = server.control("POST", "/customer", &json!({"text": "And figs?"}));
    assert_eq!(keys["psid"], server.told("psid"));
    let form = format!(
        "recipient=%7Bid%3A{}%7D&message=%7Btext%3A'Yes!'%7D&access_token={}",
        server.told("psid"),
        server.told("page_token"),
    );
    let mut stream = server.connect();
    write(&mut stream, "POST", "/v26.0/me/messages", &[], &form);
    assert_eq!(read(&mut stream, true).unwrap().status, 200);
    let phone = server.control("GET", "/phone", &Value::Null);
    let texts: Vec<_> = phone["bubbles"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| &it["text"])
        .collect();
    assert_eq!(texts[1..], ["And figs?", "Yes!"]);
}

#[test]
fn requests_are_listed_and_a_reset_forgets_them() {
    let server = Server::start(&[]);
    let mut stream = server.connect();
    let headers = [(
        "Content-Type".to_owned(),
        "application/x-www-form-urlencoded".to_owned(),
    )];
    write(
        &mut stream,
        "POST",
        "/v26.0/me?a=b",
        &headers,
        "method=get&access_token=x",
    );
    read(&mut stream, true).unwrap();
    let requests = server.control("GET", "/requests", &Value::Null);
    let [request] = requests.as_array().unwrap().as_slice() else {
        panic!("{requests}");
    };
    assert_eq!(
        (&request["method"], &request["url"]),
        (&json!("POST"), &json!("/v26.0/me?a=b"))
    );
    assert_eq!(
        request["headers"]["content-type"],
        "application/x-www-form-urlencoded"
    );
    assert_eq!(
        request["params"],
        json!([["a", "b"], ["method", "get"], ["access_token", "x"]])
    );
    server.control("POST", "/reset", &Value::Null);
    assert_eq!(server.control("GET", "/requests", &Value::Null), json!([]));
}

#[test]
fn faults_to_come_can_be_forgotten() {
    let server = Server::start(&[]);
    server.control("POST", "/faults", &json!([{"status": 502, "times": 9}]));
    server.control("DELETE", "/faults", &Value::Null);
    let mut stream = server.connect();
    write(&mut stream, "GET", "/v26.0/me", &[], "");
    assert_eq!(read(&mut stream, true).unwrap().status, 400);
}

#[test]
fn what_is_not_understood_is_told() {
    let server = Server::start(&[]);
    for (path, body) in [
        ("/nothing", json!({})),
        ("/scenario", json!({"name": "no-such-thing"})),
        ("/scenario", json!("window-closed")),
        ("/customer", json!({"psid": "42", "text": "Hello"})),
        ("/customer", json!({"txt": "Hello"})),
        ("/faults", json!([{"dealy_ms": 5}])),
        ("/clock", json!({})),
    ] {
        let answer = server.control("POST", path, &body);
        assert!(answer["error"].is_string(), "{path} {body}: {answer}");
    }
}
