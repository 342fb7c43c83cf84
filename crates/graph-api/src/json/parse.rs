//! From a text to a value: RFC 8259 to the letter, but for lone surrogates.

use std::fmt;

use super::value::{Object, Value};

/// How deep lists and objects may lie in each other: each level takes a part of the stack.
const DEPTH: usize = 127;

/// Why a text is not JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Problem {
    what: &'static str,
    at: usize,
}

impl Problem {
    /// Up to which byte the text could be read.
    #[must_use]
    pub const fn at(&self) -> usize {
        self.at
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} at byte {}", self.what, self.at)
    }
}

/// Reads a text that is one JSON value. Half of a surrogate pair, which JavaScript can write,
/// becomes U+FFFD.
///
/// # Errors
/// When it is something else, or nested too deep.
pub fn parse(text: &str) -> Result<Value, Problem> {
    let mut reader = Reader { text, at: 0 };
    let value = reader.value(DEPTH)?;
    match reader.peek() {
        None => Ok(value),
        Some(_) => reader.fail("more than one value"),
    }
}

/// Reads the JSON value that a text begins with, and tells how many bytes it takes.
///
/// # Errors
/// When it begins with something else, or with a part of a value.
pub fn parse_first(text: &str) -> Result<(Value, usize), Problem> {
    let mut reader = Reader { text, at: 0 };
    let value = reader.value(DEPTH)?;
    Ok((value, reader.at))
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl Reader<'_> {
    fn fail<T>(&self, what: &'static str) -> Result<T, Problem> {
        Err(Problem { what, at: self.at })
    }

    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// The next byte that is not white space.
    fn peek(&mut self) -> Option<u8> {
        while let Some(b' ' | b'\n' | b'\r' | b'\t') = self.byte() {
            self.at += 1;
        }
        self.byte()
    }

    /// Steps over the next byte that is not white space, if it is this one.
    fn takes(&mut self, wanted: u8) -> bool {
        let is_there = self.peek() == Some(wanted);
        self.at += usize::from(is_there);
        is_there
    }

    fn value(&mut self, depth: usize) -> Result<Value, Problem> {
        match self.peek() {
            Some(b'"') => self.string().map(Value::Text),
            Some(b'-' | b'0'..=b'9') => self.number().map(Value::Number),
            Some(b'[' | b'{') if depth == 0 => self.fail("nested too deep"),
            Some(b'[') => self.list(depth - 1),
            Some(b'{') => self.object(depth - 1),
            _ => self.word(),
        }
    }

    fn word(&mut self) -> Result<Value, Problem> {
        let words = [
            ("null", Value::Null),
            ("true", Value::Bool(true)),
            ("false", Value::Bool(false)),
        ];
        for (word, value) in words {
            if self.rest().starts_with(word) {
                self.at += word.len();
                return Ok(value);
            }
        }
        self.fail("expected a value")
    }

    fn list(&mut self, depth: usize) -> Result<Value, Problem> {
        self.at += 1;
        let mut items = Vec::new();
        if self.takes(b']') {
            return Ok(Value::List(items));
        }
        loop {
            items.push(self.value(depth)?);
            if self.takes(b']') {
                return Ok(Value::List(items));
            }
            if !self.takes(b',') {
                return self.fail("expected , or ]");
            }
        }
    }

    fn object(&mut self, depth: usize) -> Result<Value, Problem> {
        self.at += 1;
        let mut pairs = Vec::new();
        if self.takes(b'}') {
            return Ok(Value::Object(Object(pairs)));
        }
        loop {
            if self.peek() != Some(b'"') {
                return self.fail("expected a key");
            }
            let key = self.string()?;
            if !self.takes(b':') {
                return self.fail("expected :");
            }
            pairs.push((key, self.value(depth)?));
            if self.takes(b'}') {
                return Ok(Value::Object(Object(pairs)));
            }
            if !self.takes(b',') {
                return self.fail("expected , or }");
            }
        }
    }

    fn number(&mut self) -> Result<String, Problem> {
        let from = self.at;
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
            if let Some(b'+' | b'-') = self.byte() {
                self.at += 1;
            }
            self.digits()?;
        }
        Ok(self.since(from).to_owned())
    }

    /// Steps over one digit or more.
    fn digits(&mut self) -> Result<(), Problem> {
        let from = self.at;
        while let Some(b'0'..=b'9') = self.byte() {
            self.at += 1;
        }
        match self.at == from {
            true => self.fail("expected a digit"),
            false => Ok(()),
        }
    }

    fn string(&mut self) -> Result<String, Problem> {
        self.at += 1;
        let mut text = String::new();
        loop {
            let from = self.at;
            while !matches!(self.byte(), None | Some(b'"' | b'\\' | 0..=0x1f)) {
                self.at += 1;
            }
            text.push_str(self.since(from));
            match self.byte() {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(text);
                }
                Some(b'\\') => text.push(self.escape()?),
                _ => return self.fail("expected the end of a text"),
            }
        }
    }

    fn escape(&mut self) -> Result<char, Problem> {
        self.at += 1;
        let c = match self.byte() {
            Some(c @ (b'"' | b'\\' | b'/')) => char::from(c),
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'u') => return self.unicode(),
            _ => return self.fail("expected an escape"),
        };
        self.at += 1;
        Ok(c)
    }

    /// The character of `uXXXX`, or of a pair of them.
    fn unicode(&mut self) -> Result<char, Problem> {
        let Some(unit) = self.unit("u") else {
            return self.fail("expected four hexadecimal digits");
        };
        self.at += 5;
        if let (0xd800..=0xdbff, Some(low @ 0xdc00..=0xdfff)) = (unit, self.unit("\\u")) {
            self.at += 6;
            let code = 0x1_0000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
            return Ok(char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER));
        }
        Ok(char::from_u32(unit).unwrap_or(char::REPLACEMENT_CHARACTER))
    }

    /// The code unit that stands here behind `mark`.
    fn unit(&self, mark: &str) -> Option<u32> {
        let digits = self.rest().strip_prefix(mark)?.as_bytes().get(..4)?;
        let mut unit = 0;
        for digit in digits {
            unit = unit * 16 + char::from(*digit).to_digit(16)?;
        }
        Some(unit)
    }

    fn since(&self, from: usize) -> &str {
        self.text.get(from..self.at).unwrap_or_default()
    }

    fn rest(&self) -> &str {
        self.text.get(self.at..).unwrap_or_default()
    }
}
