//! Every text and every ID that an answer may hold, and how each is read.

use graph_api::endpoints::list_conversations::ConversationRow;
use graph_api::endpoints::list_pages::PageRow;
use graph_api::endpoints::list_permissions::PermissionRow;
use graph_api::endpoints::{
    DebugToken, GetMe, ListPermissions, debug_token::TokenFacts, get_conversation::MessageRow,
};
use graph_api::{Endpoint as _, GraphError, HttpResponse};

use crate::answers::{PAGES, conversation, conversations, message};

/// What is read; none when it was refused, or as good as not there.
type Read = fn(&HttpResponse) -> Option<String>;

/// A name, an answer with `$` where the value stands, and how it is read.
pub(crate) type Field = (&'static str, &'static str, Read);

fn facts(response: &HttpResponse) -> Option<TokenFacts> {
    DebugToken.answer(response).ok()
}

fn permission(response: &HttpResponse) -> Option<PermissionRow> {
    ListPermissions.answer(response).ok()?.rows.pop()
}

fn page(response: &HttpResponse) -> Option<PageRow> {
    PAGES.answer(response).ok()?.rows.pop()
}

fn talk(response: &HttpResponse) -> Option<ConversationRow> {
    conversations().answer(response).ok()?.rows.pop()
}

fn written(response: &HttpResponse) -> Option<MessageRow> {
    conversation().answer(response).ok()?.rows.pop()
}

fn error(response: &HttpResponse) -> Option<GraphError> {
    GetMe.answer(response).err()?.graph().cloned()
}

/// Names: of white space alone they name nothing.
pub(crate) const NAMES: [Field; 4] = [
    ("me: name", r#"{"id":"4","name":$}"#, |it| {
        GetMe.answer(it).ok()?.name
    }),
    (
        "accounts: name",
        r#"{"data":[{"id":"4","name":$}]}"#,
        |it| page(it)?.name,
    ),
    (
        "conversations: name",
        r#"{"data":[{"id":"t_1","participants":{"data":[{"id":"7","name":$}]}}]}"#,
        |it| talk(it)?.participants.pop()?.name,
    ),
    (
        "messages: name",
        r#"{"messages":{"data":[{"id":"m_1","from":{"id":"7","name":$}}]}}"#,
        |it| written(it)?.from?.name,
    ),
];

/// All other texts.
pub(crate) const TEXTS: [Field; 17] = [
    (
        "debug_token: application",
        r#"{"data":{"application":$}}"#,
        |it| facts(it)?.application,
    ),
    ("debug_token: type", r#"{"data":{"type":$}}"#, |it| {
        facts(it)?.kind
    }),
    (
        "debug_token: scopes",
        r#"{"data":{"scopes":["a",$]}}"#,
        |it| facts(it)?.scopes.pop(),
    ),
    (
        "debug_token: granular_scopes",
        r#"{"data":{"granular_scopes":[{"scope":$}]}}"#,
        |it| Some(facts(it)?.granular_scopes.pop()?.scope),
    ),
    (
        "debug_token: error",
        r#"{"data":{"error":{"message":$}}}"#,
        |it| Some(facts(it)?.error?.message),
    ),
    (
        "permissions: permission",
        r#"{"data":[{"permission":$,"status":"granted"}]}"#,
        |it| Some(permission(it)?.permission),
    ),
    (
        "permissions: status",
        r#"{"data":[{"permission":"a","status":$}]}"#,
        |it| Some(permission(it)?.status),
    ),
    (
        "accounts: category",
        r#"{"data":[{"id":"4","category":$}]}"#,
        |it| page(it)?.category,
    ),
    (
        "accounts: tasks",
        r#"{"data":[{"id":"4","tasks":["MANAGE",$]}]}"#,
        |it| page(it)?.tasks?.pop(),
    ),
    (
        "accounts: access_token",
        r#"{"data":[{"id":"4","access_token":$}]}"#,
        |it| {
            let token = page(it)?.access_token;
            Some(token.map_or(String::new(), |token| token.expose().to_owned()))
        },
    ),
    (
        "messages: message",
        r#"{"messages":{"data":[{"id":"m_1","message":$}]}}"#,
        |it| written(it)?.message,
    ),
    ("error: message", r#"{"error":{"message":$}}"#, |it| {
        Some(error(it)?.message)
    }),
    ("error: type", r#"{"error":{"type":$}}"#, |it| {
        error(it)?.kind
    }),
    (
        "error: error_user_title",
        r#"{"error":{"error_user_title":$}}"#,
        |it| error(it)?.user_title,
    ),
    (
        "error: error_user_msg",
        r#"{"error":{"error_user_msg":$}}"#,
        |it| error(it)?.user_message,
    ),
    ("error: fbtrace_id", r#"{"error":{"fbtrace_id":$}}"#, |it| {
        error(it)?.trace_id
    }),
    (
        "error: any other key",
        r#"{"error":{"error_data":$}}"#,
        |it| Some(error(it)?.rest.get("error_data")?.as_str()?.to_owned()),
    ),
];

/// IDs: exact, or refused.
pub(crate) const IDS: [Field; 14] = [
    ("me: id", r#"{"id":$}"#, |it| {
        Some(GetMe.answer(it).ok()?.id.to_string())
    }),
    ("debug_token: app_id", r#"{"data":{"app_id":$}}"#, |it| {
        Some(facts(it)?.app_id?.to_string())
    }),
    ("debug_token: user_id", r#"{"data":{"user_id":$}}"#, |it| {
        Some(facts(it)?.user_id?.to_string())
    }),
    (
        "debug_token: profile_id",
        r#"{"data":{"profile_id":$}}"#,
        |it| Some(facts(it)?.profile_id?.to_string()),
    ),
    (
        "debug_token: target_ids",
        r#"{"data":{"granular_scopes":[{"scope":"a","target_ids":[$]}]}}"#,
        |it| {
            Some(
                facts(it)?
                    .granular_scopes
                    .pop()?
                    .target_ids?
                    .pop()?
                    .to_string(),
            )
        },
    ),
    ("accounts: id", r#"{"data":[{"id":$}]}"#, |it| {
        Some(page(it)?.id.to_string())
    }),
    ("conversations: id", r#"{"data":[{"id":$}]}"#, |it| {
        Some(talk(it)?.id.to_string())
    }),
    (
        "conversations: participant",
        r#"{"data":[{"id":"t_1","participants":{"data":[{"id":$}]}}]}"#,
        |it| Some(talk(it)?.participants.pop()?.id.to_string()),
    ),
    (
        "messages: id",
        r#"{"messages":{"data":[{"id":$}]}}"#,
        |it| Some(written(it)?.id.to_string()),
    ),
    (
        "messages: from",
        r#"{"messages":{"data":[{"id":"m_1","from":{"id":$}}]}}"#,
        |it| Some(written(it)?.from?.id.to_string()),
    ),
    ("sent: message_id", r#"{"message_id":$}"#, |it| {
        Some(message().answer(it).ok()?.message_id?.to_string())
    }),
    (
        "sent: recipient_id",
        r#"{"recipient_id":$,"message_id":"m_1"}"#,
        |it| Some(message().answer(it).ok()?.recipient_id?.to_string()),
    ),
    (
        "accounts: cursor",
        r#"{"data":[],"paging":{"cursors":{"after":$},"next":"https:"}}"#,
        |it| Some(PAGES.answer(it).ok()?.after?.to_string()),
    ),
    (
        "conversations: cursor",
        r#"{"data":[],"paging":{"cursors":{"after":$},"next":"https:"}}"#,
        |it| Some(conversations().answer(it).ok()?.after?.to_string()),
    ),
];
