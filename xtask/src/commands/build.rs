//! `cargo xtask build`: writes the release page to `dist/`, and checks it.

use anyhow::{Result, bail};
use std::sync::atomic::{AtomicBool, Ordering};

use crate::{
    dist::{self, check, first_load},
    process, project,
    site::host_file,
    tools::{self, WasmOpt},
};

/// Whether this process has written `dist/`.
static BUILT: AtomicBool = AtomicBool::new(false);

/// Builds, checks, and says how big the page is.
pub(crate) fn run() -> Result<()> {
    let wasm_opt = release()?;
    let sizes = verify(wasm_opt)?;
    eprintln!("\n{}", sizes.table());
    Ok(())
}

/// Writes the release page to `dist/`, unless this process has just done so.
pub(crate) fn release_once() -> Result<()> {
    if !BUILT.load(Ordering::Relaxed) {
        release()?;
    }
    Ok(())
}

/// Writes the release page to `dist/`.
pub(crate) fn release() -> Result<WasmOpt> {
    let wasm_opt = tools::for_building()?;
    if std::env::var_os("RUSTFLAGS").is_some() {
        eprintln!("  RUSTFLAGS is set: it replaces the flags of .cargo/config.toml");
    }
    process::step(
        "trunk build",
        "Compiles the page for release, small rather than quickly.",
    );
    let mut trunk = tools::trunk()?;
    trunk.arg("build");
    match wasm_opt {
        WasmOpt::Npm => trunk.args(["--release", "--offline"]),
        WasmOpt::Trunk => trunk.arg("--release"),
        // Trunk runs wasm-opt for `--release` only; the profile is the same.
        WasmOpt::Missing => trunk.args(["--cargo-profile", "release", "--minify", "--offline"]),
    };
    process::run(&mut trunk)?;
    BUILT.store(true, Ordering::Relaxed);
    Ok(wasm_opt)
}

/// Checks what was built; the page must be no bigger than its budget, if it was made small.
fn verify(wasm_opt: WasmOpt) -> Result<first_load::Sizes> {
    let files = dist::read(&project::dist())?;
    let mut problems = check::problems(&files);
    problems.extend(host_file::problem(&project::dist(), &files));
    let sizes = first_load::Sizes::measure(&files)?;
    if wasm_opt != WasmOpt::Missing && !sizes.fits() {
        problems.push(format!(
            "a part of the page is over its budget:\n{}",
            sizes.table()
        ));
    }
    if !problems.is_empty() {
        bail!(
            "dist/ is not fit to be published:\n- {}",
            problems.join("\n- ")
        );
    }
    Ok(sizes)
}
