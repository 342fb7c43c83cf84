//! One file per operation, or per edge with several.

mod content;
pub(crate) mod debug_token;
pub(crate) mod exchange_code;
pub(crate) mod get_conversation;
pub(crate) mod get_message;
pub(crate) mod get_object;
pub(crate) mod list_conversations;
pub(crate) mod list_messages;
pub(crate) mod list_pages;
pub(crate) mod list_permissions;
pub(crate) mod outgoing;
pub(crate) mod send_message;
pub(crate) mod subscribed_apps;
mod template;

use crate::access::Visit;
use crate::answer::fault::Fault;
use crate::answer::list::Part;
use crate::request::fields::{self, Field};

/// The `fields` of a request.
fn asked_fields(visit: &Visit<'_>) -> Result<Option<Vec<Field>>, Fault> {
    visit.params.get("fields").map(fields::parse).transpose()
}

/// How a list is asked for: by its own address, or as a field of something.
pub(crate) struct ListAsk {
    fields: Option<Vec<Field>>,
    part: Part,
    /// What the addresses of its other parts repeat.
    repeated: Vec<(String, String)>,
}

impl ListAsk {
    /// By its own address; these of the parameters belong to the list.
    fn of_request(visit: &Visit<'_>, own: &[&str]) -> Result<Self, Fault> {
        let repeated = own.iter().filter_map(|name| {
            let value = visit.params.get(name)?;
            Some(((*name).to_owned(), value.to_owned()))
        });
        Ok(Self {
            fields: asked_fields(visit)?,
            part: Part::of_params(visit.params)?,
            repeated: repeated.collect(),
        })
    }

    fn of_field(field: &Field) -> Result<Self, Fault> {
        Ok(Self {
            fields: field.nested().map(<[Field]>::to_vec),
            part: Part::of_field(field)?,
            repeated: field.as_params(),
        })
    }

    fn fields(&self) -> Option<&[Field]> {
        self.fields.as_deref()
    }

    /// A parameter of the list.
    fn get(&self, name: &str) -> Option<&str> {
        let found = self.repeated.iter().find(|(own, _)| own == name)?;
        Some(&found.1)
    }
}
