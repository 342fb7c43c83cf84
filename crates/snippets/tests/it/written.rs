use graph_api::endpoints::send_message::{MessagingType, Outgoing};
use graph_api::endpoints::{DebugToken, GetMe, SendMessage};
use graph_api::{
    AccessToken, Carrier, Endpoint, GraphVersion, HttpRequest, Method, PageAccessToken, PageId,
    Psid, UserAccessToken,
};
use proptest::prelude::*;
use snippets::{Language, Refused, TokenFrom};

fn request(endpoint: &impl Endpoint, carrier: Carrier) -> HttpRequest {
    let token = AccessToken::from(UserAccessToken::new("user-token-0123456789"));
    carrier.request(&endpoint.call(GraphVersion::default()), &token)
}

fn reply(text: &str) -> SendMessage {
    SendMessage {
        page: PageId::parse("322980254230386").unwrap(),
        to: Psid::parse("7569927623102963").unwrap(),
        what: Outgoing::Message {
            text: text.to_owned(),
            quick_replies: Vec::new(),
            kind: MessagingType::Response,
        },
    }
}

#[track_caller]
fn check(request: &HttpRequest, expected: &[&str]) {
    let code = Language::Curl.snippet(request, "PAGE_ACCESS_TOKEN", TokenFrom::Environment);
    assert_eq!(code.unwrap().to_string(), expected.join(" \\\n  "));
}

#[test]
fn a_read_as_a_form_says_method_get() {
    check(
        &request(&GetMe, Carrier::FormBody),
        &[
            "curl 'https://graph.facebook.com/v26.0/me'",
            "--data-urlencode 'method=get'",
            "--data-urlencode 'fields=id,name'",
            r#"--data-urlencode "access_token=$PAGE_ACCESS_TOKEN""#,
        ],
    );
}

#[test]
fn a_read_by_query_uses_get() {
    check(
        &request(&GetMe, Carrier::Query),
        &[
            "curl 'https://graph.facebook.com/v26.0/me'",
            "--get",
            "--data-urlencode 'fields=id,name'",
            r#"--data-urlencode "access_token=$PAGE_ACCESS_TOKEN""#,
        ],
    );
}

#[test]
fn both_tokens_of_debug_token_are_the_variable() {
    check(
        &request(&DebugToken, Carrier::Query),
        &[
            "curl 'https://graph.facebook.com/v26.0/debug_token'",
            "--get",
            r#"--data-urlencode "input_token=$PAGE_ACCESS_TOKEN""#,
            r#"--data-urlencode "access_token=$PAGE_ACCESS_TOKEN""#,
        ],
    );
}

#[test]
fn a_reply_shows_its_text() {
    check(
        &request(&reply("It's $5 – ok?"), Carrier::FormBody),
        &[
            "curl 'https://graph.facebook.com/v26.0/322980254230386/messages'",
            r#"--data-urlencode 'recipient={"id":"7569927623102963"}'"#,
            "--data-urlencode 'messaging_type=RESPONSE'",
            r#"--data-urlencode 'message={"text":"It'\''s $5 – ok?"}'"#,
            r#"--data-urlencode "access_token=$PAGE_ACCESS_TOKEN""#,
        ],
    );
}

fn curl(request: &HttpRequest, token: &str) -> String {
    let code = Language::Curl.snippet(request, token, TokenFrom::Environment);
    code.unwrap().to_string()
}

#[test]
fn what_would_hide_is_shown() {
    let code = curl(
        &request(&reply("pay\u{202e}em ton\u{200b}!"), Carrier::FormBody),
        "T",
    );
    let line = r#"--data-urlencode $'message={"text":"pay\xe2\x80\xaeem ton\xe2\x80\x8b\x21"}'"#;
    assert!(code.contains(line), "{code}");
}

#[test]
fn odd_requests_are_written_too() {
    let plain = HttpRequest {
        method: Method::Delete,
        url: "https://graph.facebook.com/v26.0/[a]".to_owned(),
        headers: vec![("X-Empty".to_owned(), String::new())],
        body: None,
    };
    check(
        &plain,
        &[
            "curl 'https://graph.facebook.com/v26.0/[a]'",
            "--globoff",
            "--request DELETE",
            "--header 'X-Empty;'",
        ],
    );
    let mut write = plain;
    write.method = Method::Post;
    write.url = "https://graph.facebook.com/v26.0/me?a=b+c&access_token=user-token".to_owned();
    write.headers = vec![("authorization".to_owned(), "Bearer user-token".to_owned())];
    check(
        &write,
        &[
            r#"curl 'https://graph.facebook.com/v26.0/me?a=b%20c&access_token='"$PAGE_ACCESS_TOKEN""#,
            "--request POST",
            r#"--header "Authorization: Bearer $PAGE_ACCESS_TOKEN""#,
        ],
    );
}

#[test]
fn what_could_not_arrive_is_refused() {
    let refused = |change: fn(&mut HttpRequest)| {
        let mut request = request(&GetMe, Carrier::FormBody);
        change(&mut request);
        let code = |language: Language| language.snippet(&request, "T", TokenFrom::Environment);
        let refused = Language::ALL.map(|language| code(language).unwrap_err());
        assert!(refused.iter().all(|one| *one == refused[0]), "{refused:?}");
        refused[0]
    };
    let json = |request: &mut HttpRequest| {
        request.headers = vec![("Content-Type".to_owned(), "application/json".to_owned())];
        request.body = Some(r#"{"access_token":"user-token-0123456789"}"#.to_owned());
    };
    assert_eq!(refused(json), Refused::Body);
    assert_eq!(
        refused(|request| request.method = Method::Get),
        Refused::FormOfGet
    );
    assert_eq!(refused(|request| request.url.push('\0')), Refused::Address);
    assert_eq!(
        refused(|request| request.url.push_str("#top")),
        Refused::Address
    );
    assert_eq!(
        refused(|request| request.url.push_str("/{id}")),
        Refused::Address
    );
    let header = |request: &mut HttpRequest| {
        request.headers.push(("X".to_owned(), "a\0b".to_owned()));
    };
    assert_eq!(refused(header), Refused::Header);
}

#[test]
fn a_variable_is_only_a_name() {
    let code = curl(&request(&GetMe, Carrier::FormBody), "1A$(id)\"");
    assert!(code.contains("\"access_token=$_1Aid\""), "{code}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn no_token_is_ever_copied(secret in "[a-zA-Z0-9]{24,60}", text in any::<String>()) {
        let token = AccessToken::from(PageAccessToken::new(secret.as_str()));
        let call = reply(&text).call(GraphVersion::default());
        for carrier in [Carrier::FormBody, Carrier::Query] {
            let send = carrier.request(&call, &token);
            let debug = carrier.request(&DebugToken.call(GraphVersion::default()), &token);
            for language in Language::ALL {
                for from in [TokenFrom::Environment, TokenFrom::Blank] {
                    for request in [&send, &debug] {
                        let code = language.snippet(request, "A", from);
                        let code = code.map_or_else(|why| why.to_string(), |code| code.to_string());
                        prop_assert!(!code.contains(&secret), "{}", code);
                    }
                }
            }
        }
    }

    #[test]
    fn nothing_is_hidden(text in any::<String>()) {
        let send = request(&reply(&text), Carrier::FormBody);
        for language in Language::ALL {
            let Ok(code) = language.snippet(&send, "A", TokenFrom::Environment) else {
                continue;
            };
            let hides = |c: char| {
                (c.is_control() && c != '\n') || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
            };
            prop_assert!(!code.to_string().contains(hides), "{}", code);
        }
    }
}
