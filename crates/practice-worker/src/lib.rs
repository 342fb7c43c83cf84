//! What the page and practice mode's worker say to each other, as JSON strings, and the desk in
//! the worker that answers.
//!
//! # Where to start
//! - [`Ask`] goes to the worker, [`Told`] comes back: one answer for each question, by its ticket.
//! - [`lessons()`]: what can be practised, and its words.
//! - [`Desk`] turns the one into the other. It is what the worker consists of; `main.rs` only
//!   carries its strings.

mod desk;
mod lessons;
mod protocol;
mod wire;

pub use desk::Desk;
pub use lessons::lessons;
pub use protocol::{Answer, Ask, Bubble, Keys, Phone, Question, Told};
