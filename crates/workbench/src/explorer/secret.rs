//! What must not be written into a call: the page puts the token in, at the very end.

use graph_api::SECRET_PARAMS;

/// Secrets that are no parameter of the endpoints here, but are pasted all the same.
const MORE: [&str; 5] = [
    "client_secret",
    "appsecret_proof",
    "fb_exchange_token",
    "id_token",
    "long_lived_token",
];

/// Whether a parameter of this name holds a secret.
pub(crate) fn is_name(name: &str) -> bool {
    let mut names = SECRET_PARAMS.iter().chain(&MORE);
    names.any(|secret| name.trim().eq_ignore_ascii_case(secret))
}

/// Whether a text has a secret in it: one behind its name, or what is known by its looks.
pub(crate) fn in_value(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    let mut names = SECRET_PARAMS
        .iter()
        .chain(&MORE)
        .filter(|it| it.contains('_'));
    names.any(|name| is_set(&lower, name)) || text.split(is_outside).any(looks_secret)
}

/// Whether the name stands there with a value behind it.
fn is_set(text: &str, name: &str) -> bool {
    text.match_indices(name).any(|(at, _)| {
        let rest = text.get(at + name.len()..).unwrap_or_default();
        let rest = rest.trim_start_matches(['"', '\'', '\\', ' ']);
        ["=", ":", "%3d", "%3a"]
            .iter()
            .any(|it| rest.starts_with(it))
    })
}

fn is_outside(c: char) -> bool {
    !(c.is_ascii_alphanumeric() || matches!(c, '|' | '_' | '-'))
}

/// Tokens of Facebook begin with `EAA`, those of Instagram with `IG`; an app's is its ID, a line,
/// and its secret.
fn looks_secret(word: &str) -> bool {
    let is_token = ["EAA", "IGAA", "IGQ"].iter().any(|it| word.starts_with(it));
    let is_app = word.split_once('|').is_some_and(|(id, secret)| {
        id.len() >= 6 && id.bytes().all(|it| it.is_ascii_digit()) && secret.len() >= 16
    });
    (is_token && word.len() >= 24) || is_app
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn secrets_are_known_by_name_and_by_looks() {
        for name in ["access_token", " Access_Token", "code", "client_secret"] {
            assert!(is_name(name), "{name}");
        }
        let token = format!("E{}", "A".repeat(40));
        for text in [
            "access_token=x",
            "{\"access_token\": \"x\"}",
            "see ?ACCESS_TOKEN%3Dx",
            &token,
            &format!("Bearer {token}!"),
            &format!("1234567|{}", "a".repeat(27)),
        ] {
            assert!(in_value(text), "{text}");
        }
        for text in [
            "access_token",
            "fields=access_token,id",
            "m_EAA",
            "code=7",
            "EAA",
            "1|2",
        ] {
            assert!(!in_value(text), "{text}");
        }
    }
}
