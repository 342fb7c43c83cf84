//! The endpoints, in the order a reader meets them.

pub mod debug_token;
pub mod exchange_code;
pub mod get_conversation;
pub mod get_me;
pub mod list_conversations;
pub mod list_pages;
pub mod list_permissions;
pub mod send_message;
pub mod subscribed_apps;

pub use debug_token::DebugToken;
pub use exchange_code::ExchangeCode;
pub use get_conversation::GetConversation;
pub use get_me::GetMe;
pub use list_conversations::ListConversations;
pub use list_pages::ListPages;
pub use list_permissions::ListPermissions;
pub use send_message::SendMessage;

use crate::endpoint::{Endpoint, Spec};

/// All of them, for whoever matches a route.
pub const ALL: [&Spec; 8] = [
    &ExchangeCode::SPEC,
    &GetMe::SPEC,
    &DebugToken::SPEC,
    &ListPermissions::SPEC,
    &ListPages::SPEC,
    &ListConversations::SPEC,
    &GetConversation::SPEC,
    &SendMessage::SPEC,
];
