//! Where things are in the repository.

use std::path::{Path, PathBuf};

/// The repository's root: the folder above `xtask/`.
pub(crate) fn root() -> &'static Path {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    xtask.parent().unwrap_or(xtask)
}

/// A path in the repository, written with `/`.
pub(crate) fn path(relative: &str) -> PathBuf {
    root().join(relative.split('/').collect::<PathBuf>())
}

/// The release page.
pub(crate) fn dist() -> PathBuf {
    path("dist")
}
