//! How the token travels: the only place where one is put into a request.

use crate::call::{Call, ParamValue};
use crate::endpoint::TokenNeed;
use crate::form;
use crate::http::{self, HttpRequest, Method};
use crate::token::AccessToken;

/// Where the Graph API lives.
pub const HOST: &str = "https://graph.facebook.com";

/// The parameters whose values are never shown.
pub const SECRET_PARAMS: [&str; 4] = ["access_token", "input_token", "code", "code_verifier"];

/// How a read carries its token. A write always carries it in a form body.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Carrier {
    /// A form POST with `method=get`, as Meta's own SDKs sent reads: the token stays out of the
    /// address, the console and the browser's records. No preflight.
    #[default]
    FormBody,
    /// The query string, as Meta's tutorial prints it.
    Query,
}

impl Carrier {
    /// Builds the request with its token.
    #[must_use]
    pub fn request(self, call: &Call, token: &AccessToken) -> HttpRequest {
        let method = call.spec.method;
        let address = format!("{HOST}/{}{}", call.version, call.path);
        if method == Method::Get && self == Self::Query {
            let query = with_params(String::new(), call, token);
            return HttpRequest {
                method,
                url: format!("{address}?{query}"),
                headers: Vec::new(),
                body: None,
            };
        }
        let mut form = String::new();
        if method != Method::Post {
            form::append(&mut form, "method", &method.as_str().to_ascii_lowercase());
        }
        HttpRequest {
            method: Method::Post,
            url: address,
            headers: vec![http::form_header()],
            body: Some(with_params(form, call, token)),
        }
    }
}

fn with_params(mut form: String, call: &Call, token: &AccessToken) -> String {
    for param in &call.params {
        let value = match &param.value {
            ParamValue::Text(text) => text,
            ParamValue::OwnToken => token.expose(),
            ParamValue::Verifier => token.verifier(),
        };
        form::append(&mut form, &param.name, value);
    }
    if call.spec.token != TokenNeed::None {
        form::append(&mut form, "access_token", token.expose());
    }
    form
}
