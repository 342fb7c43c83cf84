//! The emulator's server, as it is started by hand.

use std::env;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use graph_api::{HttpRequest, Method};
use serde_json::Value;

use crate::tool::must_run;

/// How long a request may take to come.
const PATIENCE: Duration = Duration::from_secs(20);

/// It ends with its standard input, which is dropped with this.
pub(crate) struct Emulator {
    _child: Child,
    ready: Value,
}

impl Emulator {
    pub(crate) fn start() -> Self {
        let mut cargo = Command::new(env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned()));
        let arguments = [
            "build",
            "--quiet",
            "--locked",
            "--package=graph-emulator-server",
        ];
        must_run(cargo.args(arguments), "");
        let program = format!("../debug/graph-emulator-server{}", env::consts::EXE_SUFFIX);
        let mut child = Command::new(Path::new(env!("CARGO_TARGET_TMPDIR")).join(program))
            .args(["--http-port", "0", "--https-port", "0", "--exit-with-stdin"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = String::new();
        let mut stdout = BufReader::new(child.stdout.take().unwrap());
        stdout.read_line(&mut line).unwrap();
        let ready = serde_json::from_str(&line).unwrap();
        Self {
            _child: child,
            ready,
        }
    }

    /// One that answers `{}`, whatever it is asked.
    pub(crate) fn that_only_listens() -> Self {
        let emulator = Self::start();
        emulator.control("POST", "/faults", r#"[{"times": 1000000, "body": "{}"}]"#);
        emulator
    }

    /// What has come, byte for byte.
    pub(crate) fn seen(&self) -> Vec<HttpRequest> {
        let requests = self.control("GET", "/requests", "");
        requests.as_array().unwrap().iter().map(request).collect()
    }

    /// So many requests, and what came besides. Fewer when nothing comes any more.
    pub(crate) fn seen_after(&self, count: usize) -> Vec<HttpRequest> {
        let since = Instant::now();
        loop {
            let seen = self.seen();
            if seen.len() >= count || since.elapsed() > PATIENCE {
                return seen;
            }
        }
    }

    /// An address, an ID or a token.
    pub(crate) fn told(&self, key: &str) -> &str {
        self.ready[key].as_str().unwrap()
    }

    /// A call of the control address.
    pub(crate) fn control(&self, method: &str, path: &str, body: &str) -> Value {
        let address = self.told("control").strip_prefix("http://").unwrap();
        let mut stream = TcpStream::connect(address).unwrap();
        let head = format!("{method} {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close");
        let length = body.len();
        write!(stream, "{head}\r\nContent-Length: {length}\r\n\r\n{body}").unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        let (_, body) = answer.split_once("\r\n\r\n").unwrap();
        serde_json::from_str(body).unwrap()
    }
}

/// As the control address lists it.
fn request(listed: &Value) -> HttpRequest {
    let text = |key: &str| listed[key].as_str().unwrap().to_owned();
    let headers = listed["headers"].as_object().unwrap().iter();
    let headers = headers.map(|(name, value)| (name.clone(), value.as_str().unwrap().to_owned()));
    HttpRequest {
        method: match listed["method"].as_str().unwrap() {
            "GET" => Method::Get,
            "POST" => Method::Post,
            "DELETE" => Method::Delete,
            other => panic!("{other}"),
        },
        url: text("url"),
        headers: headers.collect(),
        body: Some(text("body")).filter(|body| !body.is_empty()),
    }
}
