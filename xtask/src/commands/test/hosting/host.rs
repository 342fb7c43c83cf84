//! A host, running.

use anyhow::{Context as _, Result, bail};
use std::{
    fs::{self, File},
    net::{TcpListener, TcpStream},
    path::Path,
    process::{Child, Command},
    thread,
    time::{Duration, Instant},
};

use super::example::Example;
use crate::{process, project};

/// How long a host may take to answer.
const PATIENCE: Duration = Duration::from_secs(20);

/// How often it is looked at meanwhile.
const TICK: Duration = Duration::from_millis(20);

/// It ends when this is dropped.
pub(super) struct Host {
    /// Where it is, with `/` at the end.
    pub(super) address: String,
    child: Child,
}

impl Host {
    /// Starts a program as the document says, and waits until it listens.
    pub(super) fn start(example: Example, program: &Path, document: &str) -> Result<Self> {
        let folder = project::path(&format!("target/page/hosting/{}", example.program()));
        fs::create_dir_all(&folder)?;
        let port = TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port();
        let config = folder.join("config");
        let served = project::path(super::SERVED);
        fs::write(&config, example.fill_in(document, &served, port)?)?;
        let log = folder.join("log");
        let file = File::create(&log)?;
        let mut command = command(example, program, &folder, &config);
        let command = command.stdout(file.try_clone()?).stderr(file);
        let child = command
            .spawn()
            .with_context(|| format!("could not start {}", program.display()))?;
        let mut host = Self {
            address: format!("http://127.0.0.1:{port}/"),
            child,
        };
        if !host.listens(port)? {
            let said = fs::read_to_string(log).unwrap_or_default();
            bail!(
                "{} does not take what docs/hosting.md says:\n{said}",
                example.program()
            );
        }
        Ok(host)
    }

    /// Whether it accepts a connection before it ends, or patience does.
    fn listens(&mut self, port: u16) -> Result<bool> {
        let start = Instant::now();
        while start.elapsed() < PATIENCE && self.child.try_wait()?.is_none() {
            if TcpStream::connect(("127.0.0.1", port)).is_ok() {
                return Ok(true);
            }
            thread::sleep(TICK);
        }
        Ok(false)
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn command(example: Example, program: &Path, folder: &Path, config: &Path) -> Command {
    let mut command = process::program(program);
    match example {
        Example::Nginx => {
            command.arg("-p").arg(folder).arg("-c").arg(config);
            command.args(["-e", "stderr"]);
        }
        Example::Caddy => {
            command
                .args(["run", "--adapter", "caddyfile", "--config"])
                .arg(config);
            // What it would keep in the reader's own folders.
            for name in ["HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"] {
                command.env(name, folder);
            }
        }
    }
    command
}
