//! `GET /me?fields=id,name`: who the token belongs to. With a Page token, `me` is the Page.

use crate::call::Param;
use crate::endpoint::{Endpoint, Spec, TokenNeed};
use crate::error::Misfit;
use crate::fields::Fields;
use crate::http::Method;
use crate::id::ObjectId;
use crate::json::Value;

/// Who am I?
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GetMe;

/// A person or a Page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Me {
    /// A `UserId` or a `PageId`, by the token.
    pub id: ObjectId,
    /// The name, if the token may see it.
    pub name: Option<String>,
}

impl Endpoint for GetMe {
    const SPEC: Spec = Spec {
        method: Method::Get,
        route: "/me",
        token: TokenNeed::Any,
        permissions: &[],
        tasks: &[],
        docs: "https://developers.facebook.com/docs/graph-api/overview#me",
    };
    type Answer = Me;

    fn params(&self) -> Vec<Param> {
        vec![Param::text("fields", "id,name")]
    }

    fn read(&self, body: &Value) -> Result<Me, Misfit> {
        let fields = Fields::of(body, "")?;
        Ok(Me {
            id: fields.required("id", ObjectId::from_json)?,
            name: fields.name()?,
        })
    }
}
