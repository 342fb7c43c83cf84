//! What curl's options ask for.

use super::repair::{ImportError, Repair, Repairs, named};
use known::{LONG_PLAIN, LONG_WITH_VALUE, SHORT_WITH_VALUE, long_name};

mod data;
mod known;

/// A part of the body, or of the query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Piece {
    /// As it is sent: one or several parameters, encoded.
    Raw(String),
    /// A parameter, not encoded.
    Pair(String, String),
}

/// What a command line says.
#[derive(Default)]
pub(super) struct Command {
    pub(super) address: Option<String>,
    pub(super) method: Option<String>,
    /// `--get`: the data belong to the query.
    pub(super) is_get: bool,
    pub(super) is_head: bool,
    pub(super) globs: bool,
    pub(super) is_json: bool,
    pub(super) data: Vec<Piece>,
    /// `--url-query`.
    pub(super) url_query: Vec<Piece>,
    pub(super) authorization: Option<String>,
    headers_left_out: Vec<String>,
    options_left_out: Vec<String>,
    /// What the last word was put into, for what was cut off from it.
    last: Last,
    pub(super) repairs: Repairs,
}

#[derive(Default, Clone, Copy, PartialEq, Eq)]
enum Last {
    #[default]
    Nothing,
    Address,
    Data,
}

/// Reads the words behind `curl`.
pub(super) fn read(words: Vec<String>) -> Result<Command, ImportError> {
    let mut command = Command {
        globs: true,
        ..Command::default()
    };
    let mut words = words.into_iter();
    while let Some(word) = words.next() {
        let word = command.undashed(word);
        if let Some(long) = word.strip_prefix("--").filter(|long| !long.is_empty()) {
            let (name, inline) = match long.split_once('=') {
                Some((name, value)) => (name, Some(value.to_owned())),
                None => (long, None),
            };
            command.long(name, &mut || inline.clone().or_else(|| words.next()))?;
        } else if let Some(short) = word.strip_prefix('-').filter(|short| !short.is_empty()) {
            command.short(short, &mut words)?;
        } else {
            command.bare(&word);
        }
    }
    let (headers, options) = (
        std::mem::take(&mut command.headers_left_out),
        std::mem::take(&mut command.options_left_out),
    );
    command
        .repairs
        .add_if(!headers.is_empty(), Repair::HeadersLeftOut(headers));
    command
        .repairs
        .add_if(!options.is_empty(), Repair::OptionsLeftOut(options));
    Ok(command)
}

impl Command {
    /// A word whose hyphens a text processor has joined.
    fn undashed(&mut self, word: String) -> String {
        let Some(rest) = word.strip_prefix(['–', '—']) else {
            return word;
        };
        self.repairs.add(Repair::SmartDashes);
        let rest = rest.trim_start_matches(['-', '–', '—']);
        match rest.chars().nth(1).is_some_and(|c| c.is_ascii_lowercase()) {
            true => format!("--{rest}"),
            false => format!("-{rest}"),
        }
    }

    fn short(
        &mut self,
        letters: &str,
        words: &mut impl Iterator<Item = String>,
    ) -> Result<(), ImportError> {
        let mut rest = letters;
        while let Some(letter) = rest.chars().next() {
            rest = rest.get(letter.len_utf8()..).unwrap_or_default();
            let mut value = || match rest.is_empty() {
                true => words.next(),
                false => Some(rest.to_owned()),
            };
            let takes_value = SHORT_WITH_VALUE.contains(letter);
            match long_name(letter) {
                Some(name) => self.long(name, &mut value)?,
                None => {
                    self.options_left_out.push(format!("-{letter}"));
                    if takes_value {
                        value();
                    }
                }
            }
            if takes_value {
                return Ok(());
            }
        }
        Ok(())
    }

    fn long(
        &mut self,
        name: &str,
        value: &mut dyn FnMut() -> Option<String>,
    ) -> Result<(), ImportError> {
        let mut text = || value().unwrap_or_default();
        match name {
            "request" => self.method = Some(text()),
            "url" => self.set_address(&text()),
            "data" | "data-ascii" | "data-binary" | "data-raw" | "data-urlencode" | "form"
            | "form-string" => self.add(data::piece(name, text())?),
            "json" => {
                self.is_json = true;
                self.add(data::piece(name, text())?);
            }
            "url-query" => self.url_query.push(data::of_query(text())?),
            "header" => self.header(&text())?,
            "oauth2-bearer" => self.authorization = Some(text()),
            "get" => self.is_get = true,
            "head" => self.is_head = true,
            "globoff" => self.globs = false,
            "user" | "cookie" => {
                text();
                self.repairs.add(Repair::CredentialsLeftOut);
            }
            "upload-file" => return Err(ImportError::File(named(&text()))),
            "config" => return Err(ImportError::Config),
            name if LONG_PLAIN.contains(&name) => {}
            name if LONG_WITH_VALUE.contains(&name) => {
                text();
            }
            name => self.options_left_out.push(named(&format!("--{name}"))),
        }
        Ok(())
    }

    fn header(&mut self, header: &str) -> Result<(), ImportError> {
        if header.starts_with('@') {
            return Err(ImportError::File(named(header)));
        }
        let (name, value) = header.split_once([':', ';']).unwrap_or((header, ""));
        let shown = named(name.trim());
        let (name, value) = (name.trim().to_ascii_lowercase(), value.trim());
        match name.as_str() {
            "authorization" => self.authorization = Some(value.to_owned()),
            "content-type" => self.is_json |= value.to_ascii_lowercase().contains("json"),
            "cookie" => self.repairs.add(Repair::CredentialsLeftOut),
            // What every browser, and every tool, sends along.
            "accept" | "accept-encoding" | "accept-language" | "user-agent" | "content-length"
            | "host" => {}
            "" => {}
            _ => self.headers_left_out.push(shown),
        }
        Ok(())
    }

    fn add(&mut self, piece: Piece) {
        self.data.push(piece);
        self.last = Last::Data;
    }

    fn set_address(&mut self, address: &str) {
        match &self.address {
            Some(held) if is_url(held) || !is_url(address) => {
                self.repairs.add(Repair::MoreAddresses);
            }
            // What was held is a word, such as the value of an option that is not known here.
            held => {
                self.repairs.add_if(held.is_some(), Repair::WordsLeftOut);
                self.address = Some(address.to_owned());
                self.last = Last::Address;
            }
        }
    }

    /// A word that no option takes: the address, or what a missing quote cut off.
    fn bare(&mut self, word: &str) {
        if word.starts_with(['?', '&'])
            && let Some(address) = &mut self.address
        {
            address.push_str(word);
            self.last = Last::Address;
            self.repairs.add(Repair::SpacesInAddress);
            return;
        }
        let last = match (self.last, self.data.last_mut()) {
            (Last::Address, _) => self.address.as_mut(),
            (Last::Data, Some(Piece::Raw(text) | Piece::Pair(_, text))) => Some(text),
            _ => None,
        };
        if let Some(text) = last.filter(|text| is_open(text)) {
            text.push(' ');
            text.push_str(word);
            self.repairs.add(Repair::UnquotedSpaces);
        } else if self.address.is_none() || is_url(word) {
            self.set_address(word);
        } else {
            self.repairs.add(Repair::WordsLeftOut);
        }
    }
}

fn is_url(word: &str) -> bool {
    let starts = ["http://", "https://", "graph.facebook.com"];
    starts.iter().any(|start| word.starts_with(start))
}

/// Whether more braces were opened than closed.
fn is_open(text: &str) -> bool {
    text.matches(['{', '[']).count() > text.matches(['}', ']']).count()
}
