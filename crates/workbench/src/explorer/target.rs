//! What a method and a path mean.

use graph_api::{Method, TokenKind};

use super::catalog::{self, CONVERSATION, DEBUG_TOKEN, MESSAGE, Node, PAGE, USER, Use};
use super::known::Known;
use super::placeholder;
use crate::wish::IdKind;

/// What is known of it.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Target {
    /// What it answers with: its fields can be picked.
    pub(crate) node: Option<&'static Node>,
    /// The call.
    pub(crate) call: Option<&'static Use>,
}

/// Finds out. `token` is the one that goes along: it decides what `me` is.
pub(crate) fn find(method: Method, path: &[String], token: TokenKind, known: &Known) -> Target {
    let mut segments = path.iter().map(String::as_str);
    let (Some(first), edge, None) = (segments.next(), segments.next(), segments.next()) else {
        return Target::default();
    };
    let Some(node) = node(first, edge.unwrap_or_default(), token, known) else {
        return Target::default();
    };
    let Some(edge) = edge else {
        return Target {
            node: Some(node),
            call: reading(first, node).filter(|_| method == Method::Get),
        };
    };
    let Some(edge) = node.edge(edge) else {
        return Target::default();
    };
    Target {
        node: Some(edge.rows),
        call: edge.uses.iter().find(|it| it.spec.method == method),
    }
}

/// What a first segment is. Of a number, a word that follows may tell more than the number.
pub(crate) fn node(
    first: &str,
    edge: &str,
    token: TokenKind,
    known: &Known,
) -> Option<&'static Node> {
    let by_edge = |node: &'static Node| match (node.edge(edge), USER.edge(edge), PAGE.edge(edge)) {
        (None, Some(_), _) => &USER,
        (None, _, Some(_)) => &PAGE,
        _ => node,
    };
    let is_number = first.bytes().all(|it| it.is_ascii_digit());
    Some(match known.kind(first) {
        _ if first == "debug_token" => &DEBUG_TOKEN,
        IdKind::Conversation => &CONVERSATION,
        IdKind::Message => &MESSAGE,
        IdKind::Page => &PAGE,
        IdKind::Psid => return None,
        IdKind::Other if known.user.as_deref() == Some(first) => &USER,
        IdKind::Other if first == "me" => by_edge(match token {
            TokenKind::User => &USER,
            TokenKind::Page => &PAGE,
        }),
        IdKind::Other if is_number => by_edge(&PAGE),
        IdKind::Other => match placeholder::find(first)?.1 {
            IdKind::Page => &PAGE,
            IdKind::Conversation => &CONVERSATION,
            IdKind::Message => &MESSAGE,
            IdKind::Psid => return None,
            IdKind::Other => &USER,
        },
    })
}

/// The call that reads a node.
fn reading(first: &str, node: &'static Node) -> Option<&'static Use> {
    let is = |other: &'static Node| std::ptr::eq(node, other);
    match first {
        "me" => Some(&catalog::READ_USER),
        _ if is(&USER) => Some(&catalog::READ_USER),
        _ if is(&PAGE) => Some(&catalog::READ_PAGE),
        _ if is(&CONVERSATION) => Some(&catalog::READ_CONVERSATION),
        _ if is(&MESSAGE) => Some(&catalog::READ_MESSAGE),
        _ if is(&DEBUG_TOKEN) => Some(&catalog::DEBUG),
        _ => None,
    }
}
