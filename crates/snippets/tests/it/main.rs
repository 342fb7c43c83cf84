//! The crate from outside.
//!
//! - `written`: how the code looks, and that no token is in it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod written;
