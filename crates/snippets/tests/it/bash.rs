use snippets::{Language, TokenFrom};

use crate::cases::{CARRIERS, VARIABLE, check_same, send, to};
use crate::emulator::Emulator;
use crate::runners::bash;
use crate::tool::{self, command, is_there};

/// Pastes a snippet into the shell, and compares what arrives.
#[track_caller]
fn check(shell: &str, text: &str) {
    if !bash::is_ready() || !is_there("", shell, &["-c", ":"]) {
        return corpora::tell(&format!("not run: this needs {shell} and curl"));
    }
    let emulator = Emulator::that_only_listens();
    let origin = emulator.told("http");
    let requests = CARRIERS.map(|carrier| to(origin, &send(text), carrier));
    for request in &requests {
        let code = Language::Curl.snippet(request, VARIABLE, TokenFrom::Environment);
        tool::run(&mut command(shell), &(code.unwrap().to_string() + "\n"));
    }
    check_same(origin, &requests, &emulator.seen());
}

#[test]
fn a_snippet_runs_in_shells_without_ansi_quotes() {
    for shell in ["sh", "dash"] {
        check(shell, "It's $(x) `y` \"z\" \\ !! @file %41 & = + # 👍");
    }
}
