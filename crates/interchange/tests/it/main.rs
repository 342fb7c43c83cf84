//! The crate from outside.
//!
//! - `lines`: command lines as people paste them, and the request that each becomes.
//! - `hostile`: what must not break the reader, or take its time.
//! - `round`: our own snippets come in again as the request they were made of.
//! - `exports`: how the files look, and that no secret is in them.
//! - `shared`: links.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod exports;
mod hostile;
mod lines;
mod round;
mod shared;
