//! PowerShell is run where it is. Everywhere its grammar is held to the code, and the requests are
//! read out of it by PowerShell's rules for texts, which know nothing of how the code is written.

use std::fs;

use graph_api::{HttpRequest, Method};
use tree_sitter::{Node, Parser};

use crate::cases::{TOKEN, VARIABLE};
use crate::tool::{command, folder, is_there, must_run};

pub(crate) const NEEDS: &str = "pwsh";

pub(crate) fn is_ready() -> bool {
    is_there("pwsh", "pwsh", &["-NoProfile", "-Command", "exit 0"])
}

pub(crate) fn run(codes: &[String]) {
    let file = folder("powershell").join("codes.ps1");
    let script = format!(
        "\u{feff}$ErrorActionPreference = 'Stop'\n{}\n",
        codes.join("\n")
    );
    fs::write(&file, script).unwrap();
    let mut pwsh = command("pwsh");
    must_run(
        pwsh.args(["-NoProfile", "-NonInteractive", "-File"])
            .arg(file),
        "",
    );
}

/// Holds the code to the grammar.
#[track_caller]
pub(crate) fn check_grammar(code: &str) {
    let mut parser = Parser::new();
    let language = tree_sitter_powershell::LANGUAGE.into();
    parser.set_language(&language).unwrap();
    let tree = parser.parse(code, None).unwrap();
    if let Some(place) = first_error(tree.root_node()) {
        panic!("{}: {code}", place.start_position());
    }
}

fn first_error(node: Node<'_>) -> Option<Node<'_>> {
    if node.is_error() || node.is_missing() {
        return Some(node);
    }
    let mut cursor = node.walk();
    node.children(&mut cursor).find_map(first_error)
}

/// A value in the code.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Value {
    Text(String),
    Table(Vec<(String, Value)>),
}

/// The request that the code describes.
pub(crate) fn read(code: &str) -> HttpRequest {
    check_grammar(code);
    let code = code.split_once("$request = ").unwrap().1;
    let mut reader = Reader { rest: code };
    let Value::Table(request) = reader.value() else {
        panic!("{code}");
    };
    assert!(reader.rest.starts_with("\nInvoke-RestMethod @request |"));
    let entry = |name: &str| request.iter().find(|(own, _)| own == name);
    let text = |name: &str| match entry(name) {
        Some((_, Value::Text(text))) => text.clone(),
        other => panic!("{name}: {other:?}"),
    };
    let method = match text("Method").as_str() {
        "Get" => Method::Get,
        "Post" => Method::Post,
        "Delete" => Method::Delete,
        other => panic!("{other}"),
    };
    let mut headers = match entry("Headers") {
        Some((_, Value::Table(headers))) => headers.clone(),
        _ => Vec::new(),
    };
    headers
        .iter_mut()
        .for_each(|(name, _)| name.make_ascii_lowercase());
    let mut headers: Vec<_> = headers
        .into_iter()
        .map(|(name, value)| match value {
            Value::Text(value) => (name, value),
            Value::Table(_) => panic!("{name}"),
        })
        .collect();
    let mut url = text("Uri");
    let body = match entry("Body") {
        Some((_, Value::Table(pairs))) => Some(form(pairs)),
        Some((_, Value::Text(body))) => {
            assert_eq!(text("ContentType"), FORM);
            Some(body.clone())
        }
        None => None,
    };
    // The table of a GET goes into its query.
    let body = match (method, body) {
        (Method::Get, Some(query)) => {
            url.push_str(&format!("?{query}"));
            None
        }
        (_, body) => body,
    };
    if body.is_some() {
        headers.push(("content-type".to_owned(), FORM.to_owned()));
    }
    HttpRequest {
        method,
        url,
        headers,
        body,
    }
}

const FORM: &str = "application/x-www-form-urlencoded";

