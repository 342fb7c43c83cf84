//! What leaves the page for other tools: held to the published schemas, and run.

use anyhow::{Context as _, Result};

use super::journeys::build_emulator;
use crate::{process, project, tools};

/// Installs what these tests take, and those of the `.http` snippets.
pub(super) fn packages() -> Result<()> {
    tools::npm_packages_of(
        "tests/exports",
        "The published schemas, newman and httpYac check what leaves the page. Into tests/exports/node_modules/, once.",
    )
}

/// Writes the files of an example session, and has Node look at them.
pub(super) fn run(rest: &[String]) -> Result<()> {
    packages()?;
    let emulator = build_emulator()?;
    let folder = project::path("target/page/exports");
    let mut cargo = process::cargo("run");
    cargo.args([
        "--quiet",
        "--package",
        "interchange",
        "--example",
        "session",
        "--",
    ]);
    process::run(cargo.arg(&folder))?;
    let node = process::find("node").context("there is no node on PATH")?;
    let mut node = process::program(node);
    node.env("EMULATOR_BIN", emulator).env("EXPORTS", folder);
    node.args(["--test", "--test-reporter=spec"]).args(rest);
    process::run(node.arg("tests/exports/exports.test.mjs"))
}
