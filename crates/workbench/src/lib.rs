//! The calls of a visit, and what can be done with them.
//!
//! It lives in a worker, so that a large answer never holds the page up, and is loaded with the
//! first call. The page tells it what was asked and what came ([`Heard`]); it draws, by
//! [`remote_view`], and says what it wants done ([`Wish`]). It keeps no token, and does no I/O.
//!
//! # Where to start
//! - [`Workbench::hear`]: one thing that happened, and what is said about it.
//! - `calls.rs`: the calls of the visit; `panel/`: the one on display.
//! - `viewer/`: one answer as a tree: fold, search, copy, recognise.
//! - `explorer/`: what the reader asks, with what is known of Graph's paths, fields and parameters.
//! - `composer/`: a message in the making, its limits, and how Messenger would show it.
//! - each has a state, an `Event`, `update` and `view`; none knows the others.
//! - `protocol.rs`, `wire.rs`: what page and workbench say, and how it travels.

mod calls;
pub mod composer;
pub mod explorer;
mod holds;
mod panel;
mod parts;
mod protocol;
pub mod viewer;
mod wire;
mod wish;

pub use holds::Holds;
pub use protocol::{Called, Drawn, Ending, Heard, Told};
pub use wish::{IdKind, Request, Wish};

use std::sync::Arc;

use remote_view::{Surfaces, View};

use calls::Calls;
use panel::Panel;

/// All of it.
#[derive(Default)]
pub struct Workbench {
    calls: Calls,
    holds: Holds,
    panel: Panel,
    surfaces: Surfaces<Event>,
}

/// What the reader did.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Event {
    Panel(panel::Event),
}

impl Workbench {
    /// Answers a text of the page's with a text.
    pub fn answer(&mut self, text: &str) -> String {
        let told = Heard::read(text).map(|heard| self.hear(heard));
        Told::write(told.unwrap_or_default())
    }

    /// Takes one thing that happened: what is to be done, and what looks different now.
    pub fn hear(&mut self, heard: Heard) -> Vec<Told> {
        let mut wishes = Vec::new();
        match heard {
            Heard::Opened => {}
            Heard::Acted(acted) => {
                if let Some(event) = self.surfaces.event(&acted) {
                    wishes = self.update(event);
                }
            }
            Heard::Called(called) => self.calls.add(called),
            Heard::Ended { ticket, ending } => self.calls.end(ticket, ending),
            Heard::Drafted(draft) => self.calls.draft(draft),
            Heard::Holds(holds) => self.holds = holds,
            Heard::Forgotten => self.forget(),
        }
        let mut told = self.draw();
        told.extend(wishes.into_iter().map(Told::Wish));
        told
    }

    fn forget(&mut self) {
        let surfaces = std::mem::take(&mut self.surfaces);
        *self = Self {
            surfaces,
            ..Self::default()
        };
    }

    fn update(&mut self, event: Event) -> Vec<Wish> {
        match event {
            Event::Panel(event) => self.update_panel(event),
        }
    }

    fn update_panel(&mut self, event: panel::Event) -> Vec<Wish> {
        use panel::Event;
        match event {
            Event::Folded(is_open) => self.panel.is_unfolded = !is_open,
            Event::Shown(ticket) => self.calls.show(ticket),
            Event::Cancelled(ticket) => return vec![Wish::CancelCall(ticket)],
            Event::BodyCopied => {
                let answer = self.calls.shown().and_then(|it| it.answer());
                let text = answer.map(|it| it.body.clone());
                return text.map_or_else(Vec::new, |text| {
                    let what = "Response".to_owned();
                    vec![Wish::Copy { what, text }]
                });
            }
            Event::LanguageChosen(name) => {
                self.panel.code.0.clone_from(&name);
                return vec![Wish::Remember(name)];
            }
            Event::TokenCopied | Event::Explored => {}
        }
        Vec::new()
    }

    fn draw(&mut self) -> Vec<Told> {
        let surfaces: [(&'static str, View<Event>); 1] =
            [("panel", panel::view(self).map(Event::Panel))];
        let mut told = Vec::new();
        for (surface, view) in surfaces {
            if let Some((drawing, tree)) = self.surfaces.draw(surface, view) {
                told.push(Told::Drawn(Drawn {
                    surface: surface.to_owned(),
                    drawing,
                    tree: Arc::new(tree),
                }));
            }
        }
        told
    }
}
