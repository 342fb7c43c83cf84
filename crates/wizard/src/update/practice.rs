//! Practice: the customer's phone, and what goes wrong on purpose.

use crate::effect::{Effect, Focus, PracticeAsk};
use crate::event::Text;
use crate::lessons::Lessons;
use crate::model::{Mode, Model};
use crate::phone::Phone;
use crate::remote::{Remote, Slot};
use crate::step::Step;

impl Model {
    /// Begins, or asks for a token that works.
    pub(crate) fn start_practice(&mut self) {
        if self.mode != Mode::Practice || self.practice.opening {
            return;
        }
        self.practice.opening = true;
        self.practice.failed = false;
        if self.held.is_connected() {
            // The token in hand is of no use: it is not gone on with.
            self.connect.resume.get_or_insert(Step::Start);
        }
        let snapshot = self.practice.snapshot.as_ref().map(|text| text.0.clone());
        self.tell(Effect::Practice(PracticeAsk::Open { snapshot }));
    }

    /// The practice world says how it stands; one that was left is not heard.
    pub(crate) fn follow_practice(
        &mut self,
        phone: Phone,
        snapshot: Text,
        scenario: String,
        lessons: String,
    ) {
        let practice = &mut self.practice;
        if practice.opening || practice.phone.is_some() {
            practice.phone = Some(phone);
            practice.snapshot = Some(snapshot);
            practice.scenario = scenario;
            practice.lessons = lessons;
        }
    }

    /// Nobody waits for it.
    pub(crate) fn cancel_practice(&mut self) {
        if std::mem::take(&mut self.practice.opening) {
            self.tell(Effect::Practice(PracticeAsk::Close));
            self.focus(Focus::Heading);
        }
    }

    /// It did not start, or broke.
    pub(crate) fn miss_practice(&mut self) {
        let is_wanted = self.practice.opening || self.practice.phone.is_some();
        if self.mode == Mode::Practice && is_wanted {
            self.practice.opening = false;
            self.practice.failed = true;
            self.focus(Focus::Alert);
        }
    }

    pub(crate) fn customer_writes(&mut self) {
        if self.practice.phone.is_none() || self.practice.draft.0.trim().is_empty() {
            return;
        }
        let text = std::mem::take(&mut self.practice.draft).0;
        self.customer_says(text);
    }

    pub(crate) fn customer_says(&mut self, text: String) {
        self.status.say("The customer has written");
        self.tell(Effect::Practice(PracticeAsk::CustomerWrites(text)));
        self.look_since_customer_wrote();
    }

    pub(crate) fn choose_scenario(&mut self, name: String) {
        if self.practice.phone.is_none() {
            return;
        }
        self.practice.scenario.clone_from(&name);
        self.tell(Effect::Practice(PracticeAsk::Scenario(name)));
    }

    pub(crate) fn ask_for_help(&mut self) {
        if self.practice.phone.is_some() {
            self.tell(Effect::Practice(PracticeAsk::Help));
        }
    }

    /// Begins the lesson that is on: anew, and at the call that it is about.
    pub(crate) fn start_lesson(&mut self) {
        let Some(lesson) = Lessons::read(&self.practice.lessons).on else {
            return;
        };
        let (begins, step) = (lesson.begins, lesson.step());
        let scenario = self.practice.scenario.clone();
        self.tell(Effect::Practice(PracticeAsk::Scenario(scenario)));
        self.drop_reads();
        match begins {
            Slot::Pages => {
                self.drop_page();
                self.pages = Remote::default();
                self.picked_page = None;
            }
            Slot::Conversations => self.drop_conversations(),
            _ => {}
        }
        let is_here = self.step == step;
        self.go(step);
        if is_here && begins == Slot::Messages {
            self.read(begins);
        }
    }
}
