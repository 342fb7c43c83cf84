//! The calls of a visit, and what can be done with them.
//!
//! It lives in a worker, so that a large answer never holds the page up, and is loaded with the
//! first call. The page tells it what was asked and what came ([`Heard`]); it draws, by
//! [`remote_view`], and says what it wants done ([`Wish`]). It keeps no token, and does no I/O.
//!
//! # Where to start
//! - [`Workbench::hear`]: one thing that happened, and what is said about it.
//! - `calls.rs`, `record.rs`: the calls of the visit; `panel/`: the one on display.
//! - `viewer/`: one answer as a tree: fold, search, copy, recognise.
//! - `explorer/`: what the reader asks, with what is known of Graph's paths, fields and parameters.
//! - `composer/`: a message in the making, its limits, and how Messenger would show it.
//! - each has a state, an `Event`, `update` and `view`. Of the others they know what a call looks
//!   like to them; what one wants done by another goes through [`Workbench::hear`], as a [`Wish`].
//! - `protocol.rs`, `wire/`: what page and workbench say, and how it travels.

mod calls;
mod composer;
mod explorer;
mod exports;
mod holds;
mod journey;
mod panel;
mod parts;
mod protocol;
mod record;
mod viewer;
mod wire;
mod wish;
mod zone;

pub use holds::Holds;
pub use protocol::{Called, Drawn, Ending, Heard, Told};
pub use wish::{IdKind, Request, Wish};

use std::sync::Arc;

use remote_view::{Node, Surfaces, View, el};
use viewer::Viewer;

use calls::Calls;
use composer::Composer;
use explorer::Explorer;
use graph_api::{Call, PageId, Psid, Spec};
use panel::Panel;
use record::Record;
use snippets::Language;
use zone::Zone;

/// Where the page tells what the error of the explorer's newest call means.
const EXPLAINED: &str = "explained";

/// The ID of the answer's heading.
const RESPONSE: &str = "call-response";

/// All of it.
#[derive(Default)]
pub struct Workbench {
    zone: Zone,
    calls: Calls,
    holds: Holds,
    panel: Panel,
    /// The call that sent the reply.
    reply: Option<Call>,
    composer: Composer,
    explorer: Explorer,
    viewer: Viewer,
    surfaces: Surfaces<Event>,
    /// What is done as soon as the explorer is on display.
    once_shown: Vec<Wish>,
}

/// What the reader did.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Event {
    Panel(panel::Event),
    Explorer(explorer::Event),
    Composer(composer::Event),
    Viewer(viewer::Event),
}

