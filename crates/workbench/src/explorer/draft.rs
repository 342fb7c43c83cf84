//! A call in the making.

use graph_api::json::{Object, Value};
use graph_api::{GraphVersion, Method, TokenKind};
use interchange::{is_secret_name, looks_like_token};
use remote_view::Field;

use super::known::Known;
use super::placeholder;
use super::query::{self, Query};
use super::rows::Rows;
use super::target::{self, Target};
use crate::holds::Holds;
use crate::wish::{IdKind, Request};

/// What Meta's explorer opens on, too.
const FIRST: &str = "me?fields=id,name";

/// The call, as far as it is written.
#[derive(Debug)]
pub(crate) struct Draft {
    pub(crate) method: Method,
    /// None: the page's own.
    pub(crate) version: Option<GraphVersion>,
    pub(crate) token: TokenKind,
    /// The query line.
    pub(crate) line: Field,
    pub(crate) rows: Rows,
    /// What was done to the line when it was read.
    pub(crate) note: Option<Note>,
}

/// What was done to a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Note {
    /// A secret was taken out; and this other host, if the line names one.
    Secret(Option<String>),
    /// The version in it was chosen instead.
    Version(GraphVersion),
    /// It names another host than Graph's.
    Host(String),
}

/// Why it cannot be sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Problem {
    /// There is no path.
    Empty,
    /// This word stands for an ID.
    Placeholder(String),
    /// A segment of dots would leave the path.
    Dots,
    /// There is no such token.
    NoToken(TokenKind),
    /// This row has a value and no name.
    Unnamed(u32),
    /// This word in this row stands for an ID.
    RowPlaceholder(u32, String),
}

impl Default for Draft {
    fn default() -> Self {
        let mut line = Field::default();
        line.set(FIRST);
        Self {
            method: Method::Get,
            version: None,
            token: TokenKind::User,
            line,
            rows: Rows::default(),
            note: None,
        }
    }
}

impl Draft {
    /// The query, as the line has it.
    pub(crate) fn query(&self) -> Query {
        query::read(self.line.text()).query
    }

    /// What the method and the path mean.
    pub(crate) fn target(&self, known: &Known) -> Target {
        target::find(self.method, &self.query().path, self.token, known)
    }

    /// Whether fields are written in rows.
    pub(crate) fn has_rows(&self) -> bool {
        self.method != Method::Get
    }

    /// The reader typed the line. What must not or need not stand in it is taken out at once; a
    /// version or a host only when a path follows or a secret did, since until then it is being typed.
    pub(crate) fn typed(&mut self, text: &str) {
        let reading = query::read(text);
        let is_whole = reading.had_secret || !reading.query.path.is_empty();
        let host = reading.host.filter(|_| is_whole);
        let version = reading.version.filter(|_| is_whole);
        match reading.had_secret || version.is_some() || host.is_some() {
            true => self.line.set(reading.query.write()),
            false => self.line.typed(text.to_owned()),
        }
        self.version = version.or(self.version);
        let foreign = host
            .filter(|host| !host.is_empty() && !host.eq_ignore_ascii_case("graph.facebook.com"));
        self.note = match (foreign, version) {
            // After a second `@`, what reads as the host may be part of a password.
            (Some(_), _) if reading.had_secret && text.matches('@').count() > 1 => {
                Some(Note::Secret(Some("another host".to_owned())))
            }
            (foreign, _) if reading.had_secret => Some(Note::Secret(foreign)),
            (Some(host), _) => Some(Note::Host(host)),
            (None, version) => version.map(Note::Version),
        };
    }

    /// Writes the line anew.
    pub(crate) fn write(&mut self, query: &Query) {
        self.note = None;
        self.line.set(query.write());
    }

