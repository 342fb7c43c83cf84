//! On Windows, the real prompt. Elsewhere a reading of its rules that knows nothing of how the
//! snippets are written, and then real curl; and Wine's own `cmd`, where there is Wine.

use std::collections::HashMap;
use std::fs;
use std::iter::Peekable;
use std::path::Path;
use std::process::Command;
use std::str::Chars;

use crate::cases::{TOKEN, VARIABLE};
use crate::tool::{command, folder, is_there, must_run};

pub(crate) const NEEDS: &str = "Windows or curl";
pub(crate) const WINE: &str = "Wine's cmd, from a file, with % written as %%";
pub(crate) const NEEDS_WINE: &str = "wine and curl";

/// Where the code is read from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Source {
    File,
    Prompt,
}

pub(crate) fn is_ready() -> bool {
    is_there("curl", "curl", &["--version"])
}

pub(crate) fn run(source: Source, codes: &[String]) {
    match cfg!(windows) {
        true => run_on_windows(source, codes),
        false => run_by_the_rules(source, codes),
    }
}

fn run_on_windows(source: Source, codes: &[String]) {
    let script = codes.join("\n").replace('\n', "\r\n") + "\r\n";
    match source {
        Source::File => {
            let file = folder("cmd").join("codes.cmd");
            fs::write(&file, script).unwrap();
            must_run(command("cmd").args(["/d", "/c"]).arg(file), "");
        }
        Source::Prompt => drop(must_run(command("cmd").arg("/d"), &script)),
    }
}

fn run_by_the_rules(source: Source, codes: &[String]) {
    for code in codes {
        for words in words_of_commands(source, code) {
            let (program, arguments) = words.split_first().unwrap();
            assert_eq!(program, "curl", "{code}");
            must_run(command("curl").arg("--silent").args(arguments), "");
        }
    }
}

pub(crate) fn has_wine() -> bool {
    !cfg!(windows) && is_ready() && is_there("wine", "wine", &["--version"])
}

/// Wine reads what comes out of a variable once more, which the prompt does not: so a `%` is
/// written as a file may write it too.
pub(crate) fn run_in_wine(codes: &[String]) {
    let lines = codes.iter().flat_map(|code| code.lines());
    let lines = lines.filter(|line| !line.starts_with("set \"p="));
    let lines = lines.map(|line| line.replace("%p%", "%%") + "\r\n");
    let script: String = std::iter::once("@echo off\r\n".to_owned())
        .chain(lines)
        .collect();
    let folder = folder("wine");
    fs::write(folder.join("codes.cmd"), script).unwrap();
    #[cfg(unix)]
    std::os::unix::fs::symlink(curl(), folder.join("curl.exe")).unwrap();
    must_run(wine(&folder).args(["cmd", "/d", "/c", "codes.cmd"]), "");
}

fn curl() -> String {
    let found = must_run(command("sh").args(["-c", "command -v curl"]), "");
    found.trim_end().to_owned()
}

/// With a Windows of its own, which is made once, and kept with what is built.
fn wine(folder: &Path) -> Command {
    let mut wine = command("wine");
    wine.current_dir(folder)
        .env(
            "WINEPREFIX",
            Path::new(env!("CARGO_TARGET_TMPDIR")).join("wine-prefix"),
        )
        .env("WINEDEBUG", "-all")
        .env("WINEDLLOVERRIDES", "mscoree,mshtml=")
        .env_remove("DISPLAY");
    wine
}

/// The arguments of the commands that are no `set`, as programs of Windows see them.
fn words_of_commands(source: Source, code: &str) -> Vec<Vec<String>> {
    let mut variables = HashMap::from([(VARIABLE.to_owned(), TOKEN.to_owned())]);
    let mut commands = Vec::new();
    let mut lines = code.lines();
    while let Some(line) = lines.next() {
        let mut line = expanded(source, line, &variables);
        let mut text = String::new();
        while !is_whole(&line, &mut text) {
            line = expanded(source, lines.next().unwrap(), &variables);
        }
        match text
            .strip_prefix("set \"")
            .and_then(|set| set.strip_suffix('"'))
        {
            Some(set) => {
                let (name, value) = set.split_once('=').unwrap();
                variables.insert(name.to_owned(), value.to_owned());
            }
            None => commands.push(arguments(&text)),
        }
    }
    commands
}

