//! A curl line comes in: as curl takes it, as Meta's documentation prints it, and as people, word
//! processors and other tools damage it on the way.
//!
//! Text in, request out: `find` finds the command, `words` cuts it as its shell would, `options`
//! reads what curl is told, `address` and `pairs` take addresses and parameters apart, `meant` puts
//! the request together. Nothing is run, and nothing is fetched.

mod address;
mod find;
mod loose;
mod meant;
mod options;
mod pairs;
mod repair;
mod words;

use graph_api::{GraphVersion, Method, TokenKind, TokenProblem};

pub use loose::read as read_loosely;
pub use repair::{ImportError, Repair};

use repair::Repairs;

/// The longest text that is read, in bytes.
pub const LIMIT: usize = 262_144;

/// A request that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imported {
    /// The verb that is meant: a POST that says `method=get` is a read.
    pub method: Method,
    /// The version in the path, if there is one.
    pub version: Option<GraphVersion>,
    /// After the version, as it was written, with a leading slash.
    pub path: String,
    /// Parameters of the address, not encoded, without secrets.
    pub query: Vec<(String, String)>,
    /// Parameters of the body, not encoded, without secrets.
    pub form: Vec<(String, String)>,
    /// What stood in the token's place.
    pub token: Option<FoundToken>,
    /// What was mended, in the order in which it was found.
    pub repairs: Vec<Repair>,
}

/// What stood in a token's place. The token itself is not kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FoundToken {
    /// A token.
    Token,
    /// A variable or a placeholder, and whose token it names.
    Placeholder(Option<TokenKind>),
    /// Something that must not be used.
    Unusable(TokenProblem),
}

/// Reads a curl command, or an address or a path alone.
///
/// # Errors
/// When it is no call of Graph: the reason is meant for the reader.
pub fn import(text: &str) -> Result<Imported, ImportError> {
    if text.len() > LIMIT {
        return Err(ImportError::TooLong);
    }
    let is_odd = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t');
    if text.chars().any(is_odd) {
        return Err(ImportError::Binary);
    }
    let mut repairs = Repairs::default();
    let text = &with_percent_signs(unescaped(text, &mut repairs));
    if text
        .trim_matches(|c: char| c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}'))
        .is_empty()
    {
        return Err(ImportError::Empty);
    }
    let Some(found) = find::curl(text) else {
        return match find::other_tool(text) {
            Some(tool) => Err(ImportError::OtherTool(tool)),
            None => meant::bare(text, repairs),
        };
    };
    let cut = words::cut(found.after);
    repairs.add_if(found.is_late, Repair::TextBefore);
    cut.repairs
        .0
        .into_iter()
        .for_each(|repair| repairs.add(repair));
    let command = options::read(cut.words)?;
    let imported = meant::request(command, repairs)?;
    Ok(Imported {
        repairs: behind(imported.repairs, cut.rest),
        ..imported
    })
}

/// What stands behind the command is told, not read.
fn behind(repairs: Vec<Repair>, rest: &str) -> Vec<Repair> {
    let mut repairs = Repairs(repairs);
    match find::curl(rest) {
        Some(_) => repairs.add(Repair::MoreCommands),
        None => repairs.add_if(!rest.trim().is_empty(), Repair::RestLeftOut),
    }
    repairs.0
}

/// Our own code for the Windows prompt takes each `%` out of a variable, which it sets first.
fn with_percent_signs(text: String) -> String {
    let Some((before, code)) = text.split_once("set \"p=%p:~0,1%\"") else {
        return text;
    };
    match before.trim_end().strip_suffix("set \"p=%%\"") {
        Some(before) => format!("{before}{}", code.trim_start().replace("%p%", "%")),
        None => text,
    }
}

/// A text whose very quotes are written for a web page.
fn unescaped(text: &str, repairs: &mut Repairs) -> String {
    let is_escaped = !text.contains(['"', '\''])
        && ["&quot;", "&#39;", "&#039;"]
            .iter()
            .any(|quote| text.contains(quote));
    if !is_escaped {
        return text.to_owned();
    }
    repairs.add(Repair::HtmlEntities);
    let entities = [
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&#039;", "'"),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&amp;", "&"),
    ];
    let mut text = text.to_owned();
    for (entity, c) in entities {
        text = text.replace(entity, c);
    }
    text
}
