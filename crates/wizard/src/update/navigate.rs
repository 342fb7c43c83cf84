//! Going from step to step.

use crate::effect::{Effect, Focus};
use crate::model::{Composer, Model, SendState};
use crate::remote::Slot;
use crate::step::Step;

impl Model {
    /// The reader asks for a step; as far as it is open they get there.
    pub(crate) fn go(&mut self, step: Step) -> Vec<Effect> {
        let step = step.nearest_open(self);
        if step == self.step {
            return vec![Effect::Focus(Focus::Heading)];
        }
        let mut effects = self.enter(step);
        effects.insert(0, Effect::PushLocation(step));
        effects
    }

    /// The address changed, by Back, Forward, or by hand.
    pub(crate) fn follow_location(&mut self, asked: Option<Step>) -> Vec<Effect> {
        let step = asked.unwrap_or(self.step).nearest_open(self);
        let mut effects = match step == self.step {
            true => Vec::new(),
            false => self.enter(step),
        };
        if asked != Some(step) {
            effects.insert(0, Effect::ReplaceLocation(step));
        }
        effects
    }

    /// Leaves the step at hand and shows another. What was asked for the old one is taken back.
    pub(crate) fn enter(&mut self, step: Step) -> Vec<Effect> {
        let mut effects = self.drop_reads();
        if step > Step::Connect {
            self.connect.resume = None;
        }
        self.nothing_picked = false;
        self.step = step;
        self.status.clear();
        effects.push(Effect::Focus(Focus::Heading));
        effects.extend(self.read_on_entry());
        effects
    }

    /// What a step shows by itself, without being asked.
    fn read_on_entry(&mut self) -> Vec<Effect> {
        match self.step {
            Step::Read | Step::Done => self.read(Slot::Messages),
            // A new User token: the Page's new token is in its list.
            Step::Ids if self.held.page.is_some() && self.held.page_token.is_none() => {
                self.read(Slot::Pages)
            }
            _ => Vec::new(),
        }
    }

    /// After a reload: reads again what the step shows.
    pub fn resume(&mut self) -> Vec<Effect> {
        self.step = self.step.nearest_open(self);
        let mut effects = vec![Effect::ReplaceLocation(self.step)];
        effects.extend(match self.step {
            Step::Connect if self.held.is_connected() => self.look_at_held_token(),
            Step::Connect | Step::Start => Vec::new(),
            Step::Ids => self.read_ids_again(),
            Step::Read | Step::Reply | Step::Done => self.read(Slot::Messages),
        });
        effects
    }

    /// Once more, with the same token.
    pub(crate) fn start_again(&mut self) -> Vec<Effect> {
        self.held.sent = None;
        self.sending = SendState::Idle;
        self.composer = Composer::default();
        self.go(Step::Start)
    }

    /// Everything goes: what is held, what was read, what was typed, what is under way.
    pub(crate) fn forget(&mut self) -> Vec<Effect> {
        let mut effects = self.drop_reads();
        effects.extend(self.drop_pending(Slot::Send));
        *self = Self {
            last_ticket: self.last_ticket,
            theme: self.theme,
            status: "Everything is forgotten".to_owned(),
            ..Self::default()
        };
        effects.push(Effect::Forget);
        effects.push(Effect::ReplaceLocation(Step::Connect));
        effects.push(Effect::Focus(Focus::Heading));
        effects
    }
}
