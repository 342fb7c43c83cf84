//! The calls of this visit, for the call panel. A record holds no token.

use graph_api::{AccessToken, Call, Carrier, HttpResponse};

use crate::event::TransportError;
use crate::remote::{Slot, Ticket};

/// How many calls are kept.
const KEPT: usize = 30;

/// One call and what came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CallRecord {
    /// Its name.
    pub ticket: Ticket,
    /// What it is for.
    pub slot: Slot,
    /// What was asked.
    pub call: Call,
    /// How the token travelled.
    pub carrier: Carrier,
    /// What came of it.
    pub outcome: Outcome,
}

/// What came of a call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// Not sent: what pressing Send would send.
    Draft,
    /// Under way.
    Waiting,
    /// Taken back by the reader, or by a newer call.
    Cancelled,
    /// Answered, well or not.
    Answered {
        /// The HTTP status.
        status: u16,
        /// The time it took, in milliseconds.
        millis: u32,
        /// The size of the body, in bytes.
        size: usize,
        /// The body, redacted, laid out if it is JSON.
        body: String,
    },
    /// Nothing readable came.
    Failed(TransportError),
}

impl Outcome {
    pub(crate) fn of(
        result: &Result<HttpResponse, TransportError>,
        millis: u32,
        tokens: &[AccessToken],
    ) -> Self {
        let secrets: Vec<_> = tokens.iter().flat_map(AccessToken::secrets).collect();
        match result {
            Ok(response) => Self::Answered {
                status: response.status,
                millis,
                size: response.body.len(),
                body: redact::body(&response.body, &secrets),
            },
            Err(error) => Self::Failed(*error),
        }
    }
}

/// Adds a call; the oldest goes when there are too many.
pub(crate) fn keep(calls: &mut Vec<CallRecord>, record: CallRecord) {
    if calls.len() >= KEPT {
        calls.remove(0);
    }
    calls.push(record);
}
