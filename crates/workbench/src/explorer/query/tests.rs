use proptest::prelude::*;

use super::*;

#[track_caller]
fn check(line: &str, path: &str, params: &[(&str, &str)]) -> Reading {
    let reading = read(line);
    assert_eq!(reading.query.path.join("|"), path, "{line}");
    let own = reading.query.params.iter();
    let own: Vec<_> = own
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    assert_eq!(own, params, "{line}");
    reading
}

#[test]
fn lines_are_read_as_they_are_meant() {
    check("me", "me", &[]);
    check(" /me/accounts/ ", "me|accounts", &[]);
    check("me?fields=id,name", "me", &[("fields", "id,name")]);
    check(
        "42/conversations?fields=id,participants{name},messages.limit(3){message}&platform=messenger",
        "42|conversations",
        &[
            ("fields", "id,participants{name},messages.limit(3){message}"),
            ("platform", "messenger"),
        ],
    );
    check(
        "me ? fields = id , name & limit=5",
        "me",
        &[("fields", "id , name"), ("limit", "5")],
    );
    check(
        "me?fields=id%2Cname&q=a+b%26c",
        "me",
        &[("fields", "id,name"), ("q", "a b&c")],
    );
    check("'me?fields=id'", "me", &[("fields", "id")]);
    check("me?fields", "me", &[("fields", "")]);
    check("me?q=100%", "me", &[("q", "100%")]);
    check("me?q=a?b", "me", &[("q", "a?b")]);
    check(
        "me?q=a?b=c&limit=5",
        "me",
        &[("q", "a?b=c"), ("limit", "5")],
    );
    check("", "", &[]);
    check("?", "", &[]);
}

/// As Meta's tutorial prints them: a space, and no `?`.
#[test]
fn the_tutorials_lines_are_read() {
    let reading = check(
        "https://graph.facebook.com/v14.0/me/accounts &access_token=user-token-of-the-tests",
        "me|accounts",
        &[],
    );
    assert_eq!(reading.version, Some(GraphVersion::new(14, 0)));
    assert!(reading.had_secret);
    check(
        "https://graph.facebook.com/LATEST-API-VERSION/me/accounts",
        "me|accounts",
        &[],
    );
}

#[test]
fn version_and_host_are_taken_from_in_front() {
    let reading = check("https://graph.facebook.com/v25.0/me", "me", &[]);
    assert_eq!(reading.version, Some(GraphVersion::new(25, 0)));
    assert_eq!(reading.host.as_deref(), Some("graph.facebook.com"));
    assert_eq!(
        check("v24.0/me", "me", &[]).version,
        Some(GraphVersion::new(24, 0))
    );
    assert_eq!(check("me/v24.0", "me|v24.0", &[]).version, None);
    let reading = check("graph.facebook.com/me", "me", &[]);
    assert_eq!(reading.host.as_deref(), Some("graph.facebook.com"));
    let reading = check("HTTP://graph.instagram.com", "", &[]);
    assert_eq!(reading.host.as_deref(), Some("graph.instagram.com"));
    let reading = check("https://graph.facebook.com:443/me", "me", &[]);
    assert_eq!(reading.host.as_deref(), Some("graph.facebook.com"));
}

#[test]
fn a_token_in_the_place_of_a_host_is_no_host() {
    let token = format!("{}{}", "EA", "Ab0123456789abcdefghijklmnop");
    let reading = check(&format!("https://{token}/me"), "me", &[]);
    assert_eq!((reading.host, reading.had_secret), (None, true));
}

#[test]
fn secrets_are_left_out() {
    for line in [
        "me?access_token=user-token-of-the-tests",
        "me?fields=id&Access%5FToken=user-token-of-the-tests",
        "me?fields=id?access_token=user-token-of-the-tests",
        "debug_token?input_token=user-token-of-the-tests",
        "me?q=https://x/?access_token%3Duser-token-of-the-tests",
        "me#access_token=user-token-of-the-tests",
        "me?client_secret=user-token-of-the-tests",
        "me?q=a?b&fields=id?limit=5?input_token=user-token-of-the-tests?x=y",
        "https://x:user-token-of-the-tests@graph.facebook.com/me",
        "graph.facebook.com:user-token-of-the-tests@x",
    ] {
        let reading = read(line);
        assert!(reading.had_secret, "{line}");
        assert!(!format!("{reading:?}").contains("of-the-tests"), "{line}");
    }
    for line in [
        "me?fields=access_token",
        "me?access_tok",
        "me?access_token",
        "m_access_token",
    ] {
        assert!(!read(line).had_secret, "{line}");
    }
}

#[test]
fn the_path_that_travels_cannot_be_left() {
    let path = |line: &str| read(line).query.encoded_path();
    assert_eq!(path("t_1/messages"), "/t_1/messages");
    assert_eq!(path("a%2Fb/c d"), "/a%2Fb/c%20d");
    assert_eq!(path(""), "");
}

proptest! {
    #[test]
    fn what_was_written_is_read_back(
        first in r"(me|t_[0-9]{1,9}|[0-9]{1,20})",
        more in prop::collection::vec(".{1,12}", 0..3),
        params in prop::collection::vec((".{0,8}", ".{0,20}"), 0..4),
    ) {
        let mut query = Query { path: [vec![first], more].concat(), params };
        query.path.retain(|it| !looks_like_token(it));
        query.params.retain(|(name, value)| {
            !is_secret_name(name) && !looks_like_token(name) && !looks_like_token(value)
        });
        prop_assert_eq!(read(&query.write()).query, query);
    }

    #[test]
    fn anything_can_be_typed(line in "[a-z_/?&=%#{}(), \u{e9}'\"0-9.:-]{0,60}") {
        let query = read(&line).query;
        prop_assert_eq!(read(&query.write()).query, query);
    }
}
