//! Asking Graph: tickets, records, and taking a request back.

use graph_api::endpoints::{
    DebugToken, ExchangeCode, GetConversation, GetMe, ListConversations, ListPages,
    ListPermissions, SendMessage,
};
use graph_api::{AccessToken, Call, Carrier, Endpoint};

use workbench::{Ending, Heard};

use crate::effect::{Effect, Focus};
use crate::model::{Model, SendState};
use crate::record::{self, CallRecord};
use crate::remote::{Phase, Slot, Ticket};

/// A request under way, with what is needed to read its answer.
#[derive(Debug, Clone)]
pub(crate) enum Question {
    Exchange(ExchangeCode),
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
    pub(crate) token: AccessToken,
    pub(crate) carrier: Carrier,
    /// Which try it is, from 1.
    pub(crate) attempt: u8,
    /// Until when it is not sent yet.
    pub(crate) delay: Option<Delay>,
}

/// A wait before a request goes out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Delay {
    /// When it ends, in milliseconds since 1970.
    pub(crate) until: i64,
    /// Whether Graph has counted too many calls; then the wait is long enough to be told.
    pub(crate) is_limit: bool,
}

/// How long an answer may take, in seconds, with the whole of its body.
const fn patience(slot: Slot) -> u32 {
    match slot {
        Slot::Send => 30,
        _ => 15,
    }
}

impl Question {
    pub(super) fn slot(&self) -> Slot {
        match self {
            Self::Exchange(_) => Slot::Exchange,
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
            Self::Exchange(endpoint) => endpoint.call(model.version),
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
        self.ask_after(question, token, 0);
    }

    /// Sends a request, but not at once: after so many milliseconds.
    pub(crate) fn ask_after(&mut self, question: Question, token: AccessToken, millis: i64) {
        let slot = question.slot();
        self.drop_pending(slot);
        let pending = Pending {
            slot,
            ticket: self.next_ticket(),
            question,
            token,
            carrier: match slot {
                Slot::Exchange => Carrier::FormBody,
                _ => self.carrier,
            },
            attempt: 1,
            delay: None,
        };
        if millis == 0 {
            return self.dispatch(pending);
        }
        let until = self.now + millis;
        let is_limit = false;
        self.delay(pending, Delay { until, is_limit });
    }

    /// Sends a request, or delays it until it may go out.
    pub(crate) fn dispatch(&mut self, pending: Pending) {
        if let Some(delay) = self.pace(pending.slot) {
            return self.delay(pending, delay);
        }
        self.mark_loading(pending.slot);
        self.send_out(&pending);
        self.pending.push(pending);
    }

    pub(crate) fn next_ticket(&mut self) -> Ticket {
        self.last_ticket += 1;
        Ticket(self.last_ticket)
    }

    /// Has the shell send a request, and writes it down.
    fn send_out(&mut self, pending: &Pending) {
        self.count_pace(pending.slot);
        let call = pending.question.call(self);
        let record = CallRecord {
            ticket: pending.ticket,
            slot: pending.slot,
            call: call.clone(),
            carrier: pending.carrier,
        };
        let replaces = self.earlier_look(pending.slot, pending.ticket);
        self.tell_call(&record, pending.token.kind(), replaces);
        record::keep(&mut self.calls, record);
        self.tell(Effect::Send {
            ticket: pending.ticket,
            call,
            token: pending.token.clone(),
            carrier: pending.carrier,
            mode: self.mode,
            seconds: patience(pending.slot),
        });
    }

    /// Whether a request of this slot is under way.
    #[must_use]
    pub fn is_waiting(&self, slot: Slot) -> bool {
        self.pending.iter().any(|pending| pending.slot == slot)
    }

    /// Takes a request back. A reply that is under way may have arrived all the same.
    pub(crate) fn cancel(&mut self, slot: Slot) {
        if slot == Slot::Conversations {
            self.watch.stop();
        }
        if !self.is_waiting(slot) {
            return;
        }
        self.drop_pending(slot);
        match slot {
            Slot::Exchange => self.login.exchange = Phase::Idle,
            Slot::Me => self.connect.identity.me.cancel(),
            Slot::TokenFacts => self.connect.identity.facts.cancel(),
            Slot::Permissions => self.connect.identity.permissions.cancel(),
            Slot::Pages => {
                self.pages.cancel();
                self.shortcut.wants_page = false;
            }
            Slot::Conversations => self.conversations.cancel(),
            Slot::Messages => {
                self.messages.cancel();
                self.stop_looking();
            }
            Slot::Send => self.doubt(None),
        }
        self.status.say("Cancelled");
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
        let pending = self.pending.swap_remove(at);
        // What is delayed has not gone out: when it is woken, it is not there.
        if pending.delay.is_none() {
            self.tell_bench(Heard::Ended {
                ticket: pending.ticket.0,
                ending: Ending::Cancelled,
            });
            self.tell(Effect::Abort(pending.ticket));
        }
    }

    pub(crate) fn mark_loading(&mut self, slot: Slot) {
        match slot {
            Slot::Exchange => self.login.exchange = Phase::Loading,
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
