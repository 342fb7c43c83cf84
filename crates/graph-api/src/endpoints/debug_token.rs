//! `GET /debug_token?input_token=…`: what a token is. A token may inspect itself.

use crate::call::{Param, ParamValue};
use crate::endpoint::{Endpoint, Permission, Spec, TokenNeed};
use crate::error::{GraphError, Misfit};
use crate::fields::{Fields, flag, indexed, number, text};
use crate::http::Method;
use crate::id::{AppId, PageId, UserId};
use crate::json::Value;
use crate::token::TokenKind;

/// The kind of a system user's token, which is used as a person's.
const SYSTEM_USER: &str = "SYSTEM_USER";

/// What is the token that this call goes with?
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DebugToken;

/// What Graph knows about a token.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TokenFacts {
    /// The app it was made for.
    pub app_id: Option<AppId>,
    /// That app's name.
    pub application: Option<String>,
    /// `USER`, `SYSTEM_USER`, `PAGE`, `APP` and others.
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
    pub error: Option<Box<GraphError>>,
}

/// The objects that a permission was granted for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GranularScope {
    /// The permission.
    pub scope: String,
    /// The Pages; absent means all.
    pub target_ids: Option<Vec<PageId>>,
}

impl GranularScope {
    fn all(fields: Fields<'_>, key: &str) -> Result<Vec<Self>, Misfit> {
        let mut scopes = Vec::new();
        let items = fields.items(key)?.unwrap_or_default();
        for (index, item) in items.iter().enumerate() {
            let path = indexed(&fields.path_of(key), index);
            let fields = Fields::of(item, &path)?;
            scopes.push(Self {
                scope: fields.required("scope", text)?,
                target_ids: fields.list("target_ids", PageId::from_json)?,
            });
        }
        Ok(scopes)
    }
}

impl TokenFacts {
    /// Whose token it is; none for kinds that cannot be used here.
    #[must_use]
    pub fn token_kind(&self) -> Option<TokenKind> {
        match self.kind.as_deref()? {
            "USER" | SYSTEM_USER => Some(TokenKind::User),
            "PAGE" => Some(TokenKind::Page),
            _ => None,
        }
    }

    /// Whether it acts for a system user of a business.
    #[must_use]
    pub fn is_system_user(&self) -> bool {
        self.kind.as_deref() == Some(SYSTEM_USER)
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
            name: "input_token".into(),
            value: ParamValue::OwnToken,
        }]
    }

    fn read(&self, body: &Value) -> Result<TokenFacts, Misfit> {
        let data = body
            .get("data")
            .ok_or_else(|| Misfit::new("data", "expected the token's facts"))?;
        let fields = Fields::of(data, "data")?;
        Ok(TokenFacts {
            app_id: fields.optional("app_id", AppId::from_json)?,
            application: fields.optional("application", text)?,
            kind: fields.optional("type", text)?,
            expires_at: fields.optional("expires_at", number)?,
            data_access_expires_at: fields.optional("data_access_expires_at", number)?,
            is_valid: fields.optional("is_valid", flag)?.unwrap_or_default(),
            profile_id: fields.optional("profile_id", PageId::from_json)?,
            user_id: fields.optional("user_id", UserId::from_json)?,
            scopes: fields.list("scopes", text)?.unwrap_or_default(),
            granular_scopes: GranularScope::all(fields, "granular_scopes")?,
            error: fields.get("error").and_then(GraphError::read),
        })
    }
}
