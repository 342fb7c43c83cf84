//! The calls of a visit, and what can be done with them.
//!
//! It lives in a worker, so that a large answer never holds the page up, and is loaded with the
//! first call. The page tells it what was asked and what came; it draws, by [`remote_view`], and says
//! what it wants done ([`Wish`]). It holds no token, and does no I/O.
//!
//! # Where to start
//! - `viewer/`: one answer as a tree: fold, search, copy, recognise.
//! - `explorer/`: what the reader asks, with what is known of Graph's paths, fields and parameters.
//! - `composer/`: a message in the making, its limits, and how Messenger would show it.
//! - each has a state, an `Event`, `update` and `view`; none knows the others.

pub mod composer;
pub mod explorer;
mod holds;
pub mod viewer;
mod wish;

pub use holds::Holds;
pub use wish::{IdKind, Request, Wish};
