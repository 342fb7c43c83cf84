//! A request as a link, for somebody else: `#/explorer/GET/v26.0/me/accounts?fields=id`. It has no
//! secret in it.
//!
//! What comes back in is read as if a stranger had written it: it is short, plain and complete, or
//! it is nothing.

use graph_api::form::{self, percent};
use graph_api::{GraphVersion, Method};

use crate::secret::{is_secret_name, looks_like_token};

/// The longest link, in bytes: what mail and chat programs let through.
pub const LIMIT: usize = 8_000;

/// The most parameters of a link.
const PARAMS: usize = 40;

/// How each begins.
const EXPLORER: &str = "#/explorer/";

/// A request without its token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SharedRequest {
    /// The verb.
    pub method: Method,
    /// The version; none for the page's own.
    pub version: Option<GraphVersion>,
    /// The path after the version, percent-encoded, with a leading slash.
    pub path: String,
    /// Names and values, not encoded.
    pub params: Vec<(String, String)>,
}

/// A link, written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// From the `#` on.
    pub fragment: String,
    /// The names of the parameters that were left out, as they hold a secret or look like one.
    pub left_out: Vec<String>,
}

impl SharedRequest {
    /// Writes the link; none when it could not be read again: when it would be too long, has too
    /// many parameters or one with a NUL, or when the path is not plain or looks like a token.
    #[must_use]
    pub fn link(&self) -> Option<Link> {
        let version = self.version.map(|version| format!("/{version}"));
        let mut link = Link {
            fragment: format!(
                "{EXPLORER}{}{}/{}",
                self.method,
                version.unwrap_or_default(),
                self.path.trim_start_matches('/')
            ),
            left_out: Vec::new(),
        };
        let mut mark = '?';
        for (name, value) in &self.params {
            if is_secret_name(name) || looks_like_token(value) || looks_like_token(name) {
                link.left_out.push(name.clone());
                continue;
            }
            let pair = format!("{mark}{}={}", percent(name), readable(value));
            link.fragment.push_str(&pair);
            mark = '&';
        }
        // What could not be read again is not written.
        (Self::read(&link.fragment).is_some()).then_some(link)
    }

    /// Reads what stands in the address from the `#` on. Secrets that somebody put there are left
    /// where they are.
    #[must_use]
    pub fn read(fragment: &str) -> Option<Self> {
        if fragment.len() > LIMIT {
            return None;
        }
        let rest = fragment.strip_prefix(EXPLORER)?;
        let (route, query) = rest.split_once('?').unwrap_or((rest, ""));
        let params = read_params(query)?;
        match looks_like_token(&form::decode(route)) {
            true => None,
            false => read_request(route, params),
        }
    }
}

/// Encoded, with what is harmless and frequent left as it is.
fn readable(value: &str) -> String {
    percent(value).replace("%2C", ",")
}

fn read_params(query: &str) -> Option<Vec<(String, String)>> {
    let params = form::parse(query);
    let has_room = params.len() <= PARAMS;
    let is_plain = params
        .iter()
        .all(|(name, value)| !name.contains('\0') && !value.contains('\0'));
    let is_open = |(name, value): &(String, String)| {
        !(is_secret_name(name) || looks_like_token(name) || looks_like_token(value))
    };
    (has_room && is_plain).then(|| params.into_iter().filter(is_open).collect())
}

fn read_request(route: &str, params: Vec<(String, String)>) -> Option<SharedRequest> {
    let (method, rest) = route.split_once('/')?;
    let mut methods = [Method::Get, Method::Post, Method::Delete].into_iter();
    let method = methods.find(|known| known.as_str() == method)?;
    let (first, after) = rest.split_once('/').unwrap_or((rest, ""));
    let (version, path) = match first.parse() {
        Ok(version) => (Some(version), after),
        Err(_) => (None, rest),
    };
    let is_of_path =
        |byte: u8| byte.is_ascii_alphanumeric() || b"-._~%/,:@!$'()*+;={}".contains(&byte);
    let is_path = path.bytes().all(is_of_path);
    let segments = || path.split('/');
    let stays = segments().all(|segment| !matches!(form::decode(segment).as_str(), "." | ".."));
    let is_whole = path.is_empty() || segments().all(|segment| !segment.is_empty());
    (is_path && stays && is_whole).then(|| SharedRequest {
        method,
        version,
        path: format!("/{path}"),
        params,
    })
}
