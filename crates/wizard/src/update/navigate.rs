//! Going from step to step.

use std::mem;

use crate::effect::{Effect, Focus};
use crate::model::Model;
use crate::remote::{Phase, Slot};
use crate::step::{Place, Step};
use crate::watch::Watch;

impl Model {
    /// The reader asks for a step; as far as it is open they get there.
    pub(crate) fn go(&mut self, step: Step) {
        let step = step.nearest_open(self);
        let was_exploring = mem::take(&mut self.bench.is_exploring);
        if step != self.step || was_exploring {
            self.tell(Effect::PushLocation(step.into()));
        }
        match step == self.step {
            true => self.focus(Focus::Heading),
            false => self.enter(step),
        }
    }

    /// The address changed, by Back, Forward, or by hand.
    pub(crate) fn follow_location(&mut self, asked: Option<Place>) {
        let asked = match asked {
            Some(Place::Explorer) if self.bench.is_exploring => return,
            Some(Place::Explorer) => return self.show_explorer(),
            Some(Place::Step(step)) => Some(step),
            None if self.bench.is_exploring => {
                return self.tell(Effect::ReplaceLocation(Place::Explorer));
            }
            None => None,
        };
        let was_exploring = mem::take(&mut self.bench.is_exploring);
        let step = asked.unwrap_or(self.step).nearest_open(self);
        if asked != Some(step) {
            self.tell(Effect::ReplaceLocation(step.into()));
        }
        if step != self.step {
            self.enter(step);
        } else if was_exploring {
            self.focus(Focus::Heading);
        }
    }

    /// Leaves the step at hand and shows another.
    fn enter(&mut self, step: Step) {
        self.put_at(step);
        self.focus(Focus::Heading);
        self.read_on_entry();
    }

    /// Leaves the step at hand for another. What was asked for the old one is taken back.
    pub(crate) fn put_at(&mut self, step: Step) {
        self.drop_reads();
        if step > Step::Connect {
            self.connect.resume = None;
        }
        self.watch = Watch::default();
        self.nothing_picked = false;
        self.shortcut.is_empty = false;
        self.shortcut.is_unmarked = false;
        self.resending = false;
        self.arrived = None;
        self.login.exchange = Phase::Idle;
        self.login.news = None;
        self.step = step;
        self.status.clear();
        self.draw_again();
    }

    /// What a step shows by itself, without being asked.
    fn read_on_entry(&mut self) {
        match self.step {
            Step::Read | Step::Done => self.read(Slot::Messages),
            // After a reload nothing is known of the token that is held.
            Step::Connect if self.lacks_card() => self.look_at_held_token(),
            // A new User token: the Page's new token is in its list.
            Step::Ids if self.held.page.is_some() && self.held.page_token.is_none() => {
                self.read(Slot::Pages);
            }
            _ => {}
        }
    }

    /// After a reload: reads again what the step shows.
    pub(crate) fn resume(&mut self) {
        self.step = self.step.nearest_open(self);
        if !self.bench.is_exploring {
            self.tell(Effect::ReplaceLocation(self.step.into()));
        }
        match self.step {
            Step::Connect => {
                self.look_at_held_token();
                self.probe_at_first();
            }
            Step::Start => self.draw_address(),
            Step::Ids => self.read_ids_again(),
            Step::Read | Step::Reply | Step::Done => self.read_or_look(),
        }
    }

    /// Once more, with the same token.
    pub(crate) fn start_again(&mut self) {
        self.held.sent = None;
        self.leave_send();
        self.go(Step::Start);
    }

    pub(crate) fn ask_about_forgetting(&mut self) {
        self.forgetting = true;
        self.focus(Focus::Dialog);
    }

    pub(crate) fn keep_everything(&mut self) {
        self.forgetting = false;
        self.focus(Focus::Forget);
    }

    /// Everything goes: what is held, what was read, what was typed, what is under way.
    pub(crate) fn forget(&mut self) {
        let family = std::mem::take(&mut self.family);
        self.clear("Everything is forgotten");
        self.tell(Effect::Forget { family });
    }

    /// The same, since it was done in another tab.
    pub(crate) fn forget_here(&mut self) {
        self.clear("Everything was forgotten in another tab");
        self.tell(Effect::ForgetHere);
    }

    fn clear(&mut self, status: &str) {
        self.drop_reads();
        self.drop_pending(Slot::Send);
        self.cancel_explored();
        let blank = Self {
            last_ticket: self.last_ticket,
            theme: self.theme,
            login: std::mem::take(&mut self.login).forgotten(),
            storage_failed: self.storage_failed,
            memory_only: self.memory_only,
            status: std::mem::take(&mut self.status),
            is_hidden: self.is_hidden,
            now: self.now,
            budget: self.budget,
            paced: self.paced,
            out: std::mem::take(&mut self.out),
            ..Self::default()
        };
        // The next session is another family.
        let dice = self.dice;
        *self = blank;
        self.status.show(status);
        self.seed(dice);
        self.tell(Effect::ReplaceLocation(Step::Connect.into()));
        self.focus(Focus::Heading);
    }
}
