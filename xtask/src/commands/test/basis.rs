//! What a layer ran on when it passed: while that is the same to the byte, its result stands.

use anyhow::{Context as _, Result};
use sha2::{Digest as _, Sha256};
use std::{
    fs,
    path::{Path, PathBuf},
    time::SystemTime,
};

use crate::{dist, project};

/// The digest of all that a result depends on, and where the one of the last pass is kept.
pub(super) struct Basis {
    kept: PathBuf,
    digest: String,
}

impl Basis {
    /// Of all the files in some folders, of single files, and of today: no result stands for longer.
    pub(super) fn of(layer: &str, folders: &[PathBuf], files: &[&Path]) -> Result<Self> {
        let mut hash = Sha256::new();
        let mut add = |name: &str, bytes: &[u8]| {
            hash.update(format!("{name}\n{}\n", bytes.len()));
            hash.update(bytes);
        };
        let today = SystemTime::UNIX_EPOCH.elapsed()?.as_secs() / 86_400;
        add("today", &today.to_le_bytes());
        for folder in folders {
            for (name, bytes) in dist::read(folder)? {
                add(&name, &bytes);
            }
        }
        for file in files {
            let bytes = fs::read(file).with_context(|| format!("no {}", file.display()))?;
            add(&file.to_string_lossy(), &bytes);
        }
        Ok(Self {
            kept: project::path("target/page/passed").join(layer),
            digest: format!("{:x}", hash.finalize()),
        })
    }

    /// Whether the layer's last pass was on the same.
    pub(super) fn has_passed(&self) -> bool {
        fs::read_to_string(&self.kept).is_ok_and(|digest| digest == self.digest)
    }

    /// It passed.
    pub(super) fn keep(&self) -> Result<()> {
        if let Some(folder) = self.kept.parent() {
            fs::create_dir_all(folder)?;
        }
        Ok(fs::write(&self.kept, &self.digest)?)
    }

    /// It is about to run: until it passes, nothing is known.
    pub(super) fn forget(&self) {
        fs::remove_file(&self.kept).ok();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_result_stands_while_every_byte_is_the_same() -> Result<()> {
        let folder = project::path("target/page/basis-test");
        fs::create_dir_all(&folder)?;
        let (one, other) = (folder.join("one"), folder.join("other"));
        fs::write(&other, "unchanged")?;
        let basis = |text: &str| {
            fs::write(&one, text)?;
            Basis::of("basis-test", std::slice::from_ref(&folder), &[&other])
        };
        basis("first")?.forget();
        assert!(!basis("first")?.has_passed());
        basis("first")?.keep()?;
        assert!(basis("first")?.has_passed());
        assert!(!basis("second")?.has_passed());
        basis("first")?.forget();
        assert!(!basis("first")?.has_passed());
        Ok(())
    }
}
