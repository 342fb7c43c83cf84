//! A reply of which nobody can tell: the conversation is read for it, and it is sent again only
//! after a second yes.

use graph_api::MessageId;

use super::Question;
use crate::attempt::{Attempt, Doubt, READS, Search};
use crate::effect::Focus;
use crate::model::{Model, SendState};
use crate::remote::{Failure, Phase, Slot};
use crate::step::Step;

/// How long to wait before each look, in milliseconds: some ten seconds in all.
const BEFORE_LOOK: [i64; READS as usize] = [500, 3000, 6000];

impl Model {
    /// Nobody can tell what became of the reply. The page begins to look for it.
    pub(crate) fn doubt(&mut self, failure: Option<Failure>) {
        self.sending = SendState::Unknown(Doubt {
            failure,
            search: Search::Idle,
        });
        self.thread_is_current = false;
        self.focus(Focus::Alert);
        self.look_for_reply();
    }

    /// A reply of this conversation that went out earlier is still in doubt.
    pub(crate) fn face_doubt(&mut self) {
        let attempt = self.attempt.as_ref().map(|attempt| &attempt.conversation);
        if attempt.is_some() && attempt == self.held.conversation.as_ref() {
            self.sending = SendState::Unknown(Doubt::default());
        }
    }

    /// Begins to look for the reply in the conversation.
    pub(crate) fn look_for_reply(&mut self) {
        self.look(0);
    }

    fn look(&mut self, reads: u8) {
        let wait = BEFORE_LOOK.get(usize::from(reads)).copied();
        let search = match (wait, self.messages_question()) {
            (Some(wait), Some((question, token))) => {
                self.ask_after(Question::Messages(question), token, wait);
                Search::Looking(reads)
            }
            (None, Some(_)) => Search::Missing,
            (_, None) => Search::Idle,
        };
        self.set_search(search);
    }

    /// Whether the page is looking for the reply.
    #[must_use]
    pub fn is_looking(&self) -> bool {
        matches!(&self.sending, SendState::Unknown(doubt) if matches!(doubt.search, Search::Looking(_)))
    }

    pub(crate) fn stop_looking(&mut self) {
        if self.is_looking() {
            self.set_search(Search::Idle);
        }
    }

    fn set_search(&mut self, search: Search) {
        if let SendState::Unknown(doubt) = &mut self.sending {
            doubt.search = search;
        }
    }

    /// The conversation was read. Whether the reply is in it is the end of the doubt, whoever asked.
    /// Gives back whether there was one.
    pub(crate) fn settle_doubt(&mut self) -> bool {
        let SendState::Unknown(doubt) = &self.sending else {
            return false;
        };
        let search = doubt.search.clone();
        if let Phase::Failed(failure) = &self.messages.phase {
            let failed = Search::Failed(failure.clone());
            if self.is_looking() {
                self.set_search(failed);
                self.focus(Focus::Failure);
            }
            return self.step == Step::Reply;
        }
        let arrived = self.arrived();
        match (arrived.first(), search) {
            (Some(first), _) => {
                let first = first.clone();
                self.take_sent(Some(first));
            }
            (None, Search::Looking(reads)) if reads + 1 < READS && self.can_tell() => {
                self.look(reads + 1);
            }
            (None, Search::Looking(_)) => {
                self.set_search(Search::Missing);
                self.focus(Focus::Failure);
            }
            _ => return false,
        }
        true
    }

    fn arrived(&self) -> Vec<MessageId> {
        match &self.attempt {
            Some(attempt) => self.copies_of(attempt),
            None => Vec::new(),
        }
    }

    /// The messages of the conversation, as it was read last, that are this reply.
    pub(crate) fn copies_of(&self, attempt: &Attempt) -> Vec<MessageId> {
        let (Some(page), Some(list)) = (&self.held.page, &self.messages.value) else {
            return Vec::new();
        };
        attempt.arrived(&page.id, &list.rows)
    }

    /// Whether the page can tell by itself whether the reply is there.
    pub(crate) fn can_tell(&self) -> bool {
        let attempt = self.attempt.as_ref();
        attempt.is_some_and(Attempt::can_tell)
    }

    /// Asked to send while an earlier reply may have arrived: the reader is asked first.
    pub(crate) fn ask_about_resending(&mut self) {
        self.resending = true;
        self.focus(Focus::Dialog);
    }

    /// The reader is back at the text, whatever they said.
    pub(crate) fn close_question(&mut self) {
        self.resending = false;
        self.focus(Focus::Field(crate::event::FieldId::Message));
    }

    /// Reads the messages for the step at hand, unless the page is looking for a reply in them.
    pub(crate) fn read_or_look(&mut self) {
        match self.sending {
            SendState::Unknown(_) if self.step == Step::Reply => self.look_for_reply(),
            _ => self.read(Slot::Messages),
        }
    }
}
