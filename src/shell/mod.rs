//! The only code that touches the browser. One file per kind of effect.

mod clipboard;
mod clock;
mod core;
mod fetch;
mod focus;
mod location;
pub mod panic;
pub mod perform;
mod practice;
pub mod session;
mod theme;

pub use self::core::{Core, Dispatch};
pub use self::focus::focus_field;
