//! The steps, one file each.

mod connect;
mod done;
mod ids;
mod read;
mod reply;
mod start;

use leptos::prelude::*;
use wizard::view::Screen;

/// Draws the step at hand. Some have a place for the practice world.
pub(crate) fn step(screen: Screen, practice: Option<AnyView>) -> AnyView {
    match screen {
        Screen::Connect(view) => connect::step(*view),
        Screen::Start(view) => start::step(view, practice),
        Screen::Ids(view) => ids::step(*view, practice),
        Screen::Read(view) => read::step(view, practice),
        Screen::Reply(view) => reply::step(*view, practice),
        Screen::Done(view) => done::step(view, practice),
    }
}
