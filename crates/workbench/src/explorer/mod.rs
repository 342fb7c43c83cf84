//! What the reader asks of Graph.
//!
//! # Where to start
//! - [`Explorer`]: the state; `draft.rs`: the call in the making, and [`Request`] made of it.
//! - `query.rs`: the query line; `rows.rs`: the fields of a write; `selection.rs`: what stands in
//!   `fields`.
//! - `catalog/`: what is known of Graph; `target.rs`: what of it a path means; `complete.rs`: what
//!   could be typed next, and `combo.rs` how it is chosen.
//! - `known.rs`: the IDs that answers gave; `tutorial.rs`: Meta's tutorial, and how far it is.

mod catalog;
mod combo;
mod complete;
mod draft;
mod event;
mod import;
mod known;
mod placeholder;
mod query;
mod rows;
mod selection;
mod target;
mod tutorial;
mod view;

use graph_api::{GraphVersion, Method, Spec, TokenKind, json};
use remote_view::View;

use draft::{Draft, Problem};
use import::Import;
use known::Known;
use selection::Selection;
use tutorial::Task;

use crate::holds::Holds;
use crate::wish::{Request, Wish};

pub(crate) use event::{Event, RowEvent, Tab};

/// The ID of the query's field.
pub(crate) const QUERY: &str = "explorer-query";

/// The explorer, as it stands.
#[derive(Default)]
pub(crate) struct Explorer {
    draft: Draft,
    tab: Tab,
    known: Known,
    done: Vec<Task>,
    /// The list of suggestions, while it is open: which of them is marked.
    suggesting: Option<Option<usize>>,
    problem: Option<Problem>,
    is_waiting: bool,
    import: Import,
    /// Whether the tutorial is open; none as long as the width of the page decides.
    is_tutorial_open: Option<bool>,
}

impl Explorer {
    /// Writes a call into it, and shows it.
    pub(crate) fn open(&mut self, request: &Request) {
        self.tab = Tab::Call;
        self.settle();
        self.draft.open(request);
    }

    /// Whether a call of the explorer's is on its way.
    pub(crate) fn waiting(&mut self, is_waiting: bool) {
        self.is_waiting = is_waiting;
    }

    /// A call was answered, by whomever it was sent: its IDs are known from then on, and it may have
    /// been what the tutorial asks for. The body is redacted.
    pub(crate) fn answered(&mut self, request: &Request, status: u16, body: &str) {
        let Ok(answer) = json::parse(body.trim_start_matches('\u{feff}')) else {
            return;
        };
        if !(200..300).contains(&status) || answer.get("error").is_some() {
            return;
        }
        self.known.learn(request, &answer);
        for task in Task::ALL {
            if !self.done.contains(&task) && task.is_done_by(request, &answer) {
                self.done.push(task);
            }
        }
    }

