//! What goes out.

pub(crate) mod fault;
pub(crate) mod headers;
pub(crate) mod list;
pub(crate) mod pacific;
pub(crate) mod select;
pub(crate) mod wire;
