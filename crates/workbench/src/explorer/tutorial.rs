//! The Explorer path of Meta's tutorial, "Try It – Send a Message with Messenger Platform": what is
//! to be done, by which answer one sees that it was, and what the tutorial leaves out.

use graph_api::json::Value;
use graph_api::{Method, TokenKind};

use super::known::Known;
use crate::wish::{IdKind, Request};

/// A part of the path, in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Task {
    Default,
    PageId,
    Ids,
    Messages,
    Me,
    Reply,
}

/// A call that a task asks for.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Filled {
    pub(crate) method: Method,
    pub(crate) token: TokenKind,
    pub(crate) line: String,
    pub(crate) rows: Vec<(&'static str, String)>,
}

impl Task {
    pub(crate) const ALL: [Self; 6] = [
        Self::Default,
        Self::PageId,
        Self::Ids,
        Self::Messages,
        Self::Me,
        Self::Reply,
    ];

    pub(crate) const fn title(self) -> &'static str {
        match self {
            Self::Default => "Run the default query",
            Self::PageId => "Get the Page ID",
            Self::Ids => "Get the conversation ID and the PSID",
            Self::Messages => "List the messages",
            Self::Me => "See that “me” is the Page now",
            Self::Reply => "Reply",
        }
    }

    /// Whether the tutorial leaves it to the reader.
    pub(crate) const fn is_optional(self) -> bool {
        matches!(self, Self::Default | Self::Me)
    }

    /// What to do.
    pub(crate) const fn doing(self) -> &'static [&'static str] {
        match self {
            Self::Default => &[
                "The query is me?fields=id,name to begin with. Press Submit: the answer has your name and your User ID.",
            ],
            Self::PageId => &[
                "Make the query me/accounts. Or click your ID in the answer, which moves it to the query, and add /accounts.",
                "Submit with the User token. Each Page in the answer has its ID.",
            ],
            Self::Ids => &[
                "Click the Page ID in the answer: it moves to the query. Add /conversations?fields=participants.",
                "Submit with the Page token. The ID that begins with t_ is the conversation’s; of the participants, the one who is not the Page is the customer, and that ID is the PSID.",
            ],
            Self::Messages => &[
                "Click the Page ID, and add /conversations?fields=messages{message}. Or click the conversation ID, and add ?fields=messages{message}.",
                "Submit with the Page token.",
            ],
            Self::Me => &[
                "Make the query me, and submit with the Page token: the answer is the Page. Click its ID to put it in the place of me, or keep me.",
            ],
            Self::Reply => &[
                "Change GET to POST, and make the query me/messages or PAGE-ID/messages.",
                "Add three fields: recipient {id:PSID}, messaging_type RESPONSE, message {text:'Hello, new customer!'}. Click the PSID in an answer to put it in.",
                "Submit with the Page token, within 24 hours of the customer’s message.",
            ],
        }
    }

    /// What the tutorial has wrong, or does not say.
    pub(crate) const fn notes(self) -> &'static [&'static str] {
        match self {
            Self::Default => &[],
            Self::PageId => &[
                "An empty list is no error: no Page was ticked when the token was made, or a business portfolio owns it. Such a Page is listed with business_management only.",
            ],
            Self::Ids => &[
                "The tutorial asks for pages_messaging. Graph wants pages_manage_metadata and pages_read_engagement, too.",
                "An empty list: nobody has written to the Page, or nobody whom your app may see yet.",
            ],
            Self::Messages => &[
                "In one place the tutorial prints messages{messages}: a slip for messages{message}.",
                "Only the 20 newest messages can be read.",
            ],
            Self::Me => &[
                "The tutorial has you change to POST first. A POST to me asks Graph to change the Page: ask with GET.",
            ],
            Self::Reply => &[
                "The tutorial leaves /messages out of the query. It has to be there.",
                "The tutorial’s values are no strict JSON. Graph has been reading them; each row has a button that makes them strict.",
            ],
        }
    }

    /// The call, with the IDs that are known, and words in the place of the others.
    pub(crate) fn filled(self, known: &Known) -> Filled {
        let page = known.first(IdKind::Page).unwrap_or("PAGE-ID");
        let (token, line) = match self {
            Self::Default => (TokenKind::User, "me?fields=id,name".to_owned()),
            Self::PageId => (TokenKind::User, "me/accounts".to_owned()),
            Self::Ids => {
                let line = format!("{page}/conversations?fields=participants");
                (TokenKind::Page, line)
            }
            Self::Messages => {
                let line = format!("{page}/conversations?fields=messages{{message}}");
                (TokenKind::Page, line)
            }
            Self::Me => (TokenKind::Page, "me".to_owned()),
            Self::Reply => (TokenKind::Page, format!("{page}/messages")),
        };
        let psid = known.first(IdKind::Psid).unwrap_or("PSID");
        let rows = match self {
            Self::Reply => vec![
                ("recipient", format!(r#"{{"id":"{psid}"}}"#)),
                ("messaging_type", "RESPONSE".to_owned()),
                ("message", r#"{"text":"Hello, new customer!"}"#.to_owned()),
            ],
            _ => Vec::new(),
        };
        Filled {
            method: match self {
                Self::Reply => Method::Post,
                _ => Method::Get,
            },
            token,
            line,
            rows,
        }
    }

    /// Whether this answer to this request shows that it was done.
    pub(crate) fn is_done_by(self, request: &Request, answer: &Value) -> bool {
        let path: Vec<_> = request
            .path
            .split('/')
            .filter(|it| !it.is_empty())
            .collect();
        let text = |value: &Value, key: &str| value.get(key)?.as_str().map(str::to_owned);
        let has_id = |value: &Value| text(value, "id").is_some();
        let rows = answer
            .get("data")
            .and_then(Value::as_list)
            .unwrap_or_default();
        let is_get = request.method == Method::Get;
        match (self, path.as_slice()) {
            (Self::Default, ["me"]) => {
                is_get && request.token == Some(TokenKind::User) && has_id(answer)
            }
            (Self::Me, ["me"]) => {
                is_get && request.token == Some(TokenKind::Page) && has_id(answer)
            }
            (Self::PageId, [_, "accounts"]) => is_get && rows.iter().any(has_id),
            (Self::Ids, [_, "conversations"]) => {
                is_get
                    && rows
                        .iter()
                        .any(|row| has_id(row) && list(row, "participants").iter().any(has_id))
            }
            (Self::Messages, [_, "conversations"]) => is_get && rows.iter().any(has_words),
            (Self::Messages, [_, "messages"]) => {
                is_get && rows.iter().any(|row| row.get("message").is_some())
            }
            (Self::Messages, [_]) => is_get && has_words(answer),
            (Self::Reply, [_, "messages"]) => {
                request.method == Method::Post && text(answer, "message_id").is_some()
            }
            _ => false,
        }
    }
}

/// Whether a conversation has messages with what they say.
fn has_words(conversation: &Value) -> bool {
    let mut messages = list(conversation, "messages").iter();
    messages.any(|it| it.get("message").is_some())
}

/// A list in an answer, by its key.
fn list<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    let list = value.get(key).and_then(|it| it.get("data"));
    list.and_then(Value::as_list).unwrap_or_default()
}
