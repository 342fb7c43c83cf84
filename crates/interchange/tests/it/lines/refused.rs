//! What is not run, not read, and not kept.

use expect_test::expect;

use super::check;

#[test]
fn what_must_not_run() {
    check(
        "curl \"https://graph.facebook.com/v26.0/me?fields=$(rm -rf ~)\"",
        expect![[r#"
            GET v26.0 /me
            ? fields=$(rm -rf ~)
            ~ NotRun
            ~ SpacesInAddress"#]],
    );
    check(
        "curl https://graph.facebook.com/v26.0/`whoami`/messages",
        expect![[r#"
            GET v26.0 /`whoami`/messages
            ~ NotRun"#]],
    );
    check(
        "curl https://graph.facebook.com/v26.0/$(id -u)/messages && rm -rf /",
        expect![[r#"
            GET v26.0 /$(id-u)/messages
            ~ NotRun
            ~ SpacesInAddress
            ~ RestLeftOut"#]],
    );
    check(
        "curl 'https://graph.facebook.com/v26.0/me?fields=id",
        expect![[r#"
            GET v26.0 /me
            ? fields=id
            ~ UnclosedQuote"#]],
    );
    check(
        "curl -d \"message={'text':'Hi",
        expect!["refused: the command has no address"],
    );
    check(
        "curl -d a=b\\",
        expect!["refused: the command has no address"],
    );
    check(
        "curl https://graph.facebook.com/v26.0/me\0",
        expect!["refused: this is no text, but holds bytes that no command line can have"],
    );
    check(
        "\u{1}\u{2}PNG",
        expect!["refused: this is no text, but holds bytes that no command line can have"],
    );
}

#[test]
fn secrets_are_taken_out() {
    check(
        "curl 'https://graph.facebook.com/v26.0/me?access_token=user-token-of-the-tests&access_token=another-token-of-tests'",
        expect![[r#"
            GET v26.0 /me
            token
            ~ SeveralTokens"#]],
    );
    check(
        "curl https://graph.facebook.com/v26.0/me -d access_token=$USER_TOKEN -d appsecret_proof=0123456789abcdef",
        expect![[r#"
            POST v26.0 /me
            token to come: Some(User)
            ~ SecretLeftOut("appsecret_proof")"#]],
    );
    check(
        "curl -H 'Authorization: OAuth user-token-of-the-tests' https://graph.facebook.com/v26.0/me",
        expect![[r#"
            GET v26.0 /me
            token"#]],
    );
    check(
        "curl -d 'batch=[{\"relative_url\":\"me?access_token=user-token-of-the-tests\"}]' https://graph.facebook.com/v26.0",
        expect![[r#"
            POST v26.0 /
            ~ SecretLeftOut("batch")"#]],
    );
}
