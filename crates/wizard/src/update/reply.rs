//! Write, and send once.

use graph_api::endpoints::SendMessage;
use graph_api::endpoints::send_message::{Outgoing, QUICK_REPLIES_LIMIT, QuickReply, Sent};
use graph_api::{AnswerError, MessageId};

use super::Question;
use crate::attempt::Attempt;
use crate::effect::Focus;
use crate::event::FieldId;
use crate::event::TransportError;
use crate::model::{Model, SendState};
use crate::remote::{Failure, Slot};
use crate::step::Step;

impl Model {
    pub(crate) fn add_quick_reply(&mut self) {
        let count = self.composer.quick_replies.len();
        if count >= QUICK_REPLIES_LIMIT {
            return;
        }
        self.composer.quick_replies.push(String::new());
        self.focus(Focus::Field(FieldId::QuickReply(count)));
    }

    pub(crate) fn remove_quick_reply(&mut self, index: usize) {
        if index < self.composer.quick_replies.len() {
            self.composer.quick_replies.remove(index);
        }
        self.focus(Focus::Field(FieldId::Message));
    }

    /// The request that the composer stands for; none while an ID is missing.
    #[must_use]
    pub fn outgoing(&self) -> Option<SendMessage> {
        let titles = self.composer.quick_replies.iter().map(|title| title.trim());
        let quick_replies = titles
            .filter(|title| !title.is_empty())
            .map(|title| QuickReply {
                title: title.to_owned(),
                payload: title.to_owned(),
            });
        Some(SendMessage {
            page: self.held.page.as_ref()?.id.clone(),
            to: self.held.person.as_ref()?.psid.clone(),
            what: Outgoing::Message {
                text: self.composer.text.0.clone(),
                quick_replies: quick_replies.collect(),
                kind: self.composer.kind,
            },
        })
    }

    /// Sends the reply, unless one is under way: however often it is asked for, it goes out once.
    pub(crate) fn send(&mut self) {
        if !self.may_send() {
            return;
        }
        self.composer.empty = self.composer.text.0.trim().is_empty();
        if self.composer.empty {
            return self.focus(Focus::Alert);
        }
        if self.has_twin || matches!(self.sending, SendState::Unknown(_)) {
            return self.ask_about_resending();
        }
        self.send_now();
    }

    /// The second yes.
    pub(crate) fn send_again(&mut self) {
        let was_asked = self.resending;
        self.close_question();
        if was_asked && self.may_send() {
            self.send_now();
        }
    }

    /// One at a time, and not while the page looks for the one before.
    fn may_send(&self) -> bool {
        self.step == Step::Reply && !self.is_waiting(Slot::Send) && !self.is_looking()
    }

    /// What is known before is written down first: a reload in the middle finds it.
    fn send_now(&mut self) {
        let (Some(message), Some(token), Some(conversation)) = (
            self.outgoing(),
            self.held.page_token.clone(),
            self.held.conversation.clone(),
        ) else {
            return;
        };
        let known = self.messages.value.as_ref();
        let known = known.filter(|_| self.thread_is_current);
        let known = known.map(|list| list.rows.as_slice());
        self.attempt = Some(Attempt::new(conversation, &self.composer.text.0, known));
        self.ask(Question::Send(message), token.into());
    }

    /// The conversation is left: what becomes of the reply is no longer waited for.
    pub(crate) fn leave_send(&mut self) {
        self.drop_pending(Slot::Send);
        self.sending = SendState::Idle;
    }

    /// Takes what came of the reply.
    pub(crate) fn settle_send(&mut self, result: Result<Sent, Failure>) {
        match result {
            Ok(sent) => self.take_sent(sent.message_id),
            Err(failure) if may_have_arrived(&failure) => self.doubt(Some(failure)),
            Err(failure) => {
                self.attempt = None;
                self.sending = SendState::Refused(failure);
                self.focus(Focus::Alert);
            }
        }
    }

    /// The reply is in the conversation, by the word of Graph.
    pub(crate) fn take_sent(&mut self, message: Option<MessageId>) {
        self.delivered = self.attempt.take();
        self.thread_is_current = false;
        self.sending = SendState::Idle;
        self.held.sent = message;
        // What was written since is another message.
        let sent = self.delivered.as_ref();
        if sent.is_none_or(|sent| sent.is_of(&self.composer.text.0)) {
            self.composer = crate::model::Composer::default();
        }
        self.go(Step::Done);
        self.status.say("Sent");
    }
}

/// Whether the message may be there all the same: no readable answer, a server's trouble, or one of
/// the codes of which Meta says that the message may have been sent (1, 2, 1200). What the page did
/// not even send is not there.
fn may_have_arrived(failure: &Failure) -> bool {
    match failure {
        Failure::Transport(TransportError::Offline | TransportError::PracticeMissing) => false,
        Failure::Transport(_) => true,
        Failure::Answer(AnswerError::Graph { status, error }) => {
            *status >= 500 || matches!(error.code, None | Some(1 | 2 | 1200))
        }
        Failure::Answer(_) => true,
    }
}
