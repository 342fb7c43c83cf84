//! Which operation a verb and a path mean.

use graph_api::endpoints::{
    DebugToken, ExchangeCode, GetConversation, GetMe, ListConversations, ListPages,
    ListPermissions, SendMessage, subscribed_apps,
};
use graph_api::{Endpoint as _, Method, Spec};
use serde::{Deserialize, Serialize};

/// An operation that the emulator knows. `handlers/` has a file for each, or for its edge.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Operation {
    GetObject,
    DebugToken,
    ExchangeCode,
    ListPermissions,
    ListPages,
    ListConversations,
    GetConversation,
    ListMessages,
    GetMessage,
    SendMessage,
    ListSubscribedApps,
    Subscribe,
    Unsubscribe,
}

const LIST_MESSAGES: Spec = Spec {
    route: "/{conversation-id}/messages",
    ..GetConversation::SPEC
};

const GET_MESSAGE: Spec = Spec {
    route: "/{message-id}",
    docs: "https://developers.facebook.com/docs/graph-api/reference/message/",
    ..GetConversation::SPEC
};

/// Routes, token kinds, permissions and tasks come from the definitions that the page uses too.
pub(crate) const ROUTES: [(&Spec, Operation); 13] = [
    (&DebugToken::SPEC, Operation::DebugToken),
    (&ExchangeCode::SPEC, Operation::ExchangeCode),
    (&ListPermissions::SPEC, Operation::ListPermissions),
    (&ListPages::SPEC, Operation::ListPages),
    (&ListConversations::SPEC, Operation::ListConversations),
    (&GetConversation::SPEC, Operation::GetConversation),
    (&LIST_MESSAGES, Operation::ListMessages),
    (&GET_MESSAGE, Operation::GetMessage),
    (&SendMessage::SPEC, Operation::SendMessage),
    (&subscribed_apps::LIST, Operation::ListSubscribedApps),
    (&subscribed_apps::SUBSCRIBE, Operation::Subscribe),
    (&subscribed_apps::UNSUBSCRIBE, Operation::Unsubscribe),
    (&GetMe::SPEC, Operation::GetObject),
];

/// Edges that some kind of node has: asked of another kind, they are nonexisting fields.
pub(crate) const EDGES: [&str; 6] = [
    "accounts",
    "permissions",
    "conversations",
    "messages",
    "attachments",
    "subscribed_apps",
];

/// Finds the operation of a verb and a path.
pub(crate) fn find(method: Method, path: &[String]) -> Option<(&'static Spec, Operation)> {
    let mut routes = ROUTES.into_iter();
    routes.find(|(spec, _)| spec.method == method && fits(spec.route, path))
}

fn fits(route: &str, path: &[String]) -> bool {
    let pattern: Vec<_> = route.split('/').filter(|part| !part.is_empty()).collect();
    pattern.len() == path.len()
        && pattern.iter().zip(path).all(|(part, own)| match *part {
            "{conversation-id}" => own.starts_with("t_"),
            "{message-id}" => own.starts_with("m_"),
            // Graph takes `me` for an ID, and an ID for `me`.
            "me" => own == "me" || is_number(own),
            variable if variable.starts_with('{') => own == "me" || is_number(own),
            word => own == word,
        })
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;
    use graph_api::endpoints;

    #[test]
    fn every_endpoint_of_graph_api_is_served() {
        for spec in endpoints::ALL {
            assert!(ROUTES.iter().any(|(own, _)| *own == spec), "{}", spec.route);
        }
    }

    #[test]
    fn paths_find_their_operation() {
        let find = |method, path: &str| {
            let path: Vec<_> = path.split('/').map(str::to_owned).collect();
            find(method, &path).map(|(_, operation)| operation)
        };
        assert_eq!(find(Method::Get, "me"), Some(Operation::GetObject));
        assert_eq!(find(Method::Get, "42"), Some(Operation::GetObject));
        assert_eq!(find(Method::Get, "42/accounts"), Some(Operation::ListPages));
        assert_eq!(
            find(Method::Get, "me/conversations"),
            Some(Operation::ListConversations)
        );
        assert_eq!(
            find(Method::Get, "t_1/messages"),
            Some(Operation::ListMessages)
        );
        assert_eq!(
            find(Method::Post, "me/messages"),
            Some(Operation::SendMessage)
        );
        assert_eq!(
            find(Method::Delete, "me/subscribed_apps"),
            Some(Operation::Unsubscribe)
        );
        assert_eq!(find(Method::Get, "42/messages"), None);
        assert_eq!(find(Method::Delete, "me"), None);
        assert_eq!(find(Method::Get, "zuck"), None);
    }
}
