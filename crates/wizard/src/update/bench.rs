//! The workbench: what it is told, and what it wants done.

use graph_api::{
    AccessToken, Call, Carrier, Endpoint as _, HttpResponse, Method, Param, TokenKind,
};
use workbench::{Called, Ending, Heard, Holds, Request, Wish};

use super::taken::READ_ALONG;
use crate::bench::Explored;
use crate::effect::{Effect, Focus};
use crate::event::{Text, TransportError};
use crate::model::{Model, SendState};
use crate::record::CallRecord;
use crate::remote::{Slot, Ticket};
use crate::step::{Place, Step};
use crate::view::done;

/// How long the answer to a call of the explorer may take, in seconds.
const PATIENCE: u32 = 30;

impl Model {
    #[inline(never)]
    pub(crate) fn tell_bench(&mut self, heard: Heard) {
        self.bench.has_begun = true;
        self.bench.has_failed = false;
        self.tell(Effect::Bench(heard));
    }

    /// Tells the workbench of a call that goes out.
    pub(crate) fn tell_call(
        &mut self,
        record: &CallRecord,
        token: Option<TokenKind>,
        replaces: Option<Ticket>,
    ) {
        self.tell_bench(Heard::Called(Called {
            ticket: record.ticket.0,
            call: record.call.clone(),
            token,
            carrier: record.carrier,
            at: self.now,
            is_explored: self.bench.explores(record.ticket),
            replaces: replaces.map(|it| it.0),
        }));
    }

    /// Tells the workbench how a call ended. The secrets are taken out there.
    pub(crate) fn tell_ending(
        &mut self,
        ticket: Ticket,
        result: &Result<HttpResponse, TransportError>,
        millis: u32,
        tokens: &[AccessToken],
    ) {
        let ending = match result {
            Ok(response) => Ending::Answered {
                status: response.status,
                millis,
                body: response.body.clone(),
                secrets: secrets(tokens),
            },
            Err(TransportError::Offline) => Ending::Offline,
            Err(TransportError::TimedOut { .. }) => Ending::TimedOut,
            Err(_) => Ending::Unreachable,
        };
        let ticket = ticket.0;
        self.tell_bench(Heard::Ended { ticket, ending });
    }

    /// Tells the workbench what has changed of the draft and of what is held, once it is there.
    pub(crate) fn keep_bench_told(&mut self) {
        if !self.bench.has_begun && !self.bench.is_exploring {
            return;
        }
        let holds = self.holds();
        if self.bench.holds.as_ref() != Some(&holds) {
            self.bench.holds = Some(holds.clone());
            self.tell_bench(Heard::Holds(holds));
        }
        let draft = self.draft();
        if self.bench.draft != draft {
            self.bench.draft.clone_from(&draft);
            self.tell_bench(Heard::Drafted(draft));
        }
        self.tell_reply();
    }

    fn tell_reply(&mut self) {
        let reply = match self.step {
            Step::Done => done::sent(self),
            _ => None,
        };
        if let Some(reply) = reply.filter(|it| self.bench.replied.as_ref() != Some(it)) {
            self.bench.replied = Some(reply.clone());
            self.tell_bench(Heard::Replied(reply));
        }
    }

    fn holds(&self) -> Holds {
        let held = &self.held;
        let page = held.page.as_ref();
        Holds {
            user_token: held.user_token.is_some(),
            page_token: held.page_token.is_some(),
            granted: self.connect.identity.granted(),
            page: page.map(|page| (page.id.to_string(), page.name.clone())),
            psid: held.person.as_ref().map(|it| it.psid.to_string()),
            conversation: held.conversation.as_ref().map(ToString::to_string),
            version: self.version,
            is_practice: self.is_practice(),
            is_exploring: self.bench.is_exploring,
            language: self.bench.language.clone(),
        }
    }

    /// While the reader writes, the request that Send would send.
    fn draft(&self) -> Option<(Call, Carrier)> {
        let is_written = !self.composer.text.0.trim().is_empty();
        let is_composing = self.step == Step::Reply && self.sending == SendState::Idle;
        if !is_written || !is_composing {
            return None;
        }
        Some((self.outgoing()?.call(self.version), self.carrier))
    }

