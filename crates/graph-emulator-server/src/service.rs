//! One connection to the emulated Graph.

use std::io::{self, Read as _};
use std::thread::sleep;
use std::time::Duration;

use graph_api::{HttpRequest, Method};
use serde_json::json;

use crate::dialog;
use crate::faults::{Cut, Fault};
use crate::http::{Reader, Request, Response};
use crate::listen::Wire;
use crate::state::State;

/// Answers requests until the client has no more, or a fault ends the connection.
pub(crate) fn serve(wire: &mut dyn Wire, state: &State) -> io::Result<()> {
    let mut reader = Reader::default();
    loop {
        let request = match reader.next(wire) {
            Ok(Some(request)) => request,
            Ok(None) => return Ok(()),
            Err(error) if error.kind() == io::ErrorKind::InvalidData => {
                let body = json!({"error": {"message": error.to_string()}});
                return Response::json(400, &body).write(wire, false, true);
            }
            Err(error) => return Err(error),
        };
        if !answer(wire, state, &request)? {
            return Ok(());
        }
    }
}

/// Answers one request. Tells whether the connection goes on.
fn answer(wire: &mut dyn Wire, state: &State, request: &Request) -> io::Result<bool> {
    let graph_request = graph_request(request);
    let fault = {
        let mut inside = state.lock();
        inside.record(request, &graph_request.params());
        Fault::take(&mut inside.faults, request)
    };
    let Some(fault) = fault else {
        return whole(wire, request, &respond(state, request, &graph_request));
    };
    sleep(Duration::from_millis(fault.delay_ms));
    if fault.hang {
        return hang(wire);
    }
    if let Some(bytes) = &fault.raw {
        wire.write_all(bytes)?;
        return cut(wire);
    }
    if fault.cut == Some(Cut::Before) {
        return cut(wire);
    }
    let instead = fault.instead();
    let mut response = instead.unwrap_or_else(|| respond(state, request, &graph_request));
    fault.change_headers(&mut response);
    broken(wire, request, &response, &fault)
}

/// Puts an answer on the wire, in the way that a fault says.
fn broken(
    wire: &mut dyn Wire,
    request: &Request,
    response: &Response,
    fault: &Fault,
) -> io::Result<bool> {
    let body = response.body.as_bytes();
    let half = body.get(..body.len() / 2).unwrap_or_default();
    let part = match fault.cut {
        Some(Cut::Before | Cut::Lost) => return cut(wire),
        Some(Cut::AfterHeaders) => &[],
        Some(Cut::MidBody) => half,
        None if fault.stall => half,
        None if fault.endless => {
            wire.write_all(response.endless_head().as_bytes())?;
            wire.write_all(body)?;
            loop {
                wire.write_all(&SPACES)?; // Until the client has had enough.
            }
        }
        None => match fault.drip_ms {
            Some(apart) => return drip(wire, response, Duration::from_millis(apart)),
            None => return whole(wire, request, response),
        },
    };
    wire.write_all(response.head(true).as_bytes())?;
    wire.write_all(part)?;
    match fault.stall {
        true => hang(wire),
        false => cut(wire),
    }
}

static SPACES: [u8; 64 * 1024] = [b' '; 64 * 1024];

fn whole(wire: &mut dyn Wire, request: &Request, response: &Response) -> io::Result<bool> {
    let keeps_alive = request.keeps_alive();
    response.write(wire, keeps_alive, request.method != "HEAD")?;
    Ok(keeps_alive)
}

fn drip(wire: &mut dyn Wire, response: &Response, apart: Duration) -> io::Result<bool> {
    wire.write_all(response.head(false).as_bytes())?;
    for byte in response.body.as_bytes() {
        wire.flush()?;
        sleep(apart);
        wire.write_all(&[*byte])?;
    }
    cut(wire)
}

/// Says nothing more until the client gives up.
fn hang(wire: &mut dyn Wire) -> io::Result<bool> {
    wire.flush()?;
    io::copy(&mut wire.take(u64::MAX), &mut io::sink())?;
    Ok(false)
}

fn cut(wire: &mut dyn Wire) -> io::Result<bool> {
    wire.flush()?;
    wire.cut();
    Ok(false)
}

fn respond(state: &State, request: &Request, graph_request: &HttpRequest) -> Response {
    if let Some(response) = dialog::respond(state, request) {
        return response;
    }
    match request.method.as_str() {
        "OPTIONS" => return preflight(),
        "GET" | "HEAD" | "POST" | "DELETE" => {}
        other => {
            let verb = other.to_ascii_lowercase();
            let message = format!("Unsupported {verb} request.");
            let error = json!({"message": message, "type": "GraphMethodException", "code": 100});
            return Response::json(400, &json!({"error": error}));
        }
    }
    let (reply, delays) = {
        let mut inside = state.lock();
        let now = inside.now();
        (inside.world.handle(now, graph_request), inside.delays)
    };
    if delays {
        sleep(Duration::from_millis(reply.delay_ms.into()));
    }
    Response {
        status: reply.response.status,
        headers: reply.response.headers,
        body: reply.response.body,
    }
}

/// What a browser asks before a request that a form could not send. What Graph answers is not
/// known; this allows what it is documented to take.
fn preflight() -> Response {
    let headers = [
        ("Access-Control-Allow-Origin", "*"),
        ("Access-Control-Allow-Methods", "GET, POST, DELETE, OPTIONS"),
        (
            "Access-Control-Allow-Headers",
            "content-type, authorization",
        ),
        ("Access-Control-Max-Age", "0"),
    ];
    Response {
        status: 200,
        headers: headers
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .into(),
        body: String::new(),
    }
}

fn graph_request(request: &Request) -> HttpRequest {
    let method = match request.method.as_str() {
        "POST" => Method::Post,
        "DELETE" => Method::Delete,
        _ => Method::Get,
    };
    let host = request.header("host").unwrap_or("127.0.0.1");
    // A client that speaks to a proxy sends the whole address.
    let url = match request.target.starts_with('/') {
        true => format!("https://{host}{}", request.target),
        false => request.target.clone(),
    };
    HttpRequest {
        method,
        url,
        headers: request.headers.clone(),
        body: (!request.body.is_empty()).then(|| request.body.clone()),
    }
}
