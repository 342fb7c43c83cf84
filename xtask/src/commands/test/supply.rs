//! What comes into the build from elsewhere: licences, versions and sources, by `deny.toml`.

use anyhow::Result;

use crate::{process, tools};

/// Judges every crate of `Cargo.lock`. Advisories need the network: see CONTRIBUTING.
pub(super) fn run() -> Result<()> {
    let mut deny = tools::cargo_deny()?;
    deny.args(["--offline", "--locked", "check"]);
    process::run(deny.args(["bans", "licenses", "sources"]))
}

#[cfg(test)]
mod tests {
    use crate::{process, project};

    #[test]
    fn the_lock_files_are_committed() {
        let mut git = process::program("git");
        git.args(["ls-files", "Cargo.lock", "package-lock.json"]);
        git.arg("tests/exports/package-lock.json");
        // A copy without its history cannot be asked.
        if project::path(".git").exists() {
            assert_eq!(process::read(&mut git).unwrap().lines().count(), 3);
        }
    }

    #[track_caller]
    fn check(file: &str, line: &str) {
        let text = std::fs::read_to_string(project::path(file)).unwrap();
        assert!(text.contains(line), "{file} should say {line}");
    }

    /// What `process::cargo` starts is locked too, by a test of its own.
    #[test]
    fn builds_take_the_versions_of_the_lock_files() {
        check(".cargo/config.toml", "xtask = \"run --locked ");
        check("Trunk.toml", "\nlocked = true\n");
        check("xtask/src/tools/npm.rs", "npm.args([\"ci\", ");
    }
}