/// The first of the prompt's phases: `%name%`, and `%name:~0,1%`.
fn expanded(source: Source, line: &str, variables: &HashMap<String, String>) -> String {
    let is_file = source == Source::File;
    let mut text = String::new();
    let mut rest = line;
    while let Some((before, after)) = rest.split_once('%') {
        text.push_str(before);
        rest = after;
        if is_file && after.starts_with('%') {
            text.push('%');
            rest = &after[1..];
            continue;
        }
        if is_file && after.starts_with(|c: char| c.is_ascii_digit() || c == '*') {
            rest = &after[1..];
            continue;
        }
        let Some((name, behind)) = after.split_once('%') else {
            text.push_str(if is_file { "" } else { "%" });
            continue;
        };
        let (name, first) = match name.strip_suffix(":~0,1") {
            Some(name) => (name, true),
            None => (name, false),
        };
        match variables.get(name) {
            Some(value) if first => text.extend(value.chars().next()),
            Some(value) => text.push_str(value),
            None if is_file => {}
            None => {
                text.push('%');
                continue;
            }
        }
        rest = behind;
    }
    text + rest
}

/// The second phase: quotes and carets. Whether the command ends with this line.
fn is_whole(line: &str, text: &mut String) -> bool {
    let mut in_quotes = false;
    let mut chars = line.chars();
    // The sign after a caret at the end of a line is escaped by it.
    if !text.is_empty() {
        text.extend(chars.next());
    }
    while let Some(c) = chars.next() {
        match c {
            '"' => {
                in_quotes = !in_quotes;
                text.push(c);
            }
            '^' if !in_quotes => match chars.next() {
                Some(escaped) => text.push(escaped),
                None => return false,
            },
            '&' | '|' | '<' | '>' if !in_quotes => panic!("{c} is no part of the command: {line}"),
            c => text.push(c),
        }
    }
    assert!(!in_quotes, "the quotes stay open: {line}");
    true
}

/// As the C runtime splits a command line.
fn arguments(line: &str) -> Vec<String> {
    let mut arguments = Vec::new();
    let mut chars = line.chars().peekable();
    loop {
        while chars.next_if(|c| matches!(c, ' ' | '\t')).is_some() {}
        if chars.peek().is_none() {
            return arguments;
        }
        arguments.push(argument(&mut chars));
    }
}

fn argument(chars: &mut Peekable<Chars<'_>>) -> String {
    let mut argument = String::new();
    let mut in_quotes = false;
    while let Some(&c) = chars.peek() {
        match c {
            ' ' | '\t' if !in_quotes => return argument,
            '\\' => {
                let mut count = 0;
                while chars.next_if_eq(&'\\').is_some() {
                    count += 1;
                }
                let before_quote = chars.peek() == Some(&'"');
                let shown = if before_quote { count / 2 } else { count };
                argument.push_str(&"\\".repeat(shown));
                if before_quote && count % 2 == 1 {
                    argument.extend(chars.next());
                }
            }
            '"' => {
                chars.next();
                match in_quotes && chars.peek() == Some(&'"') {
                    true => argument.extend(chars.next()),
                    false => in_quotes = !in_quotes,
                }
            }
            c => {
                chars.next();
                argument.push(c);
            }
        }
    }
    argument
}

#[test]
fn the_rules_are_those_of_the_prompt() {
    let words = |source, code: &str| words_of_commands(source, code).concat();
    let both = [Source::File, Source::Prompt];
    for source in both {
        assert_eq!(
            words(source, r#"echo ^"a\^"b^&c^" "d^e\\""#),
            ["echo", "a\"b&c", "d^e\\"]
        );
        assert_eq!(
            words(source, "echo a ^\n  b%"),
            match source {
                Source::File => vec!["echo", "a", "b"],
                Source::Prompt => vec!["echo", "a", "b%"],
            }
        );
    }
    assert_eq!(
        words(Source::File, "echo 100%% %x% %1."),
        ["echo", "100%", "."]
    );
    assert_eq!(
        words(Source::Prompt, "echo 100%% %x% %1."),
        ["echo", "100%%", "%x%", "%1."]
    );
    let set = "set \"a=xyz\"\nset \"a=%a:~0,1%\"\necho %a% %a%";
    assert_eq!(words(Source::Prompt, set), ["echo", "x", "x"]);
}
