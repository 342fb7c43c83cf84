//! What the reader asks of Graph.
mod catalog;
mod complete;
mod known;
mod placeholder;
mod query;
mod secret;
mod selection;
mod target;
