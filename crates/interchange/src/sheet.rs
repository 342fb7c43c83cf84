//! An exchange taken apart, with its secrets taken out: the only thing that exports read.

use graph_api::json::{self, Value};
use graph_api::{GraphVersion, HOST, HttpRequest, Method, TokenKind};

use crate::exchange::{Exchange, Reply};
use crate::secret::{MASK, Secrets, is_secret_name, looks_like_token, variable};

/// What a parameter or a header holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Held {
    /// This text.
    Text(String),
    /// A secret, by the name of its variable.
    Secret(String),
}

/// A parameter or a header.
pub(crate) type Pair = (String, Held);

/// What goes with a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Body {
    None,
    Form(Vec<Pair>),
    Json(Value),
    /// Of another kind. It could hold a secret that nobody finds, so it goes nowhere.
    Other,
}

/// An exchange without its secrets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Sheet {
    pub(crate) name: String,
    pub(crate) method: Method,
    /// Scheme and host.
    pub(crate) origin: String,
    pub(crate) version: Option<GraphVersion>,
    /// After the version, percent-encoded, with a leading slash.
    pub(crate) path: String,
    pub(crate) query: Vec<Pair>,
    pub(crate) body: Body,
    /// Without the type of the body, and without the token.
    pub(crate) headers: Vec<Pair>,
    /// The variable of the token that `Authorization` carries.
    pub(crate) bearer: Option<String>,
    pub(crate) started: i64,
    pub(crate) outcome: Option<Reply>,
}

/// Takes the exchanges apart. A secret of one of them stands in none of the sheets.
pub(crate) fn sheets(exchanges: &[Exchange]) -> Vec<Sheet> {
    let mut secrets = Secrets::default();
    for exchange in exchanges {
        collect(&exchange.request, &mut secrets);
    }
    exchanges
        .iter()
        .map(|exchange| sheet(exchange, &secrets))
        .collect()
}

fn collect(request: &HttpRequest, secrets: &mut Secrets) {
    for (name, value) in request.params() {
        if is_secret_name(&name) {
            secrets.add(&value);
        }
    }
    for (name, value) in &request.headers {
        if is_secret_header(name) {
            secrets.add(value);
            secrets.add(value.split_whitespace().last().unwrap_or_default());
        }
    }
    if let Some(value) = json_body(request) {
        secrets.add_json(&value);
    }
}

fn sheet(exchange: &Exchange, secrets: &Secrets) -> Sheet {
    let request = &exchange.request;
    let pairs = |pairs: Vec<(String, String)>| {
        pairs
            .into_iter()
            .map(|pair| held(pair, exchange.token, secrets))
    };
    let (origin, version, path) = address(request.bare_url());
    let body = match json_body(request) {
        _ if request.body.is_none() => Body::None,
        _ if request.has_form() => Body::Form(pairs(request.form()).collect()),
        Some(value) => Body::Json(secrets.clean_json(&value)),
        None => Body::Other,
    };
    let is_bearer = |name: &str| name.eq_ignore_ascii_case("authorization");
    let bearer = request.headers.iter().find(|(name, _)| is_bearer(name));
    let others = request
        .headers
        .iter()
        .filter(|(name, _)| !is_bearer(name) && !name.eq_ignore_ascii_case("content-type"));
    Sheet {
        name: secrets.clean(&exchange.name),
        method: request.method,
        origin: secrets.clean(origin),
        version,
        path: secrets.clean(path),
        query: pairs(request.query()).collect(),
        body,
        headers: pairs(others.cloned().collect()).collect(),
        bearer: bearer.map(|_| variable("authorization", exchange.token)),
        started: exchange.started,
        outcome: exchange.outcome.as_ref().map(|reply| Reply {
            body: secrets.clean_body(&reply.body),
            ..reply.clone()
        }),
    }
}

