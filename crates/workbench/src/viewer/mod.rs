//! One answer: a tree that is folded, searched, and read off.
//!
//! Only the rows in sight are drawn, whatever the length. `document.rs` and `reader.rs` are the text
//! as lines, `folds.rs` says which line stands in which row, `ids.rs` and `time.rs` what stands in a
//! line. `found.rs` and `keys.rs` are ways through it; `bar.rs`, `tree.rs` and `detail.rs` draw it.
//! `event.rs` is what the reader can do; `compare.rs` holds two answers against each other.

mod bar;
pub(crate) mod compare;
mod detail;
mod document;
mod event;
mod folds;
mod found;
mod ids;
mod keys;
mod raw;
mod reader;
mod scroll;
mod search;
mod time;
mod tree;

use remote_view::{Field, View, el};

use crate::wish::{IdKind, Wish};
use crate::zone::Zone;

pub(crate) use tree::cut;

use document::{Document, Kind};
use folds::Folds;
use raw::Raw;
use scroll::Scroll;
use search::Needle;

pub(crate) use event::Event;
pub(crate) use ids::Known;

/// What the viewer needs to know from elsewhere.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Context<'a> {
    /// IDs that are known.
    pub(crate) known: Known<'a>,
    /// The reader's time zone.
    pub(crate) zone: Zone,
    /// Whether it stands in the explorer, where an ID that is pressed goes into the query.
    pub(crate) is_exploring: bool,
}

/// What is on display, and how.
#[derive(Debug)]
pub(crate) struct Viewer {
    /// Which answer it is.
    name: u32,
    /// The answer as it came.
    text: String,
    /// The same, read.
    document: Document,
    folds: Folds,
    raw: Raw,
    is_raw: bool,
    is_exploring: bool,
    selected: Option<u32>,
    scroll: Scroll,
    query: Field,
    needle: Needle,
    /// The lines with what is searched for; of the raw text its rows.
    found: Vec<u32>,
    /// Which of them was visited last.
    visited: Option<usize>,
}

/// The height of the window, in pixels: in the panel, and in the explorer.
const HEIGHTS: (u32, u32) = (400, 640);

impl Default for Viewer {
    fn default() -> Self {
        Self {
            name: 0,
            text: String::new(),
            document: Document::default(),
            folds: Folds::default(),
            raw: Raw::default(),
            is_raw: false,
            is_exploring: false,
            selected: None,
            scroll: Scroll::new(HEIGHTS.0),
            query: Field::default(),
            needle: Needle::default(),
            found: Vec::new(),
            visited: None,
        }
    }
}

impl Viewer {
    /// Shows an answer by its name, unless it is on display. Its secrets are taken out before. What is
    /// searched for is searched for in it too.
    pub(crate) fn show(&mut self, name: u32, text: &str, context: &Context) {
        let height = match context.is_exploring {
            true => HEIGHTS.1,
            false => HEIGHTS.0,
        };
        if self.name == name && self.text == text {
            if self.is_exploring != context.is_exploring {
                self.is_exploring = context.is_exploring;
                self.scroll.scrolled(self.scroll.top, height);
            }
            return;
        }
        let document = Document::new(text);
        // One word that is none, or half a value, is no tree.
        let is_raw = document.problem.is_some() && document.lines.len() < 2;
        *self = Self {
            name,
            text: text.to_owned(),
            folds: Folds::new(&document),
            is_raw,
            is_exploring: context.is_exploring,
            scroll: Scroll::new(height),
            document,
            query: std::mem::take(&mut self.query),
            ..Self::default()
        };
        self.read_raw();
        self.search();
    }

