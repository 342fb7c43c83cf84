//! An `.http` file is run by editors. Here httpYac runs it, which does so on a command line and in an
//! editor; and it is read by what editors have in common, and sent by hand as it stands: they encode
//! nothing that is encoded already.

use std::fs;
use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::path::Path;
use std::process::Command;

use crate::cases::{TOKEN, VARIABLE};
use crate::tool::{command, folder, is_there, must_run};

pub(crate) const NEEDS_HTTPYAC: &str = "httpYac";

/// Of the npm packages, which `cargo xtask test` installs.
const HTTPYAC: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../../tests/exports/node_modules/httpyac/bin/httpyac.js"
);

pub(crate) fn has_httpyac() -> bool {
    is_there("httpyac", "node", &[HTTPYAC, "--version"])
}

pub(crate) fn run_by_httpyac(codes: &[String]) {
    let folder = folder("httpyac");
    fs::write(folder.join("codes.http"), codes.join("\n\n###\n\n")).unwrap();
    let mut httpyac = send_all(&folder.join("codes.http"));
    httpyac.args(["--var", &format!("{VARIABLE}={TOKEN}")]);
    must_run(&mut httpyac, "");
}

/// A file of which each request needs what the one before has found.
pub(crate) fn whole(file: &Path) -> Command {
    let mut httpyac = send_all(file);
    httpyac.args(["--bail", "--output-failed", "body"]);
    httpyac
}

fn send_all(file: &Path) -> Command {
    let mut httpyac = command("node");
    httpyac.current_dir(file.parent().unwrap());
    httpyac.args([HTTPYAC, "send", "--all", "--output", "none"]);
    httpyac.arg(file.file_name().unwrap());
    httpyac
}

pub(crate) fn run(codes: &[String]) {
    for code in codes {
        send(code);
    }
}

fn send(code: &str) {
    let lines = code.lines().filter(|line| !line.starts_with('#'));
    let lines: Vec<_> = lines
        .map(|line| line.replace(&format!("{{{{{VARIABLE}}}}}"), TOKEN))
        .collect();
    assert!(lines.iter().all(|line| !line.contains("{{")), "{code}");
    let (first, rest) = lines.split_first().unwrap();
    let (method, url) = first.split_once(' ').unwrap();
    let (host, path) = url
        .strip_prefix("http://")
        .unwrap()
        .split_once('/')
        .unwrap();
    let blank = rest.iter().position(String::is_empty);
    let (headers, body) = match blank {
        Some(at) => (&rest[..at], rest[at + 1..].join("\n")),
        None => (rest, String::new()),
    };
    let headers: String = headers
        .iter()
        .map(|header| format!("{header}\r\n"))
        .collect();
    let length = body.len();
    let mut stream = TcpStream::connect(host).unwrap();
    write!(
        stream,
        "{method} /{path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n{headers}Content-Length: {length}\r\n\r\n{body}"
    )
    .unwrap();
    stream.read_to_end(&mut Vec::new()).unwrap();
}
