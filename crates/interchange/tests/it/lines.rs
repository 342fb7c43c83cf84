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
        expect![],
    );
    check(
        r#"curl -i -X GET "https://graph.facebook.com/LATEST-API-VERSION/PAGE-ID/conversations ?fields=participants &access_token=PAGE-ACCESS-TOKEN""#,
        expect![],
    );
    check(
        r#"curl -i -X GET "https://graph.facebook.com/LATEST-API-VERSION/CONVERSATION-ID ?fields=messages{message} &access_token=PAGE-ACCESS-TOKEN""#,
        expect![],
    );
    check(
        r#"curl -i -X POST "https://graph.facebook.com/v14.0/PAGE-ID/messages ?recipient={id:PSID} &message={text:'You did it!'} &messaging_type=RESPONSE &access_token=PAGE-ACCESS-TOKEN""#,
        expect![],
    );
    // As the page shows them, in lines.
    check(
        "curl -i -X GET \"https://graph.facebook.com/LATEST-API-VERSION/me/accounts\n      &access_token=USER-ACCESS-TOKEN\"",
        expect![],
    );
    check(
        "curl -i -X POST \"https://graph.facebook.com/v14.0/PAGE-ID/messages\n    ?recipient={id:PSID}\n    &message={text:'You did it!'}\n    &messaging_type=RESPONSE\n    &access_token=PAGE-ACCESS-TOKEN\"",
        expect![],
    );
    // With the quotes lost on the way.
    check(
        "curl -i -X POST https://graph.facebook.com/v14.0/PAGE-ID/messages ?recipient={id:PSID} &message={text:'You did it!'} &messaging_type=RESPONSE &access_token=PAGE-ACCESS-TOKEN",
        expect![],
    );
    // The Explorer's part of it.
    check("me?fields=id,name", expect![]);
    check("PAGE-ID/conversations?fields=messages{messages}", expect![]);
    check("GET /USER-ID/accounts", expect![]);
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
        expect![],
    );
    check(
        r#"curl -X POST "https://graph.facebook.com/v26.0/PAGE-ID/messages" -d "recipient={'id':'{PSID}'}" -d "messaging_type=RESPONSE" -d "message={'text':'hello, world'}" -d "access_token=PAGE-ACCESS-TOKEN""#,
        expect![],
    );
    check(
        r#"curl -i -X GET \
 "https://graph.facebook.com/v26.0/me/accounts?access_token=<USER_ACCESS_TOKEN>""#,
        expect![],
    );
    check(
        "curl  \\\n  -F 'recipient={\"id\":\"<PSID>\"}' \\\n  -F 'message={\"text\":\"hi\"};type=application/json' \\\n  \"https://graph.facebook.com/v2.6/me/messages?access_token=<PAGE_ACCESS_TOKEN>\"",
        expect![],
    );
    check(
        "curl -F 'filedata=@/tmp/cat.png' https://graph.facebook.com/v26.0/me/messages",
        expect![],
    );
    check(
        "curl -G -d 'input_token=user-token-of-the-tests' -d 'access_token=123456789012345|app-secret-of-the-tests' https://graph.facebook.com/debug_token",
        expect![],
    );
    check(
        "curl -i -X GET \"https://graph.facebook.com/{api-version}/{page-id}/conversations?platform=messenger&user_id={psid}&access_token={page-access-token}\"",
        expect![],
    );
    check(
        "GET https://graph.facebook.com/v26.0/oauth/access_token?client_id=1&client_secret=secret-of-the-tests&fb_exchange_token=user-token-of-the-tests",
        expect![],
    );
    check(
        "curl -X DELETE \"https://graph.facebook.com/v26.0/me/messenger_profile\" -d 'fields=[\"greeting\"]'",
        expect![],
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
        expect![],
    );
    check(
        r#"curl 'https://graph.facebook.com/v26.0/1/messages' --data-raw $'message=%7B%22text%22%3A%22It\'s%20\u0021%22%7D' --compressed"#,
        expect![],
    );
    // Chromium, for cmd: now, and before.
    check(
        "curl ^\"https://graph.facebook.com/v26.0/me?fields=id^%^2Cname^&limit=1^\" ^\r\n  -H ^\"accept: */*^\" ^\r\n  --data-raw ^\"^{^\\^\"a^\\^\":^\\^\"b ^& c^\\^\"^}^\"",
        expect![],
    );
    check(
        "curl \"https://graph.facebook.com/v26.0/1/messages\" ^\n  -H \"content-type: application/json\" ^\n  --data-raw \"{\\\"message\\\":{\\\"text\\\":\\\"Hi\\\"}}\" ^\n  --compressed",
        expect![],
    );
    check(
        "C:\\Users\\me>curl.exe -d \"recipient={\"\"id\"\":\"\"42\"\"}\" ^\n https://graph.facebook.com/v26.0/1/messages",
        expect![],
    );
    // Firefox, Safari.
    check(
        "curl 'https://graph.facebook.com/v26.0/me?fields=id' --compressed -H 'User-Agent: Mozilla/5.0' -H 'Cookie: a=b' -H 'Sec-Fetch-Mode: cors' -H 'Authorization: Bearer user-token-of-the-tests'",
        expect![],
    );
    check(
        "curl 'https://graph.facebook.com/v26.0/me' \\\n-X 'GET' \\\n-H 'Accept: */*' \\\n-b 'a=b'",
        expect![],
    );
    // Postman, Insomnia, others.
    check(
        "curl --location 'https://graph.facebook.com/v26.0/1/messages' \\\n--header 'Content-Type: application/json' \\\n--header 'Authorization: Bearer page-token-of-the-tests' \\\n--data '{\n    \"recipient\": {\n        \"id\": \"42\"\n    },\n    \"message\": {\n        \"text\": \"Hello\"\n    }\n}'",
        expect![],
    );
    check(
        "curl --location -g '{{base_url}}/{{version}}/me?fields=id&access_token={{page_access_token}}'",
        expect![],
    );
    check(
        "curl --request POST \\\n  --url 'https://graph.facebook.com/v26.0/1/messages?access_token=page-token-of-the-tests' \\\n  --header 'Content-Type: application/x-www-form-urlencoded' \\\n  --header 'User-Agent: insomnia/11.0.0' \\\n  --data 'recipient={\"id\":\"42\"}' \\\n  --data 'message={\"text\":\"Tom & Jerry\"}'",
        expect![],
    );
    check(
        "curl --json '{\"fields\":[\"get_started\"],\"n\":1}' https://graph.facebook.com/v26.0/me/messenger_profile",
        expect![],
    );
    check(
        "curl -X POST https://graph.facebook.com/v26.0/me --url-query fields=id --url-query '+limit=2' --oauth2-bearer user-token-of-the-tests",
        expect![],
    );
    // PowerShell.
    check(
        "curl.exe -X POST `\n  -H \"Authorization: Bearer $env:PAGE_ACCESS_TOKEN\" `\n  -d 'recipient={\\\"id\\\":\\\"42\\\"}' `\n  --data-urlencode \"message={`\"text`\":`\"It''s`\"}\" `\n  https://graph.facebook.com/v26.0/1/messages",
        expect![],
    );
    check(
        "Invoke-RestMethod -Uri \"https://graph.facebook.com/v26.0/me\" -Method Get",
        expect![],
    );
    check("wget https://graph.facebook.com/v26.0/me", expect![]);
    check("fetch(\"https://graph.facebook.com/v26.0/me\")", expect![]);
}

