//! One request, in one language per file.

pub(crate) mod bash;
mod bash_quote;
pub(crate) mod cmd;
mod curl;
pub(crate) mod http_file;
pub(crate) mod javascript;
pub(crate) mod php;
pub(crate) mod powershell;
pub(crate) mod python;
pub(crate) mod rust;
