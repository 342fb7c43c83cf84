//! A curl line that is pasted. What it says is read elsewhere; here it becomes the call.

use graph_api::{GraphVersion, Method};
use remote_view::Field;

use crate::holds::Holds;
use crate::wish::Request;

/// What a command line asks for. Its token is left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imported {
    /// The verb.
    pub method: Method,
    /// The version, if it has one.
    pub version: Option<GraphVersion>,
    /// The path after it, percent-encoded.
    pub path: String,
    /// The parameters of query and form, decoded, in order.
    pub params: Vec<(String, String)>,
    /// What was repaired and left out, a sentence each.
    pub said: Vec<String>,
}

/// Reads a command line, or says in a sentence why it cannot.
pub type ReadCurl = fn(&str) -> Result<Imported, String>;

/// The field for it, and what came of the last one. It has no `Debug`: a token may stand in it.
#[derive(Default)]
pub(crate) struct Import {
    read: Option<ReadCurl>,
    pub(crate) text: Field,
    pub(crate) outcome: Option<Result<Vec<String>, String>>,
}

impl Import {
    pub(crate) fn by(&mut self, read: ReadCurl) {
        self.read = Some(read);
    }

    pub(crate) fn is_there(&self) -> bool {
        self.read.is_some()
    }

    pub(crate) fn typed(&mut self, text: String) {
        self.text.typed(text);
    }

    /// Reads what was pasted. Once it was read it is forgotten, since it may hold a token.
    pub(crate) fn read(&mut self, holds: &Holds) -> Option<Request> {
        match (self.read?)(self.text.text()) {
            Ok(imported) => {
                self.text.set("");
                self.outcome = Some(Ok(imported.said));
                Some(Request {
                    method: imported.method,
                    version: imported.version.unwrap_or(holds.version),
                    path: imported.path,
                    params: imported.params,
                    token: None,
                })
            }
            Err(why) => {
                self.outcome = Some(Err(why));
                None
            }
        }
    }
}
