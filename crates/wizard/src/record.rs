//! The calls of this visit, as they were asked. The workbench has what came of them. A record holds
//! no token.

use graph_api::{Call, Carrier};

use crate::remote::{Slot, Ticket};

/// How many calls are kept.
const KEPT: usize = 30;

/// One call.
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
}

/// Adds a call; the oldest goes when there are too many.
pub(crate) fn keep(calls: &mut Vec<CallRecord>, record: CallRecord) {
    if calls.len() >= KEPT {
        calls.remove(0);
    }
    calls.push(record);
}
