//! The compliance suite, over the sockets.

use std::io::{Read, Write};

use graph_emulator::compliance;

use crate::client::{Remote, Server};

fn check<S: Read + Write>(server: &Server, stream: S) {
    if let Err(failed) = compliance::run(&mut Remote { server, stream }) {
        panic!("{} failed:\n{}", failed.len(), failed.join("\n"));
    }
}

#[test]
fn the_server_complies_over_http() {
    let server = Server::start(&[]);
    check(&server, server.connect());
}

#[test]
fn the_server_complies_over_https() {
    let server = Server::start(&[]);
    check(&server, server.connect_tls());
}
