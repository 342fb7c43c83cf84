//! ChromeDriver, through which `wasm-bindgen-test` drives the browser.

use anyhow::{Result, bail};
use std::path::PathBuf;

use super::browser;
use crate::process;

/// The driver that `CHROMEDRIVER` names, or one in the usual places; on Debian as root, a new one.
pub(crate) fn chromedriver() -> Result<PathBuf> {
    if let Some(named) = std::env::var_os("CHROMEDRIVER").map(PathBuf::from) {
        if !named.is_file() {
            bail!(
                "CHROMEDRIVER is {}, and there is no such file",
                named.display()
            );
        }
        return Ok(named);
    }
    if let Some(found) = find() {
        return Ok(found);
    }
    browser::install()?;
    match find() {
        Some(found) => Ok(found),
        None => bail!(
            "no chromedriver was found. Install the one of your browser's version (Debian: apt \
             install chromium-driver; macOS: brew install chromedriver; others: \
             https://googlechromelabs.github.io/chrome-for-testing/), and put it on PATH or set \
             CHROMEDRIVER to where it is."
        ),
    }
}

fn find() -> Option<PathBuf> {
    // GitHub's machines name the folder.
    let folder = std::env::var_os("CHROMEWEBDRIVER").map(PathBuf::from);
    let file = format!("chromedriver{}", std::env::consts::EXE_SUFFIX);
    folder
        .map(|folder| folder.join(file))
        .filter(|file| file.is_file())
        .or_else(|| process::find("chromedriver"))
}
