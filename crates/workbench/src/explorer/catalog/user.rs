//! A person, as `me` with a User token is.

use graph_api::Endpoint as _;
use graph_api::endpoints::{GetMe, ListPages, ListPermissions};

use super::params::{AFTER, BEFORE, FIELDS, LIMIT, NODE};
use super::{Edge, Node, PAGE, Param, Takes, Use, edge, plain};

pub(crate) static USER: Node = Node {
    name: "a person",
    fields: &[
        plain("id", "ID", "As this app sees the person; no PSID"),
        plain("name", "text", "Full name"),
        plain("first_name", "text", "First name"),
        plain("last_name", "text", "Last name"),
        edge("accounts", &ACCOUNTS, "The Pages this person acts for"),
        edge(
            "permissions",
            &PERMISSIONS,
            "What was granted, what refused",
        ),
    ],
};

pub(crate) static READ: Use = Use {
    about: "Whose token this is",
    spec: &GetMe::SPEC,
    params: NODE,
};

static ACCOUNTS: Edge = Edge {
    rows: &PAGE,
    uses: &[Use {
        about: "The Pages that a person acts for, each with a token of its own",
        spec: &ListPages::SPEC,
        params: &[
            FIELDS,
            LIMIT,
            AFTER,
            BEFORE,
            Param {
                name: "summary",
                about: "Adds how many there are",
                takes: Takes::OneOf(&["1"]),
            },
        ],
    }],
    is_field: true,
};

static PERMISSIONS: Edge = Edge {
    rows: &PERMISSION,
    uses: &[Use {
        about: "What the token was granted, and what was refused",
        spec: &ListPermissions::SPEC,
        params: &[],
    }],
    is_field: true,
};

static PERMISSION: Node = Node {
    name: "a permission",
    fields: &[],
};