    /// Does what the workbench wants done.
    pub(crate) fn grant(&mut self, wish: Wish) {
        match wish {
            Wish::Copy { what, text } => self.tell(Effect::Copy { what, text }),
            Wish::CopyWithToken {
                what,
                pieces,
                token,
            } => {
                if let Some(token) = self.token_of(Some(token)) {
                    // A shell would run what a hostile answer gave for one.
                    if !token.is_well_formed() {
                        self.status
                            .show("This token has unusual characters, so it is not put into code");
                        return;
                    }
                    let text = Text(pieces.join(token.expose()));
                    self.tell(Effect::CopySecret { what, text });
                }
            }
            Wish::CopyLink { what, fragment } => self.tell(Effect::Copy {
                what,
                text: format!("{}{fragment}", self.login.address),
            }),
            Wish::Save { name, kind, text } => self.tell(Effect::Save { name, kind, text }),
            Wish::Focus(id) => self.tell(Effect::FocusOn(id)),
            Wish::Reveal(id) => self.tell(Effect::Reveal(id)),
            Wish::Say(text) => self.status.say(text),
            Wish::Tell(text) => self.status.show(text),
            Wish::Send(request) => self.send_explored(request),
            Wish::CancelCall(ticket) => self.cancel_call(Ticket(ticket)),
            Wish::Remember(language) => self.bench.language = language,
            Wish::Show => self.explore(),
            Wish::Take(kind, id) => self.take_id(kind, &id),
            // Between parts of the workbench.
            Wish::Cancel | Wish::Explore(_) | Wish::Query(_) => {}
        }
    }

    fn token_of(&self, kind: Option<TokenKind>) -> Option<AccessToken> {
        let held = &self.held;
        match kind? {
            TokenKind::User => held.user_token.clone().map(AccessToken::from),
            TokenKind::Page => held.page_token.clone().map(AccessToken::from),
        }
    }

    /// Sends a call of the explorer. It is not tried again by itself: the reader sees what came.
    fn send_explored(&mut self, request: Request) {
        let Some(token) = self.token_of(request.token) else {
            self.status
                .show("There is no such token yet: connect first");
            return;
        };
        if self.bench.explored.is_some() && request.method != Method::Get {
            // The one under way may be this one, and may have arrived.
            self.status
                .show("Not sent: the call before it is under way");
            return;
        }
        self.cancel_explored();
        self.bench.refused = None;
        let params = request.params.into_iter();
        let mut params: Vec<_> = params
            .map(|(name, value)| Param::text(name, value))
            .collect();
        if request.path == "/debug_token" {
            params.push(Param::own_token("input_token"));
        }
        let Request {
            method,
            version,
            path,
            ..
        } = request;
        let record = CallRecord {
            ticket: self.next_ticket(),
            slot: Slot::Me,
            call: Call::free(method, version, path, params),
            carrier: self.carrier,
        };
        self.bench.explored = Some(Explored {
            ticket: record.ticket,
            call: record.call.clone(),
            token: token.clone(),
            page: self.held.page.as_ref().map(|page| page.id.clone()),
        });
        self.tell_call(&record, token.kind(), None);
        self.tell(Effect::Send {
            ticket: record.ticket,
            call: record.call,
            token,
            carrier: self.carrier,
            mode: self.mode,
            seconds: PATIENCE,
        });
    }

    /// The answer to the explorer's call, if it is one.
    pub(crate) fn takes_explored(
        &mut self,
        ticket: Ticket,
        result: &Result<HttpResponse, TransportError>,
        millis: u32,
    ) -> bool {
        let Some(explored) = self.bench.explored.take_if(|it| it.ticket == ticket) else {
            return false;
        };
        let mut tokens = self.held.tokens();
        tokens.push(explored.token.clone());
        if let Ok(response) = result {
            self.learn_explored(&explored, response);
            if response.body.len() <= READ_ALONG {
                self.explain_explored(&explored.call, response, &tokens);
            }
        }
        self.tell_ending(ticket, result, millis, &tokens);
        true
    }

    fn cancel_call(&mut self, ticket: Ticket) {
        if self.bench.explores(ticket) {
            return self.cancel_explored();
        }
        let mut pending = self.pending.iter();
        if let Some(slot) = pending.find(|it| it.ticket == ticket).map(|it| it.slot) {
            self.give_up(slot);
        }
    }

    /// Takes the explorer's call back.
    pub(crate) fn cancel_explored(&mut self) {
        if let Some(Explored { ticket, .. }) = self.bench.explored.take() {
            self.tell(Effect::Abort(ticket));
            self.tell_bench(Heard::Ended {
                ticket: ticket.0,
                ending: Ending::Cancelled,
            });
        }
    }

    /// The explorer comes to the screen.
    pub(crate) fn explore(&mut self) {
        if !self.bench.is_exploring {
            self.tell(Effect::PushLocation(Place::Explorer));
            self.show_explorer();
        }
    }

    /// A call that somebody shared is written into the explorer. Only the reader sends it.
    pub(crate) fn open_shared(&mut self, call: Text) {
        self.explore();
        self.tell_bench(Heard::Shared(call.0));
    }

    pub(crate) fn show_explorer(&mut self) {
        self.bench.is_exploring = true;
        self.tell_bench(Heard::Opened);
        self.focus(Focus::Heading);
    }
}

fn secrets(tokens: &[AccessToken]) -> Vec<String> {
    let secrets = tokens.iter().flat_map(AccessToken::secrets);
    secrets.map(str::to_owned).collect()
}
