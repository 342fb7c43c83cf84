//! A Page.

use graph_api::endpoints::{GetMe, ListConversations, ListPages, subscribed_apps};
use graph_api::{Endpoint as _, Spec};

use super::params::{AFTER, BEFORE, FIELDS, LIMIT, NODE};
use super::{CONVERSATION, Edge, Node, Param, SEND, Takes, Use, edge, part, plain};

pub(crate) static PAGE: Node = Node {
    name: "a Page",
    fields: &[
        plain("id", "ID", "What every later call names it by"),
        plain("name", "text", "Its name"),
        plain("category", "text", "In the language of the request"),
        part("category_list", &CATEGORY, "All its categories"),
        plain("tasks", "list", "What you may do on it"),
        plain("access_token", "token", "Its token; masked here"),
        plain("link", "address", "Where people see it"),
        part("owner_business", &BUSINESS, "The portfolio that owns it"),
        edge("conversations", &CONVERSATIONS, "Who has written to it"),
        edge("messages", &SEND, "The Send API"),
        edge("subscribed_apps", &SUBSCRIBED_APPS, "Who gets its webhooks"),
    ],
};

/// The permissions are those of reading any Page with a person's token.
const GET_PAGE: Spec = Spec {
    route: "/{page-id}",
    permissions: ListPages::SPEC.permissions,
    docs: "https://developers.facebook.com/docs/graph-api/reference/page/",
    ..GetMe::SPEC
};

pub(crate) static READ: Use = Use {
    about: "One Page",
    spec: &GET_PAGE,
    params: NODE,
};

static CATEGORY: Node = Node {
    name: "a category",
    fields: &[
        plain("id", "ID", "Its ID"),
        plain("name", "text", "Its name"),
    ],
};

static BUSINESS: Node = Node {
    name: "a business portfolio",
    fields: &[
        plain("id", "ID", "Its ID"),
        plain("name", "text", "Its name"),
    ],
};

static CONVERSATIONS: Edge = Edge {
    rows: &CONVERSATION,
    uses: &[Use {
        about: "The conversations of a Page, the newest first",
        spec: &ListConversations::SPEC,
        params: &[
            FIELDS,
            Param {
                name: "platform",
                about: "Where they were held",
                takes: Takes::OneOf(&["messenger", "instagram"]),
            },
            Param {
                name: "user_id",
                about: "Only the one with this person",
                takes: Takes::Psid,
            },
            Param {
                name: "folder",
                about: "Only those of a folder of the inbox",
                takes: Takes::Text,
            },
            LIMIT,
            AFTER,
            BEFORE,
        ],
    }],
    is_field: true,
};

static SUBSCRIBED_APPS: Edge = Edge {
    rows: &APP,
    uses: &[
        Use {
            about: "The apps that get the Page’s webhooks",
            spec: &subscribed_apps::LIST,
            params: &[],
        },
        Use {
            about: "Your app gets the Page’s webhooks from now on",
            spec: &subscribed_apps::SUBSCRIBE,
            params: &[Param {
                name: "subscribed_fields",
                about: "Of what, with commas between",
                takes: Takes::OneOf(&["messages", "messages,messaging_postbacks"]),
            }],
        },
        Use {
            about: "Your app no longer gets the Page’s webhooks",
            spec: &subscribed_apps::UNSUBSCRIBE,
            params: &[],
        },
    ],
    is_field: false,
};

static APP: Node = Node {
    name: "an app",
    fields: &[],
};
