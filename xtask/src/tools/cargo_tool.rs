//! Tools that cargo compiles: Trunk, wasm-bindgen and cargo-deny.

use anyhow::{Context as _, Result};

use super::{executable, versions};
use crate::{process, project};

/// Trunk, which builds the page.
pub(super) fn trunk() -> Result<()> {
    let tool = Tool {
        package: "trunk",
        program: "trunk",
        version: versions::TRUNK.to_owned(),
        why: "Trunk puts the page together. Compiled once, into .tools/: some 3 minutes.",
    };
    tool.install()
}

/// wasm-bindgen, which writes the JavaScript between the page and its WebAssembly.
pub(super) fn wasm_bindgen() -> Result<()> {
    let tool = Tool {
        package: "wasm-bindgen-cli",
        program: "wasm-bindgen",
        version: versions::wasm_bindgen()?,
        why: "wasm-bindgen joins WebAssembly and JavaScript; its version is that of Cargo.lock. \
              Compiled once, into .tools/: some 2 minutes.",
    };
    tool.install()
}

/// cargo-deny, which judges the crates.
pub(super) fn cargo_deny() -> Result<()> {
    let tool = Tool {
        package: "cargo-deny",
        program: "cargo-deny",
        version: versions::CARGO_DENY.to_owned(),
        why: "cargo-deny checks licences, versions and sources of the crates. Compiled once, into \
              .tools/: some 40 seconds.",
    };
    tool.install()
}

struct Tool {
    package: &'static str,
    program: &'static str,
    version: String,
    why: &'static str,
}

impl Tool {
    fn install(&self) -> Result<()> {
        let installed = process::read(process::program(executable(self.program)).arg("--version"));
        if installed.is_ok_and(|text| is_version(&text, &self.version)) {
            return Ok(());
        }
        process::step(
            &format!("cargo install {} {}", self.package, self.version),
            self.why,
        );
        let mut cargo = process::cargo("install");
        // Unoptimised: a few seconds more at work, many minutes fewer to compile.
        cargo.args([self.package, "--version", &self.version]);
        cargo.args(["--debug", "--force", "--root"]);
        cargo.arg(project::path(".tools"));
        process::run(&mut cargo)
            .with_context(|| format!("{} {} could not be installed", self.package, self.version))
    }
}

/// Whether `trunk 0.21.14` is 0.21.14.
fn is_version(text: &str, version: &str) -> bool {
    text.split_whitespace().nth(1) == Some(version)
}

#[cfg(test)]
mod tests {
    use super::is_version;

    #[test]
    fn only_the_very_version_will_do() {
        assert!(is_version("trunk 0.21.14\n", "0.21.14"));
        assert!(is_version("wasm-bindgen 0.2.129 (abc)", "0.2.129"));
        assert!(!is_version("trunk 0.21.1", "0.21.14"));
        assert!(!is_version("", "0.21.14"));
    }
}
