//! The crate from outside.
//!
//! - `requests`: what each endpoint puts on the wire.
//! - `answers`: what each reads, and how it takes what does not fit.
//! - `recorded`: replies of the real API, where the folder with them exists.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used
)]

mod answers;
mod recorded;
mod requests;
