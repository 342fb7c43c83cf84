//! Whether Graph can be reached at all, before a token is asked for; and what to do when the browser
//! is online again.

use crate::effect::{Effect, Focus};
use crate::event::{FieldId, TransportError};
use crate::model::{Mode, Model, Reach};
use crate::remote::{Failure, Phase, Slot};
use crate::step::Step;
use crate::view::connect::{REACHED, UNREACHED};

impl Model {
    /// Asks once, while the reader still looks for a token.
    pub(crate) fn probe_at_first(&mut self) {
        let is_first = self.connect.reach == Reach::Unknown && !self.held.is_connected();
        if self.mode == Mode::Live && self.step == Step::Connect && is_first {
            self.probe();
        }
    }

    pub(crate) fn probe(&mut self) {
        if self.mode == Mode::Live && self.connect.reach != Reach::Asking {
            self.connect.reach = Reach::Asking;
            self.tell(Effect::Probe(self.version));
        }
    }

    /// The reader asks once more. The button goes meanwhile; below it is the field for the token.
    pub(crate) fn probe_again(&mut self) {
        self.probe();
        self.focus(Focus::Field(FieldId::Token));
    }

    pub(crate) fn settle_probe(&mut self, result: Result<(), TransportError>) {
        if self.connect.reach != Reach::Asking {
            return;
        }
        let (reach, said) = match result {
            Ok(()) => (Reach::Yes, REACHED),
            Err(error) => (Reach::No(error), UNREACHED),
        };
        self.connect.reach = reach;
        self.status.say(said);
    }

    /// What could not be read while the device was offline is read now. A reply is not sent again.
    pub(crate) fn come_online(&mut self) {
        if matches!(self.connect.reach, Reach::No(_)) {
            self.probe();
        }
        self.watch_online();
        self.draw_again();
        let offline = Phase::Failed(Failure::Transport(TransportError::Offline));
        let identity = &self.connect.identity;
        let phases = [
            (Slot::Me, &identity.me.phase),
            (Slot::Pages, &self.pages.phase),
            (Slot::Conversations, &self.conversations.phase),
            (Slot::Messages, &self.messages.phase),
        ];
        let failed = phases.into_iter().filter(|(_, phase)| **phase == offline);
        let mut slots: Vec<_> = failed.map(|(slot, _)| slot).collect();
        // At step 1 nobody asked for the list that failed at step 2.
        slots.retain(|slot| *slot != Slot::Conversations || self.step != Step::Start);
        for slot in slots {
            self.read(slot);
        }
    }
}
