//! Code in colours: pieces of text, each with what it is.

use std::fmt;

/// What a piece of code is, for its colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ink {
    /// Names, signs and spaces.
    Plain,
    /// A word of the language.
    Keyword,
    /// A text in quotes, the quotes included.
    Text,
    /// A number.
    Number,
    /// A remark.
    Comment,
    /// A variable, one of the environment too.
    Variable,
    /// A blank where a token goes. It stands where no character of a well-formed token means
    /// anything; the page puts one there, and no other
    /// ([`AccessToken::is_well_formed`](graph_api::AccessToken::is_well_formed)).
    Token,
}

/// Code, piece by piece. There is never a token in it; it displays as the text to copy.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Code {
    pieces: Vec<(Ink, String)>,
}

impl Code {
    /// The pieces, in order; none is empty, and neighbours differ in ink.
    #[must_use]
    pub fn pieces(&self) -> &[(Ink, String)] {
        &self.pieces
    }

    /// Adds a piece.
    pub(crate) fn push(&mut self, ink: Ink, text: &str) {
        match self.pieces.last_mut() {
            _ if text.is_empty() => {}
            Some((last, before)) if *last == ink => before.push_str(text),
            _ => self.pieces.push((ink, text.to_owned())),
        }
    }

    /// Adds a text in quotes, or a part of one.
    pub(crate) fn text(&mut self, text: &str) {
        self.push(Ink::Text, text);
    }

    /// Adds names, signs and spaces.
    pub(crate) fn plain(&mut self, text: &str) {
        self.push(Ink::Plain, text);
    }

    /// Adds other code.
    pub(crate) fn append(&mut self, code: &Self) {
        for (ink, text) in &code.pieces {
            self.push(*ink, text);
        }
    }
}

impl FromIterator<(Ink, String)> for Code {
    fn from_iter<I: IntoIterator<Item = (Ink, String)>>(pieces: I) -> Self {
        let mut code = Self::default();
        for (ink, text) in pieces {
            code.push(ink, &text);
        }
        code
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.pieces
            .iter()
            .try_for_each(|(_, text)| f.write_str(text))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_differ() {
        let pieces = [
            (Ink::Plain, "a"),
            (Ink::Plain, "b"),
            (Ink::Text, ""),
            (Ink::Plain, "c"),
        ];
        let code: Code = pieces
            .map(|(ink, text)| (ink, text.to_owned()))
            .into_iter()
            .collect();
        assert_eq!(code.pieces(), [(Ink::Plain, "abc".to_owned())]);
    }
}
