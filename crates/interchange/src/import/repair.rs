//! What was mended on the way in, and what cannot be read, in words for the reader.

use std::fmt;

use graph_api::{GraphVersion, Method};
use thiserror::Error;

use crate::secret::looks_like_token;

/// Something that the line got wrong, or that was left out of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Repair {
    /// No `?` before the first parameter.
    MissingQuestionMark,
    /// White space inside of the address.
    SpacesInAddress,
    /// Braces or brackets in an address, without `--globoff`.
    BracesInAddress,
    /// A `&` that no quotes hold.
    UnquotedAmpersand,
    /// A value with spaces that no quotes hold.
    UnquotedSpaces,
    /// A `&` inside of this parameter's JSON.
    AmpersandInValue(String),
    /// This parameter was nearly JSON.
    LooseJson(String),
    /// A JSON body.
    JsonBody,
    /// `fields=messages{messages}`.
    FieldsTypo,
    /// Quotes that a text processor has curled.
    SmartQuotes,
    /// Hyphens that a text processor has joined.
    SmartDashes,
    /// `&amp;` and the like.
    HtmlEntities,
    /// Spaces that a shell does not take for one.
    NoBreakSpaces,
    /// The shell's prompt, or other text before the command.
    TextBefore,
    /// A line that ends without the sign that it goes on.
    MissingContinuation,
    /// A space between the backslash and the end of the line.
    SpaceAfterBackslash,
    /// A quote that opens, and does not close.
    UnclosedQuote,
    /// `$(…)` or backticks.
    NotRun,
    /// A word in the version's place.
    VersionPlaceholder,
    /// `v26` and the like.
    ShortVersion(GraphVersion),
    /// A version that Graph serves no longer.
    GoneVersion(GraphVersion),
    /// A word that stands for something the reader has to put in.
    Placeholder(String),
    /// `method=get` and the like.
    MethodParameter(Method),
    /// A read with a body.
    BodyOfRead,
    /// A HEAD request.
    HeadAsGet,
    /// Not encrypted.
    PlainHttp,
    /// A variable in the host's place.
    HostVariable,
    /// A parameter with a secret, other than the token.
    SecretLeftOut(String),
    /// Another token than the one that was taken.
    SeveralTokens,
    /// Headers that the page does not send.
    HeadersLeftOut(Vec<String>),
    /// A user name, a password or cookies.
    CredentialsLeftOut,
    /// Options that this reader does not know.
    OptionsLeftOut(Vec<String>),
    /// Words that belong to nothing.
    WordsLeftOut,
    /// A second address.
    MoreAddresses,
    /// A second command.
    MoreCommands,
    /// Something behind the command, such as a pipe.
    RestLeftOut,
}

