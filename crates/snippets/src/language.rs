//! What a request can be written in.

use graph_api::HttpRequest;

use crate::code::Code;
use crate::journey::{self, Journey, Plan};
use crate::parts::{Parts, TokenFrom};
use crate::refused::Refused;
use crate::snippet::{bash, cmd, http_file, javascript, php, powershell, python, rust};

/// A language, with what it sends a request by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Language {
    /// curl, for bash.
    Curl,
    /// Invoke-RestMethod.
    PowerShell,
    /// curl, for the Windows command prompt.
    Cmd,
    /// fetch, for the console of a browser.
    JavaScript,
    /// fetch, for Node.
    Node,
    /// requests.
    Python,
    /// curl.
    Php,
    /// reqwest.
    Rust,
    /// A file that editors run.
    HttpFile,
}

impl Language {
    /// All of them, in the order of a menu.
    pub const ALL: [Self; 9] = [
        Self::Curl,
        Self::PowerShell,
        Self::Cmd,
        Self::JavaScript,
        Self::Node,
        Self::Python,
        Self::Php,
        Self::Rust,
        Self::HttpFile,
    ];

    /// The name in a menu.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Curl => "curl (bash)",
            Self::PowerShell => "PowerShell",
            Self::Cmd => "curl (Windows cmd)",
            Self::JavaScript => "JavaScript (fetch)",
            Self::Node => "Node.js",
            Self::Python => "Python (requests)",
            Self::Php => "PHP",
            Self::Rust => "Rust (reqwest)",
            Self::HttpFile => ".http file",
        }
    }

    /// A short name that does not change, to remember a choice by.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Curl => "curl",
            Self::PowerShell => "powershell",
            Self::Cmd => "cmd",
            Self::JavaScript => "javascript",
            Self::Node => "node",
            Self::Python => "python",
            Self::Php => "php",
            Self::Rust => "rust",
            Self::HttpFile => "http",
        }
    }

    /// The language of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|language| language.name() == name)
    }

    /// What a file's name ends with, without the dot.
    #[must_use]
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Curl => "sh",
            Self::PowerShell => "ps1",
            Self::Cmd => "cmd",
            Self::JavaScript => "js",
            Self::Node => "mjs",
            Self::Python => "py",
            Self::Php => "php",
            Self::Rust => "rs",
            Self::HttpFile => "http",
        }
    }

    /// The request as code. `token` is the environment variable with its token.
    ///
    /// # Errors
    /// When it cannot be written so that exactly this arrives.
    pub fn snippet(
        self,
        request: &HttpRequest,
        token: &str,
        from: TokenFrom,
    ) -> Result<Code, Refused> {
        let parts = Parts::of(request, token, from)?;
        Ok(match self {
            Self::Curl => bash::snippet(&parts),
            Self::PowerShell => powershell::snippet(&parts),
            Self::Cmd => cmd::snippet(&parts)?,
            Self::JavaScript => javascript::browser(&parts),
            Self::Node => javascript::node(&parts),
            Self::Python => python::snippet(&parts),
            Self::Php => php::snippet(&parts),
            Self::Rust => rust::snippet(&parts),
            Self::HttpFile => http_file::snippet(&parts)?,
        })
    }

    /// The whole way as one script: it finds the IDs by itself, stops with a word where Graph
    /// refuses something or there is nobody to reply to, and sends the reply.
    ///
    /// # Errors
    /// [`Refused::NoScript`] for the Windows prompt, which cannot read JSON.
    pub fn journey(self, journey: &Journey<'_>, from: TokenFrom) -> Result<Code, Refused> {
        let plan = Plan::of(journey, from)?;
        Ok(match self {
            Self::Curl => journey::bash::journey(&plan),
            Self::PowerShell => journey::powershell::journey(&plan),
            Self::JavaScript => journey::javascript::browser(&plan),
            Self::Node => journey::javascript::node(&plan),
            Self::Python => journey::python::journey(&plan),
            Self::Php => journey::php::journey(&plan),
            Self::Rust => journey::rust::journey(&plan),
            Self::HttpFile => journey::http_file::journey(&plan),
            Self::Cmd => return Err(Refused::NoScript),
        })
    }
}
