//! Command lines as people paste them, and the request that each becomes.

use expect_test::{Expect, expect};
use interchange::{FoundToken, Imported, import};

/// The request in lines, and behind it what was mended.
fn shown(line: &str) -> String {
    match import(line) {
        Ok(imported) => request(&imported),
        Err(problem) => format!("refused: {problem}"),
    }
}

fn request(imported: &Imported) -> String {
    let version = imported.version.map(|version| format!("{version} "));
    let version = version.unwrap_or_default();
    let mut lines = vec![format!("{} {version}{}", imported.method, imported.path)];
    lines.extend(
        imported
            .host_was
            .iter()
            .map(|host| format!("host was {host}")),
    );
    lines.extend(
        imported
            .query
            .iter()
            .map(|(name, value)| format!("? {name}={value}")),
    );
    lines.extend(
        imported
            .form
            .iter()
            .map(|(name, value)| format!("+ {name}={value}")),
    );
    lines.extend(imported.token.iter().map(|token| match token {
        FoundToken::Token(token) => format!("token {}", token.expose()),
        FoundToken::Placeholder(kind) => format!("token to come: {kind:?}"),
        FoundToken::Unusable(problem) => format!("no token: {problem}"),
    }));
    lines.extend(
        imported
            .repairs
            .iter()
            .map(|repair| format!("~ {repair:?}")),
    );
    lines.join("\n")
}

#[expect(clippy::needless_pass_by_value, reason = "as it is written in a test")]
fn check(line: &str, expected: Expect) {
    expected.assert_eq(&shown(line));
}

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

