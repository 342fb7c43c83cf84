//! The guide from no token to a first reply, without a browser.
//!
//! The reader acts, or the world answers: an [`Event`]. [`Model::update`] takes it and gives back the
//! [`Effect`]s that the shell has to perform. [`Model::view`] says what the screen shows, in words.
//! Nothing here does I/O or reads a clock.
//!
//! # Where to start
//! - [`Step`]: the steps, their order, and what each needs before it can be entered.
//! - [`Event`] and [`Effect`]: everything that can happen, and everything the shell can do.
//! - `update/`: one file per subject. A late answer finds its ticket gone, and is dropped.
//! - `view/`: one file per step; the only place where words are written.
//! - [`Model::session`] and [`Model::restore`]: what is kept over a reload.

mod attempt;
mod bench;
mod drawn;
mod effect;
mod event;
mod explain;
mod first;
mod lessons;
mod login;
mod lookup;
mod model;
mod needs;
mod phone;
mod record;
mod remote;
mod search;
mod session;
mod shortcut;
mod status;
mod step;
mod update;
pub mod view;
mod watch;
mod window;

pub use attempt::{Attempt, Doubt, Search};
pub use bench::Bench;
pub use effect::{Effect, Focus, PracticeAsk};
pub use event::{Arrival, Event, FieldId, Returned, Text, TransportError};
pub use first::{FirstView, Rest};
pub use lessons::{Lesson, LessonRow, LessonStage, Lessons};
pub use login::{Begun, Login, LoginNews};
pub use model::{
    Composer, Connect, Holdings, Identity, Mode, Model, Page, Person, Reach, SendState, Theme,
    TokenWay,
};
pub use needs::{Lack, Presence};
pub use phone::{Phone, PhoneBubble, Practice};
pub use record::CallRecord;
pub use remote::{Failure, Phase, Remote, Slot, Ticket};
pub use session::{STORAGE_KEY, SessionProblem};
pub use shortcut::{Sender, Shortcut};
pub use status::Status;
pub use step::{Place, Step};
pub use view::View;
pub use watch::{Pause, Watch, WatchState};
pub use window::Window;
