//! `cargo xtask serve`: builds the page and serves it on this machine.

use anyhow::Result;
use std::{process::Command, thread};

use super::{build, dev};
use crate::{process, project, site};

#[derive(clap::Args)]
pub(crate) struct Options {
    /// The port of 127.0.0.1 to serve on
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// Leave the browser alone
    #[arg(long)]
    no_open: bool,
    /// Build for debugging; rebuild and reload when a file changes
    #[arg(long)]
    dev: bool,
}

/// Serves until it is interrupted.
pub(crate) fn run(options: &Options) -> Result<()> {
    // A taken port is better known before minutes of building than after.
    site::ensure_free(options.port)?;
    if options.dev {
        return dev::run(|site| start(site, options));
    }
    build::release()?;
    start(site::Site::packed(&project::dist())?, options)?;
    loop {
        thread::park();
    }
}

fn start(site: site::Site, options: &Options) -> Result<site::Server> {
    let server = site::serve(site, options.port)?;
    println!("\nFirst Reply is at {}  (Ctrl+C ends it)", server.address);
    if !options.no_open {
        open(&server.address);
    }
    Ok(server)
}

/// Opens a browser where there is a display. That it does not open is no failure.
fn open(address: &str) {
    let has_display = ["DISPLAY", "WAYLAND_DISPLAY"]
        .iter()
        .any(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()));
    let mut command = if cfg!(target_os = "macos") {
        process::program("open")
    } else if cfg!(windows) {
        let mut command = Command::new("cmd");
        command.args(["/C", "start", ""]);
        command
    } else if has_display {
        process::program("xdg-open")
    } else {
        return;
    };
    let _ = command.arg(address).spawn();
}
