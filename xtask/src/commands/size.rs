//! `cargo xtask size`: what a first visit downloads.

use anyhow::{Context as _, Result};

use crate::{
    dist::{self, first_load::Sizes},
    project,
};

/// Prints the table of what is in `dist/`.
pub(crate) fn run() -> Result<()> {
    let files = dist::read(&project::dist())
        .context("there is no release page yet: `cargo xtask build` writes it")?;
    println!("{}", Sizes::measure(&files)?.table());
    Ok(())
}
