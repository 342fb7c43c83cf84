use std::io::Write as _;
use std::process::{Command, Output, Stdio};

use graph_api::endpoints::send_message::{MessagingType, Outgoing, QuickReply};
use graph_api::endpoints::{GetConversation, GetMe, SendMessage};
use graph_api::{
    AccessToken, Call, Carrier, ConversationId, Endpoint as _, GraphVersion, HOST, HttpRequest,
    PageAccessToken, PageId, Param, Psid,
};
use proptest::prelude::*;
use snippets::{curl, curl_script};

use crate::server::Server;

const TOKEN: &str = "page-token-0123456789";
const CARRIERS: [Carrier; 2] = [Carrier::FormBody, Carrier::Query];

/// Texts that break careless quoting, encoding, or reading.
const AWKWARD: [&str; 36] = [
    "",
    " ",
    "  leading and trailing  ",
    "It's",
    "''' \" ' \"'\"'",
    "\"quoted\"",
    "Hello! Wow!! !$ !x !1",
    "$(touch pwned) ${HOME} $HOME $x",
    "`id`",
    "a\nb",
    "a\r\nb\r",
    "tab\tand \u{1b}[31mred\u{1b}[0m \u{7}\u{8}\u{7f}",
    "👩‍💻 👍🏽 🇩🇪 é e\u{301} ✔\u{fe0f}",
    "@file",
    "@/etc/hosts",
    "%41 %% %s %n",
    "a&b=c&access_token=x",
    "a=b",
    "=",
    "1+1=2",
    r"C:\new\table \\ \x41 \'",
    "\\",
    "#1 # comment",
    "-d @x",
    "--data x",
    "; rm x | y & z > out < in",
    "{a,b} [1-3] * ? ~",
    "\u{202e}drawkcab\u{202c} \u{2066}isolated\u{2069}",
    "zero\u{200b}\u{200d}\u{2060}\u{feff}width \u{ad}",
    "line\u{2028}separator\u{2029} \u{85}",
    "مرحبا שלום 你好",
    "'\u{200b}' ! it's\u{200b}",
    "$'\\x41'",
    "EOF\nEOF",
    "<script>alert(1)</script>",
    "\u{fffd}\u{10ffff}",
];

/// Runs the code in the shell; nothing where the shell or curl is missing.
fn run(shell: &[&str], code: &str) -> Option<Output> {
    let has = |tool: &str| {
        let mut probe = Command::new(tool);
        let probe = probe.args(["-c", ":"]).stdin(Stdio::null());
        probe
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status()
            .is_ok()
    };
    let (tool, arguments) = shell.split_first().unwrap();
    if cfg!(windows) || !has(tool) || !has("curl") {
        eprintln!("not run: this needs {tool} and curl");
        return None;
    }
    let mut child = Command::new(tool)
        .args(arguments)
        .envs([("NO_PROXY", "*"), ("HOME", "/nonexistent"), ("LC_ALL", "C")])
        .env("PAGE_ACCESS_TOKEN", TOKEN)
        .env_remove("CURL_HOME")
        .env_remove("USER_ACCESS_TOKEN")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    stdin.write_all(code.as_bytes()).unwrap();
    drop(stdin);
    Some(child.wait_with_output().unwrap())
}

fn send(text: &str) -> Call {
    let reply = QuickReply {
        title: "It's \"ok\"".to_owned(),
        payload: text.to_owned(),
    };
    let message = SendMessage {
        page: PageId::parse("322980254230386").unwrap(),
        to: Psid::parse("7569927623102963").unwrap(),
        what: Outgoing::Message {
            text: text.to_owned(),
            quick_replies: vec![reply],
            kind: MessagingType::Response,
        },
    };
    message.call(GraphVersion::default())
}

/// A read with any parameter, such as a later endpoint may have.
fn read(name: &'static str, text: &str) -> Call {
    let mut call = GetMe.call(GraphVersion::default());
    call.params.push(Param::text(name, text));
    call.params.push(Param::text("last", "1"));
    call
}

fn to(server: &Server, call: &Call, carrier: Carrier) -> HttpRequest {
    let token = AccessToken::from(PageAccessToken::new(TOKEN));
    let mut request = carrier.request(call, &token);
    request.url = request.url.replace(HOST, &server.origin);
    request
}

