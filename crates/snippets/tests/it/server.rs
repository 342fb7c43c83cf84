//! A loopback server that takes down what it is sent, as a request to compare with.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::Duration;

use graph_api::{HttpRequest, Method};

/// How long a request may take to come.
const PATIENCE: Duration = Duration::from_secs(20);

pub(crate) struct Server {
    pub(crate) origin: String,
    seen: Receiver<HttpRequest>,
}

impl Server {
    /// Answers every request with this status.
    pub(crate) fn start(status: u16) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let origin = format!("http://{}", listener.local_addr().unwrap());
        let (sender, seen) = channel();
        thread::spawn(move || serve(&listener, status, &sender));
        Self { origin, seen }
    }

    /// What came since the last time.
    pub(crate) fn seen(&self) -> Vec<HttpRequest> {
        self.seen.try_iter().collect()
    }

    /// So many requests, and what came besides. Fewer when nothing comes any more.
    pub(crate) fn seen_after(&self, count: usize) -> Vec<HttpRequest> {
        let next = |_| self.seen.recv_timeout(PATIENCE).ok();
        let mut seen: Vec<_> = (0..count).map_while(next).collect();
        seen.extend(self.seen());
        seen
    }
}

fn serve(listener: &TcpListener, status: u16, sender: &Sender<HttpRequest>) {
    for stream in listener.incoming() {
        let mut stream = stream.unwrap();
        let request = read(&stream);
        // Told before it is answered, so that it is there when curl is done.
        if sender.send(request).is_err() {
            return;
        }
        let head =
            format!("HTTP/1.1 {status} X\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{{}}");
        stream.write_all(head.as_bytes()).unwrap();
    }
}

fn read(mut stream: &TcpStream) -> HttpRequest {
    let mut reader = BufReader::new(stream);
    let mut line = String::new();
    reader.read_line(&mut line).unwrap();
    let mut words = line.split_whitespace();
    let method = match words.next() {
        Some("GET") => Method::Get,
        Some("POST") => Method::Post,
        Some("DELETE") => Method::Delete,
        other => panic!("{other:?}"),
    };
    let url = words.next().unwrap().to_owned();
    let mut headers = Vec::new();
    loop {
        let mut line = String::new();
        reader.read_line(&mut line).unwrap();
        let Some((name, value)) = line.trim_end().split_once(':') else {
            break;
        };
        headers.push((name.to_ascii_lowercase(), value.trim().to_owned()));
    }
    let header = |name: &str| headers.iter().find(|(own, _)| own == name);
    if header("expect").is_some() {
        stream.write_all(b"HTTP/1.1 100 Continue\r\n\r\n").unwrap();
    }
    let length = header("content-length").map_or(0, |(_, value)| value.parse().unwrap());
    let mut body = vec![0; length];
    reader.read_exact(&mut body).unwrap();
    HttpRequest {
        method,
        url,
        headers,
        body: (length > 0).then(|| String::from_utf8(body).unwrap()),
    }
}
