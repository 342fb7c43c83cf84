//! The part of Meta's Graph API that a first reply on the Messenger Platform needs.
//!
//! Values go in, plain HTTP data comes out, and back: no I/O, no clock, no browser. The page, the
//! emulator and the tests share these definitions.
//!
//! # Where to start
//! - [`endpoints`]: one file per endpoint, with its route, needs, parameters and answer.
//! - [`Endpoint`]: what they have in common; [`Call`] is one of them on its way, without its token.
//! - [`Carrier`]: the only place where a token is put into a request.
//! - [`json`]: what answers are read from; [`form`]: what queries and bodies are written in.
//! - [`message`]: everything that can be sent, for the composer and the emulator.
//! - [`AnswerError`]: the three layers of what can come back instead of an answer.

pub mod base64url;
mod body;
mod call;
mod carrier;
mod endpoint;
pub mod endpoints;
mod error;
mod error_kind;
mod fields;
pub mod form;
mod http;
mod id;
pub mod json;
mod listing;
mod login;
pub mod message;
mod pasted;
pub mod redact;
mod time;
mod token;
mod version;

pub use call::{Call, Param, ParamValue};
pub use carrier::{Carrier, HOST, SECRET_PARAMS};
pub use endpoint::{Endpoint, Permission, Spec, Task, TokenNeed};
pub use error::{AnswerError, GraphError, Misfit, NotJson};
pub use error_kind::ErrorKind;
pub use http::{HttpRequest, HttpResponse, Method};
pub use id::{
    AppId, ConfigId, ConversationId, Cursor, IdProblem, MessageId, ObjectId, PageId, Psid, UserId,
};
pub use listing::Listing;
pub use login::{
    DIALOG_HOST, DialogAddress, LOGIN_RANDOM, LoginDialog, LoginKeys, LoginProof, LoginWish,
};
pub use time::GraphTime;
pub use token::{
    AccessToken, PageAccessToken, PastedToken, TokenKind, TokenProblem, UserAccessToken,
};
pub use version::{GraphVersion, VersionProblem};
