//! The layers that cargo runs.

use anyhow::Result;
use serde_json::{Value, json};
use std::{
    fs,
    path::{Path, PathBuf},
};

use super::exports;
use crate::{process, project, tools};

const WASM: [&str; 2] = ["--target", "wasm32-unknown-unknown"];

/// Formatting, and clippy for both kinds of machine: all of it, whatever fails first.
pub(super) fn lint() -> Result<()> {
    tools::for_lints()?;
    let clippy = || {
        let mut cargo = process::cargo("clippy");
        cargo.arg("--quiet");
        cargo
    };
    let deny = ["--", "--deny", "warnings"];
    let page = ["--package=first-reply", "--all-targets"];
    // Their tests run natively.
    let workers = ["handbook", "practice-worker", "workbench", "worker"]
        .map(|name| format!("--package={name}"));
    let results = [
        process::run(process::cargo("fmt").args(["--all", "--check"])),
        process::run(clippy().args(["--workspace", "--all-targets"]).args(deny)),
        process::run(clippy().args(page).args(WASM).args(deny)),
        process::run(clippy().args(workers).args(WASM).args(deny)),
    ];
    results.into_iter().collect()
}

/// The tests that need no browser. What the snippets are run by must be there where it was
/// installed; elsewhere the tests say what they did without.
pub(super) fn native(rest: &[String]) -> Result<()> {
    let mut needed = tools::languages::install()?;
    match exports::packages() {
        Ok(()) => needed.push_str(" httpyac"),
        Err(why) => eprintln!("  {why:#}; the tests say what they did without"),
    }
    let mut cargo = process::cargo("test");
    cargo.env("SNIPPETS_NEED", needed);
    process::run(cargo.arg("--workspace").args(rest))
}

/// `tests/browser.rs`, in the browser.
pub(super) fn browser(rest: &[String]) -> Result<()> {
    tools::for_browser_tests()?;
    let chrome = tools::browser::chrome()?;
    let driver = tools::chromedriver()?;
    let mut cargo = process::cargo("test");
    cargo.args(["--package", "first-reply", "--test", "browser"]);
    cargo.args(WASM).args(rest);
    cargo.env("PATH", tools::path()?);
    cargo.env("CHROMEDRIVER", driver);
    cargo.env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", capabilities(&chrome)?);
    process::run(&mut cargo)
}

/// `tests/webdriver.json`, with the browser that was found.
fn capabilities(chrome: &Path) -> Result<PathBuf> {
    let written = fs::read_to_string(project::path("tests/webdriver.json"))?;
    let mut capabilities: Value = serde_json::from_str(&written)?;
    let options = capabilities
        .get_mut("goog:chromeOptions")
        .and_then(Value::as_object_mut);
    if let Some(options) = options {
        options.insert("binary".to_owned(), json!(chrome));
        if let Some(Value::Array(args)) = options.get_mut("args")
            && process::is_root()
        {
            args.push(json!("--no-sandbox"));
        }
    }
    let file = project::path("target/page/webdriver.json");
    fs::create_dir_all(project::path("target/page"))?;
    fs::write(&file, capabilities.to_string())?;
    Ok(file)
}
