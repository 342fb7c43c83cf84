//! From a text to lines: one pass, with no stack but the lines themselves, so no depth is too deep.

use super::document::{Kind, Line, MOST_LINES, Problem, Span};

/// Reads a text: its lines, and what was wrong. Each opened bracket has a closing line, even where
/// the text has none.
pub(super) fn read(text: &str) -> (Vec<Line>, Option<Problem>) {
    if u32::try_from(text.len()).is_err() {
        return (Vec::new(), Some(Problem::Long(0)));
    }
    let mut reader = Reader {
        bytes: text.as_bytes(),
        at: text.len() - text.trim_start_matches('\u{feff}').len(),
        lines: Vec::new(),
        open: None,
        position: 0,
    };
    let problem = reader.all().err();
    while reader.open.is_some() {
        reader.close(0);
    }
    (reader.lines, problem)
}

struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
    lines: Vec<Line>,
    /// The innermost open bracket's line.
    open: Option<u32>,
    /// The place of what comes next among its siblings.
    position: u32,
}

type Step<T> = Result<T, Problem>;

impl Reader<'_> {
    fn all(&mut self) -> Step<()> {
        if self.peek().is_none() {
            return Err(Problem::Empty);
        }
        loop {
            if self.lines.len() >= MOST_LINES {
                return Err(Problem::Long(number(self.at)));
            }
            let opened = self.entry()?;
            if !opened && self.after()? {
                return Ok(());
            }
        }
    }

    /// What follows a value: another one, or the end of what it lies in. True at the very end.
    fn after(&mut self) -> Step<bool> {
        loop {
            let Some(end) = self.end() else {
                return match self.peek() {
                    None => Ok(true),
                    Some(_) => Err(Problem::More(number(self.at))),
                };
            };
            match self.peek() {
                Some(b',') => {
                    self.at += 1;
                    if let Some(line) = self.lines.last_mut() {
                        line.comma = true;
                    }
                    return Ok(false);
                }
                Some(byte) if byte == end => self.close(1),
                _ if end == b'}' => return self.broken("a comma or }"),
                _ => return self.broken("a comma or ]"),
            }
        }
    }

    /// A value, with its key; true if it was opened, and something comes in it.
    fn entry(&mut self) -> Step<bool> {
        let mut key = Span::default();
        if self.end() == Some(b'}') {
            if self.peek() != Some(b'"') {
                return self.broken("a key in double quotes");
            }
            key = self.string()?;
            if self.peek() != Some(b':') {
                return self.broken("a colon");
            }
            self.at += 1;
        }
        let first = self.peek();
        let from = self.at;
        let kind = match first {
            Some(b'"') => {
                self.string()?;
                Kind::Text
            }
            Some(b'-' | b'0'..=b'9') => {
                self.number()?;
                Kind::Number
            }
            Some(b'[') => self.opened(b']', Kind::OpenList, Kind::EmptyList),
            Some(b'{') => self.opened(b'}', Kind::OpenObject, Kind::EmptyObject),
            _ => {
                self.word()?;
                Kind::Word
            }
        };
        let own = number(self.lines.len());
        let parent = self.open.and_then(|at| self.lines.get(at as usize));
        self.lines.push(Line {
            kind,
            comma: false,
            key,
            value: self.since(from),
            depth: parent.map_or(0, |line| line.depth + 1),
            parent: self.open.unwrap_or(own),
            position: self.position,
            partner: own,
        });
        self.position += 1;
        if kind.opens() {
            self.open = Some(own);
            self.position = 0;
        }
        Ok(kind.opens())
    }

    /// Steps over a bracket, and over its partner if nothing is between them.
    fn opened(&mut self, end: u8, open: Kind, empty: Kind) -> Kind {
        self.at += 1;
        let after = self.at;
        if self.peek() == Some(end) {
            self.at += 1;
            return empty;
        }
        self.at = after;
        open
    }

    /// Closes the innermost bracket, with so many bytes.
    fn close(&mut self, length: usize) {
        let from = self.at;
        self.at += length;
        let value = self.since(from);
        let own = number(self.lines.len());
        let Some(at) = self.open else { return };
        let Some(line) = self.lines.get_mut(at as usize) else {
            return;
        };
        line.partner = own;
        let opened = *line;
        self.lines.push(Line {
            kind: Kind::Close,
            key: Span::default(),
            value,
            position: self.position,
            partner: at,
            ..opened
        });
        self.open = (opened.parent != at).then_some(opened.parent);
        self.position = opened.position + 1;
    }

    /// The bracket that closes the innermost open one.
    fn end(&self) -> Option<u8> {
        let line = self.lines.get(self.open? as usize)?;
        Some(match line.kind {
            Kind::OpenObject => b'}',
            _ => b']',
        })
    }

    fn broken<T>(&self, expected: &'static str) -> Step<T> {
        Err(Problem::Broken(number(self.at), expected))
    }

    fn byte(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    /// The next byte that is not white space.
    fn peek(&mut self) -> Option<u8> {
        while let Some(b' ' | b'\n' | b'\r' | b'\t') = self.byte() {
            self.at += 1;
        }
        self.byte()
    }

    fn since(&self, from: usize) -> Span {
        Span {
            from: number(from),
            to: number(self.at),
        }
    }

    fn word(&mut self) -> Step<()> {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let words: [&[u8]; 3] = [b"null", b"true", b"false"];
        match words.iter().find(|word| rest.starts_with(word)) {
            Some(word) => {
                self.at += word.len();
                Ok(())
            }
            None => self.broken("a value"),
        }
    }

    fn number(&mut self) -> Step<()> {
        self.at += usize::from(self.byte() == Some(b'-'));
        match self.byte() {
            Some(b'0') => self.at += 1,
            _ => self.digits()?,
        }
        if self.byte() == Some(b'.') {
            self.at += 1;
            self.digits()?;
        }
        if let Some(b'e' | b'E') = self.byte() {
            self.at += 1;
            self.at += usize::from(matches!(self.byte(), Some(b'+' | b'-')));
            self.digits()?;
        }
        Ok(())
    }

    fn digits(&mut self) -> Step<()> {
        let from = self.at;
        while let Some(b'0'..=b'9') = self.byte() {
            self.at += 1;
        }
        match self.at == from {
            true => self.broken("a digit"),
            false => Ok(()),
        }
    }

    /// A text in quotes.
    fn string(&mut self) -> Step<Span> {
        let from = self.at;
        self.at += 1;
        loop {
            match self.byte() {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(self.since(from));
                }
                Some(b'\\') => self.escape()?,
                None => return self.broken("the end of a text"),
                Some(0..0x20) => return self.broken("no control character in a text"),
                Some(_) => self.at += 1,
            }
        }
    }

    fn escape(&mut self) -> Step<()> {
        let digits = |it: &[u8]| it.iter().all(u8::is_ascii_hexdigit);
        let rest = self.bytes.get(self.at + 1..).unwrap_or_default();
        self.at += match rest {
            [b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't', ..] => 2,
            [b'u', rest @ ..] if rest.get(..4).is_some_and(digits) => 6,
            _ => return self.broken("an escape such as \\n"),
        };
        Ok(())
    }
}

fn number(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}
