//! What the page and practice mode's worker say to each other, as JSON strings.
//!
//! # Where to start
//! - [`Ask`] goes to the worker, [`Told`] comes back: one answer for each question, by its ticket.

mod protocol;

pub use protocol::{Answer, Ask, Bubble, Keys, Phone, Question, Told};
