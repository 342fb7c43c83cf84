//! A command line in words, as bash, cmd or PowerShell would cut it, and as a reader would mean it.

use super::repair::{Repair, Repairs};

mod quotes;

/// Whose quoting it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shell {
    Bash,
    Cmd,
    /// PowerShell.
    Power,
}

/// A command, cut into words.
#[derive(Debug)]
pub(super) struct Words<'a> {
    pub(super) words: Vec<String>,
    pub(super) repairs: Repairs,
    /// What stands behind the command.
    pub(super) rest: &'a str,
}

/// Cuts a command that is written for whichever shell.
pub(super) fn cut(text: &str) -> Words<'_> {
    let bash = Cutter::run(text, Shell::Bash);
    let other = match bash.meant {
        Shell::Bash => return bash.done(),
        other => other,
    };
    Cutter::run(text, other).done()
}

struct Cutter<'a> {
    rest: &'a str,
    shell: Shell,
    /// The shell that the text turned out to be for.
    meant: Shell,
    words: Vec<String>,
    /// The word that is being read; an empty one may be meant.
    word: Option<String>,
    /// The next word is a file that the output goes to.
    skips: bool,
    repairs: Repairs,
}

impl<'a> Cutter<'a> {
    fn run(text: &'a str, shell: Shell) -> Self {
        let mut cutter = Self {
            rest: text,
            shell,
            meant: shell,
            words: Vec::new(),
            word: None,
            skips: false,
            repairs: Repairs::default(),
        };
        while let Some(c) = cutter.next() {
            if !cutter.take(c) {
                break;
            }
        }
        cutter.end_word();
        cutter
    }

