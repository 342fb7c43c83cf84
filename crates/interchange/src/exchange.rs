//! A call that was made, and what came of it.

use graph_api::{HttpRequest, TokenKind};

/// A request as it was sent, and what came back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exchange {
    /// What a reader calls it, such as "List my Pages".
    pub name: String,
    /// As it was sent. Its secrets need not be there; those that are go into no export.
    pub request: HttpRequest,
    /// Whose token went with it.
    pub token: Option<TokenKind>,
    /// When it was sent, in milliseconds since 1970-01-01 UTC.
    pub started: i64,
    /// What came back; none when nothing did.
    pub outcome: Option<Reply>,
}

/// What came back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    /// The status code.
    pub status: u16,
    /// How long it took.
    pub millis: u32,
    /// The body, redacted.
    pub body: String,
}
