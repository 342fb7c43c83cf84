//! The crate from outside.
//!
//! - `looks`: how the code looks, in a file per language.
//! - `written`: curl in detail, and that no token is in any code.
//! - `received`: the code run by the real programs, against the emulator's server, which lists what
//!   came. Where a program is missing, the test says so and passes; `cargo xtask test` installs them on
//!   Debian, and then none may be missing. `runners` has one file per language.
//! - `journeys`: the scripts that find the IDs, run to the end against the emulator's server.
//! - `bash`: shells that know less than bash.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
#![allow(clippy::indexing_slicing)]

mod bash;
mod cases;
mod emulator;
mod journeys;
mod looks;
mod received;
mod runners;
mod tool;
mod written;
