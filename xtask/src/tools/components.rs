//! What judges the code: parts of Rust that a small installation leaves out.

use anyhow::{Context as _, Result};

use crate::process;

/// The component, and the command that it brings.
const COMPONENTS: [(&str, &str); 2] = [("rustfmt", "fmt"), ("clippy", "clippy")];

/// Adds them to the toolchain, unless they are there.
pub(super) fn install() -> Result<()> {
    for (name, command) in COMPONENTS {
        if process::read(process::cargo(command).arg("--version")).is_ok() {
            continue;
        }
        process::step(
            &format!("rustup component add {name}"),
            "Formatting and lints are part of the tests.",
        );
        process::run(process::program("rustup").args(["component", "add", name])).with_context(
            || format!("Rust has no {name} here. With rustup: rustup component add {name}"),
        )?;
    }
    Ok(())
}
