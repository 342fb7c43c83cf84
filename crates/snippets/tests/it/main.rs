//! The crate from outside.
//!
//! - `written`: how the code looks, and that no token is in it.
//! - `run`: the code run by real shells and real curl; where those are missing, the tests say so
//!   and pass.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod run;
mod server;
mod written;
