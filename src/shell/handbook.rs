//! The handbook, loaded when there is something to look up.

use std::rc::Rc;

use handbook::{Ask, Question, Told};
use wizard::Event;

use super::core::Dispatch;
use super::line::{Ear, Line};

/// The page's end of the conversation with the handbook.
pub(super) struct Handbook(Rc<Line>);

impl Default for Handbook {
    fn default() -> Self {
        Self(Line::to("./handbook_loader.js"))
    }
}

impl Handbook {
    /// Looks something up. If the handbook cannot be loaded the next question tries again.
    pub(super) fn look_up(&self, ticket: u32, what: Question, dispatch: Dispatch) {
        let ear: Ear = Rc::new(move |said| {
            dispatch.send(match said.and_then(Told::from_text) {
                Some(Told { ticket, what }) => Event::LookedUp {
                    ticket,
                    answer: what,
                },
                None => Event::HandbookFailed,
            });
        });
        self.0.post(Ask { ticket, what }.into_text(), &ear);
    }
}
