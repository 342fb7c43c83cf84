//! What stands in quotes.

use super::{Cutter, Shell};
use crate::import::repair::Repair;

impl Cutter<'_> {
    /// The text up to a quote, with nothing meant by any character; in PowerShell a doubled quote
    /// is one.
    pub(super) fn single_quoted(&mut self) {
        self.word.get_or_insert_default();
        while let Some(c) = self.next() {
            match c {
                '\'' if self.shell == Shell::Power && self.rest.starts_with('\'') => {
                    self.next();
                    self.push('\'');
                }
                '\'' => return,
                c => self.push(c),
            }
        }
        self.repairs.add(Repair::UnclosedQuote);
    }

    pub(super) fn double_quoted(&mut self) {
        self.word.get_or_insert_default();
        while let Some(c) = self.next() {
            match (self.shell, c) {
                (Shell::Cmd | Shell::Power, '"') if self.rest.starts_with('"') => {
                    self.next();
                    self.push('"');
                }
                (_, '"') => return,
                (Shell::Bash, '\\') => self.bash_escape(),
                (Shell::Cmd, '\\') => self.runtime_escape("\""),
                (Shell::Power, '\\') if self.rest.starts_with('"') => {
                    self.next();
                    self.push('"');
                }
                (Shell::Power, '`') => self.powershell_escape(),
                (Shell::Bash, '`') => {
                    self.repairs.add(Repair::NotRun);
                    self.push('`');
                }
                (Shell::Bash, '$') => {
                    self.repairs
                        .add_if(self.rest.starts_with('('), Repair::NotRun);
                    self.push('$');
                }
                (_, c) => self.push(c),
            }
        }
        self.repairs.add(Repair::UnclosedQuote);
    }

    /// A backslash as programs for Windows read it: only before a quote it means something.
    fn runtime_escape(&mut self, quote: &str) {
        let after = self.rest.trim_start_matches('\\');
        let count = 1 + self.rest.len() - after.len();
        self.rest = after;
        let behind = after.strip_prefix(quote);
        let kept = behind.map_or(count, |_| count / 2);
        (0..kept).for_each(|_| self.push('\\'));
        if let Some(behind) = behind.filter(|_| count % 2 == 1) {
            self.rest = behind;
            self.push('"');
        }
    }

    /// A backslash between double quotes of bash.
    fn bash_escape(&mut self) {
        match self.rest.chars().next() {
            Some(c @ ('$' | '`' | '"' | '\\')) => {
                self.next();
                self.push(c);
            }
            Some('\n') => {
                self.next();
            }
            _ if self.rest.starts_with("\r\n") => {
                self.next();
                self.next();
            }
            _ => self.push('\\'),
        }
    }

    pub(super) fn powershell_escape(&mut self) {
        match self.next() {
            Some('n') => self.push('\n'),
            Some('r') => self.push('\r'),
            Some('t') => self.push('\t'),
            Some('\n') | None => {}
            Some(c) => self.push(c),
        }
    }

    /// What stands in `^"…^"`, where cmd still reads carets. It is Chrome's way of copying, in which a
    /// backslash behind a caret is its own sign.
    pub(super) fn caret_quoted(&mut self) {
        self.word.get_or_insert_default();
        let mut is_escaped = false;
        while let Some(c) = self.next() {
            let c = match c {
                '\\' if !is_escaped => {
                    self.runtime_escape("^\"");
                    continue;
                }
                '^' => match self.next() {
                    // The caret holds the first end of line back; the second one is meant.
                    Some('\n') => continue,
                    Some('\r') if self.rest.starts_with('\n') => {
                        self.next();
                        continue;
                    }
                    Some(c) => c,
                    None => break,
                },
                c => c,
            };
            match c {
                '\\' if !is_escaped => {
                    is_escaped = true;
                    continue;
                }
                '"' if !is_escaped => return,
                '"' | '\\' => self.push(c),
                c => {
                    if is_escaped {
                        self.push('\\');
                    }
                    self.push(c);
                }
            }
            is_escaped = false;
        }
        self.repairs.add(Repair::UnclosedQuote);
    }

    /// Quotes that a text processor has curled; the straight one closes them too, where no curled
    /// one is left.
    pub(super) fn smart_quoted(&mut self, closing: &[char], straight: char) {
        self.repairs.add(Repair::SmartQuotes);
        self.word.get_or_insert_default();
        let line = self.rest.split('\n').next().unwrap_or_default();
        let ends = match self.rest.contains(closing) {
            true => closing,
            false if line.contains(straight) => &[straight],
            false => &[],
        };
        while let Some(c) = self.next() {
            match c {
                c if ends.contains(&c) => return,
                '\\' if self.rest.starts_with(['"', '\\', '\n']) => {
                    if let Some(c) = self.next().filter(|c| *c != '\n') {
                        self.push(c);
                    }
                }
                c => self.push(c),
            }
        }
        self.repairs.add(Repair::UnclosedQuote);
    }

    /// `$'…'`, `$"…"`, `$(…)`, or a variable.
    pub(super) fn dollar(&mut self) {
        match self.rest.chars().next() {
            Some('\'') => {
                self.next();
                self.ansi_quoted();
            }
            Some('"') => {
                self.next();
                self.double_quoted();
            }
            Some('(') => {
                self.repairs.add(Repair::NotRun);
                self.push('$');
                let mut depth = 0_usize;
                while let Some(c) = self.next() {
                    self.push(c);
                    depth = match c {
                        '(' => depth + 1,
                        ')' => depth.saturating_sub(1),
                        _ => depth,
                    };
                    if depth == 0 {
                        break;
                    }
                }
            }
            _ => self.push('$'),
        }
    }

    /// bash's quotes with escapes. They make bytes, of which a text is made at the end.
    fn ansi_quoted(&mut self) {
        let mut bytes = Vec::new();
        let mut is_closed = false;
        while let Some(c) = self.next() {
            match c {
                '\'' => {
                    is_closed = true;
                    break;
                }
                '\\' => self.ansi_escape(&mut bytes),
                c => push_char(&mut bytes, c),
            }
        }
        self.repairs.add_if(!is_closed, Repair::UnclosedQuote);
        let text = String::from_utf8_lossy(&bytes);
        self.word.get_or_insert_default().push_str(&text);
    }

    fn ansi_escape(&mut self, bytes: &mut Vec<u8>) {
        let Some(c) = self.next() else { return };
        let code = match c {
            'a' => 7,
            'b' => 8,
            't' => 9,
            'n' => 10,
            'v' => 11,
            'f' => 12,
            'r' => 13,
            'e' | 'E' => 27,
            'x' => self.number(16, 2),
            'u' => self.number(16, 4),
            'U' => self.number(16, 8),
            '0'..='7' => self.octal(c.to_digit(8).unwrap_or(0)),
            '\\' | '\'' | '"' | '?' => u32::from(c),
            other => {
                bytes.push(b'\\');
                push_char(bytes, other);
                return;
            }
        };
        match (c, u8::try_from(code)) {
            ('u' | 'U', _) => push_char(bytes, char::from_u32(code).unwrap_or('\u{fffd}')),
            (_, Ok(byte)) => bytes.push(byte),
            (_, Err(_)) => {}
        }
    }

    /// A number of at most so many digits.
    fn number(&mut self, base: u32, most: usize) -> u32 {
        let mut number = 0;
        for _ in 0..most {
            let Some(digit) = self.rest.chars().next().and_then(|c| c.to_digit(base)) else {
                break;
            };
            self.next();
            number = number * base + digit;
        }
        number
    }

    /// Up to two more octal digits.
    fn octal(&mut self, first: u32) -> u32 {
        let mut number = first;
        for _ in 0..2 {
            let Some(digit) = self.rest.chars().next().and_then(|c| c.to_digit(8)) else {
                break;
            };
            self.next();
            number = number * 8 + digit;
        }
        number & 0xff
    }
}

fn push_char(bytes: &mut Vec<u8>, c: char) {
    bytes.extend(c.encode_utf8(&mut [0; 4]).bytes());
}
