//! What people paste for a token.

use graph_api::TokenProblem::{
    AppSecret, AppToken, BadCharacters, Empty, Instagram, Missing, Several,
};
use graph_api::{AccessToken, PastedToken, TokenProblem};
use proptest::prelude::*;

/// No token looks less like a real one.
const TOKEN: &str = "pasted-token-0123456789abcdefghijklmnop";

#[track_caller]
fn check(pasted: &str, expected: Result<&str, TokenProblem>) {
    let read = PastedToken::parse(pasted);
    let read = read.as_ref().map(PastedToken::expose);
    assert_eq!(read, expected.as_ref().copied(), "{pasted:?}");
}

/// Forms with `@` in the token's place.
const FORMS: [&str; 41] = [
    "@",
    "  \"@\",\n",
    "'@';",
    "“@”",
    "`@`",
    "\u{feff}@\u{200b}",
    "Bearer @",
    "bearer  @",
    "Authorization: Bearer @",
    "authorization:bearer @",
    "Authorization: @",
    "GET /v26.0/me HTTP/1.1\r\nHost: graph.facebook.com\r\nAuthorization: Bearer @\r\n\r\n",
    "access_token=@",
    "&access_token=@",
    "access_token=@&expires_in=5183944",
    "access_token: @",
    "access_token=\"@\"",
    "access_token%5B%5D=1&access_token=@",
    "https://graph.facebook.com/v26.0/me?access_token=@",
    "https://graph.facebook.com/v26.0/me?fields=id%2Cname&access_token=@&limit=25",
    "https://example.com/login#access_token=@&data_access_expiration_time=1800000000&expires_in=5000",
    "https://developers.facebook.com/tools/debug/accesstoken/?access_token=@&version=v26.0",
    "curl -X GET \"https://graph.facebook.com/v26.0/me?access_token=@\"",
    "curl -i -X GET \\\n  \"https://graph.facebook.com/v26.0/me?fields=id&access_token=@\"",
    "curl -H \"Authorization: Bearer @\" https://graph.facebook.com/v26.0/me",
    "curl --oauth2-bearer @ https://graph.facebook.com/v26.0/me",
    "curl https://graph.facebook.com/v26.0/1/messages -d access_token=@ -d 'message={\"text\":\"Hi\"}'",
    "curl -F 'access_token=@' -F 'platform=messenger' https://graph.facebook.com/v26.0/me",
    "curl --data-urlencode \"access_token=@\" https://graph.facebook.com/v26.0/me",
    "{\"access_token\":\"@\"}",
    "{\n  \"access_token\" : \"@\",\n  \"token_type\": \"bearer\",\n  \"expires_in\": 5183944\n}",
    "{\"data\":[{\"access_token\":\"@\",\"name\":\"Maple & Moss\",\"id\":\"1000200030004000\"}]}",
    "{\\\"access_token\\\":\\\"@\\\"}",
    "{'access_token': '@'}",
    "{ accessToken: '@' }",
    "PAGE_ACCESS_TOKEN=@",
    "export PAGE_ACCESS_TOKEN=@",
    "export FB_PAGE_TOKEN='@' # my test Page",
    "VERIFY_TOKEN=open-sesame\nPAGE_ACCESS_TOKEN=@",
    "$env:PAGE_ACCESS_TOKEN = \"@\"",
    "set PAGE_ACCESS_TOKEN=@\nset PAGE_ACCESS_TOKEN=@",
];

#[test]
fn a_token_is_found_in_what_has_it() {
    for form in FORMS {
        check(&form.replace('@', TOKEN), Ok(TOKEN));
    }
    let encoded = "https://graph.facebook.com/v26.0/me?access_token=pasted%2Dtoken%2d01";
    check(encoded, Ok("pasted-token-01"));
    println!("tried: {} forms of a token", FORMS.len() + 1);
}