#[test]
fn options_in_every_spelling() {
    check(
        "curl -XPOST -dfields=id -d limit=2 https://graph.facebook.com/v26.0/me",
        expect![],
    );
    check(
        "curl -sSLik --get --data-urlencode 'fields=id,name' --data-urlencode 'a b=c' --data-urlencode '=x=y' https://graph.facebook.com/me",
        expect![],
    );
    check(
        "curl --request=DELETE --url=https://graph.facebook.com/v26.0/1",
        expect![],
    );
    check(
        "curl -o out.json -w '%{http_code}' -A me -m 5 --retry 3 https://graph.facebook.com/me",
        expect![],
    );
    check("curl -I https://graph.facebook.com/me", expect![]);
    check("curl -X PATCH https://graph.facebook.com/me", expect![]);
    check(
        "curl -d @body.json https://graph.facebook.com/me/messages",
        expect![],
    );
    check(
        "curl -d@body.json https://graph.facebook.com/me/messages",
        expect![],
    );
    check(
        "curl --data-urlencode message@text.txt https://graph.facebook.com/me/messages",
        expect![],
    );
    check(
        "curl --data-raw @text https://graph.facebook.com/me/feed",
        expect![],
    );
    check("curl -K secrets.txt", expect![]);
    check("curl -T cat.png https://graph.facebook.com/me", expect![]);
    check(
        "curl --frobnicate -Y 1 https://graph.facebook.com/me -u me:password",
        expect![],
    );
    check(
        "curl -X GET -d fields=id https://graph.facebook.com/me",
        expect![],
    );
    check("curl", expect![]);
}

