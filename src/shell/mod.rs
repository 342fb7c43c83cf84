//! What the page does with the browser: one file per kind of effect. What is drawn is in `dom`.

mod bench;
mod clipboard;
mod clock;
mod core;
mod fetch;
mod focus;
mod handbook;
mod life;
mod line;
mod location;
mod login;
pub mod panic;
pub mod perform;
mod practice;
mod requests;
mod save;
pub mod session;
mod tabs;
mod theme;

pub use self::core::{Core, Dispatch};
pub use self::focus::focus_field;
pub(crate) use self::perform::Hands;
