//! Who may do what: tokens, objects, permissions, tasks.

use graph_api::{GraphTime, GraphVersion, Method, Spec, TokenKind, TokenNeed};

use crate::World;
use crate::answer::fault::{Fault, PAGE_PERMISSIONS};
use crate::answer::list::Address;
use crate::conversation::{Conversation, Page};
use crate::request::params::Params;
use crate::token::{Owner, PREFIX, Token};

/// A request whose token and version are known.
pub(crate) struct Visit<'a> {
    pub(crate) now: GraphTime,
    pub(crate) method: Method,
    pub(crate) version: GraphVersion,
    pub(crate) token: Token,
    pub(crate) params: &'a Params,
}

impl Visit<'_> {
    /// Where a list can be asked for again, with these parameters.
    pub(crate) fn address<'a>(
        &'a self,
        path: String,
        params: &'a [(String, String)],
    ) -> Address<'a> {
        Address {
            version: self.version.to_string(),
            path,
            token: &self.token.secret,
            params,
        }
    }
}

/// What a first path segment stands for.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Object<'a> {
    User,
    Page(&'a Page),
    App,
}

impl Object<'_> {
    /// How error texts call it.
    pub(crate) fn kind(self) -> &'static str {
        match self {
            Self::User => "User",
            Self::Page(_) => "Page",
            Self::App => "Application",
        }
    }
}

impl World {
    /// The token of a request, if it is one and lives.
    pub(crate) fn recognise(&self, now: GraphTime, secret: &str) -> Result<Token, Fault> {
        let Some(token) = self.token(secret) else {
            return Err(match secret.starts_with(PREFIX) {
                true => Fault::token_not_decrypted(),
                false => Fault::cannot_parse_token(),
            });
        };
        match self.expiry(now, &token) {
            Some(expired) => Err(Fault::token_expired(expired, now)),
            None => Ok(token.into_owned()),
        }
    }

    /// The object that `me` or a number means to this token.
    pub(crate) fn object(&self, visit: &Visit<'_>, id: &str) -> Result<Object<'_>, Fault> {
        let owner = &visit.token.owner;
        if id == "me" {
            return match owner {
                Owner::User => Ok(Object::User),
                Owner::Page(page) => self.page_or_fault(visit, page).map(Object::Page),
                Owner::App => Err(Fault::no_current_user()),
            };
        }
        if id == self.user_id && *owner == Owner::User {
            return Ok(Object::User);
        }
        if id == self.app_id {
            return Ok(Object::App);
        }
        self.page_or_fault(visit, id).map(Object::Page)
    }

    /// The Page that is read at an edge which only Pages have.
    pub(crate) fn page_with_edge(
        &self,
        visit: &Visit<'_>,
        id: &str,
        edge: &str,
    ) -> Result<&Page, Fault> {
        match self.object(visit, id)? {
            Object::Page(page) => Ok(page),
            other => Err(Fault::no_such_field(edge, other.kind())),
        }
    }

    /// The Page that is written to.
    pub(crate) fn page_to_write(&self, visit: &Visit<'_>, id: &str) -> Result<&Page, Fault> {
        match self.object(visit, id)? {
            Object::Page(page) => Ok(page),
            Object::User | Object::App => Err(Fault::unsupported(visit.method, id)),
        }
    }

    fn page_or_fault(&self, visit: &Visit<'_>, id: &str) -> Result<&Page, Fault> {
        self.page(id)
            .ok_or_else(|| Fault::unsupported(visit.method, id))
    }

    /// The conversation that a path names, for a token that may read it.
    pub(crate) fn admit_to_conversation(
        &self,
        visit: &Visit<'_>,
        spec: &Spec,
        conversation: &Conversation,
        asked: &str,
    ) -> Result<(), Fault> {
        let page = self.page_or_fault(visit, &conversation.page)?;
        self.admit_to_page(visit, spec, page, asked, Fault::requires)
    }

    /// Whether the token is a fit one for this Page: kind, Page, permissions, tasks.
    pub(crate) fn admit_to_page(
        &self,
        visit: &Visit<'_>,
        spec: &Spec,
        page: &Page,
        asked: &str,
        missing: fn(&str) -> Fault,
    ) -> Result<(), Fault> {
        let token = &visit.token;
        match token.page() {
            None if spec.token == TokenNeed::Only(TokenKind::Page) => {
                return Err(Fault::page_token_required());
            }
            Some(own) if own != page.id => return Err(Fault::unsupported(visit.method, asked)),
            _ => {}
        }
        if !self.acts_for_pages(token) {
            return Err(Fault::no_page_permission());
        }
        let mut needed = spec.permissions.iter();
        if let Some(permission) = needed.find(|permission| !self.grants(token, permission)) {
            return Err(missing(permission));
        }
        let has_task = |task: &&str| page.tasks.iter().any(|own| own == task);
        if !spec.tasks.is_empty() && !spec.tasks.iter().any(has_task) {
            let first = spec.permissions.first().copied().unwrap_or_default();
            return Err(Fault::requires_role(first));
        }
        Ok(())
    }

    /// Whether the token carries any of the Page permissions.
    pub(crate) fn acts_for_pages(&self, token: &Token) -> bool {
        PAGE_PERMISSIONS
            .iter()
            .any(|permission| self.grants(token, permission))
    }
}
