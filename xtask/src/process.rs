//! Running other programs, and saying what is going on.

use anyhow::{Context as _, Result, bail};
use std::{
    ffi::OsStr,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use crate::project;

/// Says what is done next, and why.
pub(crate) fn step(what: &str, why: &str) {
    eprintln!("\n→ {what}\n  {why}");
}

/// A program that runs in the repository's root.
pub(crate) fn program(name: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(name);
    command.current_dir(project::root());
    command
}

/// A command of the cargo that started this one. None of them changes `Cargo.lock`.
pub(crate) fn cargo(command: &str) -> Command {
    let mut cargo = program(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.arg(command);
    // Formatting resolves nothing, and does not know the flag.
    if command != "fmt" {
        cargo.arg("--locked");
    }
    cargo
}

/// Runs a program with its output on the screen; fails when the program does.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let name = command.get_program().to_string_lossy().into_owned();
    let status = command
        .status()
        .with_context(|| format!("could not start {name}"))?;
    if !status.success() {
        bail!("{} failed ({status})", describe(command));
    }
    Ok(())
}

/// What a program prints on its standard output; fails when the program does.
pub(crate) fn read(command: &mut Command) -> Result<String> {
    let name = command.get_program().to_string_lossy().into_owned();
    let output = command
        .stderr(Stdio::null())
        .output()
        .with_context(|| format!("could not start {name}"))?;
    if !output.status.success() {
        bail!("{} failed ({})", describe(command), output.status);
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Finds a program on `PATH`.
pub(crate) fn find(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path)
        .flat_map(|folder| candidates(&folder, name))
        .find(|file| file.is_file())
}

/// The file names that a program may have in a folder.
fn candidates(folder: &Path, name: &str) -> Vec<PathBuf> {
    let plain = folder.join(name);
    if cfg!(windows) {
        vec![plain.with_extension("exe"), plain.with_extension("cmd")]
    } else {
        vec![plain]
    }
}

/// Whether this process runs as root, where Chromium refuses its sandbox.
pub(crate) fn is_root() -> bool {
    cfg!(unix) && read(program("id").arg("-u")).is_ok_and(|id| id.trim() == "0")
}

fn describe(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    let words: Vec<_> = words.map(OsStr::to_string_lossy).collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_names_the_command() {
        let error = run(cargo("no-such-command").stderr(Stdio::null())).unwrap_err();
        assert!(error.to_string().contains("no-such-command"), "{error}");
    }

    #[test]
    fn cargo_takes_the_versions_of_the_lock_file() {
        assert!(describe(&cargo("test")).ends_with(" test --locked"));
        assert!(describe(&cargo("fmt")).ends_with(" fmt"));
    }

    #[test]
    fn programs_are_found_on_the_path() {
        assert!(find("cargo").is_some());
        assert_eq!(find("no-such-program-at-all"), None);
    }
}
