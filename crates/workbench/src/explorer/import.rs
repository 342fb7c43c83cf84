//! A curl line that is pasted, and becomes the call.

use interchange::FoundToken;
use remote_view::Field;

use crate::holds::Holds;
use crate::wish::Request;

/// The field for it, and what came of the last one. It has no `Debug`: a token may stand in it.
#[derive(Default)]
pub(crate) struct Import {
    pub(crate) text: Field,
    pub(crate) outcome: Option<Outcome>,
}

/// What came of a line.
pub(crate) enum Outcome {
    /// It was read.
    Read {
        /// What was mended, a sentence each.
        repairs: Vec<String>,
        /// Whether a token stood in it, which was left out.
        had_token: bool,
    },
    /// It cannot be: why.
    Refused(String),
}

impl Import {
    /// Reads what was pasted. Once it was read it is forgotten, since it may hold a token.
    pub(crate) fn read(&mut self, holds: &Holds) -> Option<Request> {
        let imported = match interchange::import(self.text.text()) {
            Ok(imported) => imported,
            Err(why) => {
                self.outcome = Some(Outcome::Refused(why.to_string()));
                return None;
            }
        };
        self.text.set("");
        self.outcome = Some(Outcome::Read {
            repairs: imported.repairs.iter().map(ToString::to_string).collect(),
            had_token: !matches!(imported.token, None | Some(FoundToken::Placeholder(_))),
        });
        Some(Request {
            method: imported.method,
            version: imported.version.unwrap_or(holds.version),
            path: imported.path,
            params: [imported.query, imported.form].concat(),
            token: match imported.token {
                Some(FoundToken::Placeholder(kind)) => kind,
                _ => None,
            },
        })
    }
}