/// As PowerShell writes a table into a form.
fn form(pairs: &[(String, Value)]) -> String {
    let mut names: Vec<_> = pairs.iter().map(|(name, _)| name.to_lowercase()).collect();
    names.sort();
    names.dedup();
    assert_eq!(names.len(), pairs.len(), "a table holds a name once");
    let encode =
        |text: &str| -> String { text.bytes().map(|byte| format!("%{byte:02X}")).collect() };
    let pairs = pairs.iter().map(|(name, value)| match value {
        Value::Text(value) => format!("{}={}", encode(name), encode(value)),
        Value::Table(_) => panic!("{name}"),
    });
    pairs.collect::<Vec<_>>().join("&")
}

/// Reads as much of PowerShell as tables and texts take.
struct Reader<'a> {
    rest: &'a str,
}

impl Reader<'_> {
    fn takes(&mut self, sign: &str) -> bool {
        match self.rest.strip_prefix(sign) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    fn next(&mut self) -> char {
        let c = self.rest.chars().next().unwrap();
        self.rest = &self.rest[c.len_utf8()..];
        c
    }

    fn value(&mut self) -> Value {
        if self.takes("[ordered]@{\n") || self.takes("@{\n") {
            return self.table();
        }
        let mut text = self.text();
        while self.takes(" + ") {
            text.push_str(&self.text());
        }
        Value::Text(text)
    }

    fn table(&mut self) -> Value {
        let mut entries = Vec::new();
        loop {
            self.rest = self.rest.trim_start_matches(' ');
            if self.takes("}") {
                return Value::Table(entries);
            }
            let name = match self.rest.starts_with(|c: char| c.is_ascii_alphabetic()) {
                true => self.word(),
                false => self.text(),
            };
            assert!(self.takes(" = "), "{}", self.rest);
            entries.push((name, self.value()));
            assert!(self.takes("\n"), "{}", self.rest);
        }
    }

    fn word(&mut self) -> String {
        let end = self.rest.find(' ').unwrap();
        let (word, rest) = self.rest.split_at(end);
        self.rest = rest;
        word.to_owned()
    }

    fn text(&mut self) -> String {
        if self.takes(&format!("$env:{VARIABLE}")) {
            return TOKEN.to_owned();
        }
        match self.next() {
            c if is_single(c) => self.verbatim(),
            c if is_double(c) => self.expandable(),
            c => panic!("{c}{}", self.rest),
        }
    }

    /// Only a quote means anything, of whichever shape: two of them are one.
    fn verbatim(&mut self) -> String {
        let mut text = String::new();
        loop {
            match self.next() {
                c if is_single(c) && !self.rest.starts_with(is_single) => return text,
                c if is_single(c) => {
                    self.next();
                    text.push(c);
                }
                c => text.push(c),
            }
        }
    }

    fn expandable(&mut self) -> String {
        let mut text = String::new();
        loop {
            match self.next() {
                c if is_double(c) => {
                    assert!(!self.rest.starts_with(is_double), "{}", self.rest);
                    return text;
                }
                '`' => text.push(match self.next() {
                    'n' => '\n',
                    'r' => '\r',
                    't' => '\t',
                    c if c.is_ascii_alphanumeric() => panic!("`{c}"),
                    c => c,
                }),
                '$' => text.push(self.computed()),
                c => text.push(c),
            }
        }
    }

    /// `$([char]0x202e)`.
    fn computed(&mut self) -> char {
        let is_wide = self.takes("([char]::ConvertFromUtf32(0x");
        assert!(is_wide || self.takes("([char]0x"), "{}", self.rest);
        let (digits, rest) = self.rest.split_once(')').unwrap();
        self.rest = rest;
        assert!(!is_wide || self.takes(")"));
        let number = u32::from_str_radix(digits, 16).unwrap();
        assert_eq!(is_wide, number > 0xffff);
        char::from_u32(number).unwrap()
    }
}

fn is_single(c: char) -> bool {
    matches!(c, '\'' | '‘' | '’' | '‚' | '‛')
}

fn is_double(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„')
}

#[test]
fn the_rules_are_those_of_powershell() {
    let text = |code: &str| Reader { rest: code }.text();
    assert_eq!(text("'it''s $x `n'"), "it's $x `n");
    assert_eq!(text("'a‘‘b'"), "a‘b");
    assert_eq!(text("'a’ b"), "a");
    assert_eq!(text("\"`$x `“`n$([char]0x41)\""), "$x “\nA");
}
