//! The emulated Graph on loopback, over HTTP and HTTPS, for tests and for whoever writes a client.
//!
//! # Where to start
//! - `args.rs`: the command line; README.md has examples.
//! - `service.rs`: one connection to Graph. `control.rs`: what the control address understands.
//! - `dialog.rs`: Facebook's login dialog, which stands beside Graph.
//! - `faults.rs`: what can go wrong with an answer on its way.
//! - `state.rs`: the world, its clock, the faults to come and the requests seen.

mod args;
mod certificate;
mod control;
mod dialog;
mod faults;
mod http;
mod listen;
mod service;
mod state;

use std::io::{Read as _, Write as _};
use std::process::ExitCode;
use std::sync::Arc;
use std::{io, thread};

use serde_json::json;

use args::{Args, HELP};
use certificate::Certificate;
use state::State;

fn main() -> ExitCode {
    let args = match Args::read(std::env::args().skip(1)) {
        Ok(Some(args)) => args,
        Ok(None) => {
            println!("{HELP}");
            return ExitCode::SUCCESS;
        }
        Err(problem) => {
            eprintln!("{problem}\n\n{HELP}");
            return ExitCode::from(2);
        }
    };
    match run(&args) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("The emulator cannot start: {problem}");
            ExitCode::FAILURE
        }
    }
}

type Problem = Box<dyn std::error::Error>;

fn run(args: &Args) -> Result<(), Problem> {
    let certificate = Certificate::make()?;
    let state = Arc::new(State::new(args.scenario, certificate.pem.clone()));
    state.set_delays(args.delays);
    // Before the scenario begins, which may hide what they name.
    let keys = state.first_keys();
    let http = listen::plain(args.http_port, &state, service::serve)?;
    let https = listen::encrypted(args.https_port, &state, certificate.config()?)?;
    let control = listen::plain(args.control_port, &state, control::serve)?;
    let ready = json!({
        "http": format!("http://{http}"),
        "https": format!("https://{https}"),
        "control": format!("http://{control}"),
        "spki_sha256": certificate.spki_sha256,
        "app_id": keys.app_id,
        "user_token": keys.user_token,
        "page_id": keys.page_id,
        "page_token": keys.page_token,
        "psid": keys.psid,
        "conversation_id": keys.conversation_id,
    });
    let mut out = io::stdout().lock();
    writeln!(out, "{ready}")?;
    out.flush()?;
    drop(out);
    if args.exit_with_stdin {
        let mut ignored = Vec::new();
        io::stdin().read_to_end(&mut ignored)?;
        return Ok(());
    }
    loop {
        thread::park(); // The listeners have their own threads.
    }
}
