//! What the reader asks of Graph.

use remote_view::{View, el};

use crate::wish::Wish;

/// What is on display, and how.
#[derive(Debug, Default)]
pub struct Explorer {}

/// What the reader did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {}

impl Explorer {
    /// Takes what the reader did, and says what it wants done.
    pub fn update(&mut self, event: Event) -> Vec<Wish> {
        match event {}
    }

    /// What it shows.
    #[must_use]
    pub fn view(&self) -> View<Event> {
        el("div").into()
    }
}
