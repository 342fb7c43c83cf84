//! What the endpoints have in common.

use crate::call::{Call, Param};
use crate::error::{AnswerError, Misfit};
use crate::http::{HttpResponse, Method};
use crate::json::Value;
use crate::version::GraphVersion;
use crate::{TokenKind, body};

/// A permission, as the Graph API Explorer lists it.
pub type Permission = &'static str;

/// What a person may do on a Page, as `tasks` of `me/accounts` lists it.
pub type Task = &'static str;

/// Which token an endpoint takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TokenNeed {
    /// Whichever there is: the answer is about its owner.
    Any,
    /// This kind only.
    Only(TokenKind),
    /// None: the code of a login goes with it.
    None,
}

/// One endpoint, as the page shows it and as the emulator enforces it.
#[derive(Debug, PartialEq, Eq)]
pub struct Spec {
    /// The verb.
    pub method: Method,
    /// The path after the version, with its variable parts in braces.
    pub route: &'static str,
    /// The token it takes.
    pub token: TokenNeed,
    /// The permissions that the token needs, all of them.
    pub permissions: &'static [Permission],
    /// The task that the token's owner needs on the Page; any one of them.
    pub tasks: &'static [Task],
    /// Meta's page about it.
    pub docs: &'static str,
}

/// An endpoint with its parameters.
pub trait Endpoint {
    /// The definition that the page and the emulator share.
    const SPEC: Spec;
    /// What it gives back.
    type Answer;

    /// The values for the braces of the route, in order.
    fn path_values(&self) -> Vec<&str> {
        Vec::new()
    }

    /// The parameters, without the token.
    fn params(&self) -> Vec<Param>;

    /// Reads a body that is JSON and holds no error.
    ///
    /// # Errors
    /// When the JSON does not have the documented shape; the path says where.
    fn read(&self, body: &Value) -> Result<Self::Answer, Misfit>;

    /// The request, still without its token.
    fn call(&self, version: GraphVersion) -> Call
    where
        Self: Sized,
    {
        Call::new(&Self::SPEC, version, &self.path_values(), self.params())
    }

    /// Reads whatever came back.
    ///
    /// # Errors
    /// When it is an error of Graph's, JSON of another shape, or no JSON.
    fn answer(&self, response: &HttpResponse) -> Result<Self::Answer, AnswerError> {
        let body = body::checked(response)?;
        self.read(&body).map_err(|misfit| AnswerError::OtherJson {
            status: response.status,
            misfit,
        })
    }
}
