//! The part of Rust that compiles to WebAssembly.

use anyhow::{Context as _, Result};
use std::path::Path;

use crate::process;

/// What the page is compiled for.
pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

/// Adds the target to the toolchain, unless it is there.
pub(super) fn install() -> Result<()> {
    if is_installed() {
        return Ok(());
    }
    process::step(
        &format!("rustup target add {TARGET}"),
        "The page is WebAssembly; this lets Rust compile it (a download of some 20 MB).",
    );
    process::run(process::program("rustup").args(["target", "add", TARGET])).with_context(|| {
        format!("Rust has no {TARGET} target here. With rustup: rustup target add {TARGET}")
    })
}

/// Asks the compiler, not rustup, which a distribution's Rust does not have.
fn is_installed() -> bool {
    let mut rustc = process::program("rustc");
    process::read(rustc.args(["--print", "target-libdir", "--target", TARGET]))
        .is_ok_and(|folder| Path::new(folder.trim()).is_dir())
}
