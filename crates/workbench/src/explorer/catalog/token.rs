//! What a token is.

use graph_api::Endpoint as _;
use graph_api::endpoints::DebugToken;

use super::{Node, Use};

pub(crate) static DEBUG_TOKEN: Node = Node {
    name: "a token’s facts",
    fields: &[],
};

/// `input_token` is no parameter to write: the page puts the token in that the call goes with.
pub(crate) static DEBUG: Use = Use {
    about: "What the token is: its app, its permissions, how long it lives",
    spec: &DebugToken::SPEC,
    params: &[],
};
