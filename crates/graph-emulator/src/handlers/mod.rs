//! One file per operation.

pub(crate) mod debug_token;
pub(crate) mod get_conversation;
pub(crate) mod get_message;
pub(crate) mod get_object;
pub(crate) mod list_conversations;
pub(crate) mod list_messages;
pub(crate) mod list_pages;
pub(crate) mod list_permissions;
pub(crate) mod outgoing;
pub(crate) mod send_message;

use crate::access::Visit;
use crate::answer::fault::Fault;
use crate::request::fields::{self, Field};

/// The `fields` of a request.
fn asked_fields(visit: &Visit<'_>) -> Result<Option<Vec<Field>>, Fault> {
    visit.params.get("fields").map(fields::parse).transpose()
}
