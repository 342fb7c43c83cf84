//! Setting up what a command needs: into `.tools/` and `node_modules/`, once, never elsewhere.

pub(crate) mod browser;
mod cargo_tool;
mod components;
mod driver;
pub(crate) mod hosts;
pub(crate) mod languages;
mod npm;
pub(crate) mod versions;
mod wasm_target;

use anyhow::{Context as _, Result};
use std::{
    ffi::OsString,
    path::{Path, PathBuf},
    process::Command,
};

use crate::{process, project};

pub(crate) use driver::chromedriver;
pub(crate) use npm::{install as npm_packages, install_in as npm_packages_of};

/// Whether the page can be made smaller by wasm-opt, and by whose.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum WasmOpt {
    /// The one of the npm packages.
    Npm,
    /// The one that Trunk downloads.
    Trunk,
    /// None: the page works the same, and is bigger.
    Missing,
}

/// Everything that building the page takes.
pub(crate) fn for_building() -> Result<WasmOpt> {
    wasm_target::install()?;
    cargo_tool::trunk()?;
    cargo_tool::wasm_bindgen()?;
    fetch_crates()?;
    Ok(wasm_opt())
}

/// cargo-deny, and every crate that it is to judge: those for other systems too.
pub(crate) fn cargo_deny() -> Result<Command> {
    cargo_tool::cargo_deny()?;
    process::run(process::cargo("fetch").arg("--quiet"))?;
    Ok(process::program(executable("cargo-deny")))
}

/// What `cargo test` for WebAssembly takes.
pub(crate) fn for_browser_tests() -> Result<()> {
    wasm_target::install()?;
    cargo_tool::wasm_bindgen()
}

/// What formatting, and clippy for both kinds of machine, take.
pub(crate) fn for_lints() -> Result<()> {
    components::install()?;
    wasm_target::install()
}

/// `.tools/bin` and `node_modules/.bin` before the reader's own `PATH`.
pub(crate) fn path() -> Result<OsString> {
    let ours = [
        project::path(".tools/bin"),
        project::path("node_modules/.bin"),
    ];
    let theirs = std::env::var_os("PATH").unwrap_or_default();
    let all = ours.into_iter().chain(std::env::split_paths(&theirs));
    std::env::join_paths(all).context("PATH holds a folder that cannot be joined again")
}

/// Trunk, ready to be given a command.
pub(crate) fn trunk() -> Result<Command> {
    let mut trunk = process::program(executable("trunk"));
    trunk.env("PATH", path()?);
    // Trunk 0.21 reads this as its own flag and refuses the customary value `1`.
    trunk.env_remove("NO_COLOR");
    Ok(trunk)
}

/// Installs Debian's packages. Only root may.
fn apt_install(packages: &[&str], why: &str) -> Result<()> {
    process::step(&format!("apt-get install {}", packages.join(" ")), why);
    let apt = || {
        let mut apt = process::program("apt-get");
        apt.arg("-qq").env("DEBIAN_FRONTEND", "noninteractive");
        apt
    };
    process::run(apt().arg("update"))?;
    let install = ["install", "--yes", "--no-install-recommends"];
    process::run(apt().args(install).args(packages))
}

fn on_debian() -> bool {
    Path::new("/etc/debian_version").exists()
}

/// A tool that was installed here, or else the one on `PATH`.
fn executable(name: &str) -> PathBuf {
    let file = format!("{name}{}", std::env::consts::EXE_SUFFIX);
    let ours = project::path(".tools/bin").join(file);
    if ours.is_file() { ours } else { name.into() }
}

/// Trunk builds offline, so the crates are downloaded before.
fn fetch_crates() -> Result<()> {
    let host = versions::rust_host()?;
    process::run(process::cargo("fetch").args([
        "--quiet",
        "--target",
        wasm_target::TARGET,
        "--target",
        &host,
    ]))
}

fn wasm_opt() -> WasmOpt {
    match npm::install() {
        Ok(()) => WasmOpt::Npm,
        Err(why) if trunk_can_download() => {
            eprintln!("  {why:#}; Trunk downloads wasm-opt instead");
            WasmOpt::Trunk
        }
        Err(why) => {
            eprintln!(
                "  {why:#}, and github.com does not answer: building without wasm-opt. \
                 The page works the same; it is about a third bigger."
            );
            WasmOpt::Missing
        }
    }
}

/// Trunk takes wasm-opt from GitHub.
fn trunk_can_download() -> bool {
    use std::net::{TcpStream, ToSocketAddrs as _};
    let patience = std::time::Duration::from_secs(5);
    ("github.com", 443)
        .to_socket_addrs()
        .is_ok_and(|mut all| all.any(|one| TcpStream::connect_timeout(&one, patience).is_ok()))
}
