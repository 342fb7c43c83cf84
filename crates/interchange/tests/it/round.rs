//! Our own snippets come in again as the request they were made of.

use graph_api::form::percent;
use graph_api::json::Value;
use graph_api::{HttpRequest, Method};
use interchange::{FoundToken, Repair, import};
use proptest::prelude::*;
use snippets::{Language, TokenFrom};

type Params = Vec<(String, String)>;

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        r#"([ '"`$(){}\\!#&|;<>*?~=@%+\n\r\t\x00-\x7f“‘’”\u{202e}\u{200b}é😀^-]|\$'|&amp;|\\'|curl ){0,16}"#,
    ]
}

/// The snippet; an empty line when it cannot be written.
fn curl(language: Language, request: &HttpRequest) -> String {
    let code = language.snippet(request, "PAGE_ACCESS_TOKEN", TokenFrom::Environment);
    code.map_or_else(|_| String::new(), |code| code.to_string())
}

fn params() -> impl Strategy<Value = Params> {
    let name = prop_oneof!["[a-z_]{1,8}", Just("access_token".to_owned()), text()];
    let json = text().prop_map(|text| {
        (
            "message".to_owned(),
            format!("{{\"text\":{}}}", Value::from(text)),
        )
    });
    prop::collection::vec(prop_oneof![(name, text()), json], 0..5)
}

fn request() -> impl Strategy<Value = HttpRequest> {
    let method = prop_oneof![Just(Method::Get), Just(Method::Post), Just(Method::Delete)];
    (
        method,
        "(/[a-z0-9_{}~-]{1,6}){1,3}",
        params(),
        params(),
        any::<bool>(),
    )
        .prop_map(|(method, path, query, form, has_form)| HttpRequest {
            method,
            url: format!("https://graph.facebook.com/v26.0{path}?{}", encoded(&query)),
            headers: Vec::new(),
            body: has_form.then(|| encoded(&form)),
        })
}

fn encoded(params: &Params) -> String {
    let pairs = params
        .iter()
        .map(|(name, value)| format!("{}={}", percent(name), percent(value)));
    pairs.collect::<Vec<_>>().join("&")
}

/// What is a secret by its name, or says how the request is meant, does not come in again.
fn without_secrets(params: Params) -> Params {
    let is_plain = |name: &str| {
        !name.to_ascii_lowercase().contains("token") && name != "code" && name != "method"
    };
    params
        .into_iter()
        .filter(|(name, _)| is_plain(name))
        .collect()
}

proptest! {
    #[test]
    fn our_own_curl_line_gives_the_same_request(language in prop::sample::select(&[Language::Curl, Language::Cmd][..]), request in request()) {
        let line = curl(language, &request);
        prop_assume!(!line.is_empty());
        let imported = import(&line).map_err(|problem| TestCaseError::fail(format!("{problem}: {line}")))?;
        let (mut query, mut form) = (without_secrets(request.query()), without_secrets(request.form()));
        if request.method == Method::Get {
            query.append(&mut form);
        }
        prop_assert!(!imported.repairs.contains(&Repair::TextBefore), "{}", line);
        prop_assert_eq!(imported.method, request.method, "{}", line);
        let path = request.bare_url().strip_prefix("https://graph.facebook.com/v26.0");
        prop_assert_eq!(Some(imported.path.as_str()), path, "{}", line);
        prop_assert_eq!(without_secrets(imported.query), query, "{}", line);
        prop_assert_eq!(without_secrets(imported.form), form, "{}", line);
        let has_token = request.params().iter().any(|(name, _)| name == "access_token");
        prop_assert_eq!(imported.token.is_some(), has_token, "{}", line);
        if let Some(token) = imported.token {
            prop_assert_eq!(token, FoundToken::Placeholder(Some(graph_api::TokenKind::Page)));
        }
    }
}
