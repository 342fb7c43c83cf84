//! The guide's tests: events in, and what the view offers out; the emulated Graph answers.
//!
//! - `driver`: a reader's visit in process: the model, the worlds behind it, answers that can be held back.
//! - `offers`: everything that a view offers, as events.
//! - `manners`: what must hold after every event, whatever happened before.
//! - `arrival`: what came in the page's address is told, and nothing else is done with it.
//! - `card`: the token’s card, with every kind of token and with answers that fail.
//! - `explained`: what comes instead of an answer is explained, also where the handbook is missing.
//! - `first`: the first screen by itself shows and does what the whole page would.
//! - `focus`: it is never lost with a button that goes, and no answer takes anybody out of a field.
//! - `explorer`: its calls, and what the guide takes from them.
//! - `hostile`: a Graph that answers with a stranger's texts, in every field.
//! - `journey`: from Connect to Done, in practice and live.
//! - `late`: a late answer never overwrites a newer one.
//! - `lessons`: every lesson of practice mode is met and mended, by what is offered.
//! - `links`: addresses lead no further than the reader has come.
//! - `lists`: parts by cursor, and the filter by name.
//! - `login`: Facebook Login, from leaving the page to the token, and all that may go wrong.
//! - `readiness`: what a step needs, against what is there.
//! - `redaction`: no token in what is shown, copied or written down.
//! - `scenarios`: every scenario that the page offers, and the way on from it.
//! - `send`: the reply goes out once, and what became of it is told as it is.
//! - `session`: what is kept over a reload, and what a stranger may have stored.
//! - `shortcut`: from a webhook notification to the conversation.
//! - `summary`: the summary of a refused form leads to what mends it.
//! - `token`: tokens that expire, are refused, or cannot be recognised.
//! - `watch`: step 1 waits for the customer's message.
//! - `window`: the message types that can work now, and which one is marked.
//! - `walk`: random walks over everything that is offered. `PROPTEST_CASES=20000` for many.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::needless_pass_by_value,
    clippy::panic
)]

mod arrival;
mod card;
mod driver;
mod explained;
mod explorer;
mod first;
mod focus;
mod hostile;
mod journey;
mod late;
mod lessons;
mod links;
mod lists;
mod login;
mod manners;
mod offers;
mod readiness;
mod redaction;
mod retry;
mod scenarios;
mod send;
mod session;
mod shortcut;
mod summary;
mod token;
mod walk;
mod watch;
mod window;
