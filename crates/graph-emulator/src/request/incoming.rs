//! A request taken apart: the verb meant, the version, the path, the token.

use graph_api::{GraphVersion, HttpRequest, Method};

use super::params::Params;

/// The version that the world's app is set to, for requests without one.
pub(crate) const APP_VERSION: GraphVersion = GraphVersion::new(25, 0);

/// What a path says of the version.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Asked {
    /// Served by this one, which is an older asked one's successor, or the app's own.
    Served(GraphVersion),
    /// Malformed, or not out yet.
    NoSuch,
}

/// A request, read as Graph reads it.
pub(crate) struct Incoming {
    /// The verb, `method=` considered.
    pub(crate) method: Method,
    pub(crate) version: Asked,
    /// The path after the version, decoded.
    pub(crate) path: Vec<String>,
    pub(crate) params: Params,
    pub(crate) token: Option<String>,
    /// Whether errors come with status 200.
    pub(crate) suppresses_status: bool,
}

impl Incoming {
    pub(crate) fn read(request: &HttpRequest) -> Self {
        let params = Params::read(request);
        let mut path: Vec<String> = segments(request.bare_url());
        let version = match path.first().map(|first| version(first)) {
            Some(Some(asked)) => {
                path.remove(0);
                asked
            }
            _ => Asked::Served(APP_VERSION),
        };
        let method = match params.get("method").map(str::to_ascii_lowercase).as_deref() {
            Some("get") => Method::Get,
            Some("post") => Method::Post,
            Some("delete") => Method::Delete,
            _ => request.method,
        };
        let in_params = params.get("access_token").map(str::to_owned);
        Self {
            method,
            version,
            path,
            token: in_params.or_else(|| bearer(request)),
            suppresses_status: params.is_on("suppress_http_code"),
            params,
        }
    }
}

fn bearer(request: &HttpRequest) -> Option<String> {
    let mut headers = request.headers.iter();
    let header = headers.find(|(name, _)| name.eq_ignore_ascii_case("authorization"))?;
    let (scheme, token) = header.1.trim().split_once(' ')?;
    let is_known = scheme.eq_ignore_ascii_case("bearer") || scheme.eq_ignore_ascii_case("oauth");
    is_known.then(|| token.trim().to_owned())
}

fn segments(url: &str) -> Vec<String> {
    let after_scheme = url.split_once("://").map_or(url, |(_, rest)| rest);
    let path = after_scheme.split_once('/').map_or("", |(_, path)| path);
    let path = path.split('#').next().unwrap_or_default();
    let parts = path.split('/').filter(|part| !part.is_empty());
    parts.map(decode).collect()
}

/// Percent-decodes; in a path, `+` stands for itself.
fn decode(segment: &str) -> String {
    let escaped = segment
        .replace('+', "%2B")
        .replace('&', "%26")
        .replace('=', "%3D");
    let mut pairs = form_urlencoded::parse(escaped.as_bytes());
    pairs
        .next()
        .map(|(name, _)| name.into_owned())
        .unwrap_or_default()
}

/// What a first segment says of the version; nothing when it is not meant as one.
fn version(segment: &str) -> Option<Asked> {
    let has_digit_at = |at: usize| segment.as_bytes().get(at).is_some_and(u8::is_ascii_digit);
    let is_number = segment.contains('.')
        && segment
            .bytes()
            .all(|byte| byte.is_ascii_digit() || byte == b'.');
    let is_meant = (segment.starts_with('v') && has_digit_at(1)) || (is_number && has_digit_at(0));
    is_meant.then(|| match segment.parse() {
        Ok(version) => served(version),
        Err(_) => Asked::NoSuch,
    })
}

fn served(asked: GraphVersion) -> Asked {
    let alive = GraphVersion::ALIVE;
    let oldest = alive.into_iter().min().unwrap_or_default();
    match asked {
        asked if alive.contains(&asked) => Asked::Served(asked),
        asked if asked < oldest && existed(asked) => Asked::Served(oldest),
        _ => Asked::NoSuch,
    }
}

/// The versions that ever were (<https://developers.facebook.com/docs/graph-api/changelog>).
fn existed(version: GraphVersion) -> bool {
    let minors = |major, last| (0..=last).map(move |minor| GraphVersion::new(major, minor));
    let early = minors(1, 0).chain(minors(2, 12)).chain(minors(3, 3));
    let whole = (4..=26).map(|major| GraphVersion::new(major, 0));
    early.chain(whole).any(|known| known == version)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(url: &str, version: Asked, path: &[&str]) {
        let incoming = Incoming::read(&HttpRequest {
            method: Method::Get,
            url: url.to_owned(),
            headers: Vec::new(),
            body: None,
        });
        assert_eq!(incoming.version, version, "{url}");
        assert_eq!(incoming.path, path, "{url}");
    }

    #[test]
    fn versions_and_paths_are_told_apart() {
        let served = |major| Asked::Served(GraphVersion::new(major, 0));
        check(
            "https://graph.facebook.com/v26.0/me/accounts?x=1",
            served(26),
            &["me", "accounts"],
        );
        check("https://graph.facebook.com/v14.0/me", served(21), &["me"]);
        check("https://graph.facebook.com/v2.12/me", served(21), &["me"]);
        check(
            "https://graph.facebook.com/v2.80/me",
            Asked::NoSuch,
            &["me"],
        );
        check(
            "https://graph.facebook.com/v99.0/me",
            Asked::NoSuch,
            &["me"],
        );
        check("https://graph.facebook.com/26.0/me", Asked::NoSuch, &["me"]);
        check("https://graph.facebook.com/v26/me", Asked::NoSuch, &["me"]);
        check("http://127.0.0.1:8081/me", served(25), &["me"]);
        check("https://graph.facebook.com", served(25), &[]);
        check("//v26.0//a%2Fb+c=d//", served(26), &["a/b+c=d"]);
    }
}
