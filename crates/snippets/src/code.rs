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
    /// A blank where a token goes; it stands in quotes in which no character of a token means
    /// anything. See [`Code::with_token`].
    Token,
}

impl Ink {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::Plain,
        Self::Keyword,
        Self::Text,
        Self::Number,
        Self::Comment,
        Self::Variable,
        Self::Token,
    ];

    /// A short name: for a class of the style sheet, and for the way between worker and page.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Keyword => "keyword",
            Self::Text => "text",
            Self::Number => "number",
            Self::Comment => "comment",
            Self::Variable => "variable",
            Self::Token => "token",
        }
    }

    /// The ink of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|ink| ink.name() == name)
    }
}

/// Code, piece by piece. There is never a token in it; it displays as the text to copy.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Code {
    pieces: Vec<(Ink, String)>,
}

/// What was to go into code as a token has other characters than a token. What it was is not said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoToken;

impl Code {
    /// The pieces, in order; none is empty, and neighbours differ in ink.
    #[must_use]
    pub fn pieces(&self) -> &[(Ink, String)] {
        &self.pieces
    }

    /// The text with the token in every blank, for the one moment in which it is copied.
    ///
    /// # Errors
    /// When a character of it could mean something to a shell or a language. Graph's tokens have
    /// letters, digits and `|_.~-`.
    pub fn with_token(&self, token: &str) -> Result<String, NoToken> {
        if !is_token(token) {
            return Err(NoToken);
        }
        let pieces = self.pieces.iter().map(|(ink, text)| match ink {
            Ink::Token => token,
            _ => text.as_str(),
        });
        Ok(pieces.collect())
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

fn is_token(text: &str) -> bool {
    let allowed = |c: char| c.is_ascii_alphanumeric() || "|_.~-".contains(c);
    !text.is_empty() && text.chars().all(allowed)
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.pieces
            .iter()
            .try_for_each(|(_, text)| f.write_str(text))
    }
}

impl fmt::Display for NoToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a token has letters, digits and |_.~- and nothing else")
    }
}

impl std::error::Error for NoToken {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_goes_into_every_blank() {
        let blank = || (Ink::Token, "<T>".to_owned());
        let text = || (Ink::Text, "\"".to_owned());
        let code = Code::from_iter([text(), blank(), text(), text(), blank(), text()]);
        assert_eq!(code.to_string(), "\"<T>\"\"<T>\"");
        let filled = code.with_token("an-app|of_the.tests~0");
        assert_eq!(
            filled.unwrap(),
            "\"an-app|of_the.tests~0\"\"an-app|of_the.tests~0\""
        );
        for bad in [
            "", " ", "a b", "a\"", "a'", "a\\", "a$b", "a`b", "a%b", "a\nb", "a\0", "é", "a!",
        ] {
            assert_eq!(code.with_token(bad), Err(NoToken), "{bad:?}");
        }
    }

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

    #[test]
    fn inks_have_names() {
        let named = Ink::ALL.map(|ink| Ink::named(ink.name()));
        assert_eq!(named, Ink::ALL.map(Some));
        assert_eq!(Ink::named("Token"), None);
    }
}
