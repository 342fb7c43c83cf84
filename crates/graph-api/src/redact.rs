//! Takes the secrets out of what came back, before anything else sees it.

use crate::json::{self, Value};

/// What stands in a secret's place.
pub const MASK: &str = "(redacted)";

/// The names that secrets go by.
const NAMES: [&str; 6] = [
    "access_token",
    "input_token",
    "id_token",
    "long_lived_token",
    "client_secret",
    "code_verifier",
];

/// What may stand between a name and its value.
const BETWEEN: [char; 10] = ['"', '\'', '\\', ':', '=', '[', ' ', '\n', '\r', '\t'];

/// A body, ready to be shown: as it came, but that its tokens are masked, and every one of the
/// `secrets`, wherever it stands.
#[must_use]
pub fn body(text: &str, secrets: &[&str]) -> String {
    let is_json = json::parse(text.trim_start_matches('\u{feff}')).is_ok();
    let masked = is_json.then(|| mask(text, secrets)).flatten();
    masked.unwrap_or_else(|| clean(text, secrets))
}

/// JSON with its secrets masked, value by value, and all else as it is written.
fn mask(text: &str, secrets: &[&str]) -> Option<String> {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    // Whether what comes next is named as a secret.
    let mut is_named = false;
    while let Some(first) = rest.chars().next() {
        let is_between = match first {
            '{' | '[' => !is_named,
            _ => matches!(first, '}' | ']' | ',' | ':' | '\u{feff}') || first.is_whitespace(),
        };
        if is_between {
            out.push(first);
            rest = rest.get(first.len_utf8()..)?;
            continue;
        }
        let (value, length) = json::parse_first(rest).ok()?;
        let (source, after) = rest.split_at_checked(length)?;
        let is_key = after.trim_start().starts_with(':');
        let named = is_named && !value.is_null();
        is_named = false;
        match value {
            _ if named => out.push_str(&Value::from(MASK).to_string()),
            Value::Text(text) => {
                is_named = is_key && NAMES.iter().any(|name| text.ends_with(name));
                push_literal(&mut out, &text, source, secrets);
            }
            _ => out.push_str(&clean(source, secrets)),
        }
        rest = after;
    }
    Some(out)
}

/// Adds a text of JSON's without its secrets, in the spelling that it came in, if none is left then.
fn push_literal(out: &mut String, text: &str, source: &str, secrets: &[&str]) {
    let cleaned = clean(text, secrets);
    if cleaned == text {
        return out.push_str(source);
    }
    let kept = clean(source, secrets);
    match json::parse(&kept) {
        Ok(Value::Text(text)) if clean(&text, secrets) == text => out.push_str(&kept),
        _ => out.push_str(&Value::from(cleaned).to_string()),
    }
}

/// A text without the secrets, and without what stands as the value of a secret's name, however
/// either is spelt.
#[must_use]
pub fn clean(text: &str, secrets: &[&str]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    loop {
        // Most characters begin nothing.
        let skipped = rest.bytes().position(|byte| may_begin(byte, secrets));
        let skipped = skipped.and_then(|at| rest.split_at_checked(at));
        let (before, from) = skipped.unwrap_or((rest, ""));
        out.push_str(before);
        rest = from;
        let (Some(first), Some((c, _))) = (rest.chars().next(), spelt(rest)) else {
            return out;
        };
        let begins =
            |word: &&&str| word.starts_with([c.to_ascii_lowercase(), c.to_ascii_uppercase()]);
        let secrets = secrets.iter().filter(|secret| secret.len() >= 8);
        let found = secrets
            .filter(begins)
            .filter_map(|secret| after(rest, secret));
        let found = found.min_by_key(|end| end.len()).map(|end| (rest, end));
        let mut names = NAMES.iter().filter(begins);
        let named = || names.find_map(|name| value(rest, name));
        if let Some((from, to)) = found.or_else(named) {
            out.push_str(rest.strip_suffix(from).unwrap_or_default());
            out.push_str(MASK);
            rest = to;
        } else {
            out.push(first);
            rest = rest.get(first.len_utf8()..).unwrap_or_default();
        }
    }
}

/// Whether a secret or a name may begin with this byte, which then begins a character.
fn may_begin(byte: u8, secrets: &[&str]) -> bool {
    let begins = |word: &&str| {
        let first = word.as_bytes().first();
        first.is_some_and(|first| first.eq_ignore_ascii_case(&byte))
    };
    let is_spelt = matches!(byte, b'%' | b'\\' | b'&' | 0xc0..);
    is_spelt || NAMES.iter().any(begins) || secrets.iter().any(begins)
}

/// What comes after a word that the text begins with.
fn after<'a>(mut text: &'a str, word: &str) -> Option<&'a str> {
    for c in word.chars() {
        let (found, rest) = spelt(text)?;
        if !found.eq_ignore_ascii_case(&c) {
            return None;
        }
        text = rest;
    }
    Some(text)
}

/// The text from the value of this name on, and what comes after it.
fn value<'a>(text: &'a str, name: &str) -> Option<(&'a str, &'a str)> {
    let mut from = after(text, name)?;
    let mut is_set = false;
    while let Some((c, rest)) = spelt(from).filter(|(c, _)| BETWEEN.contains(c)) {
        is_set |= !c.is_ascii_whitespace();
        from = rest;
    }
    let mut to = from;
    while let Some((_, rest)) = spelt(to).filter(|(c, _)| is_token_char(*c)) {
        to = rest;
    }
    (is_set && to.len() < from.len()).then_some((from, to))
}

fn is_token_char(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.' | '~' | '%' | '|' | '+')
}

/// The first character, as an address, JSON or HTML may spell it, and what comes after it.
fn spelt(text: &str) -> Option<(char, &str)> {
    let first = text.chars().next()?;
    let rest = text.get(first.len_utf8()..)?;
    let written = match first {
        '%' => coded(rest, 16, 2),
        '\\' => match rest.strip_prefix('u') {
            Some(rest) => coded(rest, 16, 4),
            None => rest
                .chars()
                .next()
                .filter(|c| matches!(c, '"' | '/'))
                .zip(rest.get(1..)),
        },
        '&' => entity(rest),
        _ => None,
    };
    written.or(Some((first, rest)))
}

/// A character by its code: so many digits.
fn coded(text: &str, base: u32, length: usize) -> Option<(char, &str)> {
    let (digits, rest) = text.split_at_checked(length)?;
    let code = u32::from_str_radix(digits, base).ok()?;
    Some((char::from_u32(code)?, rest))
}

/// `&quot;`, `&#38;`, `&#x26;`, after the ampersand.
fn entity(text: &str) -> Option<(char, &str)> {
    let end = text.bytes().take(9).position(|byte| byte == b';')?;
    let (name, rest) = text.split_at_checked(end)?;
    let c = match name {
        "quot" => '"',
        "amp" => '&',
        _ => {
            let code = name.strip_prefix('#')?;
            match code.strip_prefix(['x', 'X']) {
                Some(code) => coded(code, 16, code.len())?.0,
                None => coded(code, 10, code.len())?.0,
            }
        }
    };
    Some((c, rest.strip_prefix(';')?))
}

#[cfg(test)]
mod tests;
