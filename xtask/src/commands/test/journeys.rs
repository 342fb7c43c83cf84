//! The journeys and the fault suite: Playwright, on the release page, served as a good host would.

use anyhow::{Context as _, Result};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use super::{Ran, basis::Basis};
use crate::{
    commands::build,
    process, project,
    site::{self, Server, Site},
    tools,
};

/// Runs the specs of a folder, unless `may_stand` and they have passed on the same before. An error
/// tells which of them failed, and why.
pub(super) fn run(folder: &str, rest: &[String], may_stand: bool) -> Result<Ran> {
    // What judges the files that a journey saves.
    super::exports::packages()?;
    let stage = Stage::set()?;
    let basis = stage.basis(folder)?;
    if may_stand && basis.has_passed() {
        return Ok(Ran::Before);
    }
    let mut node = playwright("node_modules/@playwright/test/cli.js", &stage)?;
    node.args([
        "test",
        "--config",
        &format!("{folder}/playwright.config.mjs"),
    ]);
    let told = project::path("target/page/failures.txt");
    fs::write(&told, "")?;
    basis.forget();
    let outcome = process::run(node.env("FAILURES", &told).args(rest));
    outcome.map_err(|error| match fs::read_to_string(&told) {
        Ok(failures) if !failures.is_empty() => error.context(failures),
        _ => error,
    })?;
    if rest.is_empty() {
        basis.keep()?;
    }
    Ok(Ran::Now)
}

/// What a browser test takes: the page being served, the emulator's program, a browser.
pub(crate) struct Stage {
    server: Server,
    emulator: PathBuf,
    chrome: PathBuf,
}

impl Stage {
    /// Builds, serves and finds them. What was built is checked by the layer `dist`.
    pub(crate) fn set() -> Result<Self> {
        tools::npm_packages()?;
        let chrome = tools::browser::chrome()?;
        build::release_once()?;
        let emulator = build_emulator()?;
        let server = site::serve(Site::packed(&project::dist())?, 0)?;
        Ok(Self {
            server,
            emulator,
            chrome,
        })
    }

    /// What the result of a folder of specs depends on: the page, what serves it, the emulator, the
    /// browser, and the specs with what they are run by.
    fn basis(&self, folder: &str) -> Result<Basis> {
        let [shared, specs] = ["tests/e2e", folder].map(project::path);
        let [packages, judges, theirs] = [
            "package-lock.json",
            "tests/exports/judges.mjs",
            "tests/exports/package-lock.json",
        ]
        .map(project::path);
        let server = std::env::current_exe()?;
        let files: [&Path; 6] = [
            &server,
            &self.emulator,
            &self.chrome,
            &packages,
            &judges,
            &theirs,
        ];
        Basis::of(
            &folder.replace('/', "-"),
            &[project::dist(), shared, specs],
            &files,
        )
    }
}

/// Node, about to run a script on a stage.
pub(crate) fn playwright(script: &str, stage: &Stage) -> Result<Command> {
    let mut node = node(script, &stage.chrome)?;
    node.env("FIRST_REPLY_URL", &stage.server.address);
    node.env("EMULATOR_BIN", &stage.emulator);
    Ok(node)
}

/// Node, about to run a script in a browser.
pub(super) fn node(script: &str, chrome: &Path) -> Result<Command> {
    let node = process::find("node").context("there is no node on PATH")?;
    let mut node = process::program(node);
    node.arg(project::path(script)).env("CHROME", chrome);
    Ok(node)
}

/// Compiles the emulator's server, and asks cargo where it is.
pub(super) fn build_emulator() -> Result<PathBuf> {
    let mut cargo = process::cargo("build");
    cargo.args(["--quiet", "--package", "graph-emulator-server"]);
    cargo.args(["--message-format", "json-render-diagnostics"]);
    let messages = process::read(&mut cargo)
        .context("the emulator does not compile: cargo build -p graph-emulator-server says why")?;
    messages
        .lines()
        .filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok())
        .find_map(|message| Some(PathBuf::from(message.get("executable")?.as_str()?)))
        .context("cargo did not say where the emulator is")
}