    fn done(self) -> Words<'a> {
        let mut words = self.words;
        if self.shell == Shell::Power {
            // What PowerShell leaves for curl to read.
            for word in &mut words {
                *word = word.replace("\\\"", "\"");
            }
        }
        Words {
            words,
            repairs: self.repairs,
            rest: self.rest,
        }
    }

    fn next(&mut self) -> Option<char> {
        let mut chars = self.rest.chars();
        let c = chars.next();
        self.rest = chars.as_str();
        c
    }

    fn push(&mut self, c: char) {
        self.word.get_or_insert_default().push(c);
    }

    fn end_word(&mut self) {
        if let Some(word) = self.word.take()
            && !std::mem::take(&mut self.skips)
        {
            self.words.push(word);
        }
    }

    /// Takes one character outside of quotes. The command ends when it says no.
    fn take(&mut self, c: char) -> bool {
        match c {
            '\n' => {
                self.end_word();
                return self.goes_on();
            }
            '\u{feff}' | '\u{200b}'..='\u{200d}' | '\u{2060}' => {}
            c if c.is_whitespace() => {
                self.repairs.add_if(!c.is_ascii(), Repair::NoBreakSpaces);
                self.end_word();
            }
            '\\' => self.backslash(),
            '^' => self.caret(),
            '`' => self.backtick(),
            '"' => self.double_quoted(),
            '\'' if self.shell != Shell::Cmd => self.single_quoted(),
            '“' | '”' | '„' | '‟' | '″' | '«' | '»' => {
                self.smart_quoted(&['“', '”', '‟', '″', '»'], '"');
            }
            '‘' | '’' | '‚' | '‛' | '′' => self.smart_quoted(&['‘', '’', '‛', '′'], '\''),
            '$' if self.shell == Shell::Bash => self.dollar(),
            '#' if self.word.is_none() => self.comment(),
            '&' => return self.ampersand(),
            ';' | '|' => {
                self.end_word();
                return false;
            }
            '<' | '>' => self.angle(c),
            c => self.push(c),
        }
        true
    }

    /// Whether the next line belongs to the command, though nothing says so.
    fn goes_on(&mut self) -> bool {
        let next = self.rest.trim_start_matches([' ', '\t', '\r', '\u{a0}']);
        let is_option = |text: &str| {
            let text = text.trim_start_matches(['-', '–', '—']);
            text.starts_with(|c: char| c.is_ascii_alphabetic())
        };
        let goes_on = match next.chars().next() {
            Some('-' | '–' | '—') => is_option(next),
            Some('"' | '\'' | '“' | '‘' | '?' | '&') => true,
            Some('^') => next.starts_with("^\""),
            _ => next.starts_with("http") || next.starts_with("graph."),
        };
        self.repairs.add_if(
            goes_on && !self.words.is_empty(),
            Repair::MissingContinuation,
        );
        goes_on || self.words.is_empty() && self.word.is_none() && !next.is_empty()
    }

    /// Steps over the end of the line, if only that comes next.
    fn line_end(&mut self) -> bool {
        let after = self.rest.trim_start_matches([' ', '\t', '\r', '\u{a0}']);
        let Some(next) = after.strip_prefix('\n') else {
            return false;
        };
        let is_clean = self.rest.starts_with(['\n', '\r']);
        self.repairs.add_if(!is_clean, Repair::SpaceAfterBackslash);
        self.rest = next;
        true
    }

    fn backslash(&mut self) {
        if self.line_end() {
            return;
        }
        match (self.shell, self.rest.chars().next()) {
            (Shell::Bash, Some(c)) => {
                self.next();
                self.push(c);
            }
            (Shell::Cmd, Some('"')) => {
                self.next();
                self.push('"');
            }
            _ => self.push('\\'),
        }
    }

    /// In cmd it takes the meaning from what follows; in bash it shows that this is for cmd.
    fn caret(&mut self) {
        let shell = self.shell;
        match shell {
            Shell::Bash => {
                let is_at_end = self.rest.trim_start_matches([' ', '\r']).starts_with('\n');
                if self.rest.starts_with(['"', '^']) || is_at_end {
                    self.meant = Shell::Cmd;
                }
                self.push('^');
            }
            Shell::Cmd if self.line_end() => {}
            // A quote that is a sign for cmd, and a quote for curl.
            Shell::Cmd if self.rest.starts_with('"') => {
                self.next();
                self.caret_quoted();
            }
            Shell::Cmd => {
                if let Some(c) = self.next() {
                    self.push(c);
                }
            }
            Shell::Power => self.push('^'),
        }
    }

    fn backtick(&mut self) {
        let is_at_end = self.rest.trim_start_matches([' ', '\r']).starts_with('\n');
        let shell = self.shell;
        match shell {
            Shell::Bash if is_at_end => {
                self.meant = Shell::Power;
                self.push('`');
            }
            Shell::Bash => {
                self.repairs.add(Repair::NotRun);
                self.push('`');
                while let Some(c) = self.next() {
                    self.push(c);
                    if c == '`' {
                        break;
                    }
                }
            }
            Shell::Power if self.line_end() => {}
            Shell::Power => self.powershell_escape(),
            Shell::Cmd => self.push('`'),
        }
    }

    fn comment(&mut self) {
        let end = self.rest.find('\n').unwrap_or(self.rest.len());
        self.rest = self.rest.get(end..).unwrap_or_default();
    }

    /// A `&` between two parameters is a part of the address, whatever a shell thinks of it.
    fn ampersand(&mut self) -> bool {
        let is_end = self.rest.is_empty()
            || self
                .rest
                .starts_with(|c: char| c == '&' || c.is_whitespace());
        if is_end {
            self.end_word();
            return false;
        }
        self.repairs.add(Repair::UnquotedAmpersand);
        self.push('&');
        true
    }

    /// A placeholder such as `<PAGE-ID>`, or where the output goes.
    fn angle(&mut self, c: char) {
        let is_of_name = |c: &char| c.is_alphanumeric() || matches!(c, ' ' | '_' | '-' | '.');
        let inner: String = self.rest.chars().take(64).take_while(is_of_name).collect();
        let after = self.rest.get(inner.len()..).unwrap_or_default();
        if c == '<' && !inner.is_empty() && after.starts_with('>') {
            self.push('<');
            let (name, rest) = self
                .rest
                .split_at_checked(inner.len() + 1)
                .unwrap_or_default();
            self.word.get_or_insert_default().push_str(name);
            self.rest = rest;
            return;
        }
        if self.word.as_deref() == Some("2") || self.word.as_deref() == Some("1") {
            self.word = None;
        }
        self.end_word();
        self.rest = self.rest.trim_start_matches(['>', '<', '&']);
        self.skips = true;
    }
}