#[test]
fn what_other_tools_copy() {
    // Chromium, for bash.
    check(
        r#"curl 'https://graph.facebook.com/v26.0/me' \
  -H 'accept: */*' \
  -H 'accept-language: en-GB,en;q=0.9' \
  -H 'content-type: application/x-www-form-urlencoded' \
  -H 'origin: https://first-reply.example' \
  -H 'sec-ch-ua: "Chromium";v="140"' \
  -H 'user-agent: Mozilla/5.0' \
  --data-raw 'method=get&fields=id%2Cname&access_token=user-token-of-the-tests'"#,
        expect![[r#"
            GET v26.0 /me
            ? fields=id,name
            token user-token-of-the-tests
            ~ HeadersLeftOut(["origin", "sec-ch-ua"])
            ~ MethodParameter(Get)"#]],
    );
    check(
        r#"curl 'https://graph.facebook.com/v26.0/1/messages' --data-raw $'message=%7B%22text%22%3A%22It\'s%20\u0021%22%7D' --compressed"#,
        expect![[r#"
            POST v26.0 /1/messages
            + message={"text":"It's !"}"#]],
    );
    // Chromium, for cmd: now, and before.
    check(
        "curl ^\"https://graph.facebook.com/v26.0/me?fields=id^%^2Cname^&limit=1^\" ^\r\n  -H ^\"accept: */*^\" ^\r\n  --data-raw ^\"^{^\\^\"a^\\^\":^\\^\"b ^& c^\\^\"^}^\"",
        expect![[r#"
            POST v26.0 /me
            ? fields=id,name
            ? limit=1
            + a=b & c
            ~ JsonBody"#]],
    );
    check(
        "curl \"https://graph.facebook.com/v26.0/1/messages\" ^\n  -H \"content-type: application/json\" ^\n  --data-raw \"{\\\"message\\\":{\\\"text\\\":\\\"Hi\\\"}}\" ^\n  --compressed",
        expect![[r#"
            POST v26.0 /1/messages
            + message={"text":"Hi"}
            ~ JsonBody"#]],
    );
    check(
        "C:\\Users\\me>curl.exe -d \"recipient={\"\"id\"\":\"\"42\"\"}\" ^\n https://graph.facebook.com/v26.0/1/messages",
        expect![[r#"
            POST v26.0 /1/messages
            + recipient={"id":"42"}"#]],
    );
    // Firefox, Safari.
    check(
        "curl 'https://graph.facebook.com/v26.0/me?fields=id' --compressed -H 'User-Agent: Mozilla/5.0' -H 'Cookie: a=b' -H 'Sec-Fetch-Mode: cors' -H 'Authorization: Bearer user-token-of-the-tests'",
        expect![[r#"
            GET v26.0 /me
            ? fields=id
            token user-token-of-the-tests
            ~ CredentialsLeftOut
            ~ HeadersLeftOut(["Sec-Fetch-Mode"])"#]],
    );
    check(
        "curl 'https://graph.facebook.com/v26.0/me' \\\n-X 'GET' \\\n-H 'Accept: */*' \\\n-b 'a=b'",
        expect![[r#"
            GET v26.0 /me
            ~ CredentialsLeftOut"#]],
    );
    // Postman, Insomnia, others.
    check(
        "curl --location 'https://graph.facebook.com/v26.0/1/messages' \\\n--header 'Content-Type: application/json' \\\n--header 'Authorization: Bearer page-token-of-the-tests' \\\n--data '{\n    \"recipient\": {\n        \"id\": \"42\"\n    },\n    \"message\": {\n        \"text\": \"Hello\"\n    }\n}'",
        expect![[r#"
            POST v26.0 /1/messages
            + recipient={"id":"42"}
            + message={"text":"Hello"}
            token page-token-of-the-tests
            ~ JsonBody"#]],
    );
    check(
        "curl --location -g '{{base_url}}/{{version}}/me?fields=id&access_token={{page_access_token}}'",
        expect![[r#"
            GET /me
            host was {{base_url}}
            ? fields=id
            token to come: Some(Page)
            ~ HostVariable
            ~ VersionPlaceholder"#]],
    );
    check(
        "curl --request POST \\\n  --url 'https://graph.facebook.com/v26.0/1/messages?access_token=page-token-of-the-tests' \\\n  --header 'Content-Type: application/x-www-form-urlencoded' \\\n  --header 'User-Agent: insomnia/11.0.0' \\\n  --data 'recipient={\"id\":\"42\"}' \\\n  --data 'message={\"text\":\"Tom & Jerry\"}'",
        expect![[r#"
            POST v26.0 /1/messages
            + recipient={"id":"42"}
            + message={"text":"Tom & Jerry"}
            token page-token-of-the-tests
            ~ AmpersandInValue("message")"#]],
    );
    check(
        "curl --json '{\"fields\":[\"get_started\"],\"n\":1}' https://graph.facebook.com/v26.0/me/messenger_profile",
        expect![[r#"
            POST v26.0 /me/messenger_profile
            + fields=["get_started"]
            + n=1
            ~ JsonBody"#]],
    );
    check(
        "curl -X POST https://graph.facebook.com/v26.0/me --url-query fields=id --url-query '+limit=2' --oauth2-bearer user-token-of-the-tests",
        expect![[r#"
            POST v26.0 /me
            ? fields=id
            ? limit=2
            token user-token-of-the-tests"#]],
    );
    // PowerShell.
    check(
        "curl.exe -X POST `\n  -H \"Authorization: Bearer $env:PAGE_ACCESS_TOKEN\" `\n  -d 'recipient={\\\"id\\\":\\\"42\\\"}' `\n  --data-urlencode \"message={`\"text`\":`\"It''s`\"}\" `\n  https://graph.facebook.com/v26.0/1/messages",
        expect![[r#"
            POST v26.0 /1/messages
            + recipient={"id":"42"}
            + message={"text":"It''s"}
            token to come: Some(Page)"#]],
    );
    check(
        "Invoke-RestMethod -Uri \"https://graph.facebook.com/v26.0/me\" -Method Get",
        expect!["refused: this is a command of Invoke-RestMethod; only curl is read here"],
    );
    check(
        "wget https://graph.facebook.com/v26.0/me",
        expect!["refused: this is a command of wget; only curl is read here"],
    );
    check(
        "fetch(\"https://graph.facebook.com/v26.0/me\")",
        expect!["refused: this is a command of JavaScript; only curl is read here"],
    );
}

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
    check("curl", expect!["refused: the command has no address"]);
}

#[test]
fn what_documents_and_shells_do_to_a_line() {
    check(
        "$ curl https://graph.facebook.com/v26.0/me?fields=id&access_token=user-token-of-the-tests",
        expect![[r#"
            GET v26.0 /me
            ? fields=id
            token user-token-of-the-tests
            ~ UnquotedAmpersand"#]],
    );
    check(
        "curl “https://graph.facebook.com/v26.0/me?fields=id” —header ‘Authorization: Bearer user-token-of-the-tests’ –X GET",
        expect![[r#"
            GET v26.0 /me
            ? fields=id
            token user-token-of-the-tests
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

#[test]
fn addresses_of_every_kind() {
    check(
        "graph.facebook.com/v26.0/me?fields=id",
        expect![[r#"
        GET v26.0 /me
        host was graph.facebook.com
        ? fields=id"#]],
    );
    check(
        "https://graph.facebook.com/v26.0/me/accounts?access_token=user-token-of-the-tests",
        expect![[r#"
            GET v26.0 /me/accounts
            token user-token-of-the-tests"#]],
    );
    check(
        "HTTP://Graph.Facebook.com:443/V26.0/me",
        expect![[r#"
        GET v26.0 /me
        host was Graph.Facebook.com:443
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
        host was $BASE_URL
        ~ HostVariable"#]],
    );
    check(
        "ftp://graph.facebook.com/me",
        expect!["refused: the address does not begin with https://"],
    );
    check(
        "What is the weather like?",
        expect!["refused: this is no curl command, and no address or path of Graph's"],
    );
    check("", expect!["refused: there is nothing to read"]);
}

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
            token user-token-of-the-tests
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
            token user-token-of-the-tests"#]],
    );
    check(
        "curl -d 'batch=[{\"relative_url\":\"me?access_token=user-token-of-the-tests\"}]' https://graph.facebook.com/v26.0",
        expect![[r#"
            POST v26.0 /
            ~ SecretLeftOut("batch")"#]],
    );
}
