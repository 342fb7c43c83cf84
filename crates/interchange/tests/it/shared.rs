//! Links: written without secrets, read as a stranger's.

use graph_api::{GraphVersion, Method};
use interchange::{SHARE_LIMIT, SharedRequest};
use proptest::prelude::*;

fn request(path: &str, params: &[(&str, &str)]) -> SharedRequest {
    SharedRequest {
        method: Method::Get,
        version: Some(GraphVersion::default()),
        path: path.to_owned(),
        params: owned(params),
    }
}

fn owned(params: &[(&str, &str)]) -> Vec<(String, String)> {
    let owned = params
        .iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
    owned.collect()
}

#[track_caller]
fn check(share: &SharedRequest, fragment: &str) {
    let link = share.link().unwrap();
    assert_eq!(link.fragment, fragment);
    assert_eq!(link.left_out, Vec::<String>::new());
    assert_eq!(SharedRequest::read(fragment).as_ref(), Some(share));
}

#[test]
fn links_are_readable() {
    check(
        &request("/me/accounts", &[("fields", "id,name")]),
        "#/explorer/GET/v26.0/me/accounts?fields=id,name",
    );
    check(&request("/", &[]), "#/explorer/GET/v26.0/");
    check(
        &request("/7", &[("text", "Hi & bye ✓")]),
        "#/explorer/GET/v26.0/7?text=Hi%20%26%20bye%20%E2%9C%93",
    );
}

#[test]
fn secrets_are_not_shared() {
    let token = format!("{}{}", "EA", "Ab0123456789abcdefghijklmnop");
    let share = request(
        "/me",
        &[
            ("access_token", "user-token-of-the-tests"),
            ("fields", "id"),
            ("x", &token),
            (&token, "y"),
            ("client_secret", "z"),
            ("batch", "me?access_token=user-token-of-the-tests"),
        ],
    );
    let link = share.link().unwrap();
    assert_eq!(link.fragment, "#/explorer/GET/v26.0/me?fields=id");
    assert_eq!(link.left_out.len(), 5);
    assert_eq!(request(&format!("/{token}"), &[]).link(), None);
}

#[test]
fn words_about_tokens_are_shared() {
    let message = r#"{"text":"Your gift token: 4711. The bearer responsibilities are yours"}"#;
    let link = request("/me/messages", &[("message", message)]).link();
    assert_eq!(link.unwrap().left_out, Vec::<String>::new());
}

#[test]
fn a_link_has_an_end() {
    let long = "a".repeat(SHARE_LIMIT);
    assert_eq!(request("/me", &[("a", &long)]).link(), None);
    assert_eq!(
        SharedRequest::read(&format!("#/explorer/GET/me?a={long}")),
        None
    );
    let many = vec![("a", "b"); 41];
    assert_eq!(request("/me", &many).link(), None);
}

#[test]
fn what_a_stranger_wrote_is_nothing_unless_it_is_plain() {
    for bad in [
        "",
        "#",
        "#/",
        "#/reply",
        "#/reply?psid=7",
        "#/explorer",
        "#/explorer/",
        "#/explorer/PUT/me",
        "#/explorer/GET",
        "#/explorer/GET/v26.0/../me",
        "#/explorer/GET/v26.0/%2e%2E/me",
        "#/explorer/GET//evil.example",
        "#/explorer/GET/<script>",
        "#/explorer/GET/a b",
        "#/explorer/GET/me?a=%00",
        "/explorer/GET/me",
        "#/explorer/GET/\\evil",
    ] {
        assert_eq!(SharedRequest::read(bad), None, "{bad}");
    }
    let link = "#/explorer/GET/v26.0/me?access_token=user-token-of-the-tests&a=b";
    assert_eq!(
        SharedRequest::read(link),
        Some(request("/me", &[("a", "b")]))
    );
}

proptest! {
    #[test]
    fn what_is_written_is_read(params in prop::collection::vec(("[a-z]{1,6}", "[^\0]{0,20}"), 0..6), path in "(/[a-zA-Z0-9_{}.~-]{1,8}x){0,3}") {
        let params: Vec<_> = params.into_iter().filter(|(name, _)| name != "code").collect();
        let share = SharedRequest { method: Method::Delete, version: None, path: format!("/x{path}"), params };
        let link = share.link().unwrap();
        prop_assert_eq!(link.left_out.len(), 0);
        prop_assert_eq!(SharedRequest::read(&link.fragment), Some(share));
    }

    #[test]
    fn no_fragment_breaks_the_reader(text in "(#/)?(explorer/(GET|POST)/)?[a-z0-9./?&=%]{0,40}|.{0,40}") {
        if let Some(link) = SharedRequest::read(&text).and_then(|share| share.link()) {
            prop_assert_eq!(link.left_out.len(), 0);
        }
    }
}
