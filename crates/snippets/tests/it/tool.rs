//! The programs that snippets are run by.

use std::env;
use std::ffi::OsStr;
use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};
use std::thread;

use crate::cases::{TOKEN, VARIABLE};

/// The programs that have to be there: `cargo xtask test` names what it has installed.
const NEEDED: &str = "SNIPPETS_NEED";

/// Whether the program is there: it does what it is asked for.
///
/// # Panics
/// When it is missing, and `cargo xtask test` has installed it.
pub(crate) fn is_there(name: &str, program: &str, arguments: &[&str]) -> bool {
    let mut probe = Command::new(program);
    let probe = probe.args(arguments).stdin(Stdio::null());
    let probe = probe.stdout(Stdio::null()).stderr(Stdio::null()).status();
    let is_there = probe.is_ok_and(|status| status.success());
    let needed = env::var(NEEDED).unwrap_or_default();
    let is_needed = needed.split(' ').any(|needed| needed == name);
    assert!(is_there || !is_needed, "{name} should be there, and is not");
    is_there
}

/// A program with the token in its environment, and nothing of the reader's own settings.
pub(crate) fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command
        .envs([("NO_PROXY", "*"), ("LC_ALL", "C.UTF-8")])
        .env(VARIABLE, TOKEN)
        .env_remove("CURL_HOME")
        .env_remove("USER_ACCESS_TOKEN");
    command
}

/// Runs it to its end, with this on its standard input.
pub(crate) fn run(command: &mut Command, input: &str) -> Output {
    let command = command.stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = command.stderr(Stdio::piped()).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_owned();
    // Written from beside, so that no pipe fills up. A program may end before it has read all.
    let writer = thread::spawn(move || drop(stdin.write_all(input.as_bytes())));
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    output
}

/// Runs it, and takes a failure for one of the test.
#[track_caller]
pub(crate) fn must_run(command: &mut Command, input: &str) -> String {
    let output = run(command, input);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{command:?}\n{said}");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// An empty folder of this name.
pub(crate) fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}
