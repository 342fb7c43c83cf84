//! Asking Graph: tickets, records, and taking a request back.

use graph_api::endpoints::{
    DebugToken, GetConversation, GetMe, ListConversations, ListPages, ListPermissions, SendMessage,
};
use graph_api::{AccessToken, Call, Endpoint};

use crate::effect::{Effect, Focus};
use crate::model::{Model, SendState};
use crate::record::{self, CallRecord, Outcome};
use crate::remote::{Phase, Slot, Ticket};

/// A request under way, with what is needed to read its answer.
#[derive(Debug, Clone)]
pub(crate) enum Question {
    Me(GetMe),
    TokenFacts(DebugToken),
    Permissions(ListPermissions),
    Pages(ListPages),
    Conversations(ListConversations),
    Messages(GetConversation),
    Send(SendMessage),
}

/// A question and its name.
#[derive(Debug, Clone)]
pub(crate) struct Pending {
    pub(crate) slot: Slot,
    pub(crate) ticket: Ticket,
    pub(crate) question: Question,
}

impl Question {
    fn slot(&self) -> Slot {
        match self {
            Self::Me(_) => Slot::Me,
            Self::TokenFacts(_) => Slot::TokenFacts,
            Self::Permissions(_) => Slot::Permissions,
            Self::Pages(_) => Slot::Pages,
            Self::Conversations(_) => Slot::Conversations,
            Self::Messages(_) => Slot::Messages,
            Self::Send(_) => Slot::Send,
        }
    }

    fn call(&self, model: &Model) -> Call {
        match self {
            Self::Me(endpoint) => endpoint.call(model.version),
            Self::TokenFacts(endpoint) => endpoint.call(model.version),
            Self::Permissions(endpoint) => endpoint.call(model.version),
            Self::Pages(endpoint) => endpoint.call(model.version),
            Self::Conversations(endpoint) => endpoint.call(model.version),
            Self::Messages(endpoint) => endpoint.call(model.version),
            Self::Send(endpoint) => endpoint.call(model.version),
        }
    }
}

impl Model {
    /// Sends a request. An older one of the same slot is aborted; its answer finds no ticket.
    pub(crate) fn ask(&mut self, question: Question, token: AccessToken) {
        let slot = question.slot();
        self.drop_pending(slot);
        self.last_ticket += 1;
        let ticket = Ticket(self.last_ticket);
        let call = question.call(self);
        let record = CallRecord {
            ticket,
            call: call.clone(),
            carrier: self.carrier,
            outcome: Outcome::Waiting,
        };
        record::keep(&mut self.calls, record);
        self.shown = None;
        self.mark_loading(slot);
        self.pending.push(Pending {
            slot,
            ticket,
            question,
        });
        self.tell(Effect::Send {
            ticket,
            call,
            token,
            carrier: self.carrier,
            mode: self.mode,
        });
    }

    /// Whether a request of this slot is under way.
    #[must_use]
    pub fn is_waiting(&self, slot: Slot) -> bool {
        self.pending.iter().any(|pending| pending.slot == slot)
    }

    /// Takes a request back. A reply that is under way may have arrived all the same.
    pub(crate) fn cancel(&mut self, slot: Slot) {
        if !self.is_waiting(slot) {
            return;
        }
        self.drop_pending(slot);
        match slot {
            Slot::Me => self.connect.identity.me.cancel(),
            Slot::TokenFacts => self.connect.identity.facts.cancel(),
            Slot::Permissions => self.connect.identity.permissions.cancel(),
            Slot::Pages => self.pages.cancel(),
            Slot::Conversations => self.conversations.cancel(),
            Slot::Messages => self.messages.cancel(),
            Slot::Send => {
                self.sending = SendState::Unknown(None);
                self.focus(Focus::Alert);
            }
        }
        "Cancelled".clone_into(&mut self.status);
    }

    /// The reader does not want to wait; the button that said so is gone, so the focus moves on.
    pub(crate) fn give_up(&mut self, slot: Slot) {
        match slot {
            // Three requests, but one wait.
            Slot::Me | Slot::TokenFacts | Slot::Permissions => self.drop_reads(),
            slot => self.cancel(slot),
        }
        if slot != Slot::Send {
            self.focus(Focus::Heading);
        }
    }

    /// Takes back everything that is under way, except a reply.
    pub(crate) fn drop_reads(&mut self) {
        let reads: Vec<_> = self.pending.iter().map(|pending| pending.slot).collect();
        for slot in reads.into_iter().filter(|slot| *slot != Slot::Send) {
            self.cancel(slot);
        }
    }

    pub(crate) fn drop_pending(&mut self, slot: Slot) {
        let Some(at) = self.pending.iter().position(|pending| pending.slot == slot) else {
            return;
        };
        let ticket = self.pending.swap_remove(at).ticket;
        self.note(ticket, Outcome::Cancelled);
        self.tell(Effect::Abort(ticket));
    }

    /// Writes down what became of a call.
    pub(crate) fn note(&mut self, ticket: Ticket, outcome: Outcome) {
        let mut records = self.calls.iter_mut().rev();
        if let Some(record) = records.find(|record| record.ticket == ticket) {
            record.outcome = outcome;
        }
    }

    fn mark_loading(&mut self, slot: Slot) {
        match slot {
            Slot::Me => self.connect.identity.me.phase = Phase::Loading,
            Slot::TokenFacts => self.connect.identity.facts.phase = Phase::Loading,
            Slot::Permissions => self.connect.identity.permissions.phase = Phase::Loading,
            Slot::Pages => self.pages.phase = Phase::Loading,
            Slot::Conversations => self.conversations.phase = Phase::Loading,
            Slot::Messages => self.messages.phase = Phase::Loading,
            Slot::Send => self.sending = SendState::Sending,
        }
    }
}