#[track_caller]
fn check_same(sent: &[HttpRequest], seen: &[HttpRequest]) {
    for (sent, seen) in sent.iter().zip(seen) {
        assert_eq!(seen.params(), sent.params());
        assert_eq!(seen.method, sent.method);
        assert!(
            sent.bare_url().ends_with(seen.bare_url()),
            "{sent:?} {seen:?}"
        );
        assert_eq!(seen.has_form(), sent.has_form());
    }
    assert_eq!(seen.len(), sent.len());
}

/// Sends all the calls with one script, and compares what arrives.
#[track_caller]
fn check_script(calls: &[Call]) {
    let server = Server::start(200);
    let both = |call| CARRIERS.map(|carrier| to(&server, call, carrier));
    let requests: Vec<_> = calls.iter().flat_map(both).collect();
    let step = |request| ("A step", request, "PAGE_ACCESS_TOKEN");
    let script = curl_script(&requests.iter().map(step).collect::<Vec<_>>());
    let Some(output) = run(&["bash"], &script) else {
        return;
    };
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{stderr}");
    check_same(&requests, &server.seen());
    assert_eq!(output.stdout, "{}\n".repeat(requests.len()).as_bytes());
}

/// Pastes one snippet into the shell, and compares what arrives.
#[track_caller]
fn check_snippet(shell: &[&str], call: &Call) {
    let server = Server::start(200);
    for carrier in CARRIERS {
        let request = to(&server, call, carrier);
        let code = curl(&request, "PAGE_ACCESS_TOKEN") + "\n";
        if run(shell, &code).is_some() {
            check_same(&[request], &server.seen());
        }
    }
}

#[test]
fn awkward_texts_arrive_as_they_are() {
    let texts = AWKWARD
        .map(str::to_owned)
        .into_iter()
        .chain(["ü'".repeat(1000)]);
    let calls = texts.flat_map(|text| [send(&text), read("after", &text)]);
    check_script(&calls.collect::<Vec<_>>());
}

#[test]
fn awkward_names_and_nul_arrive_as_they_are() {
    check_script(&[
        read("a b&c=d@e'f", "@x"),
        read("", "no name"),
        read("nul", "a\0b @ \0"),
        read("@file", ""),
    ]);
}

#[test]
fn braces_and_dollars_arrive_as_they_are() {
    let conversation = ConversationId::parse("t_mid.$cAAB:9=").unwrap();
    let call = GetConversation { conversation }.call(GraphVersion::default());
    check_script(&[call]);
}

#[test]
fn a_snippet_runs_in_shells_without_ansi_quotes() {
    for shell in ["sh", "dash"] {
        check_snippet(
            &[shell],
            &send("It's $(x) `y` \"z\" \\ !! @file %41 & = + # 👍"),
        );
    }
}

/// In a terminal, bash puts its history where a `!` stands.
#[test]
fn a_snippet_does_not_call_up_the_history() {
    let bash = ["bash", "-o", "history", "-H", "-s"];
    check_snippet(&bash, &send("It's so!! !curl '!x' \"!y\""));
    check_snippet(&bash, &send("It's\u{200b} so!! !curl '!x' \"!y\""));
}

#[test]
fn a_script_stops_where_it_fails() {
    let server = Server::start(400);
    let request = to(&server, &send("Hello"), Carrier::FormBody);
    let twice = |token| curl_script(&[("One", &request, token), ("Two", &request, token)]);
    let Some(output) = run(&["bash"], &twice("PAGE_ACCESS_TOKEN")) else {
        return;
    };
    assert!(!output.status.success());
    assert_eq!(String::from_utf8_lossy(&output.stdout), "{}\n");
    assert_eq!(server.seen().len(), 1);

    let output = run(&["bash"], &twice("USER_ACCESS_TOKEN")).unwrap();
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert!(stderr.contains("USER_ACCESS_TOKEN: is not set"), "{stderr}");
    assert_eq!(server.seen().len(), 0);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2))]
    #[test]
    fn any_texts_arrive_as_they_are(texts in proptest::collection::vec(any::<String>(), 10)) {
        let calls = texts.iter().flat_map(|text| [send(text), read("after", text)]);
        check_script(&calls.collect::<Vec<_>>());
    }
}
