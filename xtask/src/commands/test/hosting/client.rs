//! Just enough HTTP to look at what a host on this machine sends.

use anyhow::{Context as _, Result};
use std::{
    io::{Read as _, Write as _},
    net::TcpStream,
    time::Duration,
};

/// What came back.
pub(super) struct Answer {
    pub(super) status: u16,
    headers: Vec<(String, String)>,
    pub(super) body: Vec<u8>,
}

impl Answer {
    /// All values of a header.
    pub(super) fn all(&self, name: &str) -> Vec<&str> {
        let all = self.headers.iter();
        all.filter(|(key, _)| key.eq_ignore_ascii_case(name))
            .map(|(_, value)| value.as_str())
            .collect()
    }
}

/// Asks for an address such as `http://127.0.0.1:8080/boot.js`.
pub(super) fn get(address: &str, encoding: &str) -> Result<Answer> {
    let rest = address.strip_prefix("http://").context("not http")?;
    let (host, path) = rest.split_once('/').context("no path")?;
    let mut socket = TcpStream::connect(host)?;
    socket.set_read_timeout(Some(Duration::from_secs(20)))?;
    write!(
        socket,
        "GET /{path} HTTP/1.1\r\nHost: {host}\r\nAccept-Encoding: {encoding}\r\nConnection: close\r\n\r\n"
    )?;
    let mut bytes = Vec::new();
    socket.read_to_end(&mut bytes)?;
    parse(&bytes).with_context(|| format!("{address} was not answered in HTTP"))
}

fn parse(bytes: &[u8]) -> Option<Answer> {
    let end = bytes.windows(4).position(|four| four == b"\r\n\r\n")?;
    let head = std::str::from_utf8(bytes.get(..end)?).ok()?;
    let mut lines = head.split("\r\n");
    let status = lines.next()?.split(' ').nth(1)?.parse().ok()?;
    let headers = lines.filter_map(|line| line.split_once(':'));
    Some(Answer {
        status,
        headers: headers
            .map(|(name, value)| (name.to_owned(), value.trim().to_owned()))
            .collect(),
        body: bytes.get(end + 4..)?.to_vec(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_read() {
        let answer = parse(b"HTTP/1.1 404 Not Found\r\nVary: a\r\nvary:b\r\n\r\nbody\r\n").unwrap();
        assert_eq!((answer.status, &*answer.body), (404, &b"body\r\n"[..]));
        assert_eq!(answer.all("VARY"), ["a", "b"]);
        assert!(parse(b"hello").is_none());
    }
}
