//! What documents, mails and shells do to a line.

use expect_test::expect;

use super::check;

#[test]
fn what_documents_and_shells_do_to_a_line() {
    check(
        "$ curl https://graph.facebook.com/v26.0/me?fields=id&access_token=user-token-of-the-tests",
        expect![[r#"
            GET v26.0 /me
            ? fields=id
            token
            ~ UnquotedAmpersand"#]],
    );
    check(
        "curl “https://graph.facebook.com/v26.0/me?fields=id” —header ‘Authorization: Bearer user-token-of-the-tests’ –X GET",
        expect![[r#"
            GET v26.0 /me
            ? fields=id
            token
            ~ SmartQuotes
            ~ SmartDashes"#]],
    );
    check(
        "curl \"https://graph.facebook.com/v26.0/me?fields=id&amp;limit=2\" -d 'a=1&amp;b=2'",
        expect![[r#"
            POST v26.0 /me
            ? fields=id
            ? limit=2
            + a=1
            + b=2
            ~ HtmlEntities"#]],
    );
    check(
        "curl -d &quot;message={&#39;text&#39;:&#39;Hi&#39;}&quot; &quot;https://graph.facebook.com/me/messages?a=1&amp;b=2&quot;",
        expect![[r#"
            POST /me/messages
            ? a=1
            ? b=2
            + message={"text":"Hi"}
            ~ HtmlEntities
            ~ LooseJson("message")"#]],
    );
    check(
        "curl\u{a0}-X\u{a0}GET\u{a0}\"https://graph.facebook.com/v26.0/me\"",
        expect![[r#"
            GET v26.0 /me
            ~ NoBreakSpaces"#]],
    );
    check(
        "curl -X POST \\ \n  https://graph.facebook.com/v26.0/1/messages \\\n  -d a=b",
        expect![[r#"
            POST v26.0 /1/messages
            + a=b
            ~ SpaceAfterBackslash"#]],
    );
    check(
        "curl -X POST\n  \"https://graph.facebook.com/v26.0/1/messages\"\n  -d 'a=b'\n\nOn success, your app will receive",
        expect![[r#"
            POST v26.0 /1/messages
            + a=b
            ~ MissingContinuation
            ~ RestLeftOut"#]],
    );
    check(
        "Then run this: curl https://graph.facebook.com/v26.0/me",
        expect![[r#"
            GET v26.0 /me
            ~ TextBefore"#]],
    );
    check(
        "# Who am I?\ncurl https://graph.facebook.com/v26.0/me\n# And the Pages\ncurl https://graph.facebook.com/v26.0/me/accounts",
        expect![[r#"
            GET v26.0 /me
            ~ MoreCommands"#]],
    );
    check(
        "curl -s https://graph.facebook.com/v26.0/me | jq .",
        expect![[r#"
            GET v26.0 /me
            ~ RestLeftOut"#]],
    );
    check(
        "curl -s https://graph.facebook.com/v26.0/me > out.json 2>/dev/null; echo done",
        expect![[r#"
            GET v26.0 /me
            ~ RestLeftOut"#]],
    );
    check(
        "sudo TOKEN=x curl https://graph.facebook.com/v26.0/<PAGE_ID>/messages -d recipient={id:<PSID>}",
        expect![[r#"
            POST v26.0 /<PAGE_ID>/messages
            + recipient={"id":"<PSID>"}
            ~ LooseJson("recipient")
            ~ Placeholder("<PAGE_ID>")
            ~ Placeholder("<PSID>")"#]],
    );
    check(
        "curl -d message={text: Hello there} https://graph.facebook.com/v26.0/1/messages",
        expect![[r#"
            POST v26.0 /1/messages
            + message={"text":"Hello there"}
            ~ UnquotedSpaces
            ~ LooseJson("message")"#]],
    );
    check(
        r#"curl https://graph.facebook.com/v26.0/1/messages -d "message={\"text\":\"\$5 \\\\ \`x\`\"}" -d 'text=it'\''s'"#,
        expect![[r#"
            POST v26.0 /1/messages
            + message={"text":"$5 \\ `x`"}
            + text=it's"#]],
    );
    check(
        r"curl https://graph.facebook.com/v26.0/1/feed -d $'message=a\tb\x21\u00e9\303\251\n\q'",
        expect![[r#"
            POST v26.0 /1/feed
            + message=a	b!éé
            \q"#]],
    );
    check(
        "curl 'https://graph.facebook.com/v26.0/me?message={\"text\":\"a&b\"}&x=1#here'",
        expect![[r#"
            GET v26.0 /me
            ? message={"text":"a&b"}
            ? x=1
            ~ AmpersandInValue("message")
            ~ BracesInAddress"#]],
    );
}
