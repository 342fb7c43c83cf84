//! The control address: sets the world up, and tells what happened. JSON in and out.

use std::io;

use graph_emulator::Scenario;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::faults::Fault;
use crate::http::{Reader, Request, Response};
use crate::listen::Wire;
use crate::state::{Inside, State};

/// Answers control calls until the client has no more.
pub(crate) fn serve(wire: &mut dyn Wire, state: &State) -> io::Result<()> {
    let mut reader = Reader::default();
    while let Some(request) = reader.next(wire)? {
        let response = match answer(state, &request) {
            Ok(value) => Response::json(200, &value),
            Err((status, why)) => Response::json(status, &json!({"error": why})),
        };
        response.write(wire, request.keeps_alive(), true)?;
        if !request.keeps_alive() {
            break;
        }
    }
    Ok(())
}

type Answer = Result<Value, (u16, String)>;

fn answer(state: &State, request: &Request) -> Answer {
    let path = request.target.split('?').next().unwrap_or_default();
    match (request.method.as_str(), path) {
        ("GET", "/keys") => keys(&mut state.lock()),
        ("GET", "/requests") => Ok(state.lock().requests.clone().into()),
        ("GET", "/phone") => phone(&state.lock()),
        ("GET", "/certificate") => Ok(json!({"pem": state.certificate()})),
        ("GET", "/scenarios") => Ok(scenarios()),
        ("POST", "/customer") => customer(&mut state.lock(), read(request)?),
        ("POST", "/scenario") => scenario(&mut state.lock(), &read(request)?),
        ("POST", "/token") => token(&mut state.lock(), &read(request)?),
        ("POST", "/clock") => clock(&mut state.lock(), &read(request)?),
        ("POST", "/faults") => {
            let faults: Vec<Fault> = read(request)?;
            state.lock().faults.extend(faults);
            Ok(json!({"ok": true}))
        }
        ("DELETE", "/faults") => {
            state.lock().faults.clear();
            Ok(json!({"ok": true}))
        }
        ("POST", "/reset") => {
            state.reset();
            keys(&mut state.lock())
        }
        _ => Err((404, format!("there is no {} {path} here", request.method))),
    }
}

fn read<T: DeserializeOwned>(request: &Request) -> Result<T, (u16, String)> {
    serde_json::from_str(&request.body).map_err(|error| (400, error.to_string()))
}

fn keys(inside: &mut Inside) -> Answer {
    let now = inside.now();
    let keys = inside.world.keys(now);
    serde_json::to_value(keys).map_err(|error| (500, error.to_string()))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Writes {
    psid: Option<String>,
    page_id: Option<String>,
    text: String,
}

fn customer(inside: &mut Inside, writes: Writes) -> Answer {
    let now = inside.now();
    let world = &mut inside.world;
    let page = writes
        .page_id
        .unwrap_or_else(|| world.main_page().to_owned());
    let psid = writes.psid.unwrap_or_else(|| world.customer().to_owned());
    let written = world.customer_writes(now, &page, &psid, &writes.text);
    written.map_err(|problem| (404, problem.to_string()))?;
    keys(inside)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Name {
    name: String,
}

fn scenario(inside: &mut Inside, wanted: &Name) -> Answer {
    let scenario: Scenario = wanted.name.parse().map_err(|_| {
        let why = format!("there is no scenario {:?}", wanted.name);
        (404, why)
    })?;
    let now = inside.now();
    inside.world.set_scenario(now, scenario);
    Ok(json!({"ok": true}))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Permissions {
    permissions: Vec<String>,
    pages: Option<Vec<String>>,
}

fn token(inside: &mut Inside, wanted: &Permissions) -> Answer {
    let now = inside.now();
    let permissions: Vec<_> = wanted.permissions.iter().map(String::as_str).collect();
    let world = &mut inside.world;
    let token = match &wanted.pages {
        Some(pages) => world.user_token_for(now, &permissions, pages),
        None => world.user_token_with(now, &permissions),
    };
    let keys = inside.world.keys_of(token);
    serde_json::to_value(keys).map_err(|error| (500, error.to_string()))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Advance {
    advance_seconds: i64,
}

fn clock(inside: &mut Inside, wanted: &Advance) -> Answer {
    inside.ahead = inside.ahead.saturating_add(wanted.advance_seconds);
    Ok(json!({"now": inside.now().to_string()}))
}

fn phone(inside: &Inside) -> Answer {
    let world = &inside.world;
    let phone = world.phone(inside.now(), world.main_page(), world.customer());
    let phone = phone.ok_or_else(|| (404, "there is no practice customer".to_owned()))?;
    let bubbles = phone.bubbles.iter().map(|bubble| {
        json!({
            "from_customer": bubble.from_customer,
            "text": bubble.text,
            "attachment": bubble.attachment,
            "time": bubble.time,
            "quick_replies": bubble.quick_replies,
        })
    });
    Ok(json!({
        "page_name": phone.page_name,
        "customer_name": phone.customer_name,
        "typing": phone.typing,
        "bubbles": bubbles.collect::<Vec<_>>(),
    }))
}

fn scenarios() -> Value {
    let all = Scenario::ALL.iter();
    all.map(|it| json!({"name": it.name(), "description": it.description()}))
        .collect()
}
