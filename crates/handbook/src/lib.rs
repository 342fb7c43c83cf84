//! What the page looks up when it is needed, and what a first visit does not have to load.
//!
//! The page asks by a [`Question`], the handbook answers by an [`Answer`]; [`answer`] does it for
//! their texts, and the worker consists of it. Values in, values out: nothing is kept between two
//! questions, and nothing here does I/O or reads a clock.
//!
//! # Where to start
//! - `explain/`: from what came instead of an answer, and where, to what happened, why, and the way on.
//! - `draw.rs`: QR codes.
//! - `notification/`: from a pasted webhook notification to the people it is about.
//! - `protocol.rs`: the questions and answers; `wire.rs`: the same as texts.

use std::sync::Arc;

mod draw;
mod explain;
mod notification;
mod protocol;
mod wire;

pub use explain::{explain, title_of_empty};
pub use notification::{Found, Hurdle, Notified, Pasted, Person, Reading, What, read};
pub use protocol::{
    Answer, Ask, Asked, Came, Clue, Code, Explanation, LoginTopic, Place, Question, Situation,
    Told, Way,
};

/// Answers the text of an [`Ask`] with the text of a [`Told`].
#[must_use]
pub fn answer(message: &str) -> String {
    let told = match Ask::from_text(message) {
        Some(ask) => Told {
            ticket: ask.ticket,
            what: look_up(&ask.what),
        },
        None => Told {
            ticket: 0,
            what: Answer::Unreadable,
        },
    };
    told.into_text()
}

/// Answers a question.
#[must_use]
pub fn look_up(question: &Question) -> Answer {
    match question {
        Question::Explain(situation) => Answer::Explained(explain(situation)),
        Question::Draw(text) => draw::draw(text).map_or(Answer::Unreadable, Answer::Drawn),
        Question::Notification(pasted) => Answer::Notification(Arc::new(read(&pasted.0).into())),
        Question::Login(topic) => Answer::Explained(explain::login::tell(*topic)),
    }
}
