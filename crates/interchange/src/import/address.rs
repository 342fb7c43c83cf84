//! An address of Graph's, as people print, paste and damage it.

use graph_api::GraphVersion;

use super::pairs::{self, Params};
use super::repair::{ImportError, Repair, Repairs, named};

const GRAPH: &str = "graph.facebook.com";

/// What an address says.
#[derive(Debug, Default)]
pub(super) struct Address {
    pub(super) version: Option<GraphVersion>,
    pub(super) path: String,
    pub(super) query: Params,
}

/// Reads an address with or without scheme and host.
pub(super) fn read(text: &str, repairs: &mut Repairs) -> Result<Address, ImportError> {
    let text = text.replace("\\\r\n", "").replace("\\\n", "");
    let rest = after_host(text.trim_matches(is_around), repairs)?;
    let (path, query) = match rest.find('?').or_else(|| rest.find('&')) {
        Some(at) => {
            repairs.add_if(!rest.contains('?'), Repair::MissingQuestionMark);
            let (path, query) = rest.split_at_checked(at).unwrap_or((rest, ""));
            (path, query.get(1..).unwrap_or_default())
        }
        None => (rest, ""),
    };
    let path = without_spaces(path.split('#').next().unwrap_or_default(), repairs);
    let (version, path) = version(&path, repairs);
    Ok(Address {
        version,
        path,
        query: pairs::read(query.trim_end_matches(is_around), true, repairs),
    })
}

fn is_around(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            '"' | '\'' | '“' | '”' | '‘' | '’' | '\u{200b}' | '\u{feff}'
        )
}

fn without_spaces(path: &str, repairs: &mut Repairs) -> String {
    let is_seen = |c: &char| !c.is_whitespace() && !matches!(c, '\u{200b}' | '\u{feff}');
    let bare: String = path.chars().filter(is_seen).collect();
    repairs.add_if(bare.len() < path.len(), Repair::SpacesInAddress);
    bare
}

/// What stands behind the host, which has to be Graph's.
fn after_host<'a>(text: &'a str, repairs: &mut Repairs) -> Result<&'a str, ImportError> {
    let before_query = text.split('?').next().unwrap_or_default();
    let (scheme, rest) = match before_query.find("://") {
        Some(at) => (text.get(..at), text.get(at + 3..).unwrap_or_default()),
        None => (None, text.strip_prefix("//").unwrap_or(text)),
    };
    match scheme.map(str::to_ascii_lowercase).as_deref() {
        Some("http") => repairs.add(Repair::PlainHttp),
        Some("https") | None => {}
        Some(_) => return Err(ImportError::Scheme),
    }
    let end = rest.find(['/', '?', '#', '\\']).unwrap_or(rest.len());
    let (first, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
    let first = first.trim();
    if is_variable(first) && (scheme.is_some() || names_a_host(first)) {
        repairs.add(Repair::HostVariable);
        return Ok(after);
    }
    if scheme.is_none() && (!looks_like_host(first) || rest.starts_with('/')) {
        return Ok(rest);
    }
    // What stands before the @ may be a password.
    let first = first.rsplit('@').next().unwrap_or_default();
    let name = first.split(':').next().unwrap_or_default();
    if !name.trim_end_matches('.').eq_ignore_ascii_case(GRAPH) {
        return Err(ImportError::Host(named(name)));
    }
    Ok(after)
}

/// `$BASE`, `{{base_url}}`, `<HOST>`, `%HOST%`.
fn is_variable(segment: &str) -> bool {
    let ends = [("$", ""), ("{{", "}}"), ("<", ">"), ("%", "%")];
    ends.iter()
        .any(|(start, end)| segment.starts_with(start) && segment.ends_with(end))
}

fn names_a_host(segment: &str) -> bool {
    let segment = segment.to_ascii_lowercase();
    ["host", "url", "base", "graph", "api_root"]
        .iter()
        .any(|word| segment.contains(word))
}

/// `example.com`, but not `v26.0`, `me.json` or a word.
fn looks_like_host(segment: &str) -> bool {
    let is_version = segment.starts_with('v')
        && segment
            .get(1..2)
            .is_some_and(|c| c.chars().all(|c| c.is_ascii_digit()));
    let is_of_host = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | ':' | '@');
    let top = segment.rsplit('.').next().unwrap_or_default();
    let top = top.split(':').next().unwrap_or_default();
    segment.contains('.')
        && !is_version
        && segment.chars().all(is_of_host)
        && (top.chars().all(|c| c.is_ascii_alphabetic()) || segment.split('.').count() == 4)
        || segment.starts_with("localhost")
}

/// The version in front of the path.
fn version(path: &str, repairs: &mut Repairs) -> (Option<GraphVersion>, String) {
    let bare = path.trim_start_matches('/');
    let (first, after) = bare.split_once('/').unwrap_or((bare, ""));
    let rest = format!("/{after}");
    let lower = first.to_ascii_lowercase();
    if let Ok(version) = lower.parse::<GraphVersion>() {
        let oldest = GraphVersion::ALIVE.last();
        repairs.add_if(
            oldest.is_some_and(|oldest| version < *oldest),
            Repair::GoneVersion(version),
        );
        return (Some(version), rest);
    }
    let major = lower.strip_prefix('v').and_then(|major| major.parse().ok());
    if let Some(major) = major {
        let version = GraphVersion::new(major, 0);
        repairs.add(Repair::ShortVersion(version));
        return (Some(version), rest);
    }
    let is_word = first.starts_with(|c: char| !c.is_ascii_lowercase()) || lower.starts_with("vx");
    if is_word && (lower.contains("version") || lower.starts_with("vx")) {
        repairs.add(Repair::VersionPlaceholder);
        return (None, rest);
    }
    (None, format!("/{bare}"))
}
