//! The socket: loopback only.

use anyhow::{Context as _, Result, bail};
use std::{
    io::ErrorKind,
    net::{TcpListener, TcpStream},
    sync::{Arc, RwLock},
    thread,
    time::Duration,
};

use super::{connection, files::Site};

/// How long a connection may be silent.
const IDLE: Duration = Duration::from_secs(120);

/// A running server. It ends with the process.
pub(crate) struct Server {
    /// Where a browser finds the page.
    pub(crate) address: String,
    site: Arc<RwLock<Site>>,
}

impl Server {
    /// Serves another state of the page from now on.
    pub(crate) fn replace(&self, site: Site) {
        let mut current = match self.site.write() {
            Ok(current) => current,
            Err(poisoned) => poisoned.into_inner(),
        };
        *current = site;
    }
}

/// Starts to serve a page on a port of 127.0.0.1; 0 takes a free one.
pub(crate) fn serve(site: Site, port: u16) -> Result<Server> {
    let listener = listen(port)?;
    let address = format!("http://{}/", listener.local_addr()?);
    let site = Arc::new(RwLock::new(site));
    let served = site.clone();
    thread::spawn(move || {
        for socket in listener.incoming().flatten() {
            let site = served.clone();
            // Out of threads: the browser sees a close, and tries again.
            let _ = thread::Builder::new().spawn(move || talk(socket, &site));
        }
    });
    Ok(Server { address, site })
}

/// A thread for each connection: a browser opens several at once and keeps them open, and none may
/// have to wait for another one to end.
fn talk(mut socket: TcpStream, site: &RwLock<Site>) {
    let _ = socket.set_nodelay(true); // Only slower without it.
    let _ = socket.set_read_timeout(Some(IDLE));
    let _ = connection::answer(&mut socket, site); // A browser that went away is no concern of ours.
}

/// Fails, in plain words, when a port cannot be had.
pub(crate) fn ensure_free(port: u16) -> Result<()> {
    listen(port).map(drop)
}

fn listen(port: u16) -> Result<TcpListener> {
    match TcpListener::bind(("127.0.0.1", port)) {
        Err(error) if error.kind() == ErrorKind::AddrInUse => bail!(
            "port {port} is taken by another program (perhaps First Reply is being served \
             already). Take another one: cargo xtask serve --port {}",
            port.saturating_add(1)
        ),
        listener => listener.with_context(|| format!("could not listen on port {port}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Read as _, Write as _};

    fn served() -> Server {
        let folder = crate::project::path("xtask/src/site");
        serve(Site::packed(&folder).unwrap(), 0).unwrap()
    }

    fn connect(server: &Server) -> TcpStream {
        let address = server.address.trim_start_matches("http://");
        let socket = TcpStream::connect(address.trim_end_matches('/')).unwrap();
        socket
            .set_read_timeout(Some(Duration::from_secs(20)))
            .unwrap();
        socket
    }

    /// The head and the body of an answer on a connection that stays open.
    fn ask(socket: &mut TcpStream, request: &str) -> (String, String) {
        let request = format!("{request} HTTP/1.1\r\nHost: x\r\n\r\n");
        socket.write_all(request.as_bytes()).unwrap();
        let mut reply = Vec::new();
        let head_end = loop {
            read_more(socket, &mut reply);
            if let Some(end) = reply.windows(4).position(|it| it == b"\r\n\r\n") {
                break end + 4;
            }
        };
        let head = String::from_utf8(reply[..head_end].to_vec()).unwrap();
        let length = head.split_once("Content-Length: ").unwrap().1;
        let length: usize = length.split_once('\r').unwrap().0.parse().unwrap();
        let length = if request.starts_with("HEAD") {
            0
        } else {
            length
        };
        while reply.len() < head_end + length {
            read_more(socket, &mut reply);
        }
        (head, String::from_utf8(reply.split_off(head_end)).unwrap())
    }

    fn read_more(socket: &mut TcpStream, into: &mut Vec<u8>) {
        let mut chunk = [0; 8192];
        let length = socket.read(&mut chunk).unwrap();
        assert!(length > 0, "the connection was closed");
        into.extend_from_slice(&chunk[..length]);
    }

    #[test]
    fn a_page_travels_over_the_socket() {
        let (head, body) = ask(&mut connect(&served()), "GET /server.rs");
        assert!(head.starts_with("HTTP/1.1 200 OK\r\n"), "{head}");
        let nosniff = "\r\nX-Content-Type-Options: nosniff\r\n";
        assert!(head.contains(nosniff), "{head}");
        assert_eq!(body, include_str!("server.rs"));
    }

    #[test]
    fn connections_of_one_burst_are_all_answered_while_all_stay_open() {
        let server = served();
        for _ in 0..20 {
            let mut open: Vec<_> = (0..8).map(|_| connect(&server)).collect();
            for socket in &mut open {
                ask(socket, "GET /mod.rs");
            }
        }
    }

    #[test]
    fn what_is_no_request_for_a_file_is_refused() {
        let server = served();
        let (head, body) = ask(&mut connect(&server), "HEAD /mod.rs");
        assert!(
            head.starts_with("HTTP/1.1 200 OK\r\n") && body.is_empty(),
            "{head}{body}"
        );
        let (head, _) = ask(&mut connect(&server), "POST /mod.rs");
        assert!(head.starts_with("HTTP/1.1 405 "), "{head}");
        let mut socket = connect(&server);
        socket.write_all(b"\x16\x03\x01 hello\r\n\r\n").unwrap();
        assert_eq!(socket.read(&mut [0; 8]).unwrap(), 0, "it is hung up on");
    }

    #[test]
    fn a_taken_port_is_said_in_plain_words() {
        let taken = TcpListener::bind(("127.0.0.1", 0)).unwrap();
        let port = taken.local_addr().unwrap().port();
        let error = listen(port).unwrap_err().to_string();
        assert!(error.contains("is taken by another program"), "{error}");
        assert!(error.contains("--port"), "{error}");
    }
}
