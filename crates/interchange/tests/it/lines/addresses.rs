//! Addresses and paths, and where they lead.

use expect_test::expect;

use super::check;

#[test]
fn addresses_of_every_kind() {
    check(
        "graph.facebook.com/v26.0/me?fields=id",
        expect![[r#"
            GET v26.0 /me
            ? fields=id"#]],
    );
    check(
        "https://graph.facebook.com/v26.0/me/accounts?access_token=user-token-of-the-tests",
        expect![[r#"
            GET v26.0 /me/accounts
            token"#]],
    );
    check(
        "HTTP://Graph.Facebook.com:443/V26.0/me",
        expect![[r#"
            GET v26.0 /me
            ~ PlainHttp"#]],
    );
    check(
        "/v26/me",
        expect![[r#"
        GET v26.0 /me
        ~ ShortVersion(GraphVersion { major: 26, minor: 0 })"#]],
    );
    check(
        "POST /PAGE-ID/messages?recipient={id:PSID}",
        expect![[r#"
        POST /PAGE-ID/messages
        ? recipient={"id":"PSID"}
        ~ LooseJson("recipient")
        ~ Placeholder("PAGE-ID")
        ~ Placeholder("PSID")"#]],
    );
    check(
        "v26.0/t_122100000000000001?fields=messages{message,from,created_time}",
        expect![[r#"
            GET v26.0 /t_122100000000000001
            ? fields=messages{message,from,created_time}"#]],
    );
    check(
        "https://graph.instagram.com/v26.0/me",
        expect!["refused: the address leads to graph.instagram.com, not to graph.facebook.com"],
    );
    check(
        "curl https://graph.facebook.com@evil.example/v26.0/me",
        expect!["refused: the address leads to evil.example, not to graph.facebook.com"],
    );
    check(
        "curl http://localhost:8081/v26.0/me",
        expect!["refused: the address leads to localhost, not to graph.facebook.com"],
    );
    check(
        "curl $BASE_URL/v26.0/me",
        expect![[r#"
            GET v26.0 /me
            ~ HostVariable"#]],
    );
    check(
        "ftp://graph.facebook.com/me",
        expect!["refused: the address does not begin with https://"],
    );
    check(
        "What is the weather like?",
        expect!["refused: this is no curl command, and no address or path of Graph’s"],
    );
    check("", expect!["refused: there is nothing to read"]);
}
