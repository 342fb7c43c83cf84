//! A small world of Pages, people and conversations that answers as Meta's Graph API does, as far
//! as a first reply on the Messenger Platform needs it. No I/O, no clock, no randomness.
//!
//! README.md says plainly what is emulated, what is not, and what nobody could verify.
//!
//! # Where to start
//! - [`World`]: make one with [`World::new`], hand it requests with [`World::handle`].
//! - [`Scenario`]: what can be made to go wrong.
//! - [`World::customer_writes`], [`World::phone`] and [`World::notification`]: the other side of the
//!   conversation, and what a webhook gets of it.
//! - `handle.rs`: the order in which a request is checked; `handlers/`: one file per operation;
//!   `answer/fault.rs`: every error.
//! - [`compliance`]: what every way to reach the world must pass.

mod access;
mod answer;
mod big_page;
mod cast;
#[cfg(feature = "compliance")]
pub mod compliance;
mod conversation;
mod handle;
mod handlers;
mod keys;
mod login;
mod notification;
mod phone;
mod progress;
mod request;
mod routes;
mod scenario;
mod seed;
mod token;
mod world;

pub use big_page::BIG_PAGE_SIZE;
pub use handle::Reply;
pub use keys::Keys;
pub use login::DialogRefusal;
pub use phone::{Bubble, Phone};
pub use progress::Stage;
pub use scenario::{OUTAGE_SECONDS, RATE_LIMIT_SECONDS, Scenario, UnknownScenario};
pub use token::USUAL_PERMISSIONS;
pub use world::{NoSuchPerson, SnapshotProblem, World};
