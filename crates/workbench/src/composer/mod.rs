//! A message in the making: its fields, its limits, how Messenger would show it, and the call.
//!
//! # Where to start
//! - `draft.rs`: what stands in the fields; `edit.rs` changes it, `sent.rs` makes a send of it, and
//!   reads one back.
//! - `check.rs`: what Graph would refuse.
//! - `view/`: the form, the preview, the JSON.

mod check;
mod draft;
mod edit;
mod paint;
mod place;
mod rows;
mod sent;
mod view;

#[cfg(test)]
mod tests;

use std::fmt;

use graph_api::message::{Sending, Unreadable};
use graph_api::{GraphVersion, Method, PageId, Psid, TokenKind};
use remote_view::{Field, View};

use crate::wish::{Request, Wish};

use check::Problem;
use draft::Draft;

pub(crate) use draft::Form;
pub(crate) use place::{List, Place};

/// What the guide works with: it stands in for what is left empty.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Context {
    /// The Page that sends.
    pub page: Option<PageId>,
    /// Its name.
    pub page_name: String,
    /// The person.
    pub psid: Option<Psid>,
    /// The version.
    pub version: GraphVersion,
}

/// What is on display, and how.
#[derive(Default)]
pub(crate) struct Composer {
    draft: Draft,
    /// Counts what was opened: the fields of another message are other fields.
    opened: u32,
    /// Whether the reader wanted to go on: from then on, what is missing is told.
    is_asked: bool,
    output: Output,
    json: Field,
    outcome: Option<Outcome>,
}

/// How the call is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Output {
    /// As one JSON body.
    #[default]
    Json,
    /// As the parameters of a form.
    Params,
}

/// What came of opening a message.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Outcome {
    /// It stands in the fields, but for these paths.
    Opened(Vec<String>),
    /// It does not.
    Failed(Unreadable),
}

/// What the reader did.
#[derive(Clone, PartialEq, Eq)]
pub(crate) enum Event {
    /// Chose what to send.
    Formed(Form),
    /// Typed or chose.
    Put(Place, String),
    /// Marked the file as one to keep, or unmarked it.
    Kept,
    /// Makes a list longer.
    Added(List),
    /// Takes a row out.
    Removed(List, u32),
    /// Moves a row up or down.
    Moved(List, u32, bool),
    /// Goes to a field.
    Went(Place),
    /// Looks at the call in another way.
    Shown(Output),
    /// Wants it in the explorer.
    Explored,
    /// Opens the message in the JSON field.
    Opened,
}

/// A token may stand in what was pasted.
impl fmt::Debug for Composer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Composer").finish_non_exhaustive()
    }
}

/// The same: of a text, `Debug` tells the length.
impl fmt::Debug for Event {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Formed(form) => write!(f, "Formed({form:?})"),
            Self::Put(place, text) => write!(f, "Put({place:?}, {} bytes)", text.len()),
            Self::Kept => f.write_str("Kept"),
            Self::Added(list) => write!(f, "Added({list:?})"),
            Self::Removed(list, row) => write!(f, "Removed({list:?}, {row})"),
            Self::Moved(list, row, is_up) => write!(f, "Moved({list:?}, {row}, {is_up})"),
            Self::Went(place) => write!(f, "Went({place:?})"),
            Self::Shown(output) => write!(f, "Shown({output:?})"),
            Self::Explored => f.write_str("Explored"),
            Self::Opened => f.write_str("Opened"),
        }
    }
}

impl Composer {
    /// Takes what the reader did, and says what it wants done.
    pub(crate) fn update(&mut self, event: Event, context: &Context) -> Vec<Wish> {
        match event {
            Event::Formed(form) => {
                self.draft.form = form;
                self.is_asked = false;
            }
            Event::Put(Place::Json, text) => self.json.typed(text),
            Event::Put(place, value) => self.draft.put(place, value),
            Event::Kept => self.draft.is_reusable = !self.draft.is_reusable,
            Event::Added(list) => {
                let row = self.draft.add(list);
                return row.map_or_else(Vec::new, |row| vec![Wish::Focus(list.first(row).id())]);
            }
            Event::Removed(list, row) => {
                self.draft.remove(list, row);
                let said = format!("{} removed", list.one());
                return vec![Wish::Focus(list.id()), Wish::Say(said)];
            }
            Event::Moved(list, row, is_up) => {
                let Some(place) = self.draft.shift(list, row, is_up) else {
                    return Vec::new();
                };
                let said = format!("Now {} {place}", list.one().to_lowercase());
                let button = view::mover_id(list, row, is_up);
                return vec![Wish::Focus(button), Wish::Say(said)];
            }
            Event::Went(place) => return vec![Wish::Focus(place.id())],
            Event::Shown(output) => self.output = output,
            Event::Explored => return self.explore(context),
            Event::Opened => return self.open_json(),
        }
        Vec::new()
    }

