//! One file per command.

pub(crate) mod bench;
pub(crate) mod build;
pub(crate) mod dev;
pub(crate) mod screenshots;
pub(crate) mod seal;
pub(crate) mod serve;
pub(crate) mod size;
pub(crate) mod styles;
pub(crate) mod test;
