//! One view type for the whole page: [`Node`], a tree of elements as plain data, which Leptos mounts
//! and draws again in place.
//!
//! `view!` gives each of its trees a type of its own, and each type brings its code: with it the
//! first load was 227 KB, and with erased types a redraw takes all attributes off and on again, the
//! value of a field included. One type costs little at each use, compares what it sets with what is
//! there, and leaves the caret alone.
//!
//! A text that is not written in the code may be a stranger's, and is drawn so: no call has to be
//! remembered for it.

mod far;
mod live;
mod node;
mod on;
mod render;

pub(crate) use far::{Surfaces, far};
pub(crate) use node::{Element, Node, Text, Words, el, plain};
pub(crate) use on::On;
