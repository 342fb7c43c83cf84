//! A conversation between a Page and a person.

use graph_api::endpoints::GetConversation;
use graph_api::{Endpoint as _, Spec};

use super::message::PERSON;
use super::params::{LIST, NODE};
use super::{Edge, MESSAGE, Node, Use, edge, part, plain};

pub(crate) static CONVERSATION: Node = Node {
    name: "a conversation",
    fields: &[
        plain("id", "ID", "Begins with t_"),
        plain("updated_time", "time", "When something was last said"),
        part("participants", &PERSON, "The customer and the Page"),
        part("senders", &PERSON, "Who has written"),
        edge("messages", &MESSAGES, "The newest first; 20 can be read"),
        plain("message_count", "number", "How many messages"),
        plain("unread_count", "number", "How many nobody has read"),
        plain("snippet", "text", "The newest message"),
        plain("link", "address", "Where the inbox shows it"),
        plain("can_reply", "true or false", "Whether the window is open"),
        plain(
            "is_subscribed",
            "true or false",
            "Whether the Page follows it",
        ),
    ],
};

pub(crate) static READ: Use = Use {
    about: "One conversation; its messages with fields=messages{message}",
    spec: &GetConversation::SPEC,
    params: NODE,
};

const LIST_MESSAGES: Spec = Spec {
    route: "/{conversation-id}/messages",
    ..GetConversation::SPEC
};

static MESSAGES: Edge = Edge {
    rows: &MESSAGE,
    uses: &[Use {
        about: "The messages of a conversation, the newest first",
        spec: &LIST_MESSAGES,
        params: LIST,
    }],
    is_field: true,
};
