//! The page's WebAssembly in two parts: what the first screen takes, and the rest (`src/rest/`).
//!
//! Trunk knows one part only. What it made of the page is made once more here, in the same way, of
//! the first part.

use anyhow::{Context as _, Result, anyhow, bail};
use std::{
    env, fs,
    path::{Path, PathBuf},
};
use wasm_split_cli_support::{Options, transform};

use super::html;
use crate::{process, project};

/// The page in two parts, before their names are shortened.
pub(crate) struct Parts {
    /// The script of the first part.
    pub(crate) script: String,
    /// What the first screen takes.
    pub(crate) first: Vec<u8>,
    /// The rest.
    pub(crate) rest: Vec<u8>,
}

/// Cuts the page that cargo has just built. `name` is what Trunk calls its script, without `.js`.
pub(crate) fn parts(name: &str) -> Result<Parts> {
    let built = built();
    let module = fs::read(&built).with_context(|| format!("no page in {}", built.display()))?;
    let folder = project::path("target/page/parts");
    let whole = folder.join("first.wasm");
    let rest = split(&module, &folder, &whole)?;
    bind(&whole, name)?;
    let first = folder.join(format!("{name}_bg.wasm"));
    optimize(&[&first, &rest])?;
    Ok(Parts {
        script: fs::read_to_string(folder.join(format!("{name}.js")))?,
        first: fs::read(first)?,
        rest: fs::read(rest)?,
    })
}

/// What cargo made of the page.
fn built() -> PathBuf {
    let target =
        env::var_os("CARGO_TARGET_DIR").map_or_else(|| project::path("target"), Into::into);
    project::root()
        .join(target)
        .join("wasm32-unknown-unknown/release/first-reply.wasm")
}

/// Writes the first part to `first`, and says where the rest is.
fn split(module: &[u8], folder: &Path, first: &Path) -> Result<PathBuf> {
    let mut options = Options::new(module);
    options.output_dir = folder;
    options.main_out_path = first;
    let parts =
        transform(options).map_err(|error| anyhow!("could not split the page: {error:#}"))?;
    match <[PathBuf; 1]>::try_from(parts.split_modules) {
        Ok([rest]) => Ok(rest),
        Err(all) => bail!("the page is in {} parts and not in 2", all.len() + 1),
    }
}

/// Makes the script, as Trunk does. The rest takes memory, table and stack from the first part.
fn bind(first: &Path, name: &str) -> Result<()> {
    let tool = process::find("wasm-bindgen").context("there is no wasm-bindgen on PATH")?;
    let mut tool = process::program(tool);
    tool.args(["--target=web", "--no-typescript", "--keep-lld-exports"]);
    tool.arg(format!("--out-name={name}"));
    tool.arg("--out-dir").args(first.parent()).arg(first);
    process::run(&mut tool)
}

/// Makes the parts smaller, if wasm-opt is there, with the flags of `index.html`.
fn optimize(parts: &[&Path]) -> Result<()> {
    let Some(tool) = process::find("wasm-opt") else {
        eprintln!("  there is no wasm-opt on PATH: the page stays as it was compiled, and bigger");
        return Ok(());
    };
    let page = fs::read_to_string(project::path("index.html"))?;
    let tags = html::tags(&page);
    let page = tags.iter().find(|tag| tag.is("data-bin", "first-reply"));
    let flags = page.and_then(|tag| tag.get("data-wasm-opt-params"));
    let flags = flags.context("index.html has no flags for wasm-opt")?;
    for part in parts {
        let mut tool = process::program(&tool);
        tool.arg("-Oz").args(flags.split_whitespace());
        process::run(tool.arg(part).arg("-o").arg(part))?;
    }
    Ok(())
}
