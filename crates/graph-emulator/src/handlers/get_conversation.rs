//! `GET /{conversation-id}`: a conversation, alone or as a row.

use graph_api::Spec;
use serde_json::{Value, json};

use super::{ListAsk, asked_fields, list_messages};
use crate::World;
use crate::access::Visit;
use crate::answer::fault::Fault;
use crate::answer::select::{Found, Kind, narrow, select};
use crate::conversation::Conversation;
use crate::request::fields::Field;

const CONVERSATION: Kind = Kind {
    name: "UnifiedThread",
    usual: &["id", "updated_time"],
};

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
    render(world, visit, &conversation, asked_fields(visit)?.as_deref())
}

pub(crate) fn render(
    world: &World,
    visit: &Visit<'_>,
    conversation: &Conversation,
    fields: Option<&[Field]>,
) -> Result<Value, Fault> {
    let messages = world.messages_of(conversation);
    let newest = messages.last();
    select(&CONVERSATION, fields, &mut |field| {
        let nested = field.nested();
        Ok(match field.name.as_str() {
            "id" => Found::Is(conversation.id.as_str().into()),
            "updated_time" => world
                .updated(conversation)
                .map(|it| it.to_string().into())
                .into(),
            "link" => {
                let number = conversation.id.strip_prefix("t_").unwrap_or_default();
                Found::Is(format!("/{}/inbox/{number}/", conversation.page).into())
            }
            "message_count" => Found::Is(messages.len().into()),
            "unread_count" => Found::Is(conversation.unread.into()),
            "snippet" => newest.map(|it| it.text.as_str().into()).into(),
            "can_reply" => Found::Is(world.is_in_window(visit.now, conversation).into()),
            "is_subscribed" | "is_owner" => Found::Is(true.into()),
            "participants" => {
                let both = [person(conversation), world.page_side(conversation)];
                Found::Is(narrow(json!({"data": both}), nested))
            }
            "senders" => Found::Is(narrow(json!({"data": [person(conversation)]}), nested)),
            "messages" => {
                let ask = ListAsk::of_field(field)?;
                Found::Is(list_messages::list_of(world, visit, conversation, &ask)?.into())
            }
            _ => Found::Unknown,
        })
    })
}

/// One side of a conversation, as `participants`, `from` and `to` show it.
fn side(name: &str, id: &str) -> Value {
    json!({"name": name, "email": format!("{id}@facebook.com"), "id": id})
}

/// The customer's side.
pub(crate) fn person(conversation: &Conversation) -> Value {
    side(conversation.customer_name(), &conversation.psid)
}

impl World {
    /// The Page's side of a conversation.
    pub(crate) fn page_side(&self, conversation: &Conversation) -> Value {
        let name = self.page(&conversation.page).map_or("", |page| &page.name);
        side(name, &conversation.page)
    }
}
