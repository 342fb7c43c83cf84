//! The exact request as code that a reader can run.
//!
//! A snippet is made from the very [`HttpRequest`] that is sent. Its token is never copied: the
//! name of an environment variable stands in its place. What a person typed arrives at Graph byte
//! for byte, and none of it can run as a command, read a file, or hide in the pasted text.
//!
//! # Where to start
//! - [`Language`]: what there is; [`Language::snippet`] writes one request in one of them.
//! - [`curl_script`]: a whole run as one script.
//! - `parts`: a request taken apart, its secrets taken out; what every language writes from.
//! - `shell`: quoting for bash.
//!
//! Another language is one more variant and one more file beside `curl`, which writes from `parts`.

mod curl;
mod parts;
mod shell;

use graph_api::HttpRequest;

pub use curl::{curl, curl_script};

/// What a request can be written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Language {
    /// curl, for bash.
    Curl,
}

impl Language {
    /// All of them, in the order of a menu.
    pub const ALL: [Self; 1] = [Self::Curl];

    /// The name in a menu.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Curl => "curl (bash)",
        }
    }

    /// The request as code, with the environment variable `token` where its token stands.
    #[must_use]
    pub fn snippet(self, request: &HttpRequest, token: &str) -> String {
        match self {
            Self::Curl => curl(request, token),
        }
    }
}
