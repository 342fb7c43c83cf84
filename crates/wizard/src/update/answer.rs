//! Answers find their question by ticket; without one they are late, and dropped.

use graph_api::{Cursor, Endpoint, HttpResponse, Listing};

use super::{Pending, Question};
use crate::effect::Focus;
use crate::event::TransportError;
use crate::model::Model;
use crate::remote::{Failure, Phase, Remote, Slot, Ticket};
use crate::shortcut::Sender;

type Carried<'a> = &'a Result<HttpResponse, TransportError>;

impl Model {
    pub(crate) fn take_answer(&mut self, ticket: Ticket, result: Carried<'_>, millis: u32) {
        if self.takes_explored(ticket, result, millis) {
            return;
        }
        let mut pending = self.pending.iter();
        let is_asked = |it: &Pending| it.ticket == ticket && it.delay.is_none();
        let Some(at) = pending.position(is_asked) else {
            return;
        };
        let pending = self.pending.swap_remove(at);
        let mut tokens = self.held.tokens();
        tokens.extend(self.connect.pasted.clone().map(Into::into));
        tokens.push(pending.token.clone());
        self.tell_ending(ticket, result, millis, &tokens);
        if self.falls_back(&pending, result) {
            let (ticket, carrier) = (self.next_ticket(), self.carrier);
            return self.dispatch(Pending {
                ticket,
                carrier,
                ..pending
            });
        }
        match self.wait_before_retry(&pending, result) {
            Some(delay) => {
                let attempt = pending.attempt + 1;
                self.delay(Pending { attempt, ..pending }, delay);
            }
            None => self.settle(pending.question, result),
        }
    }

    fn settle(&mut self, question: Question, result: Carried<'_>) {
        let slot = question.slot();
        match question {
            Question::Exchange(endpoint) => {
                let answer = self.judge(slot, &endpoint, result);
                self.settle_exchange(answer);
            }
            Question::Me(endpoint) => {
                let answer = self.judge(slot, &endpoint, result);
                self.connect.identity.me.settle(answer);
                self.settle_identity();
            }
            Question::TokenFacts(endpoint) => {
                let answer = self.judge(slot, &endpoint, result);
                self.connect.identity.facts.settle(answer);
                self.settle_identity();
            }
            Question::Permissions(endpoint) => {
                let answer = self.judge(slot, &endpoint, result);
                self.connect.identity.permissions.settle(answer);
                self.settle_identity();
            }
            Question::Pages(endpoint) => {
                let answer = self.judge(slot, &endpoint, result);
                let focus = settle_list(&mut self.pages, endpoint.after.as_ref(), answer);
                self.renew_page_token();
                self.mark_only_page();
                if self.goes_on_to_sender() {
                    return;
                }
                self.say_count(slot);
                self.focus(focus);
            }
            Question::Conversations(endpoint) => {
                let answer = self.judge(slot, &endpoint, result);
                if let Some(psid) = endpoint.with {
                    let page = endpoint.page;
                    return self.settle_sender(Sender { page, psid }, answer);
                }
                if self.watch.is_on() {
                    return self.settle_look(answer);
                }
                let after = endpoint.after.as_ref();
                let focus = settle_list(&mut self.conversations, after, answer);
                self.say_count(slot);
                self.focus(focus);
            }
            Question::Messages(endpoint) => {
                let answer = self.judge(slot, &endpoint, result);
                self.messages.settle(answer);
                self.thread_is_current |= self.messages.phase == Phase::Ready;
                self.learn_name();
                if self.settle_doubt() {
                    return;
                }
                self.say_count(slot);
                self.focus(outcome_of(&self.messages.phase));
            }
            Question::Send(endpoint) => {
                let answer = self.judge(slot, &endpoint, result);
                self.settle_send(answer);
            }
        }
    }

    /// Reads an answer; what is refused is looked up.
    fn judge<E: Endpoint>(
        &mut self,
        slot: Slot,
        endpoint: &E,
        result: Carried<'_>,
    ) -> Result<E::Answer, Failure> {
        let answer = match result {
            Ok(response) => endpoint.answer(response).map_err(Failure::Answer),
            Err(error) => Err(Failure::Transport(*error)),
        };
        if let Err(failure) = &answer {
            self.look_up(slot, failure);
        }
        answer
    }

    /// After a new User token the chosen Page's token is taken from the new list.
    fn renew_page_token(&mut self) {
        let (Some(page), None) = (&self.held.page, &self.held.page_token) else {
            return;
        };
        let mut rows = self.pages.value.iter().flat_map(|list| &list.rows);
        let row = rows.find(|row| row.id == page.id);
        self.held.page_token = row.and_then(|row| row.access_token.clone());
    }

    /// The customer's name is not stored: after a reload the messages tell it.
    fn learn_name(&mut self) {
        let (Some(person), Some(messages)) = (&mut self.held.person, &self.messages.value) else {
            return;
        };
        let mut rows = messages.rows.iter();
        if let Some(row) = rows.find(|row| row.is_from(person.psid.as_str())) {
            let name = row.from.as_ref().and_then(|from| from.name.clone());
            person.name = name.or(person.name.take());
        }
    }

    /// Says how many there are; that there is none is explained.
    #[inline(never)]
    fn say_count(&mut self, slot: Slot) {
        let (what, count) = match slot {
            Slot::Pages => ("Pages", count(&self.pages)),
            Slot::Conversations => ("Conversations", count(&self.conversations)),
            _ => ("Messages", count(&self.messages)),
        };
        if let Some(count) = count {
            self.status.say(format!("{what}: {count}"));
        }
        if count == Some(0) {
            self.look_up_empty(slot);
        }
    }
}

fn count<T>(list: &Remote<Listing<T>>) -> Option<usize> {
    list.value.as_ref().map(|list| list.rows.len())
}

/// A first part replaces the list, a later one is added. A cursor that comes again ends the list.
fn settle_list<T>(
    list: &mut Remote<Listing<T>>,
    asked: Option<&Cursor>,
    answer: Result<Listing<T>, Failure>,
) -> Focus {
    let merged = answer.map(|mut part| {
        if part.after.as_ref() == asked {
            part.after = None;
        }
        match (asked, list.value.take()) {
            (Some(_), Some(mut whole)) => {
                whole.rows.append(&mut part.rows);
                whole.misfits.append(&mut part.misfits);
                whole.after = part.after;
                whole
            }
            _ => part,
        }
    });
    list.settle(merged);
    outcome_of(&list.phase)
}

/// Where the reader looks next.
fn outcome_of(phase: &Phase) -> Focus {
    match phase {
        Phase::Failed(_) => Focus::Failure,
        _ => Focus::Result,
    }
}
