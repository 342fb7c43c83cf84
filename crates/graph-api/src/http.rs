//! HTTP as plain data: what a transport carries.

use std::fmt;

use crate::carrier::{HOST, SECRET_PARAMS};
use crate::form;
use crate::version::GraphVersion;

/// The verbs that Graph knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// Reads.
    Get,
    /// Writes; also carries reads whose token stays out of the address.
    Post,
    /// Removes.
    Delete,
}

impl Method {
    /// `GET`, `POST`, `DELETE`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Delete => "DELETE",
        }
    }
}

impl fmt::Display for Method {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A request, token included: it is made just before it is sent, and not kept.
#[derive(Clone, PartialEq, Eq)]
pub struct HttpRequest {
    /// The verb on the wire.
    pub method: Method,
    /// Absolute, with the query.
    pub url: String,
    /// In the order sent.
    pub headers: Vec<(String, String)>,
    /// A form, percent-encoded, or JSON.
    pub body: Option<String>,
}

/// An answer, whatever its kind. `me/accounts` answers with tokens, so `Debug` leaves the body out.
#[derive(Clone, PartialEq, Eq)]
pub struct HttpResponse {
    /// The status code.
    pub status: u16,
    /// Those that the sender may read.
    pub headers: Vec<(String, String)>,
    /// As text; what was not UTF-8 is U+FFFD.
    pub body: String,
}

impl HttpRequest {
    /// Asks nothing, with no token: that something answers tells that Graph can be reached. By
    /// `suppress_http_code` the answer, an error of course, comes with status 200.
    #[must_use]
    pub fn probe(version: GraphVersion) -> Self {
        Self {
            method: Method::Post,
            url: format!("{HOST}/{version}/me"),
            headers: vec![form_header()],
            body: Some("method=get&suppress_http_code=1".to_owned()),
        }
    }

    /// The address without its query.
    #[must_use]
    pub fn bare_url(&self) -> &str {
        self.url.split('?').next().unwrap_or_default()
    }

    /// The parameters of the query, decoded.
    #[must_use]
    pub fn query(&self) -> Vec<(String, String)> {
        form::parse(self.url.split_once('?').map_or("", |(_, query)| query))
    }

    /// Whether the body is a form, or would be taken for one.
    #[must_use]
    pub fn has_form(&self) -> bool {
        let mut types = self.headers.iter();
        let declared = types.find(|(name, _)| name.eq_ignore_ascii_case("content-type"));
        self.body.is_some()
            && declared.is_none_or(|(_, kind)| {
                let kind = kind.split(';').next().unwrap_or_default().trim();
                kind.eq_ignore_ascii_case("application/x-www-form-urlencoded")
            })
    }

    /// The parameters of a form body, decoded; none when the body is something else.
    #[must_use]
    pub fn form(&self) -> Vec<(String, String)> {
        let body = self.body.as_deref().filter(|_| self.has_form());
        form::parse(body.unwrap_or_default())
    }

    /// The parameters of the query and of a form body, in that order, decoded.
    #[must_use]
    pub fn params(&self) -> Vec<(String, String)> {
        self.query().into_iter().chain(self.form()).collect()
    }
}

/// The header of a form.
pub(crate) fn form_header() -> (String, String) {
    let kind = "application/x-www-form-urlencoded";
    ("Content-Type".to_owned(), kind.to_owned())
}

impl fmt::Debug for HttpRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names = self.params().into_iter().map(|(name, value)| {
            match SECRET_PARAMS.contains(&name.as_str()) {
                true => (name, "(redacted)".to_owned()),
                false => (name, value),
            }
        });
        f.debug_struct("HttpRequest")
            .field("method", &self.method)
            .field("url", &self.bare_url())
            .field("params", &names.collect::<Vec<_>>())
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for HttpResponse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HttpResponse")
            .field("status", &self.status)
            .field("bytes", &self.body.len())
            .finish_non_exhaustive()
    }
}
