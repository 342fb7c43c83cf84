//! The guide's tests: events in, and what the view offers out; the emulated Graph answers.
//!
//! - `driver`: a reader's visit in process: the model, the worlds behind it, answers that can be held back.
//! - `offers`: everything that a view offers, as events.
//! - `manners`: what must hold after every event, whatever happened before.
//! - `arrival`: what came in the page's address is told, and nothing else is done with it.
//! - `hostile`: a Graph that answers with a stranger's texts, in every field.
//! - `journey`: from Connect to Done, in practice and live.
//! - `late`: a late answer never overwrites a newer one.
//! - `lessons`: every lesson of practice mode is met and mended, by what is offered.
//! - `links`: addresses lead no further than the reader has come.
//! - `redaction`: no token in what is shown, copied or written down.
//! - `scenarios`: every scenario that the page offers, and the way on from it.
//! - `send`: the reply goes out once, and what became of it is told as it is.
//! - `session`: what is kept over a reload, and what a stranger may have stored.
//! - `token`: tokens that expire, are refused, or cannot be recognised.
//! - `walk`: random walks over everything that is offered. `PROPTEST_CASES=20000` for many.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::needless_pass_by_value,
    clippy::panic
)]

mod arrival;
mod driver;
mod hostile;
mod journey;
mod late;
mod lessons;
mod links;
mod manners;
mod offers;
mod redaction;
mod retry;
mod scenarios;
mod send;
mod session;
mod token;
mod walk;
