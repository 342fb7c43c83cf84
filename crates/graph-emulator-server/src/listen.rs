//! Sockets on loopback, a thread for each connection.

use std::io::{self, Read, Write};
use std::net::{Ipv4Addr, Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::thread;

use rustls::{ServerConfig, ServerConnection, StreamOwned};

use crate::service;
use crate::state::State;

/// A connection, encrypted or not.
pub(crate) trait Wire: Read + Write {
    /// Ends it without ceremony.
    fn cut(&mut self);
}

impl Wire for TcpStream {
    fn cut(&mut self) {
        let _ = self.shutdown(Shutdown::Both); // It may be gone already.
    }
}

impl Wire for StreamOwned<ServerConnection, TcpStream> {
    fn cut(&mut self) {
        self.sock.cut();
    }
}

type Serve = fn(&mut dyn Wire, &State) -> io::Result<()>;

/// Answers plain HTTP.
pub(crate) fn plain(port: u16, state: &Arc<State>, serve: Serve) -> io::Result<SocketAddr> {
    listen(port, state, move |mut stream, state| {
        serve(&mut stream, state)
    })
}

/// Answers HTTPS, as Graph.
pub(crate) fn encrypted(
    port: u16,
    state: &Arc<State>,
    config: Arc<ServerConfig>,
) -> io::Result<SocketAddr> {
    listen(port, state, move |stream, state| {
        let session = ServerConnection::new(Arc::clone(&config)).map_err(io::Error::other)?;
        service::serve(&mut StreamOwned::new(session, stream), state)
    })
}

fn listen(
    port: u16,
    state: &Arc<State>,
    serve: impl Fn(TcpStream, &State) -> io::Result<()> + Clone + Send + 'static,
) -> io::Result<SocketAddr> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
    let address = listener.local_addr()?;
    let state = Arc::clone(state);
    let accept = move || {
        for stream in listener.incoming().flatten() {
            let (state, serve) = (Arc::clone(&state), serve.clone());
            let answer = move || {
                let _ = stream.set_nodelay(true); // Only slower without it.
                let _ = serve(stream, &state); // A client that goes away is no problem of ours.
            };
            let _ = thread::Builder::new().spawn(answer); // Out of threads: the client sees a close.
        }
    };
    thread::Builder::new().spawn(accept)?;
    Ok(address)
}
