//! The pieces that screens are made of.

use std::borrow::Cow;
use std::fmt::Display;

use graph_api::{GraphVersion, PageId};

use crate::event::{Event, FieldId};

/// Our own words. What stands between backticks is code; texts from outside never become prose.
pub type Prose = Cow<'static, str>;

/// Our own words, borrowed, and names from outside between them, owned.
pub type Phrase = Vec<Cow<'static, str>>;

/// A name in a phrase.
pub(crate) fn name(name: &str) -> Cow<'static, str> {
    Cow::Owned(name.to_owned())
}

/// Something to press.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Button {
    /// What it says.
    pub label: &'static str,
    /// What it does.
    pub event: Event,
    /// How it looks.
    pub look: Look,
}

/// The weight of a button; at most one is primary on a screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// The way on.
    Primary,
    /// Another way.
    Plain,
    /// A way back, or aside.
    Quiet,
}

impl Button {
    pub(crate) fn primary(label: &'static str, event: Event) -> Self {
        Self::new(label, event, Look::Primary)
    }

    pub(crate) fn plain(label: &'static str, event: Event) -> Self {
        Self::new(label, event, Look::Plain)
    }

    pub(crate) fn quiet(label: &'static str, event: Event) -> Self {
        Self::new(label, event, Look::Quiet)
    }

    fn new(label: &'static str, event: Event, look: Look) -> Self {
        Self { label, event, look }
    }
}

/// A link that leaves the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// What it says.
    pub label: Phrase,
    /// Where it leads; made from our own texts and checked IDs only.
    pub href: Cow<'static, str>,
}

/// What may end an address: nothing from outside that was not checked.
pub(crate) trait Checked: Display {}

impl Checked for GraphVersion {}
impl Checked for PageId {}

impl Link {
    pub(crate) fn new(label: &'static str, href: &'static str) -> Self {
        Self {
            label: vec![Cow::Borrowed(label)],
            href: Cow::Borrowed(href),
        }
    }

    pub(crate) fn made(label: Phrase, start: &'static str, end: &impl Checked) -> Self {
        let href = format!("{start}{end}").into();
        Self { label, href }
    }
}

/// How a notice sounds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Good to know.
    Info,
    /// It worked.
    Ok,
    /// Take care.
    Warn,
    /// It did not work.
    Bad,
}

/// Something to be told: what happened, why, and the way on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// How it sounds.
    pub tone: Tone,
    /// What happened.
    pub title: Prose,
    /// Why it usually happens.
    pub body: Vec<Prose>,
    /// What to do, in order or by choice.
    pub steps: Vec<Prose>,
    /// Where to read more.
    pub links: Vec<Link>,
    /// What Graph said, to the letter.
    pub said: Vec<Said>,
    /// The way on.
    pub buttons: Vec<Button>,
}

/// A line of what Graph said. The value comes from outside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// Which part.
    pub name: &'static str,
    /// What it is.
    pub value: String,
}

impl Notice {
    #[inline(never)]
    pub(crate) fn new(tone: Tone, title: &'static str, body: &[&'static str]) -> Self {
        Self {
            tone,
            title: Cow::Borrowed(title),
            body: prose(body),
            steps: Vec::new(),
            links: Vec::new(),
            said: Vec::new(),
            buttons: Vec::new(),
        }
    }

    /// Another button of the screen is the way on.
    pub(crate) fn step_back(&mut self) {
        for button in &mut self.buttons {
            if button.look == Look::Primary {
                button.look = Look::Plain;
            }
        }
    }

    /// Whether the way on is in here.
    pub(crate) fn has_primary(&self) -> bool {
        self.buttons
            .iter()
            .any(|button| button.look == Look::Primary)
    }

    /// Adds a line that was made at run time.
    pub(crate) fn line(mut self, line: String) -> Self {
        self.body.push(Cow::Owned(line));
        self
    }

    #[inline(never)]
    pub(crate) fn steps(mut self, steps: &[&'static str]) -> Self {
        self.steps = prose(steps);
        self
    }

    #[inline(never)]
    pub(crate) fn link(mut self, label: &'static str, href: &'static str) -> Self {
        self.links.push(Link::new(label, href));
        self
    }

    #[inline(never)]
    pub(crate) fn button(mut self, button: Button) -> Self {
        self.buttons.push(button);
        self
    }
}

pub(crate) fn prose(lines: &[&'static str]) -> Vec<Prose> {
    lines.iter().map(|line| Cow::Borrowed(*line)).collect()
}

/// A refused form: one line, and the field it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The `id` of the control.
    pub field: String,
    /// What to mend.
    pub text: &'static str,
}

/// One of several to choose from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// Tells it apart, within its list.
    pub key: String,
    /// What it is called. May come from outside.
    pub label: String,
    /// More about it.
    pub more: Vec<Detail>,
    /// Why it cannot be chosen.
    pub barred: Option<&'static str>,
    /// Whether it is marked.
    pub marked: bool,
    /// What marking it does.
    pub event: Event,
}

/// A word about a choice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Detail {
    /// The text.
    pub text: Cow<'static, str>,
    /// Whether it is data, such as an ID.
    pub is_data: bool,
}

impl Detail {
    pub(crate) fn text(text: impl Into<Cow<'static, str>>) -> Self {
        let (text, is_data) = (text.into(), false);
        Self { text, is_data }
    }

    pub(crate) fn data(text: &str) -> Self {
        let (text, is_data) = (Cow::Owned(text.to_owned()), true);
        Self { text, is_data }
    }
}

/// A list with a filter and a next part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListView {
    /// The `id` of the list, of which its rows have theirs.
    pub name: &'static str,
    /// The question it answers.
    pub legend: &'static str,
    /// The field that filters it; none for a short list.
    pub filter: Option<FilterView>,
    /// The rows that pass the filter.
    pub choices: Vec<Choice>,
    /// How many there are, and how many are shown.
    pub count: String,
    /// The next part.
    pub more: Option<Button>,
    /// Whether the next part is under way, with the way to stop it.
    pub waiting: Option<Wait>,
    /// Rows that could not be read, in words.
    pub misfits: Option<String>,
}

/// The `id` of a row of a list.
#[must_use]
pub fn row_id(name: &str, index: usize) -> String {
    format!("{name}-{index}")
}

impl ListView {
    /// The `id` of what the reader chooses by: a row that is not barred, the filter, or the list.
    pub(crate) fn way_in(&self) -> String {
        let open = self.choices.iter().position(|row| row.barred.is_none());
        match (open, &self.filter) {
            (Some(index), _) => row_id(self.name, index),
            (None, Some(filter)) => filter.field.dom_id(),
            (None, None) => self.name.to_owned(),
        }
    }
}

/// The filter of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FilterView {
    /// The field.
    pub field: FieldId,
    /// What stands in it.
    pub value: String,
}

/// Something under way. It shows after 300 ms.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wait {
    /// For what.
    pub text: Prose,
    /// Does at once what is waited for.
    pub hurry: Option<Event>,
    /// Takes it back.
    pub cancel: Option<Event>,
}

/// One thing the reader has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// Its name.
    pub name: &'static str,
    /// Its value, once there is one.
    pub value: Option<String>,
    /// Whether it is data that can be copied.
    pub is_data: bool,
}
