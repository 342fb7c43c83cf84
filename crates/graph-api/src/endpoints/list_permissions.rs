//! `GET /me/permissions`: what a User token was granted and refused.

use crate::call::Param;
use crate::endpoint::{Endpoint, Spec, TokenNeed};
use crate::error::Misfit;
use crate::fields::{Fields, text};
use crate::http::Method;
use crate::json::Value;
use crate::listing::Listing;
use crate::token::TokenKind;

/// Which permissions does the token carry?
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListPermissions;

/// One permission and what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PermissionRow {
    /// Its name, such as `pages_messaging`.
    pub permission: String,
    /// `granted`, `declined` or `expired`.
    pub status: String,
}

impl PermissionRow {
    fn read(row: Fields<'_>) -> Result<Self, Misfit> {
        Ok(Self {
            permission: row.required("permission", text)?,
            status: row.required("status", text)?,
        })
    }

    /// Whether the token carries it.
    #[must_use]
    pub fn is_granted(&self) -> bool {
        self.status == "granted"
    }
}

impl Endpoint for ListPermissions {
    const SPEC: Spec = Spec {
        method: Method::Get,
        route: "/me/permissions",
        token: TokenNeed::Only(TokenKind::User),
        permissions: &[],
        tasks: &[],
        docs: "https://developers.facebook.com/docs/graph-api/reference/user/permissions/",
    };
    type Answer = Listing<PermissionRow>;

    fn params(&self) -> Vec<Param> {
        Vec::new()
    }

    fn read(&self, body: &Value) -> Result<Self::Answer, Misfit> {
        Listing::read(body, "", PermissionRow::read)
    }
}
