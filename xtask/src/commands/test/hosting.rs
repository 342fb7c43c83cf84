//! The examples of `docs/hosting.md`: real hosts, set up as it says, send what our own server sends.

mod client;
mod example;
mod expected;
mod host;

use anyhow::{Context as _, Result, bail};
use std::fs;

use super::journeys;
use crate::{
    commands::build,
    dist, process, project,
    site::{self, Site},
    tools,
};
use example::Example;
use host::Host;

/// The folder that the hosts serve; the page is in it, and once more in a folder of it.
const SERVED: &str = "target/page/hosting/www";

/// A folder of the host, with the page in it.
const DEEP: &str = "some/folder/";

/// Starts every host that is there, and compares.
pub(super) fn run() -> Result<()> {
    build::release_once()?;
    let files = dist::read(&project::dist())?;
    lay_out(&files)?;
    let document = fs::read_to_string(project::path("docs/hosting.md"))?;

    let ours = site::serve(Site::packed(&project::dist())?, 0)?;
    let mut problems = expected::problems("our own server", &ours.address, &files);
    let mut running = Vec::new();
    for example in Example::ALL {
        let Some(program) = tools::hosts::find(example.program()) else {
            not_run(example.program());
            continue;
        };
        let host = Host::start(example, &program, &document)?;
        for folder in ["", DEEP] {
            let address = format!("{}{folder}", host.address);
            problems.extend(expected::problems(example.program(), &address, &files));
        }
        running.push(host);
    }
    if !problems.is_empty() {
        bail!("a host sends something else:\n- {}", problems.join("\n- "));
    }
    let addresses = running.iter().map(|host| host.address.as_str());
    in_browser(addresses.flat_map(|address| [address.to_owned(), format!("{address}{DEEP}")]))
}

/// Nobody should take it for tested.
fn not_run(program: &str) {
    eprintln!(
        "\n!! NOT RUN: {program} is not on this machine, so its example in docs/hosting.md was not \
         tried.\n!! Debian has it as a package; elsewhere, put it on PATH."
    );
}

fn lay_out(files: &dist::Files) -> Result<()> {
    let served = project::path(SERVED);
    let _ = fs::remove_dir_all(&served);
    for folder in ["", DEEP] {
        for (name, bytes) in files {
            let file = served.join(folder).join(name);
            fs::create_dir_all(file.parent().context("a file without a folder")?)?;
            fs::write(file, bytes)?;
        }
    }
    Ok(())
}

/// Opens the page at each address, and practises: without a word on the console.
fn in_browser(addresses: impl Iterator<Item = String>) -> Result<()> {
    tools::npm_packages()?;
    let mut node = journeys::node("tests/e2e/hosting.mjs", &tools::browser::chrome()?)?;
    process::run(node.args(addresses))
}
