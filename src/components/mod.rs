//! What the steps and the call panel share. Each draws a part of a `wizard::View`.

pub(crate) mod button;
pub(crate) mod code;
pub(crate) mod facts;
pub(crate) mod field;
pub(crate) mod icon;
pub(crate) mod lessons;
pub(crate) mod list;
pub(crate) mod notice;
pub(crate) mod phone;
pub(crate) mod progress;
pub(crate) mod prose;
pub(crate) mod readiness;
pub(crate) mod thread;
pub(crate) mod ticks;
