//! `GET /{conversation-id}/messages`, and `messages` as a field: newest first.

use graph_api::Spec;
use serde_json::{Map, Value};

use super::{ListAsk, get_message};
use crate::World;
use crate::access::Visit;
use crate::answer::fault::Fault;
use crate::answer::list::{Place, list};
use crate::conversation::Conversation;

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
    let ask = ListAsk::of_request(visit, &["fields"])?;
    list_of(world, visit, &conversation, &ask).map(Value::from)
}

pub(crate) fn list_of(
    world: &World,
    visit: &Visit<'_>,
    conversation: &Conversation,
    ask: &ListAsk,
) -> Result<Map<String, Value>, Fault> {
    let mut messages = world.messages_of(conversation);
    messages.reverse();
    let numbers = (0_i64..).zip(messages.iter().rev());
    let mut places: Vec<Place> = numbers
        .map(|(at, message)| (at, message.id.clone()))
        .collect();
    places.reverse();
    let address = visit.address(format!("{}/messages", conversation.id), &ask.repeated);
    list(
        &places,
        &ask.part,
        &address,
        &mut |at| match messages.get(at) {
            Some(message) => {
                let is_readable = at < READABLE;
                get_message::render(
                    world,
                    visit,
                    conversation,
                    message,
                    ask.fields(),
                    is_readable,
                )
            }
            None => Ok(Value::Null),
        },
    )
}