    /// What it shows.
    #[must_use]
    pub(crate) fn view(&self, context: &Context) -> View<Event> {
        view::view(self, context)
    }

    /// Whether a call is one that the composer writes.
    #[must_use]
    pub(crate) fn takes(request: &Request) -> bool {
        request.method == Method::Post && page_of(&request.path).is_some()
    }

    /// Opens the message of a call; what cannot be edited here is told. When it cannot be opened, the
    /// fields stay as they are.
    ///
    /// # Errors
    /// When there is no message in the call, or one of a kind that is not made here.
    pub(crate) fn open(&mut self, request: &Request) -> Result<(), Unreadable> {
        let page = page_of(&request.path).ok_or(Unreadable::NoMessage)?;
        let read = Sending::read_params(&request.params)?;
        self.take(&read.sending, read.left_out);
        self.draft.page.set(page);
        self.draft.clean();
        Ok(())
    }

    fn take(&mut self, sending: &Sending, left_out: Vec<String>) {
        let before = std::mem::replace(&mut self.draft, Draft::of(sending));
        self.draft.page = before.page;
        let of_page = before.secrets.into_iter().filter(|it| *it == Place::Page);
        self.draft.secrets.extend(of_page);
        self.opened += 1;
        self.is_asked = false;
        self.json = Field::default();
        self.outcome = Some(Outcome::Opened(left_out));
    }

    fn open_json(&mut self) -> Vec<Wish> {
        match Sending::read_text(self.json.text()) {
            Ok(read) => {
                self.take(&read.sending, read.left_out);
                vec![Wish::Focus(view::OUTCOME.to_owned())]
            }
            Err(why) => {
                self.outcome = Some(Outcome::Failed(why));
                vec![Wish::Focus(Place::Json.id())]
            }
        }
    }

    fn explore(&mut self, context: &Context) -> Vec<Wish> {
        self.is_asked = true;
        let problems = check::problems(&self.draft, context);
        if problems.iter().any(|it| it.weight.is_certain()) {
            return vec![Wish::Focus(view::SUMMARY.to_owned())];
        }
        vec![Wish::Explore(self.request(context))]
    }

    fn problems(&self, context: &Context) -> Vec<Problem> {
        let mut problems = check::problems(&self.draft, context);
        problems.retain(|it| self.is_asked || it.weight != check::Weight::Missing);
        problems
    }

    /// The send, to whoever it is for; [`NOBODY`] while that is not known.
    fn sending(&self, context: &Context) -> Sending {
        let to = self.draft.to.text();
        let own = match to.trim() {
            "" => context.psid.clone(),
            _ => Psid::parse(to).ok(),
        };
        self.draft
            .sending(own.as_ref().map_or(NOBODY, Psid::as_str))
    }

    /// The call, without its token.
    fn request(&self, context: &Context) -> Request {
        let page = self.draft.page.text();
        let own = match page.trim() {
            "" => context.page.clone(),
            _ => PageId::parse(page).ok(),
        };
        let page = own.as_ref().map_or("me", PageId::as_str);
        Request {
            method: Method::Post,
            version: context.version,
            path: format!("/{page}/messages"),
            params: self.sending(context).to_params(),
            token: Some(TokenKind::Page),
        }
    }
}

/// What stands for a recipient that is not known yet, or is none.
const NOBODY: &str = "<PSID>";

/// The Page that a path sends from.
fn page_of(path: &str) -> Option<&str> {
    let page = path.strip_prefix('/')?.strip_suffix("/messages")?;
    let is_page = page == "me" || PageId::parse(page).is_ok_and(|id| id.as_str() == page);
    is_page.then_some(page)
}
