//! The server as a child process, and as much of an HTTP client as its tests need.

use std::io::{BufRead as _, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;

use base64::Engine as _;
use graph_api::{HttpRequest, HttpResponse};
use graph_emulator::Keys;
use graph_emulator::compliance::{Failure, Setup, Subject};
use rustls::pki_types::{CertificateDer, ServerName};
use rustls::{ClientConfig, ClientConnection, RootCertStore, StreamOwned};
use serde_json::{Value, json};

pub(crate) struct Server {
    child: Child,
    pub(crate) ready: Value,
}

impl Server {
    pub(crate) fn start(args: &[&str]) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_graph-emulator-server"))
            .args(["--http-port", "0", "--https-port", "0", "--exit-with-stdin"])
            .args(args)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap())
            .read_line(&mut line)
            .unwrap();
        Self {
            child,
            ready: serde_json::from_str(&line).unwrap(),
        }
    }

    pub(crate) fn told(&self, key: &str) -> &str {
        self.ready[key].as_str().unwrap()
    }

    fn address(&self, key: &str) -> &str {
        self.told(key).split_once("://").unwrap().1
    }

    pub(crate) fn connect(&self) -> TcpStream {
        TcpStream::connect(self.address("http")).unwrap()
    }

    pub(crate) fn connect_tls(&self) -> StreamOwned<ClientConnection, TcpStream> {
        let pem = self.control("GET", "/certificate", &Value::Null)["pem"].clone();
        let lines = pem
            .as_str()
            .unwrap()
            .lines()
            .filter(|line| !line.starts_with("---"));
        let base64: String = lines.collect();
        let der = base64::engine::general_purpose::STANDARD
            .decode(base64)
            .unwrap();
        let mut roots = RootCertStore::empty();
        roots.add(CertificateDer::from(der)).unwrap();
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let config = ClientConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_root_certificates(roots)
            .with_no_client_auth();
        let name = ServerName::try_from("graph.facebook.com").unwrap();
        let session = ClientConnection::new(Arc::new(config), name).unwrap();
        StreamOwned::new(session, TcpStream::connect(self.address("https")).unwrap())
    }

    /// A call of the control address.
    pub(crate) fn control(&self, method: &str, path: &str, body: &Value) -> Value {
        let mut stream = TcpStream::connect(self.address("control")).unwrap();
        let body = if body.is_null() {
            String::new()
        } else {
            body.to_string()
        };
        write(&mut stream, method, path, &[], &body);
        serde_json::from_str(&read(&mut stream, true).unwrap().body).unwrap()
    }

    pub(crate) fn wait(mut self) -> bool {
        drop(self.child.stdin.take());
        self.child.wait().unwrap().success()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.child.stdin.take());
        let _ = self.child.wait();
    }
}

pub(crate) fn write(
    stream: &mut impl Write,
    method: &str,
    target: &str,
    headers: &[(String, String)],
    body: &str,
) {
    let mut head = format!("{method} {target} HTTP/1.1\r\nHost: graph.facebook.com\r\n");
    for (name, value) in headers {
        head += &format!("{name}: {value}\r\n");
    }
    let length = body.len();
    let bytes = format!("{head}Content-Length: {length}\r\n\r\n{body}");
    stream.write_all(bytes.as_bytes()).unwrap();
    stream.flush().unwrap();
}

/// Reads one answer; an error when the connection ends before it does.
pub(crate) fn read(stream: &mut impl Read, with_body: bool) -> Result<HttpResponse, String> {
    let mut bytes = Vec::new();
    let mut fill = |bytes: &mut Vec<u8>| {
        let mut chunk = [0; 4096];
        let length = stream.read(&mut chunk).map_err(|error| error.to_string())?;
        bytes.extend(&chunk[..length]);
        if length == 0 {
            Err(format!("cut after {} bytes", bytes.len()))
        } else {
            Ok(())
        }
    };
    let end = loop {
        if let Some(at) = bytes.windows(4).position(|it| it == b"\r\n\r\n") {
            break at;
        }
        fill(&mut bytes)?;
    };
    let head = String::from_utf8(bytes.drain(..end + 4).collect()).unwrap();
    let mut lines = head.trim_end().split("\r\n");
    let status = lines
        .next()
        .unwrap()
        .split(' ')
        .nth(1)
        .unwrap()
        .parse()
        .unwrap();
    let headers: Vec<(String, String)> = lines
        .map(|line| line.split_once(": ").unwrap())
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect();
    let is_length = |name: &str| name.eq_ignore_ascii_case("content-length");
    let length = headers.iter().find(|(name, _)| is_length(name)).unwrap();
    let length: usize = if with_body {
        length.1.parse().unwrap()
    } else {
        0
    };
    while bytes.len() < length {
        fill(&mut bytes)?;
    }
    assert_eq!(bytes.len(), length, "more than one answer");
    Ok(HttpResponse {
        status,
        headers,
        body: String::from_utf8(bytes).unwrap(),
    })
}

/// The server as a subject of the compliance suite, over one connection.
pub(crate) struct Remote<'a, S> {
    pub(crate) server: &'a Server,
    pub(crate) stream: S,
}

impl<S: Read + Write> Subject for Remote<'_, S> {
    fn send(&mut self, request: &HttpRequest) -> Result<HttpResponse, Failure> {
        let target = request.url.strip_prefix(graph_api::HOST).unwrap();
        let body = request.body.as_deref().unwrap_or_default();
        write(
            &mut self.stream,
            request.method.as_str(),
            target,
            &request.headers,
            body,
        );
        read(&mut self.stream, true).map_err(Failure::new)
    }

    fn setup(&mut self, setup: Setup) -> Result<Keys, Failure> {
        let post = |path: &str, body: Value| self.server.control("POST", path, &body);
        let mut keys = None;
        match setup {
            Setup::Reset => drop(post("/reset", Value::Null)),
            Setup::Scenario(scenario) => {
                post("/scenario", json!({"name": scenario.name()}));
            }
            Setup::CustomerWrites(text) => drop(post("/customer", json!({"text": text}))),
            Setup::Token(permissions) => {
                keys = Some(post("/token", json!({"permissions": permissions})));
            }
            Setup::Advance(seconds) => drop(post("/clock", json!({"advance_seconds": seconds}))),
        }
        let keys = keys.unwrap_or_else(|| self.server.control("GET", "/keys", &Value::Null));
        serde_json::from_value(keys).map_err(|error| Failure::new(error.to_string()))
    }
}
