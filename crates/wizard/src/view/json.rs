//! A body in pieces, to be coloured. The pieces together are the text, to the letter, but for the end
//! of a very long one.

use std::mem;

use super::words;

/// How many bytes are cut into pieces: a browser takes minutes to lay out millions.
const LONGEST: usize = 60_000;

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
    /// A key, with its quotes; all of what is not JSON.
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

/// The pieces of a laid-out JSON text; one piece of any other.
pub(crate) fn spans(text: &str) -> Vec<Span> {
    let mut out = Spans::default();
    if !text.starts_with(['{', '[']) {
        out.push(Ink::Key, text);
        return out.spans;
    }
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        if text.len() - rest.len() > LONGEST {
            out.push(
                Ink::Mark,
                &format!("… ({} in all)", words::size(text.len())),
            );
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
        let length = length.max(first.len_utf8());
        let (piece, after) = rest.split_at_checked(length).unwrap_or((rest, ""));
        match ink {
            Ink::Text => out.string(piece, after.starts_with(':')),
            ink => out.push(ink, piece),
        }
        rest = after;
    }
    out.spans
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
        let spans = spans(text);
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
        check("<p>", &[(Ink::Key, "<p>")]);
    }

    #[test]
    fn a_very_long_body_has_an_end() {
        let long = format!("[{}1]", "1,".repeat(1_000_000));
        let pieces = spans(&long);
        assert!(pieces.last().unwrap().text.ends_with("… (2.0 MB in all)"));
        let shown: usize = pieces.iter().map(|piece| piece.text.len()).sum();
        assert!(shown < LONGEST + 100, "{shown}");
    }

    proptest! {
        #[test]
        fn nothing_is_lost(text in r#"[\[{]([a-z0-9"\\:,é😀\- ]|\\u00e9){0,40}"#) {
            let pieces = spans(&text);
            let whole: String = pieces.iter().map(|span| span.text.as_str()).collect();
            prop_assert_eq!(whole, text);
        }
    }
}
