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
    /// Looks something up. If the handbook cannot be loaded nothing comes; the next question tries
    /// again.
    pub(super) fn look_up(&self, ticket: u32, what: Question, dispatch: Dispatch) {
        let ear: Ear = Rc::new(move |said| {
            if let Some(Told { ticket, what }) = said.and_then(Told::from_text) {
                let answer = what;
                dispatch.send(Event::LookedUp { ticket, answer });
            }
        });
        self.0.post(Ask { ticket, what }.into_text(), ear);
    }
}
