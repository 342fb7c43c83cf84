//! The npm packages of the lock files: the root's are wasm-opt, esbuild, Playwright and axe; a
//! folder of tests may have its own.

use anyhow::{Context as _, Result};
use std::fs;

use crate::{process, project};

/// Installs the packages of the root.
pub(crate) fn install() -> Result<()> {
    let why = "wasm-opt and esbuild make the page smaller; Playwright and axe test it. Into node_modules/, once.";
    install_in(".", why)
}

/// The same for the packages of a folder.
pub(crate) fn install_in(folder: &str, why: &str) -> Result<()> {
    let folder = project::path(folder);
    let lock = fs::read(folder.join("package-lock.json")).context("no package-lock.json")?;
    // What was installed last: npm's own copy of the lock file leaves things out.
    let stamp = folder.join("node_modules/.first-reply-lock.json");
    if fs::read(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    let npm = process::find("npm").context("there is no npm on PATH")?;
    process::step("npm ci", why);
    let mut npm = process::program(npm);
    npm.args(["ci", "--no-audit", "--no-fund", "--loglevel=error"]);
    npm.env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    process::run(npm.current_dir(&folder))?;
    fs::write(stamp, lock).context("could not write to node_modules/")
}

#[cfg(test)]
mod tests {
    use super::*;

    const FOLDERS: [&str; 3] = ["", "bench/viewer", "tests/exports"];

    fn read(folder: &str, name: &str) -> serde_json::Value {
        let text = fs::read_to_string(project::path(folder).join(name)).unwrap();
        serde_json::from_str(&text).unwrap()
    }

    /// A lock file made behind a mirror would send everyone else there.
    #[test]
    fn the_lock_file_names_no_other_registry() {
        for folder in FOLDERS {
            let lock = read(folder, "package-lock.json");
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
    }

    #[test]
    fn versions_are_exact() {
        for folder in FOLDERS {
            let package = read(folder, "package.json");
            for (name, version) in package["devDependencies"].as_object().unwrap() {
                let version = version.as_str().unwrap();
                assert!(
                    version.starts_with(|c: char| c.is_ascii_digit()),
                    "{name}: {version}"
                );
            }
        }
    }
}
