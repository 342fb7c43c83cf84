//! `GET /debug_token?input_token=…`: what a token is. A token may inspect itself.

use serde::Deserialize;
use serde_json::Value;

use crate::call::{Param, ParamValue};
use crate::endpoint::{Endpoint, Permission, Spec, TokenNeed};
use crate::error::{GraphError, Misfit};
use crate::http::Method;
use crate::id::{AppId, PageId, UserId};
use crate::json;
use crate::token::TokenKind;

/// What is the token that this call goes with?
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DebugToken;

/// What Graph knows about a token.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Default)]
#[serde(default)]
pub struct TokenFacts {
    /// The app it was made for.
    pub app_id: Option<AppId>,
    /// That app's name.
    pub application: Option<String>,
    /// `USER`, `PAGE`, `APP` and others.
    #[serde(rename = "type")]
    pub kind: Option<String>,
    /// Seconds since 1970; 0 means never.
    pub expires_at: Option<i64>,
    /// Seconds since 1970; 0 means never. After it the token still lives, but sees no data.
    pub data_access_expires_at: Option<i64>,
    /// Whether it still works.
    pub is_valid: bool,
    /// The Page of a Page token.
    pub profile_id: Option<PageId>,
    /// The person behind it.
    pub user_id: Option<UserId>,
    /// The permissions it carries.
    pub scopes: Vec<String>,
    /// Which Pages were ticked, per permission.
    pub granular_scopes: Vec<GranularScope>,
    /// Why it does not work. Its subcode stands under `subcode`, unlike elsewhere.
    #[serde(skip)]
    pub error: Option<Box<GraphError>>,
}

/// The objects that a permission was granted for.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct GranularScope {
    /// The permission.
    pub scope: String,
    /// The Pages; absent means all.
    #[serde(default)]
    pub target_ids: Option<Vec<PageId>>,
}

impl TokenFacts {
    /// Whose token it is; none for kinds that cannot be used here.
    #[must_use]
    pub fn token_kind(&self) -> Option<TokenKind> {
        match self.kind.as_deref()? {
            "USER" => Some(TokenKind::User),
            "PAGE" => Some(TokenKind::Page),
            _ => None,
        }
    }

    /// The permissions of `needed` that the token lacks.
    #[must_use]
    pub fn missing(&self, needed: &[Permission]) -> Vec<Permission> {
        let lacks =
            |permission: &&Permission| !self.scopes.iter().any(|scope| scope == *permission);
        needed.iter().filter(lacks).copied().collect()
    }
}

impl Endpoint for DebugToken {
    const SPEC: Spec = Spec {
        method: Method::Get,
        route: "/debug_token",
        token: TokenNeed::Any,
        permissions: &[],
        tasks: &[],
        docs: "https://developers.facebook.com/docs/graph-api/reference/debug_token/",
    };
    type Answer = TokenFacts;

    fn params(&self) -> Vec<Param> {
        vec![Param {
            name: "input_token",
            value: ParamValue::OwnToken,
        }]
    }

    fn read(&self, body: &Value) -> Result<TokenFacts, Misfit> {
        let data = body
            .get("data")
            .ok_or_else(|| Misfit::new("data", "expected the token's facts"))?;
        let without_nulls = match data {
            Value::Object(map) => Value::Object(
                map.clone()
                    .into_iter()
                    .filter(|(_, value)| !value.is_null())
                    .collect(),
            ),
            other => other.clone(),
        };
        let mut facts: TokenFacts = json::decode(&without_nulls, "data")?;
        facts.error = data.get("error").and_then(GraphError::read);
        Ok(facts)
    }
}
