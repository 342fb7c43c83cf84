//! What people paste for a token: the token alone, or a line that has it.
//!
//! Byte by byte: this is a part of the first load.

use crate::token::TokenProblem;

/// A token that was wrapped lies in pieces of at least so many characters, but for the last one.
const PIECE: usize = 16;

/// What a word tells of the value behind it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    /// `access_token=`, `"access_token":`, `PAGE_TOKEN=`.
    Token,
    /// `Authorization:` or `Bearer`, which are words of prose, too.
    Header,
    /// `client_secret=`, `APP_SECRET=`.
    Secret,
}

/// The token in a pasted text.
pub(crate) fn find(pasted: &str) -> Result<String, TokenProblem> {
    let text = pasted.as_bytes();
    let mut found: Option<String> = None;
    let mut is_marked = false;
    let mut at = 0;
    while at < text.len() {
        let to = end_of_word(text, at);
        let mark = mark(text, at, to);
        at = to.max(at + 1);
        let Some((mark, from)) = mark else { continue };
        let (value, to) = value(text, from);
        if mark == Mark::Header && value.len() < 8 {
            continue;
        }
        is_marked = true;
        // A word in its place, such as `YOUR_ACCESS_TOKEN`.
        if value.is_empty() || ends_with(&value, b"token") || ends_with(&value, b"secret") {
            continue;
        }
        if mark == Mark::Secret {
            return Err(TokenProblem::AppSecret);
        }
        at = to;
        refuse_useless(&value)?;
        // Two lines that were joined, or a token that was shortened.
        let after = text.get(to..).unwrap_or_default();
        if after.starts_with(b"=") || after.starts_with("…".as_bytes()) {
            return Err(TokenProblem::BadCharacters);
        }
        let value = text_of(value);
        match &found {
            Some(other) if *other != value => return Err(TokenProblem::Several),
            _ => found = Some(value),
        }
    }
    match found {
        Some(token) => Ok(token),
        None => alone(pasted, is_marked),
    }
}

/// The text is a token and nothing else, but for what stands around it and what wrapped it.
fn alone(pasted: &str, is_marked: bool) -> Result<String, TokenProblem> {
    let mut token = String::new();
    let mut piece = 0;
    let mut is_apart = false;
    let mut is_whole = true;
    for c in pasted.chars() {
        if c.is_control() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{feff}') {
            continue;
        }
        if c.is_whitespace() || matches!(c, '"' | '\'' | '`' | ',' | ';' | '&' | '‘'..='„') {
            is_apart = true;
            continue;
        }
        if std::mem::take(&mut is_apart) && piece > 0 {
            is_whole &= piece >= PIECE;
            piece = 0;
        }
        token.push(c);
        piece += 1;
    }
    let text = token.as_bytes();
    let is_cut = matches!(text.last(), None | Some(b'=' | b':')) || ends_with(text, b"bearer");
    match (is_cut, is_marked) {
        (true, _) => return Err(TokenProblem::Empty),
        (_, true) => return Err(TokenProblem::Missing),
        _ => refuse_useless(text)?,
    }
    match is_whole && is_token(&token) {
        true => Ok(token),
        false => Err(TokenProblem::BadCharacters),
    }
}

/// What the word from `at` to `to` marks, and where its value begins.
fn mark(text: &[u8], at: usize, to: usize) -> Option<(Mark, usize)> {
    let word = text.get(at..to)?;
    if ends_with(word, b"bearer") {
        let from = skip(text, to, b" \t\r\n+");
        return (from > to).then_some((Mark::Header, from));
    }
    let mark = match () {
        () if ends_with(word, b"verify_token") => return None,
        () if ends_with(word, b"token") => Mark::Token,
        () if ends_with(word, b"secret") => Mark::Secret,
        () if ends_with(word, b"authorization") => Mark::Header,
        () => return None,
    };
    let from = skip(text, to, b"\\\"' \t\r\n");
    match text.get(from) {
        Some(b'=' | b':') => Some((mark, skip(text, from + 1, b"\\\"'` \t\r\n"))),
        _ => None,
    }
}

fn skip(text: &[u8], mut at: usize, these: &[u8]) -> usize {
    while text.get(at).is_some_and(|byte| these.contains(byte)) {
        at += 1;
    }
    at
}

fn end_of_word(text: &[u8], mut at: usize) -> usize {
    let is_of_word = |byte: &u8| byte.is_ascii_alphanumeric() || b"_-".contains(byte);
    while text.get(at).is_some_and(is_of_word) {
        at += 1;
    }
    at
}

/// The value that begins here, and where it ends. `Bearer` before it is stepped over.
fn value(text: &[u8], mut at: usize) -> (Vec<u8>, usize) {
    let to = end_of_word(text, at);
    if ends_with(text.get(at..to).unwrap_or_default(), b"bearer") {
        at = skip(text, to, b" \t");
    }
    let mut value = Vec::new();
    loop {
        let (byte, length) = match text.get(at..).unwrap_or_default() {
            [b'%', high, low, ..] => (hex(*high) * 16 + hex(*low), 3),
            [byte, ..] => (*byte, 1),
            [] => break,
        };
        if !is_of_token(byte) && byte != b'|' {
            break;
        }
        value.push(byte);
        at += length;
    }
    (value, at)
}

/// The value of a digit; what is none counts as 0, and leads to no character of a token.
fn hex(digit: u8) -> u8 {
    match digit {
        b'0'..=b'9' => digit - b'0',
        b'a'..=b'f' => digit - b'a' + 10,
        b'A'..=b'F' => digit - b'A' + 10,
        _ => 0,
    }
}

fn text_of(value: Vec<u8>) -> String {
    value.into_iter().map(char::from).collect()
}

/// Whether all of it are characters of a token.
pub(crate) fn is_token(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(is_of_token)
}

const fn is_of_token(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.')
}

fn ends_with(word: &[u8], end: &[u8]) -> bool {
    let from = word.len().checked_sub(end.len());
    let tail = from.and_then(|from| word.get(from..));
    tail.is_some_and(|tail| tail.eq_ignore_ascii_case(end))
}

/// What holds an app's secret must not come near a browser; an Instagram token is of no use here.
fn refuse_useless(value: &[u8]) -> Result<(), TokenProblem> {
    if value.contains(&b'|') {
        return Err(TokenProblem::AppToken);
    }
    if value.len() == 32 && value.iter().all(u8::is_ascii_hexdigit) {
        return Err(TokenProblem::AppSecret);
    }
    match value.starts_with(b"IGAA") || value.starts_with(b"IGQ") {
        true => Err(TokenProblem::Instagram),
        false => Ok(()),
    }
}
