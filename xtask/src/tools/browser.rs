//! A Chromium, Chrome or Edge to test in.

use anyhow::{Result, bail};
use std::path::PathBuf;

use crate::process;

/// Names on `PATH`.
const NAMES: [&str; 6] = [
    "chromium",
    "chromium-browser",
    "google-chrome-stable",
    "google-chrome",
    "microsoft-edge-stable",
    "microsoft-edge",
];

/// Places on macOS.
const APPLICATIONS: [&str; 3] = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
];

/// Places on Windows, below the folders for programs.
const PROGRAMS: [&str; 3] = [
    "Google/Chrome/Application/chrome.exe",
    "Chromium/Application/chrome.exe",
    "Microsoft/Edge/Application/msedge.exe",
];

/// The browser that `CHROME` names, or one in the usual places; on Debian as root, a new one.
pub(crate) fn chrome() -> Result<PathBuf> {
    if let Some(named) = std::env::var_os("CHROME").map(PathBuf::from) {
        if !named.is_file() {
            bail!("CHROME is {}, and there is no such file", named.display());
        }
        return Ok(named);
    }
    if let Some(found) = find() {
        return Ok(found);
    }
    install()?;
    match find() {
        Some(found) => Ok(found),
        None => bail!(
            "no Chromium, Chrome or Edge was found. Install one (Debian: apt install chromium \
             chromium-driver), or set CHROME to where it is."
        ),
    }
}

fn find() -> Option<PathBuf> {
    NAMES
        .iter()
        .find_map(|name| process::find(name))
        .or_else(|| usual_places().into_iter().find(|file| file.is_file()))
}

fn usual_places() -> Vec<PathBuf> {
    if cfg!(target_os = "macos") {
        return APPLICATIONS.map(PathBuf::from).to_vec();
    }
    if !cfg!(windows) {
        return Vec::new();
    }
    let folders = ["ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA"];
    let folders = folders
        .iter()
        .filter_map(std::env::var_os)
        .map(PathBuf::from);
    folders
        .flat_map(|folder| PROGRAMS.map(|program| folder.join(program)))
        .collect()
}

/// Debian's Chromium and its driver, where this process may install them.
pub(super) fn install() -> Result<()> {
    if !super::on_debian() || !process::is_root() {
        return Ok(());
    }
    super::apt_install(
        &["chromium", "chromium-driver", "fonts-dejavu-core"],
        "The tests drive a real browser, and none was found.",
    )
}
