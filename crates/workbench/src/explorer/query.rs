//! The query line: a path and its parameters, as a person writes, pastes and reads them.

use graph_api::{GraphVersion, form};
use interchange::{is_secret_name, looks_like_token};

/// What Meta's examples have in the version's place.
const VERSION_WORD: &str = "LATEST-API-VERSION";

/// A path and its parameters, decoded.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Query {
    /// The segments after the version.
    pub(crate) path: Vec<String>,
    /// The parameters, in order.
    pub(crate) params: Vec<(String, String)>,
}

/// What a line holds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Reading {
    /// The query, without secrets.
    pub(crate) query: Query,
    /// The version, if one stood in front of the path.
    pub(crate) version: Option<GraphVersion>,
    /// The host, if one stood in front of it all.
    pub(crate) host: Option<String>,
    /// Whether a secret was left out.
    pub(crate) had_secret: bool,
}

/// Reads a line: a path, with or without a slash in front, a version, a host. Of what is missing or
/// too much in Meta's own examples, a space before `&` and a `&` for the first `?` are read as meant.
pub(crate) fn read(line: &str) -> Reading {
    let (address, rest) = address(unquoted(line.trim()));
    let (host, had_login) = address.map_or((None, false), host);
    let (rest, fragment) = rest.split_once('#').unwrap_or((rest, ""));
    let (path, params) = rest.split_once(['?', '&']).unwrap_or((rest, ""));
    let mut reading = Reading {
        host: host.map(str::to_owned),
        had_secret: had_login || looks_like_token(&segment(fragment)),
        ..Reading::default()
    };
    for segment in path.split('/').map(str::trim).filter(|it| !it.is_empty()) {
        let segment = self::segment(segment);
        let is_first = reading.query.path.is_empty() && reading.version.is_none();
        match segment.parse() {
            Ok(version) if is_first => reading.version = Some(version),
            _ if is_first && segment == VERSION_WORD => {}
            _ if looks_like_token(&segment) => reading.had_secret = true,
            _ => reading.query.path.push(segment),
        }
    }
    for pair in params.split('&').flat_map(pairs) {
        let pair = pair.trim();
        if pair.is_empty() {
            continue;
        }
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        let (name, value) = (form::decode(name.trim()), form::decode(value.trim()));
        if is_secret_name(&name) || looks_like_token(&name) || looks_like_token(&value) {
            // The name alone, without its `=`, is still being typed.
            reading.had_secret |= pair.contains('=') || looks_like_token(&name);
        } else {
            reading.query.params.push((name, value));
        }
    }
    reading
}

fn unquoted(line: &str) -> &str {
    let inner = ['"', '\''].into_iter().find_map(|quote| {
        let inner = line.strip_prefix(quote)?;
        Some(inner.strip_suffix(quote).unwrap_or(inner))
    });
    inner.unwrap_or(line)
}

/// A pair; and a secret that stands behind a second `?`, as in one of Meta's examples. Any other `?` is
/// part of the value.
fn pairs(text: &str) -> [&str; 2] {
    let names_a_secret = |at: usize| {
        let behind = text.get(at + 1..).and_then(|it| it.split_once('='));
        behind.is_some_and(|(name, _)| is_secret_name(&form::decode(name)))
    };
    let mut marks = text.match_indices('?').map(|(at, _)| at);
    let at = marks.find(|at| names_a_secret(*at));
    match at.and_then(|at| text.split_at_checked(at)) {
        Some((pair, secret)) => [pair, secret.trim_start_matches('?')],
        None => [text, ""],
    }
}

/// Host and login in front of a path, and the rest.
fn address(line: &str) -> (Option<&str>, &str) {
    let start = line.get(..8).unwrap_or(line).to_ascii_lowercase();
    let after = match (start.starts_with("https://"), start.starts_with("http://")) {
        (true, _) => line.get(8..),
        (_, true) => line.get(7..),
        _ if line.starts_with("graph.facebook.com") => Some(line),
        _ => None,
    };
    let Some(after) = after else {
        return (None, line);
    };
    let end = after.find(['/', '?', '#']).unwrap_or(after.len());
    let (address, rest) = after.split_at_checked(end).unwrap_or((after, ""));
    (Some(address), rest)
}

/// The host of an address, unless a token stands in its place; and whether there was a secret. What
/// stands before the `@` may be a password.
fn host(address: &str) -> (Option<&str>, bool) {
    let host = address.rsplit('@').next().unwrap_or_default();
    let host = host.split(':').next().unwrap_or_default();
    let is_token = looks_like_token(address);
    (
        (!is_token).then_some(host),
        is_token || address.contains('@'),
    )
}

/// In a path, a `+` stands for itself.
fn segment(text: &str) -> String {
    form::decode(&text.replace('+', "%2B"))
}

impl Query {
    /// The line that reads as this: escaped is what would be read as something else.
    pub(crate) fn write(&self) -> String {
        let mut line = String::new();
        for segment in &self.path {
            if !line.is_empty() {
                line.push('/');
            }
            escape(&mut line, segment, "%/?&#\"'");
        }
        for (at, (name, value)) in self.params.iter().enumerate() {
            line.push(if at == 0 { '?' } else { '&' });
            escape(&mut line, name, "%?&#+=");
            line.push('=');
            escape(&mut line, value, "%?&#+");
        }
        line
    }

    /// The path as it travels: percent-encoded, with a leading slash.
    pub(crate) fn encoded_path(&self) -> String {
        let mut path = String::new();
        for segment in &self.path {
            path.push('/');
            path.push_str(&form::percent(segment));
        }
        path
    }

    /// A parameter's value.
    pub(crate) fn param(&self, name: &str) -> Option<&str> {
        let found = self.params.iter().find(|(own, _)| own == name)?;
        Some(&found.1)
    }

    /// Sets a parameter, or takes it out.
    pub(crate) fn set_param(&mut self, name: &str, value: Option<String>) {
        let place = self.params.iter().position(|(own, _)| own == name);
        match (place.and_then(|at| self.params.get_mut(at)), value) {
            (Some(param), Some(value)) => param.1 = value,
            (None, Some(value)) => self.params.push((name.to_owned(), value)),
            (_, None) => self.params.retain(|(own, _)| own != name),
        }
    }
}

/// Adds a text with these characters escaped, and white space where it would be trimmed.
fn escape(line: &mut String, text: &str, special: &str) {
    let last = text.chars().count().saturating_sub(1);
    for (at, c) in text.chars().enumerate() {
        let is_trimmed = c.is_whitespace() && (at == 0 || at == last);
        match special.contains(c) || c.is_control() || is_trimmed {
            true => line.push_str(&form::percent(c.encode_utf8(&mut [0; 4]))),
            false => line.push(c),
        }
    }
}

#[cfg(test)]
mod tests;
