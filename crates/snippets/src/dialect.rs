//! Colours for the parts of code that are always the same.
//!
//! Only what is written in this crate is read here, never what a person typed: that comes as a
//! piece of its own, in one ink, and cannot pass for code.

use crate::code::{Code, Ink};

/// As much of a language as its colours take.
pub(crate) struct Dialect {
    /// What a remark begins with, at the start of a line or after a space.
    pub(crate) comment: &'static str,
    /// The signs around a text, in which a backslash escapes.
    pub(crate) quotes: &'static str,
    /// What a variable begins with, where there is such a sign.
    pub(crate) sigil: Option<char>,
    /// The words of the language.
    pub(crate) keywords: &'static [&'static str],
}

impl Dialect {
    /// Adds code with its colours.
    pub(crate) fn write(&self, code: &mut Code, written: &'static str) {
        let mut rest = written;
        let mut before = None;
        while let Some(first) = rest.chars().next() {
            let (ink, length) = self.next(rest, first, before);
            let (piece, after) = rest.split_at_checked(length).unwrap_or((rest, ""));
            code.push(ink, piece);
            before = piece.chars().next_back();
            rest = after;
        }
    }

    /// Code with `«holes»`, each of which is filled with code.
    pub(crate) fn fill(&self, written: &'static str, holes: &[(&str, &Code)]) -> Code {
        let mut code = Code::default();
        for (index, part) in written.split(['«', '»']).enumerate() {
            match index % 2 {
                0 => self.write(&mut code, part),
                _ => {
                    let hole = holes.iter().find(|(name, _)| *name == part);
                    code.append(hole.map_or(&Code::default(), |(_, filling)| filling));
                }
            }
        }
        code
    }

    /// What the next piece is, and its length.
    fn next(&self, rest: &str, first: char, before: Option<char>) -> (Ink, usize) {
        let starts_word = !before.is_some_and(is_of_word);
        if rest.starts_with(self.comment) && before.is_none_or(char::is_whitespace) {
            return (Ink::Comment, rest.find('\n').unwrap_or(rest.len()));
        }
        if self.quotes.contains(first) {
            return (Ink::Text, text(rest, first));
        }
        if Some(first) == self.sigil {
            let name = word(rest.get(1..).unwrap_or_default());
            return match name {
                0 => (Ink::Plain, 1),
                _ => (Ink::Variable, 1 + name),
            };
        }
        if starts_word && first.is_ascii_digit() {
            return (Ink::Number, word(rest));
        }
        if starts_word && is_of_word(first) {
            let length = word(rest);
            let is_keyword = rest
                .get(..length)
                .is_some_and(|word| self.keywords.contains(&word));
            return match is_keyword {
                true => (Ink::Keyword, length),
                false => (Ink::Plain, length),
            };
        }
        (Ink::Plain, first.len_utf8())
    }
}

fn is_of_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

fn word(text: &str) -> usize {
    text.find(|c| !is_of_word(c)).unwrap_or(text.len())
}

/// The length of the text in quotes that stands at the start.
fn text(rest: &str, quote: char) -> usize {
    let mut escaped = true; // The opening quote closes nothing.
    for (at, c) in rest.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            c if c == quote => return at + c.len_utf8(),
            _ => {}
        }
    }
    rest.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    const DIALECT: Dialect = Dialect {
        comment: "#",
        quotes: "\"'",
        sigil: Some('$'),
        keywords: &["if", "for"],
    };

    #[track_caller]
    fn check(written: &'static str, expected: &[(Ink, &str)]) {
        let name = Code::from_iter([(Ink::Text, "'Ana # if'".to_owned())]);
        let code = DIALECT.fill(written, &[("name", &name)]);
        let pieces = code
            .pieces()
            .iter()
            .map(|(ink, text)| (*ink, text.as_str()));
        assert_eq!(pieces.collect::<Vec<_>>(), expected);
    }

    #[test]
    fn words_texts_and_remarks_have_their_ink() {
        check(
            "if $a#b != 'it\\'s' # why\nifs 42",
            &[
                (Ink::Keyword, "if"),
                (Ink::Plain, " "),
                (Ink::Variable, "$a"),
                (Ink::Plain, "#b != "),
                (Ink::Text, "'it\\'s'"),
                (Ink::Plain, " "),
                (Ink::Comment, "# why"),
                (Ink::Plain, "\nifs "),
                (Ink::Number, "42"),
            ],
        );
    }

    #[test]
    fn what_fills_a_hole_is_not_read() {
        check(
            "for «name»;",
            &[
                (Ink::Keyword, "for"),
                (Ink::Plain, " "),
                (Ink::Text, "'Ana # if'"),
                (Ink::Plain, ";"),
            ],
        );
    }
}
