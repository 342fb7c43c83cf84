//! The first screen, by itself: what the page can show and do before the rest of it is loaded.
//!
//! It is Connect as a new visit finds it. What [`Model::update_first`] does not take waits for
//! [`Model::update`].

use crate::effect::{Effect, Focus};
use crate::event::Event;
use crate::model::{Mode, Model};
use crate::step::{Place, Step};
use crate::view::parts::{Button, Choice, Notice, Tone, Wait};
use crate::view::{Header, StepMark, connect, header};

/// How far the rest of the page is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Rest {
    /// Here, or not asked for.
    #[default]
    Quiet,
    /// Something that happened waits for it.
    Awaited,
    /// It did not arrive.
    Missing,
}

/// What the first screen shows.
#[derive(Debug, Clone, PartialEq)]
pub struct FirstView {
    /// The title of the document.
    pub title: String,
    /// What stands above the heading.
    pub over: String,
    /// The heading.
    pub heading: &'static str,
    /// The sentence below it.
    pub lead: Vec<&'static str>,
    /// The bar on top.
    pub header: Header,
    /// The steps to come.
    pub marks: Vec<StepMark>,
    /// What came in the address; that the rest is missing.
    pub warnings: Vec<Notice>,
    /// Practice or live.
    pub modes: Vec<Choice>,
    /// What is under way.
    pub wait: Option<Wait>,
    /// The way on.
    pub submit: Button,
}

impl Model {
    /// Takes an event as [`Model::update`] does, if the first screen can by itself.
    ///
    /// # Errors
    /// The event, when it needs the rest of the page.
    #[allow(clippy::result_large_err, reason = "the event goes back as it came")]
    pub fn update_first(&mut self, event: Event) -> Result<Vec<Effect>, Event> {
        match event {
            Event::ThemeChosen(theme) => self.choose_theme(theme),
            Event::Arrived(arrival) => self.arrive(arrival),
            Event::TabHidden(is_hidden) => self.is_hidden = is_hidden,
            // Nothing was asked that could have failed.
            Event::CameOnline => {}
            Event::LocationChanged(place) if place != Some(Place::Explorer) => {
                let here = Place::from(Step::Connect);
                if place != Some(here) {
                    self.tell(Effect::ReplaceLocation(here));
                }
            }
            other => return Err(other),
        }
        Ok(std::mem::take(&mut self.out))
    }

    /// Something waits for the rest of the page, or it did not arrive, or it is here.
    pub fn note_rest(&mut self, rest: Rest) -> Vec<Effect> {
        self.rest = rest;
        if rest == Rest::Missing {
            self.focus(Focus::Warning);
        }
        std::mem::take(&mut self.out)
    }

    /// What the first screen shows, with the mode that the reader has chosen meanwhile.
    #[must_use]
    pub fn view_first(&self, chosen: Mode) -> FirstView {
        let (heading, lead) = header::first_heading();
        let over = header::over(Step::Connect);
        let arrived = self.arrived.map(crate::view::arrival_notice);
        let missing = (self.rest == Rest::Missing).then(missing);
        FirstView {
            title: format!("{over}: {heading} – First Reply"),
            over,
            heading,
            lead: lead.to_vec(),
            header: header::header(self),
            marks: header::marks(self),
            warnings: missing.into_iter().chain(arrived).collect(),
            modes: connect::modes(chosen),
            wait: (self.rest == Rest::Awaited).then(|| Wait {
                text: "Loading the guide".into(),
                hurry: None,
                cancel: None,
            }),
            submit: connect::start(),
        }
    }
}

fn missing() -> Notice {
    Notice::new(
        Tone::Bad,
        "The rest of the page did not arrive",
        &[
            "Check your connection; a browser extension may be the cause, too. What you did waits, and goes on as soon as the rest is here.",
            "If that does not help, reload: the host may have a newer page by now.",
        ],
    )
    .button(Button::plain("Try again", Event::RestAsked))
}
