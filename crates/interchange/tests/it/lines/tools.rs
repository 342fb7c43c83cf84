//! What browsers and other tools copy.

use expect_test::expect;

use super::check;

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
            token
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
            token
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
            token
            ~ JsonBody"#]],
    );
    check(
        "curl --location -g '{{base_url}}/{{version}}/me?fields=id&access_token={{page_access_token}}'",
        expect![[r#"
            GET /me
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
            token
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
            token"#]],
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
    // Our own code for the Windows prompt, from a file with Windows' ends of lines.
    check(
        "set \"p=%%\"\r\nset \"p=%p:~0,1%\"\r\ncurl \"https://graph.facebook.com/v26.0/me/feed\" ^\r\n  --data-urlencode \"message=50%p% off \\\\\"",
        expect![[r#"
            POST v26.0 /me/feed
            + message=50% off \"#]],
    );
}
