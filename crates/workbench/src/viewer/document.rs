//! A JSON text as lines, by their place in it: the text is kept once and nothing is decoded.
//!
//! What is no JSON has an end all the same: the lines up to there, and what was wrong.

use graph_api::json;

use super::reader;

/// So many lines are told apart; browsers know no element that is higher than these.
pub(super) const MOST_LINES: usize = 500_000;

/// A text, read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Document {
    pub(super) text: String,
    pub(super) lines: Vec<Line>,
    pub(super) problem: Option<Problem>,
}

/// A part of the text, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Span {
    pub(super) from: u32,
    pub(super) to: u32,
}

/// A line of the text, if it were laid out with one value in each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) kind: Kind,
    /// Whether a comma follows.
    pub(super) comma: bool,
    /// Its key, with the quotes; empty in a list.
    pub(super) key: Span,
    /// Its value as it stands; of what is opened or closed the bracket, which may be missing.
    pub(super) value: Span,
    /// How many values it lies in.
    pub(super) depth: u32,
    /// The line that opens what it lies in; its own place at the root.
    pub(super) parent: u32,
    /// Its place among its siblings, from 0; of a closing line how many there were.
    pub(super) position: u32,
    /// The other bracket's line; its own place if it has none.
    pub(super) partner: u32,
}

/// What a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Text,
    Number,
    /// `true`, `false`, `null`.
    Word,
    EmptyList,
    EmptyObject,
    OpenList,
    OpenObject,
    Close,
}

/// Why the lines are not the whole text, or more than they should be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Problem {
    /// There is no text.
    Empty,
    /// No JSON from here on: what was expected.
    Broken(u32, &'static str),
    /// More comes after the value.
    More(u32),
    /// It has more lines than are told apart.
    Long(u32),
}

impl Kind {
    /// Whether other values lie in it.
    pub(super) const fn opens(self) -> bool {
        matches!(self, Self::OpenList | Self::OpenObject)
    }
}

impl Document {
    /// Reads a text that is laid out first, if it is JSON.
    pub(crate) fn new(text: &str) -> Self {
        Self::read(laid_out(text).unwrap_or_else(|| text.to_owned()))
    }

    /// Reads a text as it stands.
    pub(super) fn read(text: String) -> Self {
        let (lines, problem) = reader::read(&text);
        Self {
            text,
            lines,
            problem,
        }
    }

    pub(super) fn line(&self, at: u32) -> Option<&Line> {
        self.lines.get(at as usize)
    }

    #[cfg(test)]
    pub(super) fn len(&self) -> u32 {
        u32::try_from(self.lines.len()).unwrap_or(u32::MAX)
    }

    pub(super) fn slice(&self, span: Span) -> &str {
        let range = span.from as usize..span.to as usize;
        self.text.get(range).unwrap_or_default()
    }

    /// The key of a line, without quotes, as it stands.
    pub(super) fn key(&self, line: &Line) -> &str {
        unquoted(self.slice(line.key))
    }

    /// The value of a line as the text has it, with all that lies in it.
    pub(super) fn source(&self, line: &Line) -> &str {
        let to = match line.kind.opens() {
            true => self.line(line.partner).map_or(line.value, |end| end.value),
            false => line.value,
        };
        self.slice(Span {
            from: line.value.from,
            to: to.to,
        })
    }

    /// The value of a line as the reader wants it: a text without its quotes and escapes, unless one
    /// of them stands for no character.
    pub(super) fn value(&self, line: &Line) -> String {
        let source = self.source(line);
        if line.kind != Kind::Text {
            return source.to_owned();
        }
        match json::parse(source) {
            Ok(json::Value::Text(text)) if !is_spoilt(&text, source) => text,
            _ => unquoted(source).to_owned(),
        }
    }

    /// How many values lie in a line.
    pub(super) fn count(&self, line: &Line) -> u32 {
        match line.kind.opens() {
            true => self.line(line.partner).map_or(0, |end| end.position),
            false => 0,
        }
    }

    /// The lines that lie in a line, one level down.
    pub(super) fn children(&self, at: u32) -> impl Iterator<Item = (u32, &Line)> {
        let first = self.line(at).filter(|line| line.kind.opens());
        let mut next = first.map(|_| at + 1);
        std::iter::from_fn(move || {
            let at = next?;
            let line = self.line(at).filter(|line| line.kind != Kind::Close)?;
            next = Some(match line.kind.opens() {
                true => line.partner + 1,
                false => at + 1,
            });
            Some((at, line))
        })
    }

    /// The child of a line that has this key.
    pub(super) fn child(&self, at: u32, key: &str) -> Option<(u32, &Line)> {
        self.children(at).find(|(_, it)| self.key(it) == key)
    }

    /// The way to a line: `data[0].participants.data[1].id`. Of the root it is empty.
    pub(super) fn path(&self, at: u32) -> String {
        let mut steps = Vec::new();
        let mut next = at;
        while let Some(line) = self.line(next)
            && line.parent != next
        {
            steps.push(line);
            next = line.parent;
        }
        let mut path = String::new();
        for line in steps.iter().rev() {
            let quoted = self.slice(line.key);
            let key = unquoted(quoted);
            if quoted.is_empty() {
                path.push_str(&format!("[{}]", line.position));
            } else if is_plain(key) {
                if !path.is_empty() {
                    path.push('.');
                }
                path.push_str(key);
            } else {
                path.push_str(&format!("[{quoted}]"));
            }
        }
        path
    }

    /// The line and the column of a byte, counted from 1.
    pub(super) fn place(&self, at: u32) -> (usize, usize) {
        let before = self.text.get(..at as usize).unwrap_or_default();
        let line = before.bytes().filter(|byte| *byte == b'\n').count();
        let column = before.chars().rev().take_while(|c| *c != '\n').count();
        (line + 1, column + 1)
    }
}

/// JSON with a value in each line, and without escapes; none where that would lose a character.
fn laid_out(text: &str) -> Option<String> {
    let json = json::parse(text.trim_start_matches('\u{feff}')).ok()?;
    let laid_out = json.laid_out();
    (!is_spoilt(&laid_out, text)).then_some(laid_out)
}

fn unquoted(quoted: &str) -> &str {
    let inner = quoted.strip_prefix('"').and_then(|it| it.strip_suffix('"'));
    inner.unwrap_or(quoted)
}

/// Whether a character was lost: half of a surrogate pair is none.
fn is_spoilt(text: &str, source: &str) -> bool {
    let count = |it: &str| it.matches('\u{fffd}').count();
    count(text) > count(source)
}

/// Whether a key needs no quotes in a path.
fn is_plain(key: &str) -> bool {
    let mut chars = key.chars();
    chars
        .next()
        .is_some_and(|c| c.is_ascii_alphabetic() || c == '_')
        && chars.all(|c| c.is_ascii_alphanumeric() || c == '_')
}
