//! The crate from outside.
//!
//! - `requests`: what each endpoint puts on the wire.
//! - `answers`: what each reads, and how it takes what does not fit.
//! - `builder`: whatever is asked for, nothing leaves its place in the address or in the form.
//! - `fields`: every text and ID of an answer, and how it is read.
//! - `hostile`: the same, as a stranger would write them.
//! - `shapes`: values missing, null, of another kind, written twice, nested without end.
//! - `message`: everything that can be sent.
//! - `pasted`: what people paste for a token.
//! - `recorded`: replies of the real API, where the folder with them exists.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used
)]

mod answers;
mod builder;
mod fields;
mod hostile;
mod message;
mod pasted;
mod recorded;
mod requests;
mod shapes;
