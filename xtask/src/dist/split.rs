//! The page's WebAssembly in two: what the first screen takes, and the rest.

use anyhow::{Result, anyhow};
use std::{fs, path::Path};
use wasm_split_cli_support::{Options, transform};

/// Cuts `module` in two. The first part is written to `first`, for wasm-bindgen; the rest is given back.
pub(crate) fn split(module: &[u8], folder: &Path, first: &Path) -> Result<Vec<u8>> {
    let mut options = Options::new(module);
    options.output_dir = folder;
    options.main_out_path = first;
    let parts = transform(options).map_err(|error| anyhow!("{error:#}"))?;
    let [rest] = parts.split_modules.as_slice() else {
        anyhow::bail!("the page is in {} parts, not in 2", parts.split_modules.len() + 1);
    };
    Ok(fs::read(rest)?)
}
