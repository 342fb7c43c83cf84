//! Where things are in the repository.

use std::{
    path::{Path, PathBuf},
    sync::LazyLock,
};

/// The repository's root: the folder above `xtask/`.
///
/// Cargo says at run time which one it is: clones that share a target folder share this program.
pub(crate) fn root() -> &'static Path {
    static ROOT: LazyLock<PathBuf> = LazyLock::new(|| {
        let xtask = std::env::var_os("CARGO_MANIFEST_DIR")
            .map_or_else(|| env!("CARGO_MANIFEST_DIR").into(), PathBuf::from);
        xtask.parent().map(Path::to_owned).unwrap_or(xtask)
    });
    &ROOT
}

/// A path in the repository, written with `/`.
pub(crate) fn path(relative: &str) -> PathBuf {
    root().join(relative.split('/').collect::<PathBuf>())
}

/// The release page.
pub(crate) fn dist() -> PathBuf {
    path("dist")
}
