//! As much of HTTP/1.1 as browsers, curl and test clients speak to a server.

use std::io;

use crate::listen::Wire;

const LONGEST_HEAD: usize = 256 * 1024;
const LONGEST_BODY: usize = 32 * 1024 * 1024;

/// A request off the wire.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Request {
    pub(crate) method: String,
    /// Path and query.
    pub(crate) target: String,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: String,
}

/// An answer to put on the wire.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Response {
    pub(crate) status: u16,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: String,
}

impl Request {
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        header(&self.headers, name)
    }

    /// Whether the client wants to send another one on this connection.
    pub(crate) fn keeps_alive(&self) -> bool {
        !self
            .header("connection")
            .is_some_and(|it| it.eq_ignore_ascii_case("close"))
    }
}

fn header<'a>(headers: &'a [(String, String)], name: &str) -> Option<&'a str> {
    let found = headers
        .iter()
        .find(|(own, _)| own.eq_ignore_ascii_case(name))?;
    Some(&found.1)
}

/// Reads requests off one connection. What came too early stays in the buffer.
#[derive(Default)]
pub(crate) struct Reader {
    buffer: Vec<u8>,
}

impl Reader {
    /// The next request; nothing when the client is done. An error is a request that is none.
    pub(crate) fn next(&mut self, wire: &mut dyn Wire) -> io::Result<Option<Request>> {
        let (mut request, length) = loop {
            if let Some(found) = head(&self.buffer)? {
                break found;
            }
            if self.buffer.len() > LONGEST_HEAD {
                return Err(bad("the head is too long"));
            }
            if !self.more(wire)? {
                return Ok(None);
            }
        };
        self.buffer.drain(..length);
        if request.header("expect").is_some() {
            wire.write_all(b"HTTP/1.1 100 Continue\r\n\r\n")?;
            wire.flush()?;
        }
        let is_chunked = request.header("transfer-encoding").is_some();
        let body = match is_chunked {
            true => self.chunks(wire)?,
            false => {
                let length = request
                    .header("content-length")
                    .unwrap_or("0")
                    .trim()
                    .parse();
                self.take(wire, length.map_err(|_| bad("a bad length"))?)?
            }
        };
        request.body = String::from_utf8_lossy(&body).into_owned();
        Ok(Some(request))
    }

    fn more(&mut self, wire: &mut dyn Wire) -> io::Result<bool> {
        let mut chunk = [0; 16 * 1024];
        let length = wire.read(&mut chunk)?;
        self.buffer.extend(chunk.iter().take(length));
        Ok(length > 0)
    }

    fn take(&mut self, wire: &mut dyn Wire, length: usize) -> io::Result<Vec<u8>> {
        if length > LONGEST_BODY {
            return Err(bad("the body is too long"));
        }
        while self.buffer.len() < length {
            if !self.more(wire)? {
                return Err(bad("the body ends early"));
            }
        }
        Ok(self.buffer.drain(..length).collect())
    }

    fn chunks(&mut self, wire: &mut dyn Wire) -> io::Result<Vec<u8>> {
        let mut body = Vec::new();
        loop {
            let line = self.line(wire)?;
            let size = line.split(';').next().unwrap_or_default().trim();
            let size = usize::from_str_radix(size, 16).map_err(|_| bad("a bad chunk"))?;
            if size == 0 {
                while !self.line(wire)?.is_empty() {} // Trailers.
                return Ok(body);
            }
            body.extend(self.take(wire, size)?);
            if body.len() > LONGEST_BODY {
                return Err(bad("the body is too long"));
            }
            self.line(wire)?;
        }
    }

    fn line(&mut self, wire: &mut dyn Wire) -> io::Result<String> {
        loop {
            if let Some(end) = self.buffer.windows(2).position(|pair| pair == b"\r\n") {
                let line: Vec<u8> = self.buffer.drain(..end + 2).take(end).collect();
                return Ok(String::from_utf8_lossy(&line).into_owned());
            }
            if self.buffer.len() > LONGEST_BODY || !self.more(wire)? {
                return Err(bad("a line without an end"));
            }
        }
    }
}

/// The request line and the headers, and how long they are; nothing when they are not all there.
fn head(buffer: &[u8]) -> io::Result<Option<(Request, usize)>> {
    let mut headers = [httparse::EMPTY_HEADER; 100];
    let mut parsed = httparse::Request::new(&mut headers);
    let status = parsed
        .parse(buffer)
        .map_err(|error| bad(&error.to_string()))?;
    let httparse::Status::Complete(length) = status else {
        return Ok(None);
    };
    let headers = parsed.headers.iter().map(|header| {
        let value = String::from_utf8_lossy(header.value).into_owned();
        (header.name.to_owned(), value)
    });
    let request = Request {
        method: parsed.method.unwrap_or_default().to_owned(),
        target: parsed.path.unwrap_or_default().to_owned(),
        headers: headers.collect(),
        body: String::new(),
    };
    Ok(Some((request, length)))
}

