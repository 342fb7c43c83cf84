//! The Send API.

use graph_api::Endpoint as _;
use graph_api::endpoints::SendMessage;

use super::{Edge, Node, Param, Takes, Use};

pub(crate) static SEND: Edge = Edge {
    rows: &SENT,
    uses: &[Use {
        about: "Says something to a person, on the Page’s behalf",
        spec: &SendMessage::SPEC,
        params: PARAMS,
    }],
    is_field: false,
};

static SENT: Node = Node {
    name: "a message that was sent",
    fields: &[],
};

const PARAMS: &[Param] = &[
    Param {
        name: "recipient",
        about: "To whom, by PSID",
        takes: Takes::Json(r#"{"id":"PSID"}"#),
    },
    Param {
        name: "messaging_type",
        about: "Why it may be sent; RESPONSE within 24 hours",
        takes: Takes::OneOf(&["RESPONSE", "UPDATE", "MESSAGE_TAG", "UTILITY"]),
    },
    Param {
        name: "message",
        about: "A text, or an attachment",
        takes: Takes::Json(r#"{"text":"Hello, new customer!"}"#),
    },
    Param {
        name: "tag",
        about: "With MESSAGE_TAG: what Meta approved the app for",
        takes: Takes::OneOf(&["HUMAN_AGENT", "CUSTOMER_FEEDBACK"]),
    },
    Param {
        name: "sender_action",
        about: "A sign of life, instead of a message",
        takes: Takes::OneOf(&["typing_on", "typing_off", "mark_seen"]),
    },
    Param {
        name: "reply_to",
        about: "The message that this one answers",
        takes: Takes::Json(r#"{"mid":"MESSAGE-ID"}"#),
    },
    Param {
        name: "notification_type",
        about: "Whether the person’s phone makes a sound",
        takes: Takes::OneOf(&["REGULAR", "SILENT_PUSH", "NO_PUSH"]),
    },
    Param {
        name: "persona_id",
        about: "The persona to speak as",
        takes: Takes::Text,
    },
];