#[test]
fn an_app_secret_is_refused_in_whatever_has_it() {
    let secret = "0a1B".repeat(8);
    for form in FORMS {
        check(&form.replace('@', &secret), Err(AppSecret));
        check(&form.replace('@', "123456|abcdefghij"), Err(AppToken));
        check(&form.replace('@', "IGAA-not-of-facebook"), Err(Instagram));
        check(
            &form.replace('@', "123456%7Cabcdefghij"),
            match form.contains(['=', ':']) || form.to_lowercase().contains("bearer") {
                true => Err(AppToken),
                false => Err(BadCharacters),
            },
        );
    }
    let env = format!("PAGE_ACCESS_TOKEN={TOKEN}\nAPP_SECRET=abc");
    check(&env, Err(AppSecret));
    // A field of one line joins them.
    check(&env.replace('\n', ""), Err(AppSecret));
    let exchange = "https://graph.facebook.com/oauth/access_token?grant_type=fb_exchange_token&client_id=1&client_secret=abc&fb_exchange_token=";
    check(&format!("{exchange}{TOKEN}"), Err(AppSecret));
}

#[test]
fn a_wrapped_token_is_joined() {
    check("user-\ntoken-\u{200b}1", Ok("user-token-1"));
    let (start, end) = TOKEN.split_at(20);
    for between in [" ", "\n", "\r\n  ", "\"\n\"", "\u{a0}", "' '"] {
        check(&format!("\"{start}{between}{end}\""), Ok(TOKEN));
    }
    // Words are no pieces.
    check("two words", Err(BadCharacters));
    check("my token, please", Err(BadCharacters));
}

#[test]
fn what_is_no_token_is_refused() {
    for empty in [
        "",
        " \n",
        "\"\"",
        "Bearer",
        "Bearer ",
        "Authorization: Bearer ",
        "access_token=",
    ] {
        check(empty, Err(Empty));
    }
    for missing in [
        "curl -d \"access_token=$PAGE_ACCESS_TOKEN\" https://graph.facebook.com",
        "https://graph.facebook.com/v26.0/me?access_token=<ACCESS_TOKEN>",
        "https://graph.facebook.com/v26.0/me?access_token={access-token}",
        "access_token=YOUR_ACCESS_TOKEN",
    ] {
        check(missing, Err(Missing));
    }
    let rows =
        format!(r#"{{"data":[{{"access_token":"{TOKEN}"}},{{"access_token":"{TOKEN}2"}}]}}"#);
    check(&rows, Err(Several));
    for bad in [
        "https://example.com/?a=b",
        "access_token=pasted…",
        "access_token=pastedVERIFY=x",
        "the bearer of this",
        "{\"id\":\"1\"}",
        "pasted-tökén",
    ] {
        check(bad, Err(BadCharacters));
    }
}

proptest! {
    #[test]
    fn what_is_found_stands_in_the_text(text in "([a-zA-Z0-9_.|%=:\"' \\n-]|token=|Bearer |secret:|…){0,40}") {
        let Ok(token) = PastedToken::parse(&text) else { return Ok(()) };
        let token = token.expose();
        prop_assert!(!token.is_empty() && !token.contains(['|', '=', ' ', '%', '"']));
        let bare: String = text.chars().filter(|c| !c.is_whitespace() && !"\"'".contains(*c)).collect();
        prop_assert!(text.contains('%') || bare.contains(token), "{token} in {text}");
    }

    /// Whatever stands in or around it: it may go into code.
    #[test]
    fn what_is_found_is_well_formed(text in r#"([a-zA-Z0-9_.|%=:"'`$;#&~!\\ \n\x00é-]|token=|Bearer |%2[0-9A-F]){0,40}"#) {
        let Ok(token) = PastedToken::parse(&text) else { return Ok(()) };
        prop_assert!(AccessToken::from(token).is_well_formed(), "{text}");
    }

    #[test]
    fn no_text_breaks_the_search(text in any::<String>()) {
        let _ = PastedToken::parse(&text);
    }
}
