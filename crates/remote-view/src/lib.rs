//! A part of the page as data: made in a worker, drawn by the page.
//!
//! A worker builds a [`View`] with events of its own type in it. [`Surfaces`] keeps the events, and
//! numbers their places; the page reads the rest ([`Node::from_json`]), draws it, and says which
//! place was acted on, by number. So an event never travels, and none can be forged; and the page
//! draws what it has no code for.
//!
//! # Where to start
//! - [`el`] and [`Element`]: how a view is built.
//! - [`On`] and [`Then`]: what the reader can do, and what comes of it.
//! - `wire`: how it travels. Tags and attributes go by their place in a list, so the page can only be
//!   asked for what stands there.
//! - [`Surfaces`]: the worker's end.

mod names;
mod node;
mod surfaces;
mod wire;

pub use node::{Element, Field, Ink, Node, On, Property, Then, View, el};
pub use surfaces::{Acted, Surfaces};
