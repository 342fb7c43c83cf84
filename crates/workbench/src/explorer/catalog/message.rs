//! A message, and who wrote it.

use graph_api::endpoints::GetConversation;
use graph_api::{Endpoint as _, Spec};

use super::params::NODE;
use super::{Node, Use, part, plain};

pub(crate) static MESSAGE: Node = Node {
    name: "a message",
    fields: &[
        plain("id", "ID", "Begins with m_"),
        plain("message", "text", "Empty when there is only an attachment"),
        plain("created_time", "time", "When it was written"),
        part("from", &PERSON, "Who wrote it"),
        part("to", &PERSON, "To whom"),
        part("attachments", &ATTACHMENT, "Pictures, videos, files"),
        part("reply_to", &REPLY_TO, "The message that it answers"),
        part("tags", &TAG, "How it came"),
        plain("sticker", "address", "The sticker"),
        plain("shares", "list", "Links that were shared"),
    ],
};

const GET_MESSAGE: Spec = Spec {
    route: "/{message-id}",
    docs: "https://developers.facebook.com/docs/graph-api/reference/message/",
    ..GetConversation::SPEC
};

pub(crate) static READ: Use = Use {
    about: "One message, if it is among the 20 newest",
    spec: &GET_MESSAGE,
    params: NODE,
};

/// A side of a conversation.
pub(super) static PERSON: Node = Node {
    name: "a participant",
    fields: &[
        plain("id", "ID", "A PSID, or the Page’s ID"),
        plain("name", "text", "Graph writes Facebook user for some"),
        plain("email", "text", "The ID at facebook.com; no real address"),
    ],
};

static ATTACHMENT: Node = Node {
    name: "an attachment",
    fields: &[
        plain("id", "ID", "Its ID"),
        plain("mime_type", "text", "Its media type"),
        plain("name", "text", "Its name"),
        plain("size", "number", "In bytes"),
        plain("image_data", "object", "Of a picture: size and address"),
        plain("video_data", "object", "Of a video: size and address"),
        plain("file_url", "address", "Of a file"),
    ],
};

static REPLY_TO: Node = Node {
    name: "an answered message",
    fields: &[
        plain("mid", "ID", "The message"),
        plain(
            "is_self_reply",
            "true or false",
            "Whether the same side wrote it",
        ),
    ],
};

static TAG: Node = Node {
    name: "a tag",
    fields: &[plain("name", "text", "Such as inbox or source:mobile")],
};
