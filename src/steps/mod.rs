//! The steps, one file each. Some have a place for the practice world.

mod connect;
mod done;
mod ids;
mod login;
mod read;
mod reply;
mod shortcut;
mod start;

use wizard::view::Screen;
use wizard::view::parts::{Button, Choice, Wait};

use crate::dom::{Element, Node, On, Surfaces, el, far};

/// Draws the step at hand.
pub(crate) fn step(screen: Screen, practice: Option<Node>, surfaces: &Surfaces) -> Node {
    match screen {
        Screen::Connect(view) => connect::step(*view),
        Screen::Start(view) => start::step(*view, practice),
        Screen::Ids(view) => ids::step(*view, practice),
        Screen::Read(view) => read::step(view, practice),
        Screen::Reply(view) => reply::step(*view, practice),
        Screen::Done(view) => done::step(view, practice, far(surfaces, "journey")),
        Screen::Explorer => frame("explorer").with(far(surfaces, "explorer")),
    }
    .into()
}

/// Draws the first step of a new visit.
pub(crate) fn first(modes: Vec<Choice>, wait: Option<Wait>, submit: &Button) -> Node {
    connect::choice(None, modes, None, wait, submit, None).into()
}

/// What a step is drawn into. Another step is never a change of this one.
fn frame(key: &'static str) -> Element {
    el("div").key(key).class("fr-guide")
}

fn form(then: Option<wizard::Event>) -> Element {
    el("form")
        .class("fr-guide")
        .flag("novalidate", true)
        .on(On::Submit(then))
}

fn heading(id: &'static str, words: &'static str) -> Element {
    el("h2")
        .class("fr-heading fr-heading--small")
        .id(id)
        .text(words)
}
