//! What a part of the workbench wants done: by another part, or by the page.

use std::fmt;

use graph_api::{GraphVersion, Method, TokenKind};

/// A call as the explorer writes it, without its token.
#[derive(Clone, PartialEq, Eq)]
pub struct Request {
    /// The verb that it means; a read may travel as a POST.
    pub method: Method,
    /// The version in the path.
    pub version: GraphVersion,
    /// The path after the version, percent-encoded, with a leading slash.
    pub path: String,
    /// The parameters, decoded, in order. None of them holds a token.
    pub params: Vec<(String, String)>,
    /// Which token the page puts in; none for a call without one.
    pub token: Option<TokenKind>,
}

/// A parameter may be a message, so `Debug` tells the names only.
impl fmt::Debug for Request {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<_> = self.params.iter().map(|(name, _)| name).collect();
        let (method, version, path) = (self.method, self.version, &self.path);
        write!(f, "{method} {version}{path} {names:?} {:?}", self.token)
    }
}

/// An ID of a kind that the guide works with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IdKind {
    /// A Page.
    Page,
    /// A person, as a Page knows them.
    Psid,
    /// A conversation.
    Conversation,
    /// A message.
    Message,
    /// Anything else, such as an app or a user.
    Other,
}

/// One thing to be done.
#[derive(Clone, PartialEq, Eq)]
pub enum Wish {
    /// Put a text on the clipboard.
    Copy {
        /// What it is, as in `Copied: ID`.
        what: String,
        /// The text.
        text: String,
    },
    /// Put a text on the clipboard with the reader's own token between its pieces: a second,
    /// deliberate act. The workbench has no token.
    CopyWithToken {
        /// What it is.
        what: String,
        /// The text around the token.
        pieces: Vec<String>,
        /// Which.
        token: TokenKind,
    },
    /// Put a link to this place of the page on the clipboard.
    CopyLink {
        /// What it is, and what had to be left out of it.
        what: String,
        /// From the `#` on.
        fragment: String,
    },
    /// Hand the reader a file.
    Save {
        /// Its name.
        name: String,
        /// Its media type.
        kind: String,
        /// What is in it.
        text: String,
    },
    /// Move the focus to the element with this ID, once it is drawn.
    Focus(String),
    /// Bring the element with this ID into sight, once it is drawn. The focus stays where it is.
    Reveal(String),
    /// Say something to those who listen rather than look.
    Say(String),
    /// Say and show something that stands nowhere else.
    Tell(String),
    /// Send a call.
    Send(Request),
    /// Take the explorer's call back.
    Cancel,
    /// Take this call back.
    CancelCall(u32),
    /// Keep the language of the code over a reload, by its name.
    Remember(String),
    /// Bring the explorer to the screen.
    Show,
    /// Write a call into the explorer, and show it there.
    Explore(Request),
    /// Put an ID into the explorer's query.
    Query(String),
    /// Have the guide work with this ID.
    Take(IdKind, String),
}

/// A text may be a message, so `Debug` tells its length only.
impl fmt::Debug for Wish {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Copy { what, text } => write!(f, "Copy({what}, {} bytes)", text.len()),
            Self::Save { name, text, .. } => write!(f, "Save({name}, {} bytes)", text.len()),
            Self::Focus(id) => write!(f, "Focus({id})"),
            Self::Reveal(id) => write!(f, "Reveal({id})"),
            Self::Say(text) => write!(f, "Say({} bytes)", text.len()),
            Self::Tell(text) => write!(f, "Tell({} bytes)", text.len()),
            Self::Send(request) => write!(f, "Send({request:?})"),
            Self::CopyWithToken { what, .. } => write!(f, "CopyWithToken({what})"),
            Self::Cancel => f.write_str("Cancel"),
            Self::CancelCall(ticket) => write!(f, "CancelCall({ticket})"),
            Self::Remember(name) => write!(f, "Remember({name})"),
            Self::CopyLink { what, fragment } => {
                write!(f, "CopyLink({what}, {} bytes)", fragment.len())
            }
            Self::Show => f.write_str("Show"),
            Self::Explore(request) => write!(f, "Explore({request:?})"),
            Self::Query(id) => write!(f, "Query({id})"),
            Self::Take(kind, id) => write!(f, "Take({kind:?}, {id})"),
        }
    }
}
