//! Step 1 ends by itself: the page looks for the customer's message, politely and not for ever.

use graph_api::Listing;
use graph_api::endpoints::list_conversations::ConversationRow;

use super::Question;
use crate::effect::Focus;
use crate::event::TransportError;
use crate::model::Model;
use crate::remote::{Failure, Slot, Ticket};
use crate::step::Step;
use crate::watch::{Pause, Watch, WatchState};

/// How long to wait before the second look; each later wait is half as long again.
const FIRST_WAIT: i64 = 5000;
/// The longest wait between two looks.
const LONGEST_WAIT: i64 = 30_000;
/// How long the page waits for the message, in all.
const PATIENCE: i64 = 600_000;

impl Model {
    /// Begins to look for the customer's message: what is there now is not it.
    pub(crate) fn watch(&mut self) {
        self.watch = Watch::default();
        self.go_on_watching();
        self.focus(Focus::Result);
    }

    /// Looks at once, and from then on as at the start.
    fn go_on_watching(&mut self) {
        self.watch.began = self.now;
        self.watch.wait = FIRST_WAIT;
        self.look_for_message(0);
    }

    fn look_for_message(&mut self, millis: i64) {
        let asked = self.conversations_question(None);
        self.watch.state = match (&asked, self.is_hidden) {
            (None, _) => WatchState::Off,
            (_, true) => WatchState::Paused(Pause::Hidden),
            (_, false) => WatchState::On,
        };
        if let (Some((question, token)), false) = (asked, self.is_hidden) {
            self.ask_after(Question::Conversations(question), token, millis);
        }
    }

    /// A look is over.
    pub(crate) fn settle_look(&mut self, answer: Result<Listing<ConversationRow>, Failure>) {
        // What step 2 shows is as it was, but for what the list says.
        self.conversations.cancel();
        let is_hurried = std::mem::take(&mut self.watch.is_hurried);
        match answer {
            Ok(list) => {
                let new = self.watch.compare(&list.rows);
                self.conversations.settle(Ok(list));
                match new.as_slice() {
                    [] => return self.wait_for_message(is_hurried),
                    [one] => {
                        self.pick_conversation(one);
                        let is_taken = self.held.conversation.as_ref() == Some(one);
                        self.watch.state = WatchState::Arrived { count: 1, is_taken };
                    }
                    more => {
                        self.watch.state = WatchState::Arrived {
                            count: more.len(),
                            is_taken: false,
                        };
                    }
                }
                self.status.say("A message has arrived");
            }
            Err(Failure::Transport(TransportError::Offline)) => {
                self.watch.state = WatchState::Paused(Pause::Offline);
                return;
            }
            Err(failure) => {
                self.watch.state = WatchState::Failed(failure);
                self.status.say(STOPPED);
            }
        }
        self.show_end_of_watch(is_hurried);
    }

    /// Nothing new yet.
    fn wait_for_message(&mut self, is_hurried: bool) {
        if self.now - self.watch.began >= PATIENCE {
            self.watch.state = WatchState::TimeUp;
            self.status.say(STOPPED);
            return self.show_end_of_watch(is_hurried);
        }
        let wait = self.watch.wait;
        self.watch.wait = (wait * 3 / 2).min(LONGEST_WAIT);
        self.look_for_message(wait);
    }

    /// The focus moves only with a reader who asked: it is with them otherwise.
    fn show_end_of_watch(&mut self, is_hurried: bool) {
        if is_hurried {
            self.focus(Focus::Result);
        }
    }

    /// The reader does not want to wait for the next look, or try.
    pub(crate) fn hurry_asked(&mut self, slot: Slot) {
        self.watch.is_hurried = slot == Slot::Conversations && self.watch.is_on();
        self.hurry(slot);
    }

    /// The customer has written, on the phone in this page: that is worth a look.
    pub(crate) fn look_since_customer_wrote(&mut self) {
        if matches!(self.watch.state, WatchState::On) {
            self.hurry(Slot::Conversations);
        }
    }

    /// The tab is seen no more, or again. Nothing is asked while nobody looks.
    pub(crate) fn hide(&mut self, is_hidden: bool) {
        self.is_hidden = is_hidden;
        match self.watch.state {
            // A wait that Graph asks for goes on, and so does what is under way.
            WatchState::On if is_hidden && self.waits_between_looks() => {
                self.drop_pending(Slot::Conversations);
                self.conversations.cancel();
                self.watch.state = WatchState::Paused(Pause::Hidden);
            }
            WatchState::Paused(Pause::Hidden) if !is_hidden => self.go_on_watching(),
            _ => {}
        }
    }

    /// The device is online again.
    pub(crate) fn watch_online(&mut self) {
        if matches!(self.watch.state, WatchState::Paused(Pause::Offline)) {
            self.go_on_watching();
        }
    }

    fn waits_between_looks(&self) -> bool {
        self.next_look().is_some()
    }

    /// When the next look is made, in milliseconds since 1970; none while one is under way.
    pub(crate) fn next_look(&self) -> Option<i64> {
        let mut pending = self.pending.iter();
        let look = pending.find(|it| it.slot == Slot::Conversations && it.attempt == 1)?;
        let delay = look.delay.filter(|delay| !delay.is_limit)?;
        self.watch.is_on().then_some(delay.until)
    }

    /// A call goes out: the look before it, if it is one. Of those that found nothing only the newest
    /// stays in the list of calls.
    pub(crate) fn earlier_look(&mut self, slot: Slot, ticket: Ticket) -> Option<Ticket> {
        let is_look = slot == Slot::Conversations && self.step == Step::Start && self.watch.is_on();
        let last = is_look.then(|| self.watch.last.replace(ticket)).flatten();
        self.calls.retain(|call| Some(call.ticket) != last);
        last
    }
}

const STOPPED: &str = "The page no longer looks for the message";
