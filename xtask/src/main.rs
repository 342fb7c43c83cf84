//! The commands of the README: `cargo xtask serve`, `build`, `size`, `test`, `screenshots`,
//! `bench`.
//!
//! Where to start: `commands/` holds one file per command; `tools/` sets up what a command needs;
//! `dist/` reads and checks what was built; `site/` serves it.

mod commands;
mod dist;
mod process;
mod project;
#[cfg(test)]
mod promises;
mod site;
mod tools;

use clap::{Parser, Subcommand};
use std::process::ExitCode;

use commands::{bench, build, screenshots, seal, serve, size, styles, test};

/// First Reply: build it, serve it, test it.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Build the page and serve it on this machine, setting up what is missing
    Serve(serve::Options),
    /// Write the release page to dist/ and check it
    Build,
    /// Print what a first visit downloads, file by file, against the budget
    Size,
    /// Check everything that must hold, or only the layers named
    Test(test::Options),
    /// Take the README's screenshots from the real page
    Screenshots(screenshots::Options),
    /// Measure what docs/performance.md tells, and write it there
    Bench(bench::Options),
    /// Join the files of style/ into one (Trunk runs this before a build)
    #[command(hide = true)]
    Styles,
    /// Move the WebAssembly's integrity to where browsers check it (Trunk runs this after a build)
    #[command(hide = true)]
    Seal,
}

fn main() -> ExitCode {
    match run(Cli::parse().command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nerror: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> anyhow::Result<()> {
    match command {
        Command::Serve(options) => serve::run(&options),
        Command::Build => build::run(),
        Command::Size => size::run(),
        Command::Test(options) => test::run(&options),
        Command::Screenshots(options) => screenshots::run(&options),
        Command::Bench(options) => bench::run(&options),
        Command::Styles => styles::run(),
        Command::Seal => seal::run(),
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    #[test]
    fn the_command_line_is_well_formed() {
        super::Cli::command().debug_assert();
    }
}
