//! The commands of Meta's documentation.

use expect_test::expect;

use super::check;

#[test]
fn metas_tutorial_as_printed() {
    check(
        r#"curl -i -X GET "https://graph.facebook.com/LATEST-API-VERSION/me/accounts &access_token=USER-ACCESS-TOKEN""#,
        expect![[r#"
            GET /me/accounts
            token to come: Some(User)
            ~ MissingQuestionMark
            ~ SpacesInAddress
            ~ VersionPlaceholder"#]],
    );
    check(
        r#"curl -i -X GET "https://graph.facebook.com/LATEST-API-VERSION/PAGE-ID/conversations ?fields=participants &access_token=PAGE-ACCESS-TOKEN""#,
        expect![[r#"
            GET /PAGE-ID/conversations
            ? fields=participants
            token to come: Some(Page)
            ~ SpacesInAddress
            ~ VersionPlaceholder
            ~ Placeholder("PAGE-ID")"#]],
    );
    check(
        r#"curl -i -X GET "https://graph.facebook.com/LATEST-API-VERSION/CONVERSATION-ID ?fields=messages{message} &access_token=PAGE-ACCESS-TOKEN""#,
        expect![[r#"
            GET /CONVERSATION-ID
            ? fields=messages{message}
            token to come: Some(Page)
            ~ SpacesInAddress
            ~ VersionPlaceholder
            ~ BracesInAddress
            ~ Placeholder("CONVERSATION-ID")"#]],
    );
    check(
        r#"curl -i -X POST "https://graph.facebook.com/v14.0/PAGE-ID/messages ?recipient={id:PSID} &message={text:'You did it!'} &messaging_type=RESPONSE &access_token=PAGE-ACCESS-TOKEN""#,
        expect![[r#"
            POST v14.0 /PAGE-ID/messages
            ? recipient={"id":"PSID"}
            ? message={"text":"You did it!"}
            ? messaging_type=RESPONSE
            token to come: Some(Page)
            ~ SpacesInAddress
            ~ GoneVersion(GraphVersion { major: 14, minor: 0 })
            ~ BracesInAddress
            ~ LooseJson("recipient")
            ~ LooseJson("message")
            ~ Placeholder("PAGE-ID")
            ~ Placeholder("PSID")"#]],
    );
    // As the page shows them, in lines.
    check(
        "curl -i -X GET \"https://graph.facebook.com/LATEST-API-VERSION/me/accounts\n      &access_token=USER-ACCESS-TOKEN\"",
        expect![[r#"
            GET /me/accounts
            token to come: Some(User)
            ~ MissingQuestionMark
            ~ SpacesInAddress
            ~ VersionPlaceholder"#]],
    );
    check(
        "curl -i -X POST \"https://graph.facebook.com/v14.0/PAGE-ID/messages\n    ?recipient={id:PSID}\n    &message={text:'You did it!'}\n    &messaging_type=RESPONSE\n    &access_token=PAGE-ACCESS-TOKEN\"",
        expect![[r#"
            POST v14.0 /PAGE-ID/messages
            ? recipient={"id":"PSID"}
            ? message={"text":"You did it!"}
            ? messaging_type=RESPONSE
            token to come: Some(Page)
            ~ SpacesInAddress
            ~ GoneVersion(GraphVersion { major: 14, minor: 0 })
            ~ BracesInAddress
            ~ LooseJson("recipient")
            ~ LooseJson("message")
            ~ Placeholder("PAGE-ID")
            ~ Placeholder("PSID")"#]],
    );
    // With the quotes lost on the way.
    check(
        "curl -i -X POST https://graph.facebook.com/v14.0/PAGE-ID/messages ?recipient={id:PSID} &message={text:'You did it!'} &messaging_type=RESPONSE &access_token=PAGE-ACCESS-TOKEN",
        expect![[r#"
            POST v14.0 /PAGE-ID/messages
            ? recipient={"id":"PSID"}
            ? message={"text":"You did it!"}
            ? messaging_type=RESPONSE
            token to come: Some(Page)
            ~ UnquotedAmpersand
            ~ SpacesInAddress
            ~ GoneVersion(GraphVersion { major: 14, minor: 0 })
            ~ BracesInAddress
            ~ LooseJson("recipient")
            ~ LooseJson("message")
            ~ Placeholder("PAGE-ID")
            ~ Placeholder("PSID")"#]],
    );
    // The Explorer's part of it.
    check(
        "me?fields=id,name",
        expect![[r#"
        GET /me
        ? fields=id,name"#]],
    );
    check(
        "PAGE-ID/conversations?fields=messages{messages}",
        expect![[r#"
        GET /PAGE-ID/conversations
        ? fields=messages{message}
        ~ FieldsTypo
        ~ Placeholder("PAGE-ID")"#]],
    );
    check(
        "GET /USER-ID/accounts",
        expect![[r#"
        GET /USER-ID/accounts
        ~ Placeholder("USER-ID")"#]],
    );
}

#[test]
fn metas_other_pages() {
    check(
        r#"curl -X POST -H "Content-Type: application/json" -d '{
  "recipient":{
    "id":"{PSID}"
  },
  "messaging_type": "RESPONSE",
  "message":{
    "text":"Hello, world!"
  }
}' "https://graph.facebook.com/v26.0/{PAGE-ID}/messages?access_token={PAGE_ACCESS_TOKEN}""#,
        expect![[r#"
            POST v26.0 /{PAGE-ID}/messages
            + recipient={"id":"{PSID}"}
            + messaging_type=RESPONSE
            + message={"text":"Hello, world!"}
            token to come: Some(Page)
            ~ BracesInAddress
            ~ JsonBody
            ~ Placeholder("{PAGE-ID}")
            ~ Placeholder("{PSID}")"#]],
    );
    check(
        r#"curl -X POST "https://graph.facebook.com/v26.0/PAGE-ID/messages" -d "recipient={'id':'{PSID}'}" -d "messaging_type=RESPONSE" -d "message={'text':'hello, world'}" -d "access_token=PAGE-ACCESS-TOKEN""#,
        expect![[r#"
            POST v26.0 /PAGE-ID/messages
            + recipient={"id":"{PSID}"}
            + messaging_type=RESPONSE
            + message={"text":"hello, world"}
            token to come: Some(Page)
            ~ LooseJson("recipient")
            ~ LooseJson("message")
            ~ Placeholder("PAGE-ID")
            ~ Placeholder("{PSID}")"#]],
    );
    check(
        r#"curl -i -X GET \
 "https://graph.facebook.com/v26.0/me/accounts?access_token=<USER_ACCESS_TOKEN>""#,
        expect![[r#"
            GET v26.0 /me/accounts
            token to come: Some(User)"#]],
    );
    check(
        "curl  \\\n  -F 'recipient={\"id\":\"<PSID>\"}' \\\n  -F 'message={\"text\":\"hi\"};type=application/json' \\\n  \"https://graph.facebook.com/v2.6/me/messages?access_token=<PAGE_ACCESS_TOKEN>\"",
        expect![[r#"
            POST v2.6 /me/messages
            + recipient={"id":"<PSID>"}
            + message={"text":"hi"}
            token to come: Some(Page)
            ~ GoneVersion(GraphVersion { major: 2, minor: 6 })
            ~ Placeholder("<PSID>")"#]],
    );
    check(
        "curl -F 'filedata=@/tmp/cat.png' https://graph.facebook.com/v26.0/me/messages",
        expect![
            "refused: the command sends a file (filedata=@/tmp/cat.png), which this page cannot read: put its text in its place"
        ],
    );
    check(
        "curl -G -d 'input_token=user-token-of-the-tests' -d 'access_token=123456789012345|app-secret-of-the-tests' https://graph.facebook.com/debug_token",
        expect![[r#"
            GET /debug_token
            no token: this is an app token, which contains the app secret
            ~ SecretLeftOut("input_token")"#]],
    );
    check(
        "curl -i -X GET \"https://graph.facebook.com/{api-version}/{page-id}/conversations?platform=messenger&user_id={psid}&access_token={page-access-token}\"",
        expect![[r#"
            GET /{page-id}/conversations
            ? platform=messenger
            ? user_id={psid}
            token to come: Some(Page)
            ~ VersionPlaceholder
            ~ BracesInAddress
            ~ Placeholder("{page-id}")
            ~ Placeholder("{psid}")"#]],
    );
    check(
        "GET https://graph.facebook.com/v26.0/oauth/access_token?client_id=1&client_secret=secret-of-the-tests&fb_exchange_token=user-token-of-the-tests",
        expect![[r#"
            GET v26.0 /oauth/access_token
            ? client_id=1
            ~ SecretLeftOut("client_secret")
            ~ SecretLeftOut("fb_exchange_token")"#]],
    );
    check(
        "curl -X DELETE \"https://graph.facebook.com/v26.0/me/messenger_profile\" -d 'fields=[\"greeting\"]'",
        expect![[r#"
            DELETE v26.0 /me/messenger_profile
            + fields=["greeting"]"#]],
    );
}
