//! `GET /{conversation-id}/messages`, and `messages` as a field: newest first.

use graph_api::Spec;
use serde_json::{Map, Value};

use super::{asked_fields, get_message};
use crate::World;
use crate::access::Visit;
use crate::answer::fault::Fault;
use crate::answer::list::{Part, Place, list};
use crate::conversation::Conversation;
use crate::request::fields::Field;

/// How many of the newest messages can be read; older ones are only listed.
pub(crate) const READABLE: usize = 20;

pub(crate) fn answer(
    world: &World,
    visit: &Visit<'_>,
    spec: &Spec,
    id: &str,
) -> Result<Value, Fault> {
    let Some(conversation) = world.conversation(id) else {
        return Err(Fault::unsupported(visit.method, id));
    };
    world.admit_to_conversation(visit, spec, &conversation, id)?;
    let fields = asked_fields(visit)?;
    let part = Part::of_params(visit.params)?;
    list_of(world, visit, &conversation, fields.as_deref(), &part).map(Value::from)
}

pub(crate) fn list_of(
    world: &World,
    visit: &Visit<'_>,
    conversation: &Conversation,
    fields: Option<&[Field]>,
    part: &Part,
) -> Result<Map<String, Value>, Fault> {
    let mut messages = world.messages_of(conversation);
    messages.reverse();
    let numbers = (0_i64..).zip(messages.iter().rev());
    let mut places: Vec<Place> = numbers
        .map(|(at, message)| (at, message.id.clone()))
        .collect();
    places.reverse();
    let address = visit.address(format!("{}/messages", conversation.id), &["fields"]);
    list(&places, part, &address, &mut |at| match messages.get(at) {
        Some(message) => {
            let is_readable = at < READABLE;
            get_message::render(world, visit, conversation, message, fields, is_readable)
        }
        None => Ok(Value::Null),
    })
}
