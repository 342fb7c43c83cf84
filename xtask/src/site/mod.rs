//! A static host of the page on this machine, with the headers that a good host sends.

mod connection;
mod files;
pub(crate) mod headers;
pub(crate) mod host_file;
pub(crate) mod policy;
mod server;

pub(crate) use files::Site;
pub(crate) use server::{Server, ensure_free, serve};
