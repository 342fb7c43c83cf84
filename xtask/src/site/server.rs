//! The socket: loopback only.

use anyhow::{Context as _, Result, bail};
use std::{
    io::ErrorKind,
    sync::{Arc, RwLock},
    thread,
};

use super::files::{Reply, Request, Site};

/// Requests answered at the same time.
const THREADS: usize = 4;

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
    let http = tiny_http::Server::from_listener(listener, None)
        .map_err(|error| anyhow::anyhow!("could not start the server: {error}"))?;
    let http = Arc::new(http);
    let site = Arc::new(RwLock::new(site));
    for _ in 0..THREADS {
        let (http, site) = (http.clone(), site.clone());
        thread::spawn(move || {
            while let Ok(request) = http.recv() {
                answer(request, &site);
            }
        });
    }
    Ok(Server { address, site })
}

/// Fails, in plain words, when a port cannot be had.
pub(crate) fn ensure_free(port: u16) -> Result<()> {
    listen(port).map(drop)
}

fn listen(port: u16) -> Result<std::net::TcpListener> {
    match std::net::TcpListener::bind(("127.0.0.1", port)) {
        Err(error) if error.kind() == ErrorKind::AddrInUse => bail!(
            "port {port} is taken by another program (perhaps First Reply is being served \
             already). Take another one: cargo xtask serve --port {}",
            port.saturating_add(1)
        ),
        listener => listener.with_context(|| format!("could not listen on port {port}")),
    }
}

fn answer(request: tiny_http::Request, site: &RwLock<Site>) {
    let reply = match site.read() {
        Ok(site) => site.reply(&Request {
            path: request.url(),
            accept_encoding: &header(&request, "Accept-Encoding"),
            if_none_match: &header(&request, "If-None-Match"),
        }),
        Err(_) => return,
    };
    // A browser that went away is no concern of ours.
    let _ = request.respond(response(&reply));
}

fn header(request: &tiny_http::Request, name: &'static str) -> String {
    let mut all = request.headers().iter();
    all.find(|header| header.field.equiv(name))
        .map(|header| header.value.to_string())
        .unwrap_or_default()
}

fn response(reply: &Reply) -> tiny_http::Response<std::io::Cursor<Vec<u8>>> {
    let mut response =
        tiny_http::Response::from_data(reply.body.to_vec()).with_status_code(reply.status);
    for (name, value) in &reply.headers {
        if let Ok(header) = tiny_http::Header::from_bytes(*name, value.as_str()) {
            response.add_header(header);
        }
    }
    // A length is worth more than chunks: it lets the browser show progress.
    response.with_chunked_threshold(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Read as _, Write as _};

    #[test]
    fn a_page_travels_over_the_socket() {
        let folder = crate::project::path("xtask/src/site");
        let server = serve(Site::packed(&folder).unwrap(), 0).unwrap();
        let host = server
            .address
            .trim_start_matches("http://")
            .trim_end_matches('/');
        let mut socket = std::net::TcpStream::connect(host).unwrap();
        let request = "GET /server.rs HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
        socket.write_all(request.as_bytes()).unwrap();
        let mut reply = String::new();
        socket.read_to_string(&mut reply).unwrap();
        assert!(reply.starts_with("HTTP/1.1 200 OK\r\n"), "{reply}");
        assert!(
            reply.contains("\r\nX-Content-Type-Options: nosniff\r\n"),
            "{reply}"
        );
    }

    #[test]
    fn a_taken_port_is_said_in_plain_words() {
        let taken = std::net::TcpListener::bind(("127.0.0.1", 0)).unwrap();
        let port = taken.local_addr().unwrap().port();
        let error = listen(port).unwrap_err().to_string();
        assert!(error.contains("is taken by another program"), "{error}");
        assert!(error.contains("--port"), "{error}");
    }
}
