//! No text becomes a variable, of which a tool would make a token.

use graph_api::json::Value;
use graph_api::{HttpRequest, Method, TokenKind};
use interchange::{http_file, postman};
use proptest::prelude::*;

use super::{exchange, form};

/// Both files.
fn files(request: HttpRequest) -> [String; 2] {
    let exchanges = [exchange("A call", request, TokenKind::Page, "{}")];
    [postman(&exchanges), http_file(&exchanges)]
}

/// The variables that the files read, other than those of every file.
#[track_caller]
fn check(request: HttpRequest, variables: &[&str]) {
    for file in files(request) {
        let read = file.split("{{").skip(1);
        let read = read.filter_map(|text| text.split_once("}}"));
        let mut read: Vec<_> = read.map(|(name, _)| name).collect();
        read.retain(|name| !matches!(*name, "base_url" | "version"));
        read.dedup();
        assert_eq!(read, variables, "{file}");
    }
}

fn get(path: &str) -> HttpRequest {
    HttpRequest {
        method: Method::Get,
        url: format!("https://graph.facebook.com/v26.0{path}"),
        headers: Vec::new(),
        body: None,
    }
}

#[test]
fn a_text_that_reads_as_a_variable_is_sent_as_it_is() {
    let post = form("/me/feed", &[("message", "Hi {{page_access_token}}")]);
    assert!(
        postman(&[exchange("Post", post.clone(), TokenKind::Page, "")])
            .contains(r#""raw": "message=Hi%20%7B%7Bpage_access_token%7D%7D""#)
    );
    check(post, &[]);
    check(form("/me/feed", &[("{{page_access_token}}", "1")]), &[]);
    check(form("/me/feed", &[("message", "{{{name}}}")]), &[]);
    check(form("/me/feed", &[("message", r#"["{{name}}"]"#)]), &[]);
    check(get("/me?a=%7B%7B%7Bname%7D%7D%7D&%7B%7Bname%7D%7D=1"), &[]);
    check(get("/me/{{page_access_token}}"), &[]);
    check(get("/t_{{page_access_token}}"), &[]);
    check(get("/me?user_id={{page_access_token}}"), &[]);
    check(
        form(
            "/1/messages",
            &[("recipient", r#"{"id":"{{page_access_token}}"}"#)],
        ),
        &["page_id"],
    );
    let mut request = get("/me");
    request.headers = vec![("X-Note".to_owned(), "{{page_access_token}}".to_owned())];
    check(request, &[]);
}

#[test]
fn a_form_beside_such_a_text_keeps_its_variables() {
    let params = [
        ("recipient", r#"{"id":"7000800090001000"}"#),
        ("note", "{{name}}"),
        ("client_secret", "secret-of-the-tests"),
    ];
    check(form("/me/messages", &params), &["psid", "client_secret"]);
}

#[test]
fn no_nul_becomes_a_variable() {
    check(get("/me?a=%00page_access_token%7D%7D"), &[]);
    let [collection, _] = files(get("/me?a=%00"));
    assert!(collection.contains("?a=%00\""), "{collection}");
}

/// It would lead the token of the file elsewhere.
#[test]
fn no_value_is_a_line_of_the_file() {
    let [_, file] = files(get("/me?user_id=1%0A@base_url%20=%20https://evil.example"));
    assert_eq!(file.matches("\n@base_url").count(), 1, "{file}");
}

#[test]
fn a_secret_takes_over_no_variable() {
    let token = format!("{}{}", "EA", "Ab0123456789abcdefghijklmnop");
    for (name, variable) in [
        ("日本", "secret_65e5_672c"),
        ("", "secret"),
        ("page_id", "secret_page_id"),
        ("base_url", "secret_base_url"),
    ] {
        check(form("/me/feed", &[(name, &token)]), &[variable]);
    }
}

fn text() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        "[{}\\[\\]\"\\\\\0\n@=&%+ a-c]{1,3}",
        Just("{{page_access_token}}".to_owned()),
    ];
    prop::collection::vec(part, 0..4).prop_map(|parts| parts.concat())
}

fn params() -> impl Strategy<Value = Vec<(String, String)>> {
    let name = prop_oneof![
        text(),
        Just("user_id".to_owned()),
        Just("recipient".to_owned())
    ];
    let json = text().prop_map(|text| format!("{{\"id\":{}}}", Value::from(text)));
    prop::collection::vec((name, prop_oneof![text(), json]), 0..4)
}

proptest! {
    #[test]
    fn no_text_is_a_token(path in "(/(t_|\\{\\{page_access_token\\}\\}|[{}a-c]){0,3}){1,3}", query in params(), params in params()) {
        let pairs = |pairs: &[(String, String)]| form("", &pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect::<Vec<_>>()).body.unwrap();
        let mut request = form(&format!("{path}?{}", pairs(&query)), &[]);
        request.body = Some(pairs(&params));
        for file in files(request) {
            prop_assert!(!file.contains("{{page_access_token}}"), "{}", file);
            let known = ["base_url", "version", "page_id", "psid", "conversation_id"];
            let names = file.lines().filter_map(|line| line.strip_prefix('@')?.split_once(" = "));
            for (name, _) in names {
                prop_assert!(known.contains(&name), "{}", file);
            }
        }
    }
}
