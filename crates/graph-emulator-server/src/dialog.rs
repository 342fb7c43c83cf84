//! Facebook's login dialog, as a page with two links.

use crate::http::{Request, Response};
use crate::state::State;

/// What the links of the dialog add to its address.
const GRANT: &str = "&__answer=continue";
const DENY: &str = "&__answer=cancel";

/// Answers a request for the dialog of some version; nothing for other paths.
pub(crate) fn respond(state: &State, request: &Request) -> Option<Response> {
    let (path, query) = request.target.split_once('?')?;
    if request.method != "GET" || !path.ends_with("/dialog/oauth") {
        return None;
    }
    let answer = |query: &str, is_granted: bool| {
        let mut inside = state.lock();
        let now = inside.now();
        let address = inside.world.answer_dialog(now, query, is_granted);
        address.map(|address| redirect(&address))
    };
    let response = match (query.strip_suffix(GRANT), query.strip_suffix(DENY)) {
        (Some(query), _) => answer(query, true),
        (_, Some(query)) => answer(query, false),
        (None, None) => {
            let opened = state.lock().world.open_dialog(query);
            opened.map(|()| page(200, &question(&request.target)))
        }
    };
    Some(response.unwrap_or_else(|refusal| page(400, &format!("<p>{refusal}</p>"))))
}

fn question(address: &str) -> String {
    let address = address.replace('&', "&amp;").replace('"', "&quot;");
    format!(
        "<h1>Log in with the emulated Facebook</h1>\
         <p><a href=\"{address}{GRANT}\">Continue</a></p>\
         <p><a href=\"{address}{DENY}\">Cancel</a></p>"
    )
}

fn page(status: u16, body: &str) -> Response {
    Response {
        status,
        headers: vec![header("Content-Type", "text/html; charset=utf-8")],
        body: format!(
            "<!doctype html><html lang=\"en\"><title>Emulated login</title>{body}</html>\n"
        ),
    }
}

fn redirect(address: &str) -> Response {
    Response {
        status: 302,
        headers: vec![header("Location", address)],
        body: String::new(),
    }
}

fn header(name: &str, value: &str) -> (String, String) {
    (name.to_owned(), value.to_owned())
}
