//! What was mended on the way in, and what cannot be read, in words for the reader.

use graph_api::{GraphVersion, Method};
use thiserror::Error;

use crate::secret::{MASK, looks_like_token};

mod words;

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
    #[error("this is no curl command, and no address or path of Graph’s")]
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
        true => MASK.to_owned(),
        false => word.chars().filter(|c| !c.is_control()).take(40).collect(),
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
