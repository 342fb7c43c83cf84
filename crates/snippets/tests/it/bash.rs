use snippets::{Language, TokenFrom};

use crate::cases::{CARRIERS, VARIABLE, check_same, send, to};
use crate::runners::bash;
use crate::server::Server;
use crate::tool::{self, command, is_there};

/// Pastes one snippet into the shell, and compares what arrives.
#[track_caller]
fn check(shell: &[&str], text: &str) {
    let (program, arguments) = shell.split_first().unwrap();
    if !bash::is_ready() || !is_there("", program, &["-c", ":"]) {
        return corpora::tell(&format!("not run: this needs {program} and curl"));
    }
    let server = Server::start(200);
    for carrier in CARRIERS {
        let request = to(&server.origin, &send(text), carrier);
        let code = Language::Curl.snippet(&request, VARIABLE, TokenFrom::Environment);
        let code = code.unwrap().to_string() + "\n";
        tool::run(command(program).args(arguments), &code);
        check_same(&server.origin, &[request], &server.seen());
    }
}

#[test]
fn a_snippet_runs_in_shells_without_ansi_quotes() {
    for shell in ["sh", "dash"] {
        check(&[shell], "It's $(x) `y` \"z\" \\ !! @file %41 & = + # 👍");
    }
}

/// In a terminal, bash puts its history where a `!` stands.
#[test]
fn a_snippet_does_not_call_up_the_history() {
    let bash = ["bash", "-o", "history", "-H", "-s"];
    check(&bash, "It's so!! !curl '!x' \"!y\"");
    check(&bash, "It's\u{200b} so!! !curl '!x' \"!y\"");
}
