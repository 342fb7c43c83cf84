//! The emulator's tests.
//!
//! - `compliance`: the suite that every way to reach the world must pass, here in process.
//! - `login`: the login dialog, and the exchange of its codes.
//! - `properties`: any request at all gets an answer of Graph's shape.
//! - `recorded`: the same keys in the same order as replies of the real API, where there are any.
//! - `world`: what happens in the world besides requests.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

mod compliance;
mod login;
mod properties;
mod recorded;
mod world;