impl Workbench {
    /// A workbench for a reader whose clock is so many minutes ahead of UTC, so many seconds after 1970.
    /// By itself it tells times in UTC.
    #[must_use]
    pub fn in_zone(minutes_ahead: fn(i64) -> i32) -> Self {
        Self {
            zone: Zone(minutes_ahead),
            ..Self::default()
        }
    }

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
            Heard::Called(called) => {
                if called.is_explored {
                    self.explorer.waiting(true);
                    wishes.push(Wish::Reveal(RESPONSE.to_owned()));
                }
                self.calls.add(called);
            }
            Heard::Ended { ticket, ending } => {
                self.end(ticket, ending);
                wishes = self.came(ticket);
            }
            Heard::Shared(fragment) => match exports::shared(self, &fragment) {
                Some(request) => self.explorer.open(&request),
                None => wishes.push(Wish::Tell("The link could not be read".to_owned())),
            },
            Heard::Drafted(draft) => self.calls.draft(draft),
            Heard::Replied(call) => self.reply = Some(call),
            Heard::Recognized { kind, since } => {
                for record in self.calls.recognize(kind, since) {
                    learn(&mut self.explorer, record);
                }
            }
            Heard::Holds(holds) => {
                if let Some(language) = Language::named(&holds.language) {
                    self.panel.language = language;
                }
                self.holds = holds;
                if self.holds.is_exploring {
                    wishes.append(&mut self.once_shown);
                }
            }
        }
        let wishes = self.settle(wishes);
        self.panel.compare(&self.calls);
        if let Some((record, answer)) = self.calls.shown().and_then(|it| Some((it, it.answer()?))) {
            let context = context(self.zone, &self.holds, &self.calls);
            self.viewer
                .show(record.called.ticket, &answer.body, &context);
        }
        let mut told = self.draw();
        told.extend(wishes.into_iter().map(Told::Wish));
        told
    }

    /// Does what one part of the workbench wants of another; what is left is the page's.
    fn settle(&mut self, wishes: Vec<Wish>) -> Vec<Wish> {
        let mut left = Vec::new();
        for wish in wishes {
            match wish {
                Wish::Explore(request) => {
                    self.explorer.open(&request);
                    left.push(Wish::Show);
                }
                Wish::Query(id) => {
                    let wishes = self.explorer.put_id(&id, &self.holds);
                    match self.holds.is_exploring {
                        true => left.extend(wishes),
                        false => {
                            left.push(Wish::Show);
                            self.once_shown = wishes;
                        }
                    }
                }
                Wish::Cancel => {
                    left.extend(self.calls.explored().map(Wish::CancelCall));
                }
                wish => left.push(wish),
            }
        }
        left
    }

    fn end(&mut self, ticket: u32, ending: Ending) {
        self.calls.end(ticket, ending);
        self.explorer.waiting(self.calls.explored().is_some());
        if let Some(record) = self.calls.get(ticket) {
            learn(&mut self.explorer, record);
        }
    }

    /// What a call needs: of one that was written by hand, what the explorer knows of its path.
    fn spec(&self, record: &Record) -> &'static Spec {
        let known = record.called.is_explored.then(|| record.as_request());
        let known = known.and_then(|it| self.explorer.spec(&it, &self.holds));
        known.unwrap_or(record.called.call.spec)
    }

    /// What came of a call of the explorer's is said, and shown to a reader who waits for it there;
    /// the focus stays in the query.
    fn came(&self, ticket: u32) -> Vec<Wish> {
        let record = self.calls.get(ticket);
        let Some(record) = record.filter(|it| it.called.is_explored) else {
            return Vec::new();
        };
        let shown = self.calls.shown().map(|it| it.called.ticket);
        let is_waited_for = self.holds.is_exploring && shown == Some(ticket);
        let reveal = is_waited_for.then(|| Wish::Reveal(RESPONSE.to_owned()));
        let said = Wish::Say(record.said());
        reveal.into_iter().chain([said]).collect()
    }

    fn update(&mut self, event: Event) -> Vec<Wish> {
        match event {
            Event::Panel(event) => self.update_panel(event),
            Event::Explorer(event) => self.explorer.update(event, &self.holds),
            Event::Composer(event) => self.composer.update(event, &composing(&self.holds)),
            Event::Viewer(event) => {
                let context = context(self.zone, &self.holds, &self.calls);
                self.viewer.update(event, &context)
            }
        }
    }

    /// The answer to the call on display.
    fn response(&self, record: &Record) -> View<Event> {
        let newest = self.calls.newest_explored();
        let is_newest = self.holds.is_exploring && newest == Some(record.called.ticket);
        let (head, instead) = panel::response(record, self.holds.is_exploring);
        let body = match instead {
            Some(view) => view.map(Event::Panel),
            None => self
                .viewer
                .view(&context(self.zone, &self.holds, &self.calls))
                .map(Event::Viewer),
        };
        el("section")
            .class(match self.holds.is_exploring {
                true => "fr-part",
                false => "fr-call__part",
            })
            .attr("aria-labelledby", RESPONSE)
            .with(head.map(Event::Panel))
            .with(body)
            .maybe(is_newest.then(|| Node::Surface(EXPLAINED.to_owned())))
            .into()
    }

    /// Draws what is to be seen; what looks as before is not said again.
    fn draw(&mut self) -> Vec<Told> {
        let mut surfaces: Vec<(&'static str, View<Event>)> = Vec::new();
        if self.calls.shown().is_some() || self.holds.is_exploring {
            surfaces.push(("panel", panel::view(self).map(Event::Panel)));
        }
        if let Some(record) = self.calls.shown() {
            surfaces.push(("viewer", self.response(record)));
        }
        if self.holds.is_exploring {
            let view = self.explorer.view(&self.holds);
            surfaces.push(("explorer", view.map(Event::Explorer)));
            let view = self.explorer.tutorial();
            surfaces.push(("tutorial", view.map(Event::Explorer)));
            let view = self.composer.view(&composing(&self.holds));
            surfaces.push(("composer", view.map(Event::Composer)));
        }
        if let Some(view) = journey::view(self) {
            surfaces.push(("journey", view.map(Event::Panel)));
        }
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

/// The explorer takes from an answer what there is in it.
fn learn(explorer: &mut Explorer, record: &Record) {
    if let Some(answer) = record.answer() {
        explorer.answered(&record.as_request(), answer.status, &answer.body);
    }
}

/// What the composer needs to know.
fn composing(holds: &Holds) -> composer::Context {
    let (page, name) = holds.page.clone().unwrap_or_default();
    composer::Context {
        page: PageId::parse(&page).ok(),
        page_name: name,
        psid: holds.psid.as_ref().and_then(|id| Psid::parse(id).ok()),
        version: holds.version,
    }
}

/// What the viewer needs to know. A Page that was asked in the path is one, whether or not it is the
/// guide's.
fn context<'a>(zone: Zone, holds: &'a Holds, calls: &'a Calls) -> viewer::Context<'a> {
    let asked = calls.shown().and_then(|it| page_of(&it.called.call.path));
    let chosen = holds.page.as_ref().map(|(id, _)| id.as_str());
    viewer::Context {
        known: viewer::Known {
            page: asked.or(chosen),
            psid: holds.psid.as_deref(),
        },
        zone,
        is_exploring: holds.is_exploring,
    }
}

/// The Page in the path of one of its edges.
fn page_of(path: &str) -> Option<&str> {
    let (id, edge) = path.strip_prefix('/')?.split_once('/')?;
    let is_id = !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_digit());
    (is_id && matches!(edge, "conversations" | "messages")).then_some(id)
}

#[cfg(test)]
mod tests;