    /// Writes a whole call.
    pub(crate) fn open(&mut self, request: &Request) {
        self.method = request.method;
        self.version = Some(request.version);
        self.token = request.token.unwrap_or(self.token);
        self.rows.clear();
        let mut reading = query::read(&request.path);
        for (name, value) in &request.params {
            let is_secret =
                is_secret_name(name) || looks_like_token(name) || looks_like_token(value);
            match (self.has_rows(), is_secret) {
                // A row takes a secret out by itself, and tells.
                (true, _) => drop(self.rows.add(name, value)),
                (false, true) => reading.had_secret = true,
                (false, false) => reading.query.params.push((name.clone(), value.clone())),
            }
        }
        self.write(&reading.query);
        self.note = reading.had_secret.then_some(Note::Secret(None));
    }

    /// An ID was clicked in an answer. It takes the place of a word that stands for such an ID; else,
    /// in a write, of what it can be there; else of the whole query, as in Meta's explorer.
    pub(crate) fn put_id(&mut self, id: &str, kind: IdKind) {
        if self.method == Method::Post && self.put_in_row(id, kind) {
            return;
        }
        let mut query = self.query();
        let fits = |word: &str| {
            placeholder::find(word).is_some_and(|(range, wanted)| {
                range == (0..word.len()) && (wanted == kind || kind == IdKind::Other)
            })
        };
        let is_owner = matches!(kind, IdKind::Page | IdKind::Other);
        let mut params = query.params.iter_mut();
        let user_id = params.find(|(name, _)| kind == IdKind::Psid && name == "user_id");
        if let Some((_, value)) = user_id {
            id.clone_into(value);
        } else if let Some(segment) = query.path.iter_mut().find(|it| fits(it)) {
            id.clone_into(segment);
        } else if let (true, true, Some(first)) =
            (self.has_rows(), is_owner, query.path.first_mut())
        {
            id.clone_into(first);
        } else {
            query = Query {
                path: vec![id.to_owned()],
                params: Vec::new(),
            };
        }
        self.write(&query);
    }

    /// A person is whom a message goes to, a message is what it answers.
    fn put_in_row(&mut self, id: &str, kind: IdKind) -> bool {
        let (name, key) = match kind {
            IdKind::Psid => ("recipient", "id"),
            IdKind::Message => ("reply_to", "mid"),
            _ => return false,
        };
        let mut value = Object::default();
        value.insert(key, id.into());
        if !self.rows.fill(name, id) {
            self.rows.put(name, &Value::from(value).to_string());
        }
        true
    }

    /// The call, ready to be sent.
    pub(crate) fn request(&self, holds: &Holds) -> Result<Request, Problem> {
        let query = self.query();
        if query.path.is_empty() {
            return Err(Problem::Empty);
        }
        for segment in &query.path {
            if segment.bytes().all(|it| it == b'.') {
                return Err(Problem::Dots);
            }
            if let Some((range, _)) = placeholder::find(segment)
                && range == (0..segment.len())
            {
                return Err(Problem::Placeholder(segment.clone()));
            }
        }
        let mut params = query.params.clone();
        if self.has_rows() {
            self.check_rows()?;
            params.extend(self.rows.params());
        }
        if !holds.has(self.token) {
            return Err(Problem::NoToken(self.token));
        }
        Ok(Request {
            method: self.method,
            version: self.version.unwrap_or(holds.version),
            path: query.encoded_path(),
            params,
            token: Some(self.token),
        })
    }

    fn check_rows(&self) -> Result<(), Problem> {
        for row in self.rows.iter() {
            let (name, value) = (row.name.text().trim(), row.value.text());
            if name.is_empty() && !value.is_empty() {
                return Err(Problem::Unnamed(row.id));
            }
            let is_about_ids = matches!(name, "recipient" | "reply_to");
            if let Some((range, _)) = placeholder::find(value).filter(|_| is_about_ids) {
                let word = value.get(range).unwrap_or_default().to_owned();
                return Err(Problem::RowPlaceholder(row.id, word));
            }
        }
        Ok(())
    }
}
