//! `cargo xtask bench`: figures for `docs/performance.md`. They depend on the machine, so no test asserts them.

use anyhow::{Context as _, Result};
use clap::ValueEnum;

use super::test::{Stage, playwright};
use crate::{process, project, tools};

#[derive(clap::Args)]
pub(crate) struct Options {
    /// What to measure
    #[arg(value_enum)]
    what: What,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
enum What {
    /// The response viewer, beside four other tools, on one large answer
    Viewer,
}

/// Measures, prints a table, and writes it into `docs/performance.md`.
pub(crate) fn run(options: &Options) -> Result<()> {
    match options.what {
        What::Viewer => viewer(),
    }
}

fn viewer() -> Result<()> {
    let stage = Stage::set()?;
    tools::npm_packages_of(
        "bench/viewer",
        "The tools that the viewer is measured against. Into bench/viewer/node_modules/, once.",
    )?;
    let mut node = playwright("bench/viewer/run.mjs", &stage)?;
    process::run(node.current_dir(project::path("."))).context("could not measure")
}
