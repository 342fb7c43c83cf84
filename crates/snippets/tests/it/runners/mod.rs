//! One after another, the codes of a language are run by a program, all of them in one process
//! where that can be.

pub(crate) mod bash;
pub(crate) mod cmd;
pub(crate) mod http_file;
pub(crate) mod node;
pub(crate) mod php;
pub(crate) mod powershell;
pub(crate) mod python;
pub(crate) mod rust;
