//! The exact request as code that a reader can run.
//!
//! A snippet is made from the very [`HttpRequest`](graph_api::HttpRequest) that is sent. Its token
//! is never copied: the name of an environment variable stands in its place, or a blank. What a
//! person typed arrives at Graph byte for byte, and none of it can run as a command, read a file,
//! or hide in the pasted text. What cannot be written so is [`Refused`].
//!
//! # Where to start
//! - [`Language`]: what there is; [`Language::snippet`] writes one request in one of them.
//! - [`Code`]: the text in colours, with a blank where the page may put a token ([`Ink::Token`]).
//! - `parts`: a request taken apart, its secrets taken out; what every language writes from.
//! - `snippet`: one file per language. `curl` is what the two shells have in common, `expression`
//!   what the others have.
//! - [`Journey`]: the whole way as one script; [`Language::journey`] writes it.
//! - `dialect`: colours for what is written in this crate. What a person typed is never read.

mod code;
mod dialect;
mod expression;
mod journey;
mod language;
mod parts;
mod refused;
mod snippet;
mod text;

pub use code::{Code, Ink};
pub use journey::Journey;
pub use language::Language;
pub use parts::TokenFrom;
pub use refused::Refused;
