//! The versions of the tools, each written down once.
//!
//! - Trunk, cargo-deny: here.
//! - wasm-bindgen: `Cargo.lock`; the command-line tool must be of the very version of the crate.
//! - binaryen (wasm-opt): `package.json`; `Trunk.toml` repeats it for machines without Node.

use anyhow::{Context as _, Result};

use crate::{process, project};

/// The newest Trunk that Rust 1.95 compiles.
pub(crate) const TRUNK: &str = "0.21.14";

/// The newest cargo-deny.
pub(crate) const CARGO_DENY: &str = "0.20.2";

/// The version of wasm-bindgen that the page is compiled with.
pub(crate) fn wasm_bindgen() -> Result<String> {
    let lock = std::fs::read_to_string(project::path("Cargo.lock"))
        .context("Cargo.lock is missing: `cargo generate-lockfile` makes it")?;
    locked(&lock, "wasm-bindgen").context("wasm-bindgen is not in Cargo.lock")
}

/// The target triple of this machine.
pub(crate) fn rust_host() -> Result<String> {
    let about = process::read(process::program("rustc").arg("-vV"))?;
    about
        .lines()
        .find_map(|line| line.strip_prefix("host: "))
        .map(str::to_owned)
        .context("rustc -vV names no host")
}

/// A package's version in the text of a `Cargo.lock`.
fn locked(lock: &str, package: &str) -> Option<String> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    let version = lines.nth(1)?.strip_prefix("version = \"")?;
    Some(version.strip_suffix('"')?.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_read_from_the_lock_file() {
        let lock = "[[package]]\nname = \"wasm-bindgen-futures\"\nversion = \"0.4.0\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.129\"\nsource = \"x\"\n";
        assert_eq!(locked(lock, "wasm-bindgen").as_deref(), Some("0.2.129"));
        assert_eq!(locked(lock, "wasm"), None);
        assert_eq!(locked("name = \"wasm\"", "wasm"), None);
    }

    #[test]
    fn the_crate_is_pinned_to_what_the_lock_file_holds() {
        let manifest = std::fs::read_to_string(project::path("Cargo.toml")).unwrap();
        let pin = format!("wasm-bindgen = \"={}\"", wasm_bindgen().unwrap());
        assert!(manifest.contains(&pin), "Cargo.toml should say {pin}");
    }

    #[test]
    fn trunk_downloads_the_wasm_opt_that_npm_installs() {
        let package = std::fs::read_to_string(project::path("package.json")).unwrap();
        let package: serde_json::Value = serde_json::from_str(&package).unwrap();
        let version = package["devDependencies"]["binaryen"].as_str().unwrap();
        let (major, _) = version.split_once('.').unwrap();
        let trunk = std::fs::read_to_string(project::path("Trunk.toml")).unwrap();
        let line = format!("wasm_opt = \"version_{major}\"");
        assert!(trunk.contains(&line), "Trunk.toml should say {line}");
    }
}
