//! Calls leave for other tools, and come in from a command line.
//!
//! Values in, texts out, and back: no I/O, no clock, no browser. No secret goes out: what a secret
//! parameter or header holds is replaced wherever it stands, by the name of a variable.
//!
//! # Where to start
//! - [`Exchange`]: a call that was made; what the exports are written from.
//! - [`har`], [`postman`], [`http_file`]: the session for other tools.
//! - [`SharedRequest`]: a request as a link; written without secrets and read as a stranger's.
//! - [`import`]: a curl line, however damaged, becomes a request; each [`Repair`] is named.
//! - `sheet`: an exchange taken apart, its secrets taken out; the only thing that exports read.
//! - `secret`: what counts as a secret.

mod exchange;
mod har;
mod http_file;
mod import;
mod postman;
mod secret;
mod share;
mod sheet;
mod template;
mod written;

pub use exchange::{Exchange, Reply};
pub use har::har;
pub use http_file::http_file;
pub use import::{
    FoundToken, ImportError, Imported, LIMIT as IMPORT_LIMIT, Repair, import, read_loosely,
};
pub use postman::postman;
pub use secret::{is_secret_name, looks_like_token};
pub use share::{LIMIT as SHARE_LIMIT, Link, SharedRequest};
