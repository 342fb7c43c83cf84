//! `cargo xtask test`: everything that must hold, in layers.

mod basis;
mod exports;
mod hosting;
mod journeys;
mod rust;
mod supply;

use anyhow::{Result, bail};
use clap::ValueEnum;
use std::time::{Duration, Instant};

use super::build;

pub(crate) use journeys::{Stage, playwright};

#[derive(clap::Args)]
pub(crate) struct Options {
    /// The layers to run, one or more; all of them when none is named. Then journeys and faults that
    /// passed today on the same page, with the same tests, are not played again (unless CI is set)
    #[arg(value_enum)]
    layers: Vec<Layer>,
    /// What to pass to the layer's own runner: cargo test (native, browser), node --test (exports), Playwright (journeys, faults)
    #[arg(last = true)]
    rest: Vec<String>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
enum Layer {
    /// Formatting; clippy with warnings denied, for this machine and for WebAssembly
    Lint,
    /// The crates: their licences, versions and sources (cargo-deny, without the network)
    Supply,
    /// The tests that need no browser
    Native,
    /// The exported files: held to their published schemas, and run by Postman's runner
    Exports,
    /// wasm-bindgen-test in a headless browser
    Browser,
    /// The release build: no inline script, nothing like a token, within its budget
    Dist,
    /// The examples of docs/hosting.md, on real nginx and Caddy
    Hosting,
    /// What a reader does, on the release page, in a real browser
    Journeys,
    /// Everything that can go wrong around the page, row by row, and what it does then
    Faults,
}

/// How a layer came to its result.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Ran {
    /// It ran.
    Now,
    /// It passed before, and nothing that it depends on has changed since.
    Before,
}

/// Runs the layers, all of them even if one fails, and says how each went.
pub(crate) fn run(options: &Options) -> Result<()> {
    let layers = match options.layers.as_slice() {
        [] => Layer::value_variants(),
        named => named,
    };
    // A layer that is named runs; so does everything where a change is judged.
    let may_stand = options.layers.is_empty() && std::env::var_os("CI").is_none();
    let mut results = Vec::new();
    for layer in layers {
        eprintln!("\n━━ {} ━━", layer.name());
        let start = Instant::now();
        let ran = layer
            .run(&options.rest, may_stand)
            .map_err(|error| format!("{error:#}"));
        match &ran {
            Ok(Ran::Now) => {}
            Ok(Ran::Before) => eprintln!("passed before, on the same page with the same tests"),
            Err(why) => eprintln!("\n{} failed: {why}", layer.name()),
        }
        results.push(Outcome {
            layer: *layer,
            ran,
            took: start.elapsed(),
        });
    }
    eprintln!("\n{}", summary(&results));
    if results.iter().any(|result| result.ran.is_err()) {
        bail!("not everything that must hold does");
    }
    Ok(())
}

impl Layer {
    fn name(self) -> String {
        format!("{self:?}").to_lowercase()
    }

    fn run(self, rest: &[String], may_stand: bool) -> Result<Ran> {
        match self {
            Self::Lint => rust::lint(),
            Self::Supply => supply::run(),
            Self::Native => rust::native(rest),
            Self::Exports => exports::run(rest),
            Self::Browser => rust::browser(rest),
            Self::Dist => build::run(),
            Self::Hosting => hosting::run(),
            Self::Journeys => return journeys::run("tests/e2e", rest, may_stand),
            Self::Faults => return journeys::run("tests/faults", rest, may_stand),
        }
        .map(|()| Ran::Now)
    }
}

struct Outcome {
    layer: Layer,
    /// How it came to its result, or why it failed.
    ran: Result<Ran, String>,
    took: Duration,
}

/// How each layer went and what failed: the end of a log is often all that is kept of it.
fn summary(results: &[Outcome]) -> String {
    let mut lines: Vec<_> = results
        .iter()
        .map(|result| {
            let verdict = match result.ran {
                Ok(Ran::Now) => "passed",
                Ok(Ran::Before) => "stands",
                Err(_) => "FAILED",
            };
            let seconds = result.took.as_secs_f32();
            format!("{verdict}  {:<9} {seconds:>6.1} s", result.layer.name())
        })
        .collect();
    let total: Duration = results.iter().map(|result| result.took).sum();
    lines.push(format!("total            {:>6.1} s", total.as_secs_f32()));
    let failed = |result: &Outcome| Some((result.layer.name(), result.ran.clone().err()?));
    let (names, reasons): (Vec<_>, Vec<_>) = results.iter().filter_map(failed).unzip();
    if !names.is_empty() {
        lines.push(format!("again: cargo xtask test {}", names.join(" ")));
        lines.extend(reasons);
    }
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_summary_names_what_failed_and_why() {
        let took = Duration::from_millis(1500);
        let outcome = |layer, ran: Result<Ran, &str>| Outcome {
            layer,
            ran: ran.map_err(str::to_owned),
            took,
        };
        let summary = summary(&[
            outcome(Layer::Lint, Ok(Ran::Now)),
            outcome(Layer::Dist, Err("too large")),
            outcome(Layer::Faults, Ok(Ran::Before)),
        ]);
        let expected = "passed  lint         1.5 s\n\
                        FAILED  dist         1.5 s\n\
                        stands  faults       1.5 s\n\
                        total               4.5 s\n\
                        again: cargo xtask test dist\n\
                        too large";
        assert_eq!(summary, expected);
    }
}
