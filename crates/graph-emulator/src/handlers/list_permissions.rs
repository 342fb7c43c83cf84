//! `GET /me/permissions`: what a User token was granted and refused.

use graph_api::Spec;
use serde_json::{Value, json};

use crate::World;
use crate::access::{Object, Visit};
use crate::answer::fault::Fault;

pub(crate) fn answer(world: &World, visit: &Visit<'_>, _: &Spec, id: &str) -> Result<Value, Fault> {
    match world.object(visit, id)? {
        Object::User => Ok(list_of(world, visit)),
        other => Err(Fault::no_such_field("permissions", other.kind())),
    }
}

pub(crate) fn list_of(world: &World, visit: &Visit<'_>) -> Value {
    let token = &visit.token;
    let all = token.granted.iter().chain(&token.declined);
    let rows = all.map(|permission| {
        let status = match world.grants(token, permission) {
            true => "granted",
            false => "declined",
        };
        json!({"permission": permission, "status": status})
    });
    json!({"data": rows.collect::<Vec<_>>()})
}
