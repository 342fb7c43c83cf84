//! The scripts that find the IDs by themselves, run to the end against the emulator's server.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};

use graph_api::{GraphVersion, HOST, PageId, TokenKind};
use serde_json::{Value, json};
use snippets::{Journey, Language, Refused, TokenFrom};

use crate::cases::{filled, send};
use crate::emulator::Emulator;
use crate::runners::{bash, http_file, node, php, powershell, python, rust};
use crate::tool::{command, folder, run};

/// What is replied: awkward, but nothing that Graph refuses.
const TEXT: &str = "It's “ok” for $5!\n100% 👍 \\ `x` \"y\"";

/// What a script begins with.
struct Begin {
    start: TokenKind,
    page: Option<PageId>,
}

/// The command that runs a script of a language.
type Run = fn(&str, &str) -> Command;

#[track_caller]
fn check(language: Language, needs: &str, is_ready: bool, run: Run) {
    let title = language.title();
    if !is_ready {
        return corpora::tell(&format!("{title:<20} NOT RUN   the journey needs {needs}"));
    }
    let emulator = Emulator::start();
    let page = || Some(PageId::parse(emulator.told("page_id")).unwrap());
    let begins = [
        Begin {
            start: TokenKind::User,
            page: None,
        },
        Begin {
            start: TokenKind::User,
            page: page(),
        },
        Begin {
            start: TokenKind::Page,
            page: None,
        },
    ];
    for begin in &begins {
        replies(&emulator, language, begin, run);
    }
    let [user, other, own] = &begins;
    stops(&emulator, language, user, run, "token-expired", "(190)");
    stops(
        &emulator,
        language,
        user,
        run,
        "no-pages",
        "no Page on which",
    );
    stops(
        &emulator,
        language,
        other,
        run,
        "no-pages",
        emulator.told("page_id"),
    );
    stops(
        &emulator,
        language,
        own,
        run,
        "nobody-wrote",
        "Nobody has written",
    );
    stops(&emulator, language, own, run, "window-closed", "(10)");
    stops(&emulator, language, own, run, "graph-down", "JSON");
    shows_no_token(&emulator, language, user, run);
    corpora::tell(&format!(
        "{title:<20} the journey, from either token; and where it stops"
    ));
}

fn replies(emulator: &Emulator, language: Language, begin: &Begin, run: Run) {
    emulator.control("POST", "/reset", "");
    let output = go(emulator, language, begin, emulator.told("http"), run);
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{language:?}: {said}");
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(said.contains("Sent: m_"), "{said}");
    assert!(said.contains(emulator.told("psid")), "{said}");

    let requests = emulator.control("GET", "/requests", "");
    let last = requests.as_array().unwrap().last().unwrap();
    let params = last["params"].as_array().unwrap();
    let param = |name: &str| params.iter().find(|pair| pair[0] == name).unwrap()[1].clone();
    let recipient: Value = serde_json::from_str(param("recipient").as_str().unwrap()).unwrap();
    assert_eq!(recipient["id"], emulator.told("psid"));
    let sent: Vec<_> = send(TEXT).params;
    assert_eq!(sent.len(), 3);
    for expected in sent.iter().filter(|param| param.name != "recipient") {
        let graph_api::ParamValue::Text(text) = &expected.value else {
            panic!("{expected:?}");
        };
        assert_eq!(param(&expected.name), *text);
    }
}

