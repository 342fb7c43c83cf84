//! `GET /me/accounts`: the Pages that a person's token may act for, each with its own token.

use std::fmt;

use serde::{Deserialize, Deserializer};
use serde_json::Value;

use crate::call::Param;
use crate::endpoint::{Endpoint, Spec, TokenNeed};
use crate::error::Misfit;
use crate::http::Method;
use crate::id::{Cursor, PageId};
use crate::listing::Listing;
use crate::token::{PageAccessToken, TokenKind};

/// Which Pages are there?
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ListPages {
    /// Where to go on.
    pub after: Option<Cursor>,
}

/// A Page, as a person with a role on it sees it.
#[derive(Clone, PartialEq, Eq, Deserialize)]
pub struct PageRow {
    /// Its ID.
    pub id: PageId,
    /// Its name.
    #[serde(default)]
    pub name: Option<String>,
    /// Its category, in the request's language.
    #[serde(default)]
    pub category: Option<String>,
    /// What the person may do; none when Graph did not say.
    #[serde(default)]
    pub tasks: Option<Vec<String>>,
    /// The Page's token; absent when the person's token may not act for the Page.
    #[serde(default, deserialize_with = "page_token")]
    pub access_token: Option<PageAccessToken>,
}

fn page_token<'de, D: Deserializer<'de>>(from: D) -> Result<Option<PageAccessToken>, D::Error> {
    let text = Option::<String>::deserialize(from)?;
    Ok(text
        .filter(|text| !text.is_empty())
        .map(PageAccessToken::new))
}

impl PageRow {
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
        let after = self
            .after
            .iter()
            .map(|after| Param::text("after", after.as_str()));
        [fields].into_iter().chain(after).collect()
    }

    fn read(&self, body: &Value) -> Result<Self::Answer, Misfit> {
        Listing::read(body, "")
    }
}
