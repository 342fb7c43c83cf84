//! What curl's options ask for.

use super::repair::{ImportError, Repair, Repairs};

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

/// Options of one letter that take a value.
const SHORT_WITH_VALUE: &str = "AbcCdDeEFhHKmoPQrtTuUwxXyYz";

/// Long options that take a value, other than those that are read below.
const LONG_WITH_VALUE: [&str; 36] = [
    "user-agent",
    "cookie-jar",
    "referer",
    "max-time",
    "connect-timeout",
    "output",
    "write-out",
    "proxy",
    "proxy-user",
    "retry",
    "retry-delay",
    "retry-max-time",
    "cacert",
    "capath",
    "cert",
    "key",
    "resolve",
    "connect-to",
    "interface",
    "limit-rate",
    "range",
    "max-redirs",
    "max-filesize",
    "ciphers",
    "tls-max",
    "proto",
    "proto-default",
    "noproxy",
    "stderr",
    "trace",
    "trace-ascii",
    "dump-header",
    "unix-socket",
    "dns-servers",
    "expect100-timeout",
    "keepalive-time",
];

/// Long options without a value that change nothing for this page.
const LONG_PLAIN: [&str; 31] = [
    "include",
    "silent",
    "show-error",
    "location",
    "insecure",
    "compressed",
    "verbose",
    "fail",
    "fail-with-body",
    "fail-early",
    "http1.0",
    "http1.1",
    "http2",
    "http2-prior-knowledge",
    "http3",
    "ipv4",
    "ipv6",
    "tlsv1.2",
    "tlsv1.3",
    "no-buffer",
    "no-progress-meter",
    "progress-bar",
    "location-trusted",
    "path-as-is",
    "remote-name",
    "raw",
    "tr-encoding",
    "no-keepalive",
    "no-sessionid",
    "globoff",
    "get",
];

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
        let mut rest = letters.chars();
        while let Some(letter) = rest.next() {
            let takes_value = SHORT_WITH_VALUE.contains(letter);
            let inline = rest.as_str().to_owned();
            let mut value = || match inline.is_empty() {
                true => words.next(),
                false => Some(inline.clone()),
            };
            let name = match letter {
                'X' => "request",
                'd' => "data",
                'F' => "form",
                'H' => "header",
                'G' => "get",
                'I' => "head",
                'g' => "globoff",
                'u' => "user",
                'b' => "cookie",
                'T' => "upload-file",
                'K' => "config",
                'A' | 'e' | 'o' | 'm' | 'w' => "output",
                'i'
                | 's'
                | 'S'
                | 'L'
                | 'k'
                | 'v'
                | 'f'
                | 'O'
                | '#'
                | 'N'
                | 'q'
                | '0'..='9'
                | 'a'
                | 'j'
                | 'n'
                | 'l'
                | 'J'
                | 'R'
                | 'Z'
                | 'p' => "silent",
                other => {
                    self.options_left_out.push(format!("-{other}"));
                    if takes_value {
                        value();
                        return Ok(());
                    }
                    continue;
                }
            };
            self.long(name, &mut value)?;
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
            "url" => {
                let url = text();
                self.set_address(&url);
            }
            "data" | "data-ascii" | "data-binary" => {
                let data = text();
                refuse_file(&data)?;
                self.add(Piece::Raw(data));
            }
            "data-raw" => {
                let data = text();
                self.add(Piece::Raw(data));
            }
            "json" => {
                let data = text();
                refuse_file(&data)?;
                self.is_json = true;
                self.add(Piece::Raw(data));
            }
            "data-urlencode" => {
                let piece = to_encode(text())?;
                self.add(piece);
            }
            "url-query" => {
                let data = text();
                let piece = match data.strip_prefix('+') {
                    Some(raw) => Piece::Raw(raw.to_owned()),
                    None => to_encode(data)?,
                };
                self.url_query.push(piece);
            }
            "form" | "form-string" => {
                let part = text();
                let (field, value) = part.split_once('=').unwrap_or((&part, ""));
                let value = match name {
                    "form" => part_value(value, field)?,
                    _ => value,
                };
                self.add(Piece::Pair(field.to_owned(), value.to_owned()));
            }
            "header" => {
                let header = text();
                self.header(&header)?;
            }
            "oauth2-bearer" => self.authorization = Some(text()),
            "get" => self.is_get = true,
            "head" => self.is_head = true,
            "globoff" => self.globs = false,
            "user" | "cookie" => {
                text();
                self.repairs.add(Repair::CredentialsLeftOut);
            }
            "upload-file" => return Err(ImportError::File(text())),
            "config" => return Err(ImportError::Config),
            name if LONG_PLAIN.contains(&name) => {}
            name if LONG_WITH_VALUE.contains(&name) => {
                text();
            }
            name => self.options_left_out.push(format!("--{name}")),
        }
        Ok(())
    }

    fn header(&mut self, header: &str) -> Result<(), ImportError> {
        if header.starts_with('@') {
            return Err(ImportError::File(header.to_owned()));
        }
        let (name, value) = header.split_once([':', ';']).unwrap_or((header, ""));
        let (name, value) = (name.trim().to_ascii_lowercase(), value.trim());
        match name.as_str() {
            "authorization" => self.authorization = Some(value.to_owned()),
            "content-type" => self.is_json |= value.to_ascii_lowercase().contains("json"),
            "cookie" => self.repairs.add(Repair::CredentialsLeftOut),
            // What every browser, and every tool, sends along.
            "accept" | "accept-encoding" | "accept-language" | "user-agent" | "content-length"
            | "host" => {}
            "" => {}
            _ => self.headers_left_out.push(name),
        }
        Ok(())
    }

    fn add(&mut self, piece: Piece) {
        self.data.push(piece);
        self.last = Last::Data;
    }

    fn set_address(&mut self, address: &str) {
        match &self.address {
            None => {
                self.address = Some(address.to_owned());
                self.last = Last::Address;
            }
            Some(_) => self.repairs.add(Repair::MoreAddresses),
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
    word.starts_with("http://") || word.starts_with("https://")
}

/// Whether more braces were opened than closed.
fn is_open(text: &str) -> bool {
    text.matches(['{', '[']).count() > text.matches(['}', ']']).count()
}

fn refuse_file(data: &str) -> Result<(), ImportError> {
    match data.strip_prefix('@') {
        Some(file) => Err(ImportError::File(file.to_owned())),
        None => Ok(()),
    }
}

/// `name=value`, `=value` or `value`; `name@file` and `@file` are refused. The name is sent as it
/// stands.
fn to_encode(data: String) -> Result<Piece, ImportError> {
    if let Some((name, value)) = data.split_once('=') {
        return Ok(match name {
            "" => Piece::Pair(value.to_owned(), String::new()),
            name => Piece::Pair(graph_api::form::decode(name), value.to_owned()),
        });
    }
    match data.split_once('@') {
        Some((_, file)) => Err(ImportError::File(file.to_owned())),
        None => Ok(Piece::Pair(data, String::new())),
    }
}

/// The value of a part of a form, without what is said about it.
fn part_value<'a>(value: &'a str, name: &str) -> Result<&'a str, ImportError> {
    if value.starts_with(['@', '<']) && !is_placeholder(value) {
        return Err(ImportError::File(format!("{name}={value}")));
    }
    let about = [";type=", ";filename=", ";encoder=", ";headers="];
    let end = about.iter().filter_map(|about| value.find(about)).min();
    let value = value.get(..end.unwrap_or(value.len())).unwrap_or(value);
    let bare = value
        .strip_prefix('"')
        .and_then(|value| value.strip_suffix('"'));
    Ok(bare.unwrap_or(value))
}

fn is_placeholder(value: &str) -> bool {
    value.starts_with('<') && value.ends_with('>')
}
