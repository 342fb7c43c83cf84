//! nginx and Caddy, to try the examples of `docs/hosting.md` on.

use anyhow::{Context as _, Result};
use std::{
    fs,
    path::{Path, PathBuf},
};

use super::on_debian;
use crate::{process, project};

/// Where Debian's packages are unpacked: nothing is installed, and no service is started.
const UNPACKED: &str = ".tools/hosts";

/// The program on `PATH`; on Debian, else, the one of the package of its name.
pub(crate) fn find(name: &str) -> Option<PathBuf> {
    let ours = || {
        let folders = ["usr/sbin", "usr/bin"];
        let files = folders.map(|folder| project::path(&format!("{UNPACKED}/{folder}/{name}")));
        files.into_iter().find(|file| file.is_file())
    };
    let found = process::find(name).or_else(ours);
    if found.is_some() || !on_debian() {
        return found;
    }
    if let Err(why) = unpack(name) {
        eprintln!("  {why:#}");
    }
    ours()
}

fn unpack(name: &str) -> Result<()> {
    process::step(
        &format!("apt-get download {name}"),
        "The examples of docs/hosting.md are tried on it. Unpacked into .tools/, once; nothing is installed.",
    );
    let folder = project::path(UNPACKED);
    fs::create_dir_all(&folder)?;
    let download = || {
        let mut apt = process::program("apt-get");
        apt.args(["-qq", "-o", "APT::Sandbox::User=root", "download", name]);
        process::run(apt.current_dir(&folder))
    };
    if download().is_err() {
        // A new machine has no lists of packages yet.
        process::run(process::program("apt-get").args(["-qq", "update"]))?;
        download()?;
    }
    let package =
        downloaded(&folder, name).with_context(|| format!("no package of {name} came"))?;
    let mut dpkg = process::program("dpkg-deb");
    process::run(dpkg.arg("--extract").arg(package).arg(&folder))
}

/// `nginx_1.22.1-9_amd64.deb`.
fn downloaded(folder: &Path, name: &str) -> Option<PathBuf> {
    let prefix = format!("{name}_");
    let files = fs::read_dir(folder).ok()?.filter_map(Result::ok);
    let mut files = files.map(|file| file.path());
    files.find(|file| {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        name.starts_with(&prefix) && name.ends_with(".deb")
    })
}
