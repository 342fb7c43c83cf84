//! The emulator's server, as it is started by hand.

use std::env;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};

use serde_json::Value;

use crate::tool::must_run;

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
