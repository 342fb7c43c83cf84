//! `GET /debug_token?input_token=…`: what a token is.

use serde_json::{Map, Value, json};

use super::get_object::APP_NAME;
use crate::World;
use crate::access::Visit;
use crate::answer::fault::Fault;
use crate::scenario::Scenario;
use crate::token::{DATA_ACCESS, Owner, Token};

/// The permissions that are granted for ticked Pages.
fn is_granular(permission: &str) -> bool {
    permission.starts_with("pages_")
}

pub(crate) fn answer(world: &World, visit: &Visit<'_>) -> Result<Value, Fault> {
    let input = visit.params.get("input_token").unwrap_or_default();
    if input.is_empty() {
        return Err(Fault::param_required("input_token"));
    }
    // The app's own token and its developer's may inspect any token, a Page's only itself.
    let is_itself = input == visit.token.secret;
    if visit.token.page().is_some() && !is_itself {
        return Err(Fault::may_not_inspect());
    }
    let data = match (world.token(input), world.recognise(visit.now, input)) {
        (Some(token), outcome) => facts(world, visit, &token, outcome.err().as_ref()),
        (None, Err(fault)) => nothing(&fault),
        (None, Ok(_)) => Map::new(), // What is recognised is there.
    };
    Ok(json!({"data": data}))
}

fn nothing(fault: &Fault) -> Map<String, Value> {
    Map::from_iter([
        ("error".to_owned(), fault.in_data()),
        ("is_valid".to_owned(), false.into()),
        ("scopes".to_owned(), Value::Array(Vec::new())),
    ])
}

fn facts(
    world: &World,
    visit: &Visit<'_>,
    token: &Token,
    fault: Option<&Fault>,
) -> Map<String, Value> {
    let mut data = Map::new();
    let mut add = |name: &str, value: Value| data.insert(name.to_owned(), value);
    let kind = match &token.owner {
        Owner::User => "USER",
        Owner::Page(_) => "PAGE",
        Owner::App => "APP",
    };
    add("app_id", world.app_id.as_str().into());
    add("type", kind.into());
    add("application", APP_NAME.into());
    if token.owner == Owner::App {
        add("is_valid", true.into());
        add("scopes", Value::Array(Vec::new()));
        return data;
    }
    let issued_at = token.issued_at.unix();
    add(
        "data_access_expires_at",
        issued_at.saturating_add(DATA_ACCESS).into(),
    );
    if let Some(fault) = fault {
        add("error", fault.in_data());
    }
    let expired = world.expiry(visit.now, token);
    let expires_at = expired.or(token.expires_at);
    add(
        "expires_at",
        expires_at.map_or(0, graph_api::GraphTime::unix).into(),
    );
    add("is_valid", fault.is_none().into());
    add("issued_at", issued_at.into());
    if let Some(page) = token.page() {
        add("profile_id", page.into());
    }
    let scopes: Vec<&str> = token.granted.iter().map(String::as_str).collect();
    let scopes: Vec<&str> = scopes
        .into_iter()
        .filter(|scope| world.grants(token, scope))
        .collect();
    add("scopes", scopes.as_slice().into());
    add("granular_scopes", granular(world, token, &scopes));
    add("user_id", world.user_id.as_str().into());
    data
}

fn granular(world: &World, token: &Token, scopes: &[&str]) -> Value {
    let pages: Vec<&str> = match token.page() {
        Some(page) => vec![page],
        None if world.trouble.covers(Scenario::NoPages, token.count) => Vec::new(),
        None => {
            let pages = world.pages().map(|(id, _)| id);
            pages.filter(|id| world.is_ticked(token, id)).collect()
        }
    };
    let scopes = scopes.iter().filter(|scope| is_granular(scope));
    let rows = scopes.map(|scope| match pages.is_empty() {
        true => json!({"scope": scope}),
        false => json!({"scope": scope, "target_ids": pages}),
    });
    rows.collect()
}
