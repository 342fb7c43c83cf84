//! `cargo xtask screenshots`: pictures of the real page, for the README.

use anyhow::Result;

use super::test::{Stage, playwright};
use crate::{process, project};

#[derive(clap::Args)]
pub(crate) struct Options {
    /// Where the pictures go
    #[arg(long, default_value = "docs/screenshots")]
    out: String,
}

/// Builds the page, and photographs it.
pub(crate) fn run(options: &Options) -> Result<()> {
    let stage = Stage::set()?;
    let mut node = playwright("tests/e2e/screenshots.mjs", &stage)?;
    process::run(node.arg(project::path(&options.out)))
}