fn held((name, value): (String, String), token: Option<TokenKind>, secrets: &Secrets) -> Pair {
    let name = match looks_like_token(&name) {
        true => MASK.to_owned(),
        false => secrets.clean(&name),
    };
    let is_secret = is_secret_name(&name) || is_secret_header(&name) || looks_like_token(&value);
    let held = match is_secret {
        true => Held::Secret(variable(&name, token)),
        false => Held::Text(secrets.clean_body(&value)),
    };
    (name, held)
}

fn is_secret_header(name: &str) -> bool {
    let names = ["authorization", "cookie", "proxy-authorization"];
    names.iter().any(|secret| name.eq_ignore_ascii_case(secret))
}

fn json_body(request: &HttpRequest) -> Option<Value> {
    let body = request.body.as_deref().filter(|_| !request.has_form())?;
    json::parse(body).ok()
}

/// Scheme and host, the version, and the path after it.
fn address(url: &str) -> (&str, Option<GraphVersion>, &str) {
    let after_scheme = url.find("://").map_or(0, |at| at + 3);
    let rest = url.get(after_scheme..).unwrap_or_default();
    let path_at = rest.find('/').map_or(url.len(), |at| after_scheme + at);
    let (origin, path) = url.split_at_checked(path_at).unwrap_or((HOST, url));
    let first = path
        .trim_start_matches('/')
        .split('/')
        .next()
        .unwrap_or_default();
    match first.parse() {
        Ok(version) => (
            origin,
            Some(version),
            path.get(1 + first.len()..).unwrap_or_default(),
        ),
        Err(_) => (origin, None, path),
    }
}

impl Sheet {
    /// The request as it is meant: a read that travels as a form is a read, and its token goes in
    /// a header.
    ///
    /// This is what other tools get, since it is what their users would write: the verb that Graph
    /// documents, the parameters in the query, and the token out of the address, where it would
    /// stand in histories, consoles and screenshots.
    pub(crate) fn into_meant(mut self) -> Self {
        if let Body::Form(form) = &mut self.body {
            let meant = form.iter().position(|pair| meant_method(pair).is_some());
            let meant = meant
                .map(|at| form.remove(at))
                .and_then(|pair| meant_method(&pair));
            if let Some(method) = meant.filter(|_| self.method == Method::Post) {
                self.method = method;
            }
            if self.method != Method::Post {
                self.query.append(form);
                self.body = Body::None;
            }
        }
        let token = take_token(&mut self.query);
        let form_token = match &mut self.body {
            Body::Form(form) => take_token(form),
            _ => None,
        };
        self.bearer = self.bearer.or(form_token).or(token);
        // In a header nothing escapes what reads as a variable.
        let is_variable = |text: &str| text.contains("{{");
        self.headers.retain(|(name, held)| {
            !is_variable(name) && !matches!(held, Held::Text(text) if is_variable(text))
        });
        self
    }
}

fn meant_method((name, held): &Pair) -> Option<Method> {
    let Held::Text(value) = held else { return None };
    let mut all = [Method::Get, Method::Post, Method::Delete].into_iter();
    all.find(|method| name == "method" && value.eq_ignore_ascii_case(method.as_str()))
}

fn take_token(pairs: &mut Vec<Pair>) -> Option<String> {
    let at = pairs.iter().position(|(name, _)| name == "access_token")?;
    match pairs.remove(at).1 {
        Held::Secret(variable) => Some(variable),
        Held::Text(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_taken_apart() {
        let v26 = Some(GraphVersion::default());
        assert_eq!(
            address("https://graph.facebook.com/v26.0/me"),
            (HOST, v26, "/me")
        );
        assert_eq!(address("https://graph.facebook.com/v26.0"), (HOST, v26, ""));
        assert_eq!(
            address("https://graph.facebook.com/me/v26.0"),
            (HOST, None, "/me/v26.0")
        );
        assert_eq!(address("https://graph.facebook.com"), (HOST, None, ""));
        assert_eq!(address(""), ("", None, ""));
    }
}