    /// What is known of a call that somebody wrote by hand.
    pub(crate) fn spec(&self, request: &Request, holds: &Holds) -> Option<&'static Spec> {
        let path = query::read(&request.path).query.path;
        let token = request.token.unwrap_or(TokenKind::User);
        let known = self.known.with(holds);
        let target = target::find(request.method, &path, token, &known);
        target.call.map(|it| it.spec)
    }

    /// Puts an ID that was clicked in an answer into the call.
    pub(crate) fn put_id(&mut self, id: &str, holds: &Holds) -> Vec<Wish> {
        let kind = self.known.with(holds).kind(id);
        self.tab = Tab::Call;
        self.settle();
        self.draft.put_id(id, kind);
        vec![
            Wish::Focus(QUERY.to_owned()),
            Wish::Say(format!("{id} is in the call")),
        ]
    }

    /// Takes what the reader did, and says what it wants done.
    pub(crate) fn update(&mut self, event: Event, holds: &Holds) -> Vec<Wish> {
        // The suggestions are open only while the reader is at the query.
        if !matches!(event, Event::QueryKey(_) | Event::Suggested(_)) {
            self.suggesting = None;
        }
        match event {
            Event::Shown(tab) => self.tab = tab,
            Event::TabMoved => {
                self.tab = match self.tab {
                    Tab::Call => Tab::Composer,
                    Tab::Composer => Tab::Call,
                };
                return vec![Wish::Focus(self.tab.id().to_owned())];
            }
            Event::MethodChosen(name) => {
                let all = [Method::Get, Method::Post, Method::Delete];
                let chosen = all.into_iter().find(|it| it.as_str() == name);
                self.draft.method = chosen.unwrap_or(self.draft.method);
                self.settle();
            }
            Event::VersionChosen(version) => {
                let chosen = version.parse::<GraphVersion>().ok();
                self.draft.version = chosen.or(self.draft.version);
            }
            Event::TokenChosen(kind) => {
                self.draft.token = kind;
                self.problem = None;
            }
            Event::QueryTyped(text) => {
                self.draft.typed(&text);
                self.problem = None;
                self.suggesting = Some(None);
            }
            Event::QueryKey(key) => return self.key(&key, holds),
            Event::Suggested(at) => return self.accept(at, holds),
            Event::FieldTicked(path) => self.tick(&path),
            Event::Row(event) => return self.update_row(event),
            Event::Submitted => return self.submit(holds),
            Event::TutorialFolded(is_folded) => self.is_tutorial_open = Some(!is_folded),
            Event::Filled(at) => return self.fill(at, holds),
            Event::CurlTyped(text) => self.import.text.typed(text),
            Event::CurlRead => {
                if let Some(request) = self.import.read(holds) {
                    self.open(&request);
                    return vec![Wish::Focus(QUERY.to_owned())];
                }
            }
        }
        Vec::new()
    }

    fn update_row(&mut self, event: RowEvent) -> Vec<Wish> {
        let rows = &mut self.draft.rows;
        let focus = match event {
            RowEvent::Added(name, value) => {
                let id = rows.add(&name, &value);
                let part = if name.is_empty() { "name" } else { "value" };
                Some(view::row_id(part, id))
            }
            RowEvent::Named(id, name) => {
                rows.change(id, |row| row.name.typed(name));
                None
            }
            RowEvent::Typed(id, value) => {
                rows.change(id, |row| row.value.typed(value));
                None
            }
            RowEvent::Mended(id, value) => {
                rows.change(id, |row| row.value.set(value));
                Some(view::row_id("value", id))
            }
            RowEvent::Removed(id) => {
                rows.remove(id);
                self.problem = None;
                Some(view::ADD_ROW.to_owned())
            }
        };
        focus.map(Wish::Focus).into_iter().collect()
    }

    /// What it shows.
    #[must_use]
    pub(crate) fn view(&self, holds: &Holds) -> View<Event> {
        view::view(self, holds)
    }

    /// Meta's tutorial, which stands beside it.
    #[must_use]
    pub(crate) fn tutorial(&self) -> View<Event> {
        view::tutorial(self)
    }

    /// Nothing is half done any more.
    fn settle(&mut self) {
        self.suggesting = None;
        self.problem = None;
    }

    fn tick(&mut self, path: &[&str]) {
        let mut query = self.draft.query();
        let fields = query.param("fields").unwrap_or_default();
        if let Some(mut selection) = Selection::read(fields) {
            selection.toggle(path);
            let fields = selection.write();
            query.set_param("fields", Some(fields).filter(|it| !it.is_empty()));
            self.draft.write(&query);
        }
    }

    fn submit(&mut self, holds: &Holds) -> Vec<Wish> {
        if self.is_waiting {
            return Vec::new();
        }
        self.settle();
        match self.draft.request(holds) {
            Ok(request) => vec![Wish::Send(request)],
            Err(problem) => {
                let field = view::field_of(&problem);
                self.problem = Some(problem);
                vec![Wish::Focus(field)]
            }
        }
    }

    fn fill(&mut self, at: usize, holds: &Holds) -> Vec<Wish> {
        let Some(task) = Task::ALL.get(at) else {
            return Vec::new();
        };
        let filled = task.filled(&self.known.with(holds));
        self.tab = Tab::Call;
        self.settle();
        self.draft.method = filled.method;
        self.draft.token = filled.token;
        self.draft.rows.clear();
        for (name, value) in filled.rows {
            self.draft.rows.add(name, &value);
        }
        self.draft.write(&query::read(&filled.line).query);
        vec![Wish::Focus(QUERY.to_owned())]
    }
}

/// The same call in Meta's Graph API Explorer. No token is in the link, and nothing of a write but
/// its path: a message is nobody's business on the way.
#[must_use]
pub(crate) fn meta_link(request: &Request) -> String {
    let mut query = query::read(&request.path).query;
    if request.method == Method::Get {
        query.params.extend(request.params.iter().cloned());
    }
    view::meta_link(request.method, request.version, &query)
}

#[cfg(test)]
mod tests;
