//! `cargo xtask serve --dev`: Trunk rebuilds, our own server sends, so the headers are the real ones.

use anyhow::{Context as _, Result, bail};
use std::{fs, path::Path, process::Child, thread, time::Duration};

use crate::{process, project, site, tools};

/// The debug page, kept apart from the release in `dist/`.
const DIST: &str = "target/page/dev";

/// How often the build is looked at.
const TICK: Duration = Duration::from_millis(300);

/// Rebuilds and serves until it is interrupted.
pub(crate) fn run(start: impl Fn(site::Site) -> Result<site::Server>) -> Result<()> {
    tools::for_building()?;
    process::step(
        "trunk watch",
        "Compiles the page, and again whenever a file changes.",
    );
    let folder = project::path(DIST);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder)?;
    let mut trunk = tools::trunk()?;
    trunk.args(["watch", "--offline", "--dist", DIST]);
    let mut trunk = trunk.spawn().context("could not start trunk")?;
    let ended = follow(&mut trunk, &folder, start);
    let _ = trunk.kill();
    ended
}

/// Serves each build that Trunk finishes, until Trunk ends.
fn follow(
    trunk: &mut Child,
    folder: &Path,
    start: impl Fn(site::Site) -> Result<site::Server>,
) -> Result<()> {
    let mut server: Option<site::Server> = None;
    let mut version = String::new();
    loop {
        thread::sleep(TICK);
        if let Some(status) = trunk.try_wait()? {
            bail!("trunk ended ({status})");
        }
        // While Trunk puts a build in place, files come and go: look again later.
        let Ok(site) = site::Site::reloading(folder) else {
            continue;
        };
        if site.version() == version {
            continue;
        }
        version = site.version().to_owned();
        match &server {
            Some(server) => server.replace(site),
            None => server = Some(start(site)?),
        }
    }
}
