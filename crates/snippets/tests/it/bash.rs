use graph_api::{Carrier, HttpRequest};
use snippets::{curl, curl_script};

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
        let code = curl(&request, VARIABLE) + "\n";
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

#[test]
fn a_script_stops_where_it_fails() {
    if !bash::is_ready() {
        return corpora::tell(&format!("not run: this needs {}", bash::NEEDS));
    }
    let server = Server::start(400);
    let request: HttpRequest = to(&server.origin, &send("Hello"), Carrier::FormBody);
    let twice = |token| curl_script(&[("One", &request, token), ("Two", &request, token)]);
    let output = tool::run(&mut command("bash"), &twice(VARIABLE));
    assert!(!output.status.success());
    assert_eq!(String::from_utf8_lossy(&output.stdout), "{}\n");
    assert_eq!(server.seen().len(), 1);

    let output = tool::run(&mut command("bash"), &twice("USER_ACCESS_TOKEN"));
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert!(stderr.contains("USER_ACCESS_TOKEN: is not set"), "{stderr}");
    assert_eq!(server.seen().len(), 0);
}
