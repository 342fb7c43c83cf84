//! `GET /me/accounts`: the Pages that a person's token may act for, each with its own token.

use std::fmt;

use crate::call::Param;
use crate::endpoint::{Endpoint, Spec, TokenNeed};
use crate::error::Misfit;
use crate::fields::{Fields, text};
use crate::http::Method;
use crate::id::{Cursor, PageId};
use crate::json::Value;
use crate::listing::Listing;
use crate::token::{PageAccessToken, TokenKind};

/// Which Pages are there?
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ListPages {
    /// Where to go on.
    pub after: Option<Cursor>,
}

/// A Page, as a person with a role on it sees it.
#[derive(Clone, PartialEq, Eq)]
pub struct PageRow {
    /// Its ID.
    pub id: PageId,
    /// Its name.
    pub name: Option<String>,
    /// Its category, in the request's language.
    pub category: Option<String>,
    /// What the person may do; none when Graph did not say.
    pub tasks: Option<Vec<String>>,
    /// The Page's token; absent when the person's token may not act for the Page.
    pub access_token: Option<PageAccessToken>,
}

impl PageRow {
    fn read(row: Fields<'_>) -> Result<Self, Misfit> {
        let token = row.optional("access_token", text)?;
        Ok(Self {
            id: row.required("id", PageId::from_json)?,
            name: row.name()?,
            category: row.optional("category", text)?,
            tasks: row.list("tasks", text)?,
            access_token: token
                .filter(|token| !token.is_empty())
                .map(PageAccessToken::new),
        })
    }

    /// The name, or the ID of a nameless Page.
    #[must_use]
    pub fn title(&self) -> &str {
        self.name.as_deref().unwrap_or(self.id.as_str())
    }

    /// Whether the tasks allow to read conversations and to send. Unknown tasks do not forbid it.
    #[must_use]
    pub fn allows(&self, tasks: &[&str]) -> bool {
        self.tasks
            .as_ref()
            .is_none_or(|own| tasks.iter().any(|task| own.iter().any(|own| own == task)))
    }
}

impl fmt::Debug for PageRow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PageRow")
            .field("id", &self.id)
            .field("tasks", &self.tasks)
            .finish_non_exhaustive()
    }
}

impl Endpoint for ListPages {
    const SPEC: Spec = Spec {
        method: Method::Get,
        route: "/me/accounts",
        token: TokenNeed::Only(TokenKind::User),
        permissions: &["pages_show_list"],
        tasks: &[],
        docs: "https://developers.facebook.com/docs/graph-api/reference/user/accounts/",
    };
    type Answer = Listing<PageRow>;

    fn params(&self) -> Vec<Param> {
        let fields = Param::text("fields", "id,name,category,tasks,access_token");
        let mut params = vec![fields];
        if let Some(after) = &self.after {
            params.push(Param::text("after", after.as_str()));
        }
        params
    }

    fn read(&self, body: &Value) -> Result<Self::Answer, Misfit> {
        Listing::read(body, "", PageRow::read)
    }
}
