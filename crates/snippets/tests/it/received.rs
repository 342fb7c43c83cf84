//! Whatever the text, what the real programs send to the emulator's server is what was to be sent,
//! byte for byte.

use graph_api::HttpRequest;
use snippets::{Language, Refused, TokenFrom};

use crate::cases::{TOKEN, VARIABLE, check_same, filled, matrix, naughty, odd, texts};
use crate::emulator::Emulator;
use crate::runners::{bash, cmd, http_file, node, php, powershell, python, rust};

/// Says what was run, whether the test passes or not.
fn tell(language: Language, by: &str, what: &str) {
    corpora::tell(&format!("{:<20} {by:<38} {what}", language.title()));
}

/// Runs the code of every request of the matrix, and compares what arrives. The token comes out of
/// the environment, and into what is odd it is filled in.
///
/// Wine does not wait for a program that is none of Windows, so what it starts comes in any order.
#[track_caller]
fn check(language: Language, by: &str, is_ready: bool, run: impl Fn(&[String])) {
    if !is_ready {
        return tell(language, "NOT RUN", &format!("this needs {by}"));
    }
    let emulator = Emulator::that_only_listens();
    let origin = emulator.told("http");
    let (mut requests, codes): (Vec<_>, Vec<_>) = all(language, origin)
        .filter_map(|(request, from)| written(language, &request, from).map(|code| (request, code)))
        .unzip();
    run(&codes);
    let mut seen = emulator.seen_after(requests.len());
    if by == cmd::WINE {
        requests.sort_by_key(in_order);
        seen.sort_by_key(in_order);
    }
    check_same(origin, &requests, &seen);
    tell(language, by, &format!("{} requests", requests.len()));
}

/// Where a request is not a process or a function to compile, there are many.
fn all(language: Language, origin: &str) -> impl Iterator<Item = (HttpRequest, TokenFrom)> {
    let mut texts = texts();
    if !matches!(language, Language::Curl | Language::Cmd | Language::Rust) {
        texts.extend(naughty());
    }
    let matrix = matrix(origin, &texts).into_iter();
    let matrix = matrix.map(|request| (request, TokenFrom::Environment));
    matrix.chain(odd(origin).map(|request| (request, TokenFrom::Blank)))
}

fn in_order(request: &HttpRequest) -> String {
    format!("{} {:?}", request.method, request.params())
}

fn written(language: Language, request: &HttpRequest, from: TokenFrom) -> Option<String> {
    match language.snippet(request, VARIABLE, from) {
        Ok(code) => Some(filled(&code, TOKEN)),
        Err(refused) => {
            // A text of 2000 characters, none of which can be written as it is.
            assert_eq!((language, refused), (Language::Cmd, Refused::TooLong));
            None
        }
    }
}

#[test]
fn by_bash() {
    check(Language::Curl, bash::NEEDS, bash::is_ready(), bash::run);
}

#[test]
fn by_a_bash_with_a_history() {
    let by = if bash::is_ready() {
        bash::WITH_HISTORY
    } else {
        bash::NEEDS
    };
    check(Language::Curl, by, bash::is_ready(), bash::run_with_history);
}

#[test]
fn by_powershell() {
    check(
        Language::PowerShell,
        powershell::NEEDS,
        powershell::is_ready(),
        powershell::run,
    );
}

#[test]
fn by_the_rules_of_powershell() {
    let origin = "http://127.0.0.1:1";
    let (requests, codes): (Vec<_>, Vec<_>) = all(Language::PowerShell, origin)
        .filter_map(|(request, from)| {
            written(Language::PowerShell, &request, from).map(|code| (request, code))
        })
        .unzip();
    let mut read: Vec<_> = codes.iter().map(|code| powershell::read(code)).collect();
    for request in &mut read {
        request.url = request.url.replace(origin, "");
    }
    check_same(origin, &requests, &read);
    let what = format!("{} requests, only read", requests.len());
    tell(
        Language::PowerShell,
        "its grammar, and its rules for texts",
        &what,
    );
}

#[test]
fn by_the_windows_prompt() {
    for source in [cmd::Source::File, cmd::Source::Prompt] {
        let by = match cfg!(windows) {
            true => format!("cmd, from a {source:?}"),
            false => format!("the rules of cmd, from a {source:?}"),
        };
        let needed = if cmd::is_ready() { &by } else { cmd::NEEDS };
        check(Language::Cmd, needed, cmd::is_ready(), |codes| {
            cmd::run(source, codes);
        });
    }
}

#[test]
fn by_the_prompt_of_wine() {
    let is_ready = cmd::has_wine();
    let by = if is_ready { cmd::WINE } else { cmd::NEEDS_WINE };
    check(Language::Cmd, by, is_ready, cmd::run_in_wine);
}

/// What a browser has, Node has too; it is not a browser.
#[test]
fn by_fetch() {
    let by = "the fetch of Node, for a browser's";
    check(Language::JavaScript, by, node::is_ready(), |codes| {
        node::run("fetch", codes);
    });
}

#[test]
fn by_node() {
    check(Language::Node, node::NEEDS, node::is_ready(), |codes| {
        node::run("node", codes);
    });
}

#[test]
fn by_python() {
    check(
        Language::Python,
        python::NEEDS,
        python::program().is_some(),
        python::run,
    );
}

#[test]
fn by_php() {
    check(Language::Php, php::NEEDS, php::is_ready(), php::run);
}

#[test]
fn by_rust() {
    check(Language::Rust, rust::NEEDS, rust::is_ready(), rust::run);
}

#[test]
fn by_httpyac() {
    let is_ready = http_file::has_httpyac();
    let run = http_file::run_by_httpyac;
    check(Language::HttpFile, http_file::NEEDS_HTTPYAC, is_ready, run);
}

#[test]
fn by_a_reading_of_the_file() {
    check(
        Language::HttpFile,
        "a reading of the file, and a socket",
        true,
        http_file::run,
    );
}
