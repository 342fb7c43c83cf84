//! One connection: as much of HTTP/1.1 as a browser speaks to a host of files.

use std::{
    io::{self, Read, Write},
    sync::RwLock,
};

use super::files::{Reply, Request, Site};

const LONGEST_HEAD: usize = 64 * 1024;

/// Answers one request after the other, until the browser is done or says what cannot be read.
pub(super) fn answer(wire: &mut (impl Read + Write), site: &RwLock<Site>) -> io::Result<()> {
    let mut received = Vec::new();
    while let Some(length) = next_head(wire, &mut received)? {
        let mut headers = [httparse::EMPTY_HEADER; 100];
        let mut head = httparse::Request::new(&mut headers);
        head.parse(&received).map_err(io::Error::other)?;
        let method = head.method.unwrap_or_default();
        let is_last = header(&head, "Connection").eq_ignore_ascii_case("close");
        let reply = {
            let site = site.read().map_err(|_| io::Error::other("no page"))?;
            match method {
                "GET" | "HEAD" => site.reply(&Request {
                    path: head.path.unwrap_or_default(),
                    accept_encoding: header(&head, "Accept-Encoding"),
                    if_none_match: header(&head, "If-None-Match"),
                }),
                _ => site.not_allowed(),
            }
        };
        // A body may follow that is nobody's here: what comes after it could not be told from it.
        let is_last = is_last || reply.status == 405;
        send(wire, &reply, method == "HEAD", is_last)?;
        if is_last {
            break;
        }
        received.drain(..length);
    }
    Ok(())
}

/// The length of the next head, once all of it is there; nothing when the browser is done.
fn next_head(wire: &mut impl Read, received: &mut Vec<u8>) -> io::Result<Option<usize>> {
    loop {
        let mut headers = [httparse::EMPTY_HEADER; 100];
        let parsed = httparse::Request::new(&mut headers).parse(received);
        if let httparse::Status::Complete(length) = parsed.map_err(io::Error::other)? {
            return Ok(Some(length));
        }
        let mut chunk = [0; 4096];
        let length = wire.read(&mut chunk)?;
        if length == 0 || received.len() > LONGEST_HEAD {
            return Ok(None);
        }
        received.extend(chunk.iter().take(length));
    }
}

fn header<'a>(head: &httparse::Request<'_, 'a>, name: &str) -> &'a str {
    let mut all = head.headers.iter();
    all.find(|header| header.name.eq_ignore_ascii_case(name))
        .and_then(|header| std::str::from_utf8(header.value).ok())
        .unwrap_or_default()
}

fn send(wire: &mut impl Write, reply: &Reply, is_head: bool, is_last: bool) -> io::Result<()> {
    let reason = match reply.status {
        200 => "OK",
        304 => "Not Modified",
        404 => "Not Found",
        405 => "Method Not Allowed",
        _ => "",
    };
    let mut bytes = format!("HTTP/1.1 {} {reason}\r\n", reply.status).into_bytes();
    for (name, value) in &reply.headers {
        write!(bytes, "{name}: {value}\r\n")?;
    }
    if reply.status != 304 {
        write!(bytes, "Content-Length: {}\r\n", reply.body.len())?;
    }
    let connection = if is_last { "close" } else { "keep-alive" };
    write!(bytes, "Connection: {connection}\r\n\r\n")?;
    if !is_head {
        bytes.extend_from_slice(&reply.body);
    }
    wire.write_all(&bytes)?;
    wire.flush()
}
