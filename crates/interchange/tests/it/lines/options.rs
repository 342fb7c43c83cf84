//! What curl is told.

use expect_test::expect;

use super::check;

#[test]
fn options_in_every_spelling() {
    check(
        "curl -XPOST -dfields=id -d limit=2 https://graph.facebook.com/v26.0/me",
        expect![[r#"
            POST v26.0 /me
            + fields=id
            + limit=2"#]],
    );
    check(
        "curl -sSLik --get --data-urlencode 'fields=id,name' --data-urlencode 'a b=c' --data-urlencode '=x=y' https://graph.facebook.com/me",
        expect![[r#"
            GET /me
            ? fields=id,name
            ? a b=c
            ? x=y="#]],
    );
    check(
        "curl --request=DELETE --url=https://graph.facebook.com/v26.0/1",
        expect!["DELETE v26.0 /1"],
    );
    check(
        "curl -o out.json -w '%{http_code}' -A me -m 5 --retry 3 https://graph.facebook.com/me",
        expect!["GET /me"],
    );
    check(
        "curl -I https://graph.facebook.com/me",
        expect![[r#"
        GET /me
        ~ HeadAsGet"#]],
    );
    check(
        "curl -X PATCH https://graph.facebook.com/me",
        expect!["refused: Graph knows GET, POST and DELETE, but not PATCH"],
    );
    check(
        "curl -d @body.json https://graph.facebook.com/me/messages",
        expect![
            "refused: the command sends a file (body.json), which this page cannot read: put its text in its place"
        ],
    );
    check(
        "curl -d@body.json https://graph.facebook.com/me/messages",
        expect![
            "refused: the command sends a file (body.json), which this page cannot read: put its text in its place"
        ],
    );
    check(
        "curl --data-urlencode message@text.txt https://graph.facebook.com/me/messages",
        expect![
            "refused: the command sends a file (text.txt), which this page cannot read: put its text in its place"
        ],
    );
    check(
        "curl --data-raw @text https://graph.facebook.com/me/feed",
        expect![[r#"
            POST /me/feed
            + @text="#]],
    );
    check(
        "curl -K secrets.txt",
        expect!["refused: the command takes its options from a file, which this page cannot read"],
    );
    check(
        "curl -T cat.png https://graph.facebook.com/me",
        expect![
            "refused: the command sends a file (cat.png), which this page cannot read: put its text in its place"
        ],
    );
    check(
        "curl --frobnicate -Y 1 https://graph.facebook.com/me -u me:password",
        expect![[r#"
            GET /me
            ~ CredentialsLeftOut
            ~ OptionsLeftOut(["--frobnicate", "-Y"])"#]],
    );
    check(
        "curl -X GET -d fields=id https://graph.facebook.com/me",
        expect![[r#"
            GET /me
            ? fields=id
            ~ BodyOfRead"#]],
    );
    check(
        "curl --speed-limit 1000 --cert-type PEM --local-port 4000 https://graph.facebook.com/v26.0/me",
        expect!["GET v26.0 /me"],
    );
    check(
        "curl --frobnicate 1000 https://graph.facebook.com/v26.0/me",
        expect![[r#"
            GET v26.0 /me
            ~ WordsLeftOut
            ~ OptionsLeftOut(["--frobnicate"])"#]],
    );
    check(
        "curl --frobnicate 1000 --url graph.facebook.com/v26.0/me",
        expect![[r#"
            GET v26.0 /me
            ~ WordsLeftOut
            ~ OptionsLeftOut(["--frobnicate"])"#]],
    );
    check(
        "curl https://graph.facebook.com/v26.0/me https://graph.facebook.com/v26.0/1",
        expect![[r#"
            GET v26.0 /me
            ~ MoreAddresses"#]],
    );
    check("curl", expect!["refused: the command has no address"]);
}
