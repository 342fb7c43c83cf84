use crate::tool::{command, is_there, must_run};

pub(crate) const NEEDS: &str = "bash and curl";
pub(crate) const WITH_HISTORY: &str = "bash with a history, and curl";

pub(crate) fn is_ready() -> bool {
    // What Windows calls bash is another machine.
    !cfg!(windows)
        && is_there("bash", "bash", &["--version"])
        && is_there("curl", "curl", &["--version"])
}

pub(crate) fn run(codes: &[String]) {
    paste(&[], codes);
}

/// In a terminal, bash puts its history where a `!` stands.
pub(crate) fn run_with_history(codes: &[String]) {
    paste(HISTORY, codes);
}

const HISTORY: &[&str] = &["-o", "history", "-o", "histexpand", "-s"];

fn paste(options: &[&str], codes: &[String]) -> String {
    let script = format!("set -e\n{}\n", codes.join("\n"));
    must_run(
        command("bash").args(options).env("HOME", "/nonexistent"),
        &script,
    )
}

#[test]
fn a_history_is_called_up() {
    if is_ready() {
        let codes = ["echo once".to_owned(), "!!".to_owned()];
        assert_eq!(paste(HISTORY, &codes), "once\nonce\n");
    }
}
