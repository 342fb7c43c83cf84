//! `/{page-id}/subscribed_apps`: which apps get a Page's webhooks.
//!
//! Definitions alone: the guide does not make these calls, the explorer can. By Meta's reference of
//! this edge, as of v26.0.

use crate::endpoint::{Spec, TokenNeed};
use crate::http::Method;
use crate::token::TokenKind;

/// Which apps are subscribed, and to what?
pub const LIST: Spec = Spec {
    method: Method::Get,
    route: "/{page-id}/subscribed_apps",
    token: TokenNeed::Only(TokenKind::Page),
    permissions: &["pages_manage_metadata", "pages_show_list"],
    tasks: &["CREATE_CONTENT", "MANAGE", "MODERATE"],
    docs: "https://developers.facebook.com/docs/graph-api/reference/page/subscribed_apps/",
};

/// Subscribes the token's app.
pub const SUBSCRIBE: Spec = Spec {
    method: Method::Post,
    ..LIST
};

/// Takes the token's app out.
pub const UNSUBSCRIBE: Spec = Spec {
    method: Method::Delete,
    ..LIST
};
