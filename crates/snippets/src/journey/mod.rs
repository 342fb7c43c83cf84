//! The whole way as one script: it finds the IDs by itself, and sends the reply.
//!
//! What is asked for is read off the endpoints of `graph-api`, as the page does. Each language has
//! a file with its program, in which the values stand in `«holes»`.

pub(crate) mod bash;
pub(crate) mod http_file;
pub(crate) mod javascript;
pub(crate) mod php;
pub(crate) mod powershell;
pub(crate) mod python;
pub(crate) mod rust;

use graph_api::endpoints::{GetConversation, GetMe, ListConversations, ListPages};
use graph_api::{
    Call, ConversationId, Endpoint, GraphVersion, HOST, IdProblem, PageId, Param, ParamValue,
    TokenKind,
};

use crate::code::{Code, Ink};
use crate::dialect::Dialect;
use crate::expression::Expressions;
use crate::parts::{Pair, Secret, TokenFrom, Value};
use crate::refused::Refused;

/// What a script is to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Journey<'a> {
    /// The version of Graph.
    pub version: GraphVersion,
    /// The token that it begins with: a User token, with which it finds the Page and its token, or
    /// a Page token. The variable is `USER_ACCESS_TOKEN` or `PAGE_ACCESS_TOKEN`.
    pub start: TokenKind,
    /// The Page, when there may be several; else the first one on which messages may be sent.
    pub page: Option<&'a PageId>,
    /// The reply: everything but its Page and its recipient, which the script finds.
    pub reply: &'a Call,
}

/// A journey as values to write.
pub(crate) struct Plan {
    pub(crate) base: String,
    pub(crate) token: Secret,
    pub(crate) start: TokenKind,
    pub(crate) page: Option<String>,
    pub(crate) pages: Vec<Pair>,
    pub(crate) me: Vec<Pair>,
    pub(crate) conversations: Vec<Pair>,
    pub(crate) messages: Vec<Pair>,
    pub(crate) reply: Vec<Pair>,
}

impl Plan {
    pub(crate) fn of(journey: &Journey<'_>, from: TokenFrom) -> Result<Self, Refused> {
        let variable = match journey.start {
            TokenKind::User => "USER_ACCESS_TOKEN",
            TokenKind::Page => "PAGE_ACCESS_TOKEN",
        };
        // Of the most that Graph gives at once, since the Page may stand anywhere.
        let mut pages = pairs(&ListPages::default().params());
        pages.push(("limit".to_owned(), Value::Plain("100".to_owned())));
        let [conversations, messages] = reads().map_err(|_| Refused::NoScript)?;
        let reply = journey.reply.params.iter();
        let reply: Vec<_> = reply
            .filter(|param| param.name != "recipient")
            .cloned()
            .collect();
        Ok(Self {
            base: format!("{HOST}/{}", journey.version),
            token: Secret::new(variable, from),
            start: journey.start,
            page: journey.page.map(ToString::to_string),
            pages,
            me: pairs(&GetMe.params()),
            conversations: pairs(&conversations),
            messages: pairs(&messages),
            reply: pairs(&reply),
        })
    }

    /// Why there is no Page.
    fn no_page(&self) -> String {
        match &self.page {
            Some(id) => format!("This token has no token of the Page {id}."),
            None => "This token has no Page on which messages may be sent.".to_owned(),
        }
    }

    /// The program: its head, what it does with the token that it begins with, a User's or a Page's,
    /// and the rest.
    fn write(
        &self,
        dialect: &Dialect,
        head: &[&'static str],
        [from_user, from_page]: [&'static str; 2],
        rest: &'static str,
        holes: &[(&str, &Code)],
    ) -> Code {
        let start = match self.start {
            TokenKind::User => from_user,
            TokenKind::Page => from_page,
        };
        let mut code = Code::default();
        for part in head.iter().chain([&start, &rest]) {
            code.append(&dialect.fill(part, holes));
        }
        code
    }

    /// The values that programs with expressions have in common.
    fn values(&self, values: &Expressions, signs: [&str; 3], indent: usize) -> Values {
        let list = |pairs: &[Pair]| values.pairs(pairs, indent, signs);
        Values {
            base: values.literal(&self.base),
            no_page: values.literal(&self.no_page()),
            pages: list(&self.pages),
            me: list(&self.me),
            conversations: list(&self.conversations),
            messages: list(&self.messages),
            reply: list(&self.reply),
        }
    }
}

struct Values {
    base: Code,
    no_page: Code,
    pages: Code,
    me: Code,
    conversations: Code,
    messages: Code,
    reply: Code,
}

impl Values {
    /// The holes, with further ones.
    fn holes<'a>(&'a self, further: &[(&'a str, &'a Code)]) -> Vec<(&'a str, &'a Code)> {
        let mut holes = vec![
            ("base", &self.base),
            ("no page", &self.no_page),
            ("pages", &self.pages),
            ("me", &self.me),
            ("conversations", &self.conversations),
            ("messages", &self.messages),
            ("reply", &self.reply),
        ];
        holes.extend(further);
        holes
    }
}

/// The parameters of the two reads; no ID is part of them.
fn reads() -> Result<[Vec<Param>; 2], IdProblem> {
    let conversations = ListConversations {
        page: PageId::parse("1")?,
        with: None,
        after: None,
    };
    let conversation = ConversationId::parse("t_1")?;
    let messages = GetConversation { conversation };
    Ok([conversations.params(), messages.params()])
}

fn pairs(params: &[Param]) -> Vec<Pair> {
    let pairs = params.iter().filter_map(|param| match &param.value {
        ParamValue::Text(text) => Some((param.name.to_string(), Value::Plain(text.clone()))),
        ParamValue::OwnToken | ParamValue::Verifier => None,
    });
    pairs.collect()
}

fn plain(text: &str) -> Code {
    Code::from_iter([(Ink::Plain, text.to_owned())])
}