impl fmt::Display for Repair {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let plain = match self {
            Self::MissingQuestionMark => {
                "The ? between the path and the first parameter was missing."
            }
            Self::SpacesInAddress => {
                "The address had spaces in it, with which curl refuses it. Only those inside of a \
                 value were kept."
            }
            Self::BracesInAddress => {
                "curl takes braces in an address for a list of its own and drops them, unless it is \
                 told --globoff. They were kept."
            }
            Self::UnquotedAmpersand => {
                "Without quotes, a shell cuts the address at the first &. It was read whole."
            }
            Self::UnquotedSpaces => {
                "Without quotes, a shell cuts a value at its first space. It was read whole."
            }
            Self::JsonBody => {
                "The JSON body became parameters, one for each key: Graph takes both."
            }
            Self::FieldsTypo => {
                "A message has no field messages: messages{messages} became messages{message}."
            }
            Self::SmartQuotes => {
                "Curly quotes, as text processors make them, became straight ones."
            }
            Self::SmartDashes => {
                "A dash, as text processors make it, became the hyphens of an option."
            }
            Self::HtmlEntities => {
                "Signs that were written for a web page, such as &amp;, became themselves."
            }
            Self::NoBreakSpaces => "Spaces that do not break became plain ones.",
            Self::TextBefore => "What stood before the command was left out.",
            Self::MissingContinuation => {
                "The command went on in a new line without a sign at the end of the line before."
            }
            Self::SpaceAfterBackslash => {
                "A space stood after the backslash at the end of a line, which ends the command there."
            }
            Self::UnclosedQuote => "A quote was never closed. It was closed at the end.",
            Self::NotRun => {
                "The line has a command of its own in $(…) or backticks. It is not run here, and \
                 stands as text."
            }
            Self::VersionPlaceholder => "The version was a placeholder. The page's own is taken.",
            Self::BodyOfRead => "A GET has no body. Its parameters moved to the query.",
            Self::HeadAsGet => "HEAD, which asks for headers alone, became GET.",
            Self::PlainHttp => "http:// became https://, the only way to Graph.",
            Self::HostVariable => "The host was a variable. It is graph.facebook.com here.",
            Self::SeveralTokens => "The line has several tokens. The first one was taken.",
            Self::CredentialsLeftOut => {
                "User name, password or cookies were left out: Graph takes none."
            }
            Self::WordsLeftOut => "Words that belong to no option were left out.",
            Self::MoreAddresses => "There are several addresses. The first one was read.",
            Self::MoreCommands => "There are several commands. The first one was read.",
            Self::RestLeftOut => "What stood behind the command was left out.",
            Self::AmpersandInValue(name) => {
                return write!(
                    f,
                    "The & inside of {name} has to be written as %26. It was kept as a part of the value."
                );
            }
            Self::LooseJson(name) => {
                return write!(
                    f,
                    "{name} was not quite JSON. It was written anew, with double quotes."
                );
            }
            Self::ShortVersion(version) => {
                return write!(f, "A version has two parts: it became {version}.");
            }
            Self::GoneVersion(version) => {
                return write!(
                    f,
                    "{version} is gone: Graph answers by a version that lives. The newest is {}.",
                    GraphVersion::default()
                );
            }
            Self::Placeholder(name) => {
                return write!(f, "{name} is a placeholder: put your own value there.");
            }
            Self::MethodParameter(method) => {
                return write!(f, "The parameter method says that this is a {method}.");
            }
            Self::SecretLeftOut(name) => {
                return write!(f, "{name} is a secret, and was left out.");
            }
            Self::HeadersLeftOut(names) => {
                return write!(
                    f,
                    "Headers that Graph does not need were left out: {}.",
                    List(names)
                );
            }
            Self::OptionsLeftOut(names) => {
                return write!(
                    f,
                    "Options of curl that are not known here were left out: {}.",
                    List(names)
                );
            }
        };
        f.write_str(plain)
    }
}

/// Why a text is no call of Graph.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ImportError {
    /// Nothing, or white space.
    #[error("there is nothing to read")]
    Empty,
    /// More than [`LIMIT`](super::LIMIT) bytes.
    #[error("this is too long for a command line")]
    TooLong,
    /// Characters that no command line has.
    #[error("this is no text, but holds bytes that no command line can have")]
    Binary,
    /// Neither a curl command nor an address.
    #[error("this is no curl command, and no address or path of Graph's")]
    NoCall,
    /// A command of another program.
    #[error("this is a command of {0}; only curl is read here")]
    OtherTool(&'static str),
    /// curl without an address.
    #[error("the command has no address")]
    NoAddress,
    /// A token where a path should be: sent like this, it would stand in addresses and logs.
    #[error("there is a token in the path: a token belongs to Connect, or into access_token")]
    TokenInPath,
    /// An address elsewhere.
    #[error("the address leads to {0}, not to graph.facebook.com")]
    Host(String),
    /// Not `https`.
    #[error("the address does not begin with https://")]
    Scheme,
    /// A verb that Graph does not know.
    #[error("Graph knows GET, POST and DELETE, but not {0}")]
    Method(String),
    /// `@file`.
    #[error(
        "the command sends a file ({0}), which this page cannot read: put its text in its place"
    )]
    File(String),
    /// `--config`.
    #[error("the command takes its options from a file, which this page cannot read")]
    Config,
}

/// A stranger's word, as a repair or an error keeps it: short and plain, and not when it looks like
/// a secret.
pub(super) fn named(word: &str) -> String {
    match looks_like_token(word) {
        true => "(redacted)".to_owned(),
        false => word.chars().filter(|c| !c.is_control()).take(40).collect(),
    }
}

struct List<'a>(&'a [String]);

impl fmt::Display for List<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, name) in self.0.iter().take(12).enumerate() {
            let comma = if at == 0 { "" } else { ", " };
            write!(f, "{comma}{name}")?;
        }
        f.write_str(if self.0.len() > 12 { " and more" } else { "" })
    }
}

/// The repairs so far, each once.
#[derive(Debug, Default)]
pub(super) struct Repairs(pub(super) Vec<Repair>);

impl Repairs {
    pub(super) fn add(&mut self, repair: Repair) {
        if !self.0.contains(&repair) {
            self.0.push(repair);
        }
    }

    pub(super) fn add_if(&mut self, is: bool, repair: Repair) {
        if is {
            self.add(repair);
        }
    }
}
