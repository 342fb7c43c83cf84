//! A request on its way, without its token: safe to keep, to show and to log.

use std::borrow::Cow;

use crate::endpoint::{Spec, TokenNeed};
use crate::form;
use crate::http::Method;
use crate::version::GraphVersion;

/// One call of an endpoint.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Call {
    /// The endpoint.
    pub spec: &'static Spec,
    /// The version in the path.
    pub version: GraphVersion,
    /// The path after the version, percent-encoded, with a leading slash.
    pub path: String,
    /// The parameters, in the order sent.
    pub params: Vec<Param>,
}

/// A parameter of a call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Param {
    /// Its name.
    pub name: Cow<'static, str>,
    /// Its value.
    pub value: ParamValue,
}

/// What a parameter holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ParamValue {
    /// A text, not encoded.
    Text(String),
    /// The token, or the login's code, that the call goes with; the carrier fills it in.
    OwnToken,
    /// The verifier of the login that the code is of; the carrier fills it in.
    Verifier,
}

impl Param {
    /// A parameter with a text.
    #[must_use]
    pub fn text(name: impl Into<Cow<'static, str>>, value: impl Into<String>) -> Self {
        let value = ParamValue::Text(value.into());
        let name = name.into();
        Self { name, value }
    }

    /// A parameter with the token that the call goes with.
    #[must_use]
    pub const fn own_token(name: &'static str) -> Self {
        Self {
            name: Cow::Borrowed(name),
            value: ParamValue::OwnToken,
        }
    }
}

impl Call {
    pub(crate) fn new(
        spec: &'static Spec,
        version: GraphVersion,
        path_values: &[&str],
        params: Vec<Param>,
    ) -> Self {
        let path = fill(spec.route, path_values);
        Self {
            spec,
            version,
            path,
            params,
        }
    }

    /// A call that somebody wrote by hand, with any token: of no endpoint in particular.
    #[must_use]
    pub fn free(method: Method, version: GraphVersion, path: String, params: Vec<Param>) -> Self {
        let spec = match method {
            Method::Get => &const { by_hand(Method::Get) },
            Method::Post => &const { by_hand(Method::Post) },
            Method::Delete => &const { by_hand(Method::Delete) },
        };
        Self {
            spec,
            version,
            path,
            params,
        }
    }

    /// Path and parameters as a person reads them, without encoding and without a token.
    #[must_use]
    pub fn readable_query(&self) -> String {
        let pairs = self.params.iter().map(|param| match &param.value {
            ParamValue::Text(text) => format!("{}={text}", param.name),
            ParamValue::OwnToken | ParamValue::Verifier => format!("{}=…", param.name),
        });
        pairs.collect::<Vec<_>>().join("&")
    }
}

const fn by_hand(method: Method) -> Spec {
    Spec {
        method,
        route: "",
        token: TokenNeed::Any,
        permissions: &[],
        tasks: &[],
        docs: "https://developers.facebook.com/docs/graph-api/overview",
    }
}

/// Puts the values into the braces of a route.
fn fill(route: &str, values: &[&str]) -> String {
    let mut values = values.iter();
    let segments = route
        .split('/')
        .map(|segment| match segment.starts_with('{') {
            true => form::percent(values.next().copied().unwrap_or_default()),
            false => segment.to_owned(),
        });
    segments.collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn path_values_cannot_leave_their_segment() {
        assert_eq!(fill("/{page-id}/messages", &["42"]), "/42/messages");
        assert_eq!(fill("/{id}", &["a/../b?c#d e"]), "/a%2F..%2Fb%3Fc%23d%20e");
        assert_eq!(fill("/me/accounts", &[]), "/me/accounts");
    }
}