fn bad(why: &str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, why)
}

impl Response {
    /// JSON of our own.
    pub(crate) fn json(status: u16, value: &serde_json::Value) -> Self {
        Self {
            status,
            headers: vec![("Content-Type".to_owned(), "application/json".to_owned())],
            body: format!("{value}\n"),
        }
    }

    /// The status line and the headers.
    pub(crate) fn head(&self, keeps_alive: bool) -> String {
        let length = ("Content-Length".to_owned(), self.body.len().to_string());
        let connection = if keeps_alive { "keep-alive" } else { "close" };
        let connection = ("Connection".to_owned(), connection.to_owned());
        self.head_with(&[length, connection])
    }

    /// The same for a body that ends when the connection does.
    pub(crate) fn endless_head(&self) -> String {
        self.head_with(&[("Connection".to_owned(), "close".to_owned())])
    }

    fn head_with(&self, more: &[(String, String)]) -> String {
        let reason = match self.status {
            200 => "OK",
            204 => "No Content",
            302 => "Found",
            400 => "Bad Request",
            403 => "Forbidden",
            404 => "Not Found",
            500 => "Internal Server Error",
            502 => "Bad Gateway",
            503 => "Service Unavailable",
            _ => "Status",
        };
        let mut head = format!("HTTP/1.1 {} {reason}\r\n", self.status);
        for (name, value) in self.headers.iter().chain(more) {
            let clean: String = value.chars().filter(|c| !c.is_control()).collect();
            head.push_str(&format!("{name}: {clean}\r\n"));
        }
        head + "\r\n"
    }

    /// Puts all of it on the wire, without the body for `HEAD`.
    pub(crate) fn write(
        &self,
        wire: &mut dyn Wire,
        keeps_alive: bool,
        with_body: bool,
    ) -> io::Result<()> {
        let mut bytes = self.head(keeps_alive).into_bytes();
        if with_body {
            bytes.extend(self.body.bytes());
        }
        wire.write_all(&bytes)?;
        wire.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Cursor, Read, Write};

    /// What a client sends, in small pieces.
    struct Script(Cursor<Vec<u8>>);

    impl Read for Script {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            let length = buffer.len().min(7);
            self.0.read(&mut buffer[..length])
        }
    }

    impl Write for Script {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    impl Wire for Script {
        fn cut(&mut self) {}
    }

    fn read(sent: &str) -> Vec<Result<(String, String, String), String>> {
        let mut wire = Script(Cursor::new(sent.as_bytes().to_vec()));
        let mut reader = Reader::default();
        let mut found = Vec::new();
        loop {
            match reader.next(&mut wire) {
                Ok(Some(it)) => found.push(Ok((it.method, it.target, it.body))),
                Ok(None) => return found,
                Err(error) => {
                    found.push(Err(error.to_string()));
                    return found;
                }
            }
        }
    }

    #[test]
    fn requests_are_read_one_after_the_other() {
        let sent = "GET /a?b=c HTTP/1.1\r\nHost: x\r\n\r\n\
            POST /d HTTP/1.1\r\ncontent-length: 5\r\nExpect: 100-continue\r\n\r\nhello\
            POST /e HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n\r\n\
            GET /f HTTP/1.1\r\n\r\n";
        let of = |method: &str, target: &str, body: &str| {
            Ok((method.to_owned(), target.to_owned(), body.to_owned()))
        };
        let expected = [
            of("GET", "/a?b=c", ""),
            of("POST", "/d", "hello"),
            of("POST", "/e", "abcde"),
            of("GET", "/f", ""),
        ];
        assert_eq!(read(sent), expected);
    }

    #[test]
    fn nonsense_is_an_error() {
        for sent in [
            "hello\r\n\r\n",
            "GET / HTTP/9.9\r\n\r\n",
            "POST / HTTP/1.1\r\nContent-Length: many\r\n\r\n",
            "POST / HTTP/1.1\r\nContent-Length: 99\r\n\r\nshort",
            "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
            "\u{0}\u{1}\u{2}",
        ] {
            assert!(read(sent).last().is_some_and(Result::is_err), "{sent:?}");
        }
    }
}
