//! What was built: read, measured and checked.

pub(crate) mod check;
pub(crate) mod compress;
pub(crate) mod first_load;
pub(crate) mod html;
pub(crate) mod names;
mod secrets;

use anyhow::{Context as _, Result};
use std::{collections::BTreeMap, fs, path::Path};

/// The files of a built page by their path below it, written with `/`.
pub(crate) type Files = BTreeMap<String, Vec<u8>>;

/// Reads a folder with all that is below it.
pub(crate) fn read(folder: &Path) -> Result<Files> {
    let mut files = Files::new();
    collect(folder, "", &mut files)
        .with_context(|| format!("could not read {}", folder.display()))?;
    Ok(files)
}

fn collect(folder: &Path, prefix: &str, files: &mut Files) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if name == ".stage" {
            continue; // Trunk's own, while it builds.
        }
        if entry.file_type()?.is_dir() {
            collect(&entry.path(), &format!("{name}/"), files)?;
        } else {
            files.insert(name, fs::read(entry.path())?);
        }
    }
    Ok(())
}
