//! A request taken apart, with its secrets taken out: what every language writes from.

use graph_api::{HttpRequest, Method, SECRET_PARAMS};

/// A value to write into code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Value {
    /// This text.
    Plain(String),
    /// The token, after a fixed text.
    Token { after: &'static str },
    /// The verifier of a login.
    Verifier,
}

/// A named value: a parameter or a header.
pub(crate) type Pair = (String, Value);

/// A request without its secrets.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Parts<'a> {
    pub(crate) method: Method,
    /// Without the query.
    pub(crate) address: &'a str,
    pub(crate) query: Vec<Pair>,
    pub(crate) form: Vec<Pair>,
    /// Without the type of a form, which goes without saying.
    pub(crate) headers: Vec<Pair>,
    /// Whether there is a body of another kind. No carrier makes one, and it could hold a secret
    /// that nobody finds, so it is not written.
    pub(crate) has_other_body: bool,
}

impl<'a> Parts<'a> {
    pub(crate) fn of(request: &'a HttpRequest) -> Self {
        let headers = request
            .headers
            .iter()
            .filter(|(name, _)| !(request.has_form() && name.eq_ignore_ascii_case("content-type")));
        Self {
            method: request.method,
            address: request.bare_url(),
            query: request.query().into_iter().map(param).collect(),
            form: request.form().into_iter().map(param).collect(),
            headers: headers.map(header).collect(),
            has_other_body: request.body.is_some() && !request.has_form(),
        }
    }

    /// Whether the token stands anywhere in it.
    pub(crate) fn has_token(&self) -> bool {
        let pairs = [&self.query, &self.form, &self.headers];
        let mut pairs = pairs.into_iter().flatten();
        pairs.any(|(_, value)| matches!(value, Value::Token { .. }))
    }
}

fn param((name, value): (String, String)) -> Pair {
    match SECRET_PARAMS.contains(&name.as_str()) {
        true if name == "code_verifier" => (name, Value::Verifier),
        true => (name, Value::Token { after: "" }),
        false => (name, Value::Plain(value)),
    }
}

fn header((name, value): &(String, String)) -> Pair {
    match name.eq_ignore_ascii_case("authorization") {
        true => (name.clone(), Value::Token { after: "Bearer " }),
        false => (name.clone(), Value::Plain(value.clone())),
    }
}

/// Percent-encodes everything that could mean something in an address or a form.
pub(crate) fn percent(text: &str) -> String {
    let encoded = text.bytes().map(|byte| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
            char::from(byte).to_string()
        }
        other => format!("%{other:02X}"),
    });
    encoded.collect()
}