    /// Takes what the reader did, and says what it wants done.
    pub(crate) fn update(&mut self, event: Event, context: &Context) -> Vec<Wish> {
        match event {
            Event::Scrolled(top, height) => self.scroll.scrolled(top, height),
            Event::Pressed(line) => {
                self.press(line);
                return vec![Wish::Focus(tree::ID.to_owned())];
            }
            Event::Key(key) => return self.key(&key, context),
            Event::IdPressed(line) => {
                self.select(self.folds.line(self.folds.row(line)));
                let mut wishes = self.act(line, context);
                // In the explorer the reader goes on in the query.
                if !context.is_exploring {
                    wishes.push(Wish::Focus(tree::ID.to_owned()));
                }
                return wishes;
            }
            Event::ValueCopied(line) => return self.copy("Value", line, Document::value_at),
            Event::PathCopied(line) => return self.copy("Path", line, Document::path),
            Event::Queried(line) => return self.query(line, context),
            Event::Claimed(kind, line) => {
                let id = self.id(line, context);
                return id.map_or_else(Vec::new, |(_, id)| vec![Wish::Take(kind, id)]);
            }
            Event::Raw(is_raw) => {
                self.is_raw = is_raw;
                self.scroll.scrolled(0, 0);
                self.read_raw();
                self.search();
            }
            Event::FoldedAll => self.refold(2),
            Event::UnfoldedAll => self.refold(u32::MAX),
            Event::Typed(text) => {
                self.query.typed(text);
                self.search();
                return vec![Wish::Say(self.count())];
            }
            Event::Next => return self.visit(true),
            Event::Previous => return self.visit(false),
        }
        Vec::new()
    }

    /// What it shows.
    #[must_use]
    pub(crate) fn view(&self, context: &Context) -> View<Event> {
        let is_exploring = context.is_exploring;
        let class = match is_exploring {
            true => "fr-viewer fr-viewer--tall",
            false => "fr-viewer",
        };
        let selected = self.selected.filter(|_| !self.is_raw);
        el("div")
            .class(class)
            .with(bar::bar(self))
            .maybe(bar::note(self))
            .with(match self.is_raw {
                true => tree::raw(self),
                false => tree::tree(self, context),
            })
            .maybe(selected.and_then(|line| detail::detail(self, line, context)))
            .into()
    }

    fn rows(&self) -> u32 {
        match self.is_raw {
            true => self.raw.rows(),
            false => self.folds.rows(),
        }
    }

    fn read_raw(&mut self) {
        if self.is_raw && self.raw.rows() == 0 {
            self.raw = Raw::new(&self.text);
        }
    }

    /// The ID in a line, and of what it is.
    fn id(&self, line: u32, context: &Context) -> Option<(IdKind, String)> {
        ids::of(&self.document, self.document.line(line)?, context.known)
    }

    /// What pressing an ID does.
    fn act(&self, line: u32, context: &Context) -> Vec<Wish> {
        if context.is_exploring {
            return self.query(line, context);
        }
        let id = self.id(line, context);
        id.map_or_else(Vec::new, |(kind, text)| {
            let what = ids::name(kind).to_owned();
            vec![Wish::Copy { what, text }]
        })
    }

    fn query(&self, line: u32, context: &Context) -> Vec<Wish> {
        let id = self.id(line, context);
        id.map_or_else(Vec::new, |(_, id)| vec![Wish::Query(id)])
    }

    fn copy(&self, what: &str, line: u32, text: fn(&Document, u32) -> String) -> Vec<Wish> {
        vec![Wish::Copy {
            what: what.to_owned(),
            text: text(&self.document, line),
        }]
    }

    /// A line that was pressed is selected, and what can be folded is, or unfolded.
    fn press(&mut self, line: u32) {
        let Some(it) = self.document.line(line) else {
            return;
        };
        match it.kind {
            Kind::Close => self.select(it.partner),
            _ => {
                self.fold(line, !self.folds.is_folded(line));
                self.select(line);
            }
        }
    }

    fn fold(&mut self, line: u32, is_folded: bool) {
        if self.document.line(line).is_some_and(|it| it.kind.opens()) {
            self.folds.set(&self.document, line, is_folded);
        }
    }

    fn refold(&mut self, levels: u32) {
        self.folds.fold_from(&self.document, levels);
        if let Some(line) = self.selected {
            let row = self.folds.row(line);
            self.selected = Some(self.folds.line(row));
            self.scroll.center(row);
        }
    }

    fn select(&mut self, line: u32) {
        self.selected = Some(line);
        self.scroll.show(self.folds.row(line));
    }
}

/// A line's value for the clipboard.
impl Document {
    fn value_at(&self, at: u32) -> String {
        self.line(at)
            .map(|line| self.value(line))
            .unwrap_or_default()
    }
}

#[cfg(test)]
mod tests;
