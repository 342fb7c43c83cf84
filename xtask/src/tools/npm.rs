//! The npm packages of `package-lock.json`: wasm-opt, esbuild, Playwright, axe, httpYac.

use anyhow::{Context as _, Result};
use std::fs;

use crate::{process, project};

/// Installs the packages, unless `node_modules/` holds those of the lock file.
pub(crate) fn install() -> Result<()> {
    let lock = fs::read(project::path("package-lock.json")).context("no package-lock.json")?;
    // What was installed last: npm's own copy of the lock file leaves things out.
    let stamp = project::path("node_modules/.first-reply-lock.json");
    if fs::read(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    let npm = process::find("npm").context("there is no npm on PATH")?;
    process::step(
        "npm ci",
        "wasm-opt and esbuild make the page smaller; Playwright, axe and httpYac test it. Into node_modules/, once.",
    );
    let mut npm = process::program(npm);
    npm.args(["ci", "--no-audit", "--no-fund", "--loglevel=error"]);
    npm.env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    process::run(&mut npm)?;
    fs::write(stamp, lock).context("could not write to node_modules/")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A lock file made behind a mirror would send everyone else there.
    #[test]
    fn the_lock_file_names_no_other_registry() {
        let lock = fs::read_to_string(project::path("package-lock.json")).unwrap();
        let lock: serde_json::Value = serde_json::from_str(&lock).unwrap();
        for (name, package) in lock["packages"].as_object().unwrap() {
            let Some(address) = package["resolved"].as_str() else {
                continue;
            };
            assert!(
                address.starts_with("https://registry.npmjs.org/"),
                "{name}: {address}"
            );
        }
    }

    #[test]
    fn versions_are_exact() {
        let package = fs::read_to_string(project::path("package.json")).unwrap();
        let package: serde_json::Value = serde_json::from_str(&package).unwrap();
        for (name, version) in package["devDependencies"].as_object().unwrap() {
            let version = version.as_str().unwrap();
            assert!(
                version.starts_with(|c: char| c.is_ascii_digit()),
                "{name}: {version}"
            );
        }
    }
}