#[test]
fn what_documents_and_shells_do_to_a_line() {
    check(
        "$ curl https://graph.facebook.com/v26.0/me?fields=id&access_token=user-token-of-the-tests",
        expect![],
    );
    check(
        "curl “https://graph.facebook.com/v26.0/me?fields=id” —header ‘Authorization: Bearer user-token-of-the-tests’ –X GET",
        expect![],
    );
    check(
        "curl \"https://graph.facebook.com/v26.0/me?fields=id&amp;limit=2\" -d 'a=1&amp;b=2'",
        expect![],
    );
    check(
        "curl -d &quot;message={&#39;text&#39;:&#39;Hi&#39;}&quot; &quot;https://graph.facebook.com/me/messages?a=1&amp;b=2&quot;",
        expect![],
    );
    check(
        "curl\u{a0}-X\u{a0}GET\u{a0}\"https://graph.facebook.com/v26.0/me\"",
        expect![],
    );
    check(
        "curl -X POST \\ \n  https://graph.facebook.com/v26.0/1/messages \\\n  -d a=b",
        expect![],
    );
    check(
        "curl -X POST\n  \"https://graph.facebook.com/v26.0/1/messages\"\n  -d 'a=b'\n\nOn success, your app will receive",
        expect![],
    );
    check(
        "Then run this: curl https://graph.facebook.com/v26.0/me",
        expect![],
    );
    check(
        "# Who am I?\ncurl https://graph.facebook.com/v26.0/me\n# And the Pages\ncurl https://graph.facebook.com/v26.0/me/accounts",
        expect![],
    );
    check(
        "curl -s https://graph.facebook.com/v26.0/me | jq .",
        expect![],
    );
    check(
        "curl -s https://graph.facebook.com/v26.0/me > out.json 2>/dev/null; echo done",
        expect![],
    );
    check(
        "sudo TOKEN=x curl https://graph.facebook.com/v26.0/<PAGE_ID>/messages -d recipient={id:<PSID>}",
        expect![],
    );
    check(
        "curl -d message={text: Hello there} https://graph.facebook.com/v26.0/1/messages",
        expect![],
    );
    check(
        r#"curl https://graph.facebook.com/v26.0/1/messages -d "message={\"text\":\"\$5 \\\\ \`x\`\"}" -d 'text=it'\''s'"#,
        expect![],
    );
    check(
        r"curl https://graph.facebook.com/v26.0/1/feed -d $'message=a\tb\x21\u00e9\303\251\n\q'",
        expect![],
    );
    check(
        "curl 'https://graph.facebook.com/v26.0/me?message={\"text\":\"a&b\"}&x=1#here'",
        expect![],
    );
}

#[test]
fn addresses_of_every_kind() {
    check("graph.facebook.com/v26.0/me?fields=id", expect![]);
    check(
        "https://graph.facebook.com/v26.0/me/accounts?access_token=user-token-of-the-tests",
        expect![],
    );
    check("HTTP://Graph.Facebook.com:443/V26.0/me", expect![]);
    check("/v26/me", expect![]);
    check("POST /PAGE-ID/messages?recipient={id:PSID}", expect![]);
    check(
        "v26.0/t_122100000000000001?fields=messages{message,from,created_time}",
        expect![],
    );
    check("https://graph.instagram.com/v26.0/me", expect![]);
    check(
        "curl https://graph.facebook.com@evil.example/v26.0/me",
        expect![],
    );
    check("curl http://localhost:8081/v26.0/me", expect![]);
    check("curl $BASE_URL/v26.0/me", expect![]);
    check("ftp://graph.facebook.com/me", expect![]);
    check("What is the weather like?", expect![]);
    check("", expect![]);
}

#[test]
fn what_must_not_run() {
    check(
        "curl \"https://graph.facebook.com/v26.0/me?fields=$(rm -rf ~)\"",
        expect![],
    );
    check(
        "curl https://graph.facebook.com/v26.0/`whoami`/messages",
        expect![],
    );
    check(
        "curl https://graph.facebook.com/v26.0/$(id -u)/messages && rm -rf /",
        expect![],
    );
    check(
        "curl 'https://graph.facebook.com/v26.0/me?fields=id",
        expect![],
    );
    check("curl -d \"message={'text':'Hi", expect![]);
    check("curl -d a=b\\", expect![]);
    check("curl https://graph.facebook.com/v26.0/me\0", expect![]);
    check("\u{1}\u{2}PNG", expect![]);
}

#[test]
fn secrets_are_taken_out() {
    check(
        "curl 'https://graph.facebook.com/v26.0/me?access_token=user-token-of-the-tests&access_token=another-token-of-tests'",
        expect![],
    );
    check(
        "curl https://graph.facebook.com/v26.0/me -d access_token=$USER_TOKEN -d appsecret_proof=0123456789abcdef",
        expect![],
    );
    check(
        "curl -H 'Authorization: OAuth user-token-of-the-tests' https://graph.facebook.com/v26.0/me",
        expect![],
    );
    check(
        "curl -d 'batch=[{\"relative_url\":\"me?access_token=user-token-of-the-tests\"}]' https://graph.facebook.com/v26.0",
        expect![],
    );
}
