//! `GET /{message-id}`: a message, alone or as a row.

use graph_api::Spec;
use serde_json::{Value, json};

use super::asked_fields;
use super::get_conversation::person;
use super::list_messages::READABLE;
use crate::World;
use crate::access::Visit;
use crate::answer::fault::Fault;
use crate::answer::list::{Part, Place, list};
use crate::answer::select::{Found, Kind, narrow, select};
use crate::big_page;
use crate::conversation::{Attachment, Card, Conversation, Message};
use crate::request::fields::Field;

const MESSAGE: Kind = Kind {
    name: "Message",
    usual: &["id", "created_time"],
};

pub(crate) fn answer(
    world: &World,
    visit: &Visit<'_>,
    spec: &Spec,
    id: &str,
) -> Result<Value, Fault> {
    let holds = |it: &&Conversation| it.messages.iter().any(|message| message.id == id);
    let kept = world.conversations.iter().find(holds).cloned();
    let Some(conversation) = kept.or_else(|| big_page::by_message(world, id)) else {
        return Err(Fault::unsupported(visit.method, id));
    };
    world.admit_to_conversation(visit, spec, &conversation, id)?;
    let mut newest_first = world
        .messages_of(&conversation)
        .into_iter()
        .rev()
        .enumerate();
    match newest_first.find(|(_, message)| message.id == id) {
        Some((at, message)) if at < READABLE => {
            let fields = asked_fields(visit)?;
            render(
                world,
                visit,
                &conversation,
                message,
                fields.as_deref(),
                true,
            )
        }
        Some(_) => Err(Fault::message_deleted()),
        None => Err(Fault::unsupported(visit.method, id)),
    }
}

/// A message that is no longer readable gives its ID and its time, and nothing else.
pub(crate) fn render(
    world: &World,
    visit: &Visit<'_>,
    conversation: &Conversation,
    message: &Message,
    fields: Option<&[Field]>,
    is_readable: bool,
) -> Result<Value, Fault> {
    let (customer, page) = (person(conversation), world.page_side(conversation));
    let (from, to) = match message.from_customer {
        true => (customer, page),
        false => (page, customer),
    };
    select(&MESSAGE, fields, &mut |field| {
        let nested = field.nested();
        let found = match field.name.as_str() {
            "id" => return Ok(Found::Is(message.id.as_str().into())),
            "created_time" => return Ok(Found::Is(world.time_of(message).to_string().into())),
            "message" => Found::Is(message.text.as_str().into()),
            "from" => Found::Is(narrow(from.clone(), nested)),
            "to" => Found::Is(narrow(json!({"data": [to]}), nested)),
            "tags" => {
                let source = if message.from_customer {
                    "source:mobile"
                } else {
                    "source:api"
                };
                Found::Is(json!({"data": [{"name": "inbox"}, {"name": source}]}))
            }
            "attachments" => match &message.attachment {
                Some(attachment) => Found::Is(attachments(visit, message, attachment, field)?),
                None => Found::Nothing,
            },
            "reply_to" => {
                let reply_to = message.reply_to.as_ref();
                reply_to
                    .map(|mid| json!({"mid": mid, "is_self_reply": false}))
                    .into()
            }
            "sticker" | "shares" => Found::Nothing,
            _ => Found::Unknown,
        };
        Ok(match found {
            Found::Is(_) if !is_readable => Found::Nothing,
            found => found,
        })
    })
}

fn attachments(
    visit: &Visit<'_>,
    message: &Message,
    attachment: &Attachment,
    field: &Field,
) -> Result<Value, Fault> {
    let rows = match attachment.cards.is_empty() {
        true => vec![file(attachment)],
        false => attachment.cards.iter().map(template).collect(),
    };
    let places: Vec<Place> = (0..)
        .zip(rows.iter().map(|_| attachment.id.clone()))
        .collect();
    let params = field.as_params();
    let address = visit.address(format!("{}/attachments", message.id), &params);
    let list = list(&places, &Part::of_field(field)?, &address, &mut |at| {
        Ok(rows.get(at).cloned().unwrap_or_default())
    })?;
    Ok(narrow(list.into(), field.nested()))
}

/// A card, as a row. The button template comes as one without a picture.
fn template(card: &Card) -> Value {
    let mut template = json!({"title": card.title});
    let buttons = card
        .buttons
        .iter()
        .map(|button| match button.url.is_empty() {
            true => json!({"title": button.title, "type": button.kind}),
            false => json!({"title": button.title, "type": button.kind, "url": button.url}),
        });
    if let Some(template) = template.as_object_mut() {
        if !card.subtitle.is_empty() {
            template.insert("subtitle".to_owned(), card.subtitle.as_str().into());
        }
        if !card.image_url.is_empty() {
            template.insert("image_url".to_owned(), card.image_url.as_str().into());
        }
        if !card.buttons.is_empty() {
            template.insert("cta".to_owned(), buttons.collect());
        }
    }
    json!({"generic_template": template})
}

fn file(attachment: &Attachment) -> Value {
    let mut row = json!({
        "id": attachment.id,
        "mime_type": mime_type(&attachment.kind),
        "name": format!("{}-{}", attachment.kind, attachment.id),
        "size": 54_321,
    });
    if let Some(row) = row.as_object_mut() {
        match attachment.kind.as_str() {
            "image" => {
                let data = json!({"width": 1200, "height": 900, "max_width": 1200,
                    "max_height": 900, "url": attachment.url, "preview_url": attachment.url,
                    "image_type": 1, "render_as_sticker": false});
                row.insert("image_data".to_owned(), data);
            }
            "video" => {
                let data = json!({"width": 1280, "height": 720, "length": 8, "video_type": 1,
                    "url": attachment.url, "preview_url": attachment.url, "rotation": 0});
                row.insert("video_data".to_owned(), data);
            }
            _ => {
                row.insert("file_url".to_owned(), attachment.url.as_str().into());
            }
        }
    }
    row
}

fn mime_type(kind: &str) -> &'static str {
    match kind {
        "image" => "image/jpeg",
        "video" => "video/mp4",
        "audio" => "audio/mpeg",
        _ => "application/octet-stream",
    }
}
