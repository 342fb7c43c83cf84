//! What was built: read, measured and checked.

pub(crate) mod check;
pub(crate) mod compress;
pub(crate) mod first_load;
pub(crate) mod html;
pub(crate) mod integrity;
pub(crate) mod names;
mod secrets;
mod shunned;
pub(crate) mod split;

use anyhow::{Context as _, Result};
use std::{collections::BTreeMap, fs, path::Path};

use crate::site::host_file;

/// The files of a built page by their path below it, written with `/`.
pub(crate) type Files = BTreeMap<String, Vec<u8>>;

/// Reads the page in a folder with all that is below it.
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
        // Trunk's own, while it builds; and what tells a host about the page.
        if name == ".stage" || name == host_file::NAME {
            continue;
        }
        if entry.file_type()?.is_dir() {
            collect(&entry.path(), &format!("{name}/"), files)?;
        } else {
            files.insert(name, fs::read(entry.path())?);
        }
    }
    Ok(())
}
