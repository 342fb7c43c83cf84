//! JSON in pieces, to be coloured. The pieces together are the text, to the letter.

use std::mem;

/// How many bytes are cut into pieces; the rest stays one piece.
const COLOURED: usize = 60_000;

/// A piece of a JSON text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// What it is.
    pub ink: Ink,
    /// Its text.
    pub text: String,
}

/// What a piece of JSON is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ink {
    /// Braces, commas, white space.
    Mark,
    /// A key, with its quotes.
    Key,
    /// A string, with its quotes.
    Text,
    /// An identifier, without its quotes.
    Id,
    /// A number.
    Number,
    /// `true`, `false`, `null`.
    Word,
}

/// The pieces of a laid-out JSON text; none when it is not an object or a list.
pub(crate) fn spans(text: &str) -> Option<Vec<Span>> {
    if !text.starts_with(['{', '[']) {
        return None;
    }
    let mut out = Spans::default();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        if text.len() - rest.len() > COLOURED {
            out.push(Ink::Mark, rest);
            break;
        }
        let (ink, length) = match first {
            '"' => (Ink::Text, string_length(rest)),
            '-' | '0'..='9' => (
                Ink::Number,
                run(rest, |c| {
                    c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.')
                }),
            ),
            'a'..='z' => (Ink::Word, run(rest, |c| c.is_ascii_lowercase())),
            _ => (
                Ink::Mark,
                run(rest, |c| !c.is_ascii_alphanumeric() && c != '"' && c != '-'),
            ),
        };
        let (piece, after) = rest.split_at_checked(length.max(first.len_utf8()))?;
        match ink {
            Ink::Text => out.string(piece, after.starts_with(':')),
            ink => out.push(ink, piece),
        }
        rest = after;
    }
    Some(out.spans)
}

#[derive(Default)]
struct Spans {
    spans: Vec<Span>,
    key: String,
}

impl Spans {
    fn push(&mut self, ink: Ink, text: &str) {
        match self.spans.last_mut() {
            Some(last) if last.ink == ink && ink == Ink::Mark => last.text.push_str(text),
            _ => self.spans.push(Span {
                ink,
                text: text.to_owned(),
            }),
        }
    }

    fn string(&mut self, quoted: &str, is_key: bool) {
        let inner = quoted.trim_matches('"');
        if is_key {
            inner.clone_into(&mut self.key);
            return self.push(Ink::Key, quoted);
        }
        let key = mem::take(&mut self.key);
        match is_id(&key, inner) {
            true => {
                self.push(Ink::Mark, "\"");
                self.push(Ink::Id, inner);
                self.push(Ink::Mark, "\"");
            }
            false => self.push(Ink::Text, quoted),
        }
    }
}

fn is_id(key: &str, value: &str) -> bool {
    (key == "id" || key.ends_with("_id"))
        && !value.is_empty()
        && value
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"_-.:$=".contains(&byte))
}

fn string_length(text: &str) -> usize {
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at + 1,
            _ => {}
        }
    }
    text.len()
}

fn run(text: &str, fits: impl Fn(char) -> bool) -> usize {
    text.find(|c| !fits(c)).unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(text: &str, expected: &[(Ink, &str)]) {
        let spans = spans(text).unwrap();
        let spans: Vec<_> = spans
            .iter()
            .map(|span| (span.ink, span.text.as_str()))
            .collect();
        assert_eq!(spans, expected);
    }

    #[test]
    fn json_is_cut_into_pieces() {
        check(
            r#"{"id": "42", "ok": true, "n": -1.5e3, "say": "a\"b"}"#,
            &[
                (Ink::Mark, "{"),
                (Ink::Key, "\"id\""),
                (Ink::Mark, ": \""),
                (Ink::Id, "42"),
                (Ink::Mark, "\", "),
                (Ink::Key, "\"ok\""),
                (Ink::Mark, ": "),
                (Ink::Word, "true"),
                (Ink::Mark, ", "),
                (Ink::Key, "\"n\""),
                (Ink::Mark, ": "),
                (Ink::Number, "-1.5e3"),
                (Ink::Mark, ", "),
                (Ink::Key, "\"say\""),
                (Ink::Mark, ": "),
                (Ink::Text, "\"a\\\"b\""),
                (Ink::Mark, "}"),
            ],
        );
        assert_eq!(spans("<p>"), None);
    }

    proptest! {
        #[test]
        fn nothing_is_lost(text in r#"[\[{]([a-z0-9"\\:,é😀\- ]|\\u00e9){0,40}"#) {
            let pieces = spans(&text).unwrap_or_default();
            let whole: String = pieces.iter().map(|span| span.text.as_str()).collect();
            prop_assert_eq!(whole, text);
        }
    }
}