fn stops(
    emulator: &Emulator,
    language: Language,
    begin: &Begin,
    run: Run,
    scenario: &str,
    word: &str,
) {
    emulator.control("POST", "/reset", "");
    let scenario = format!(r#"{{"name":"{scenario}"}}"#);
    emulator.control("POST", "/scenario", &scenario);
    let output = go(emulator, language, begin, emulator.told("http"), run);
    let said = [output.stdout, output.stderr].concat();
    let said = String::from_utf8_lossy(&said);
    assert!(!output.status.success(), "{language:?} {scenario}: {said}");
    assert!(said.contains(word), "{language:?} {scenario}: {said}");
    for token in ["user_token", "page_token"] {
        assert!(!said.contains(emulator.told(token)), "{said}");
    }
}

/// Where nothing answers, the program's own words go with no token; but for httpYac's, which shows the
/// request that it could not send.
fn shows_no_token(emulator: &Emulator, language: Language, begin: &Begin, run: Run) {
    if language == Language::HttpFile {
        return;
    }
    let output = go(emulator, language, begin, "http://127.0.0.1:1", run);
    assert!(!output.status.success(), "{language:?}");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(!said.contains(emulator.told("user_token")), "{said}");
}

/// Runs the script; in JavaScript for browsers the token is filled in.
fn go(emulator: &Emulator, language: Language, begin: &Begin, origin: &str, by: Run) -> Output {
    let reply = send(TEXT);
    let journey = Journey {
        version: GraphVersion::default(),
        start: begin.start,
        page: begin.page.as_ref(),
        reply: &reply,
    };
    let (variable, token) = match begin.start {
        TokenKind::User => ("USER_ACCESS_TOKEN", emulator.told("user_token")),
        TokenKind::Page => ("PAGE_ACCESS_TOKEN", emulator.told("page_token")),
    };
    let code = language.journey(&journey, TokenFrom::Environment).unwrap();
    let code = filled(&code, token).replace(HOST, origin);
    let name = match (begin.start, &begin.page) {
        (TokenKind::User, None) => "user",
        (TokenKind::User, Some(_)) => "user_page",
        (TokenKind::Page, _) => "page",
    };
    let mut command = by(&format!("journey_{}_{name}", language.name()), &code);
    command.env_remove("PAGE_ACCESS_TOKEN").env(variable, token);
    // Its variables are no environment.
    if language == Language::HttpFile {
        command.args(["--var", &format!("{variable}={token}")]);
    }
    run(&mut command, "")
}

fn file(name: &str, extension: &str, code: &str) -> PathBuf {
    let file = folder(name).join(format!("journey.{extension}"));
    fs::write(&file, code).unwrap();
    file
}

fn by_program(program: &str, arguments: &[&str], file: PathBuf) -> Command {
    let mut command = command(program);
    command.args(arguments).arg(file);
    command
}

#[test]
fn in_bash() {
    let is_ready = bash::is_ready() && crate::tool::is_there("jq", "jq", &["--version"]);
    let run: Run = |name, code| by_program("bash", &[], file(name, "sh", code));
    check(Language::Curl, "bash, curl and jq", is_ready, run);
}

#[test]
fn in_powershell() {
    let run: Run = |name, code| {
        let arguments = &["-NoProfile", "-NonInteractive", "-File"];
        let code = format!("\u{feff}{code}");
        by_program("pwsh", arguments, file(name, "ps1", &code))
    };
    check(
        Language::PowerShell,
        powershell::NEEDS,
        powershell::is_ready(),
        run,
    );
}

#[test]
fn in_powershell_by_its_grammar() {
    let reply = send(TEXT);
    let page = PageId::parse("322980254230386").unwrap();
    for (start, page) in [
        (TokenKind::User, None),
        (TokenKind::User, Some(&page)),
        (TokenKind::Page, None),
    ] {
        let version = GraphVersion::default();
        let journey = Journey {
            version,
            start,
            page,
            reply: &reply,
        };
        for from in [TokenFrom::Environment, TokenFrom::Blank] {
            let code = Language::PowerShell.journey(&journey, from).unwrap();
            powershell::check_grammar(&code.to_string());
        }
    }
}

#[test]
fn in_a_browsers_javascript() {
    let run: Run = |name, code| by_program("node", &[], file(name, "mjs", code));
    check(Language::JavaScript, node::NEEDS, node::is_ready(), run);
}

#[test]
fn in_node() {
    let run: Run = |name, code| by_program("node", &[], file(name, "mjs", code));
    check(Language::Node, node::NEEDS, node::is_ready(), run);
}

#[test]
fn in_python() {
    let run: Run = |name, code| by_program(python::program().unwrap(), &[], file(name, "py", code));
    check(
        Language::Python,
        python::NEEDS,
        python::program().is_some(),
        run,
    );
}

#[test]
fn in_php() {
    let run: Run = |name, code| by_program("php", &[], file(name, "php", code));
    check(Language::Php, php::NEEDS, php::is_ready(), run);
}

#[test]
fn in_rust() {
    let run: Run = |name, code| command(rust::build(name, code));
    check(Language::Rust, rust::NEEDS, rust::is_ready(), run);
}

#[test]
fn in_httpyac() {
    let run: Run = |name, code| http_file::whole(&file(name, "http", code));
    let is_ready = http_file::has_httpyac();
    check(Language::HttpFile, http_file::NEEDS_HTTPYAC, is_ready, run);
}

/// httpYac reads what comes out of a variable once more, and computes what it finds there.
#[test]
fn what_graph_names_is_not_computed_by_httpyac() {
    if !http_file::has_httpyac() {
        return corpora::tell("not run: this needs httpYac");
    }
    let emulator = Emulator::start();
    let id = "{{40+2}}";
    let people = json!([{"id": id, "name": "Ana"}]);
    let conversations = json!({"data": [{"id": id, "participants": {"data": people}}]});
    let faults = json!([
        {"match": {"path_contains": "/me?"}, "body": json!({"id": id}).to_string()},
        {"match": {"path_contains": "/conversations"}, "body": conversations.to_string()},
        {"times": 2, "body": json!({"id": id, "message_id": id}).to_string()},
    ]);
    emulator.control("POST", "/faults", &faults.to_string());
    let begin = Begin {
        start: TokenKind::Page,
        page: None,
    };
    let run: Run = |_, code| http_file::whole(&file("journey_http_computed", "http", code));
    let origin = emulator.told("http");
    go(&emulator, Language::HttpFile, &begin, origin, run);
    let seen = emulator.seen();
    assert_eq!(seen.len(), 4);
    assert!(seen.iter().all(|request| !request.url.contains("42")));
    let recipient = ("recipient".to_owned(), json!({"id": id}).to_string());
    assert_eq!(seen[3].form()[0], recipient);
}

#[test]
fn where_no_answer_can_be_read_there_is_no_script() {
    let reply = send(TEXT);
    let journey = Journey {
        version: GraphVersion::default(),
        start: TokenKind::User,
        page: None,
        reply: &reply,
    };
    let without = Language::ALL
        .into_iter()
        .filter(|language| language.journey(&journey, TokenFrom::Blank) == Err(Refused::NoScript));
    assert_eq!(without.collect::<Vec<_>>(), [Language::Cmd]);
}
