//! After Trunk's build: makes the WebAssembly and the scripts smaller, and puts integrity where
//! browsers heed it.
//!
//! Trunk's own minifier gives up on the script around the WebAssembly: esbuild does it. What is
//! written here has another integrity than what Trunk wrote.
//!
//! Trunk writes the WebAssembly's on `<link rel="preload">`, where browsers ignore it and say so on
//! the console. `boot.js` fetches the file with the integrity that stands on its own `<script>`.
//! `boot.js` itself gets a name with a hash, and integrity, like the others.
//!
//! Last, `_headers` is written for the files as they are.

use anyhow::{Context as _, Result};
use sha2::{Digest as _, Sha384};
use std::{fs, path::Path};

use crate::{
    dist::{html, integrity, names},
    process,
    site::host_file,
};

/// The script that starts the page.
const BOOT: &str = "boot.js";

/// Rewrites the page that Trunk is about to put in place.
pub(crate) fn run() -> Result<()> {
    let folder = std::env::var_os("TRUNK_STAGING_DIR")
        .context("Trunk runs this after a build; it names the folder in TRUNK_STAGING_DIR")?;
    let folder = Path::new(&folder);
    let file = folder.join("index.html");
    let page = fs::read_to_string(&file).context("Trunk wrote no index.html")?;
    let page = match std::env::var_os("TRUNK_PROFILE") {
        Some(profile) if profile == "debug" => page,
        _ => shrink(&page, folder)?,
    };
    let boot = fs::read(folder.join(BOOT)).context("Trunk copied no boot.js")?;
    let named = hashed_name(&boot);
    fs::rename(folder.join(BOOT), folder.join(&named)).context("could not rename boot.js")?;
    let page = seal(&page, &named, &integrity::of(&boot))?;
    fs::write(&file, page).context("could not write index.html")?;
    host_file::write(folder)
}

/// Makes the files smaller that the page loads, and notes the new integrity of those it preloads.
fn shrink(page: &str, folder: &Path) -> Result<String> {
    let tags = html::tags(page);
    let preload = |key: &str, value: &str| {
        let tag = tags.iter().find(|tag| tag.is(key, value));
        let tag = tag.with_context(|| format!("the page has no preload with {key}={value}"))?;
        let address = tag.get("href").context("a preload has no address")?;
        let integrity = tag.get("integrity").context("a preload has no integrity")?;
        anyhow::Ok((folder.join(address.trim_start_matches("./")), integrity))
    };
    let (script, script_was) = preload("rel", "modulepreload")?;
    let (module, module_was) = preload("type", "application/wasm")?;

    let (code, text) = names::shorten(&fs::read(&module)?, &fs::read_to_string(&script)?)
        .context("could not shorten the names in the WebAssembly")?;
    fs::write(&module, &code)?;
    fs::write(&script, text)?;
    minify(&script, &["--format=esm"])?;
    // Old browsers have to understand it, if only to say that they are too old.
    minify(&folder.join(BOOT), &["--format=iife", "--target=es2020"])?;
    Ok(page
        .replace(script_was, &integrity::of(&fs::read(script)?))
        .replace(module_was, &integrity::of(&code)))
}

/// Minifies a script in place, if esbuild is there.
fn minify(script: &Path, options: &[&str]) -> Result<()> {
    let Some(esbuild) = process::find("esbuild") else {
        eprintln!("  there is no esbuild: the scripts stay as they were written, 2 KB bigger");
        return Ok(());
    };
    let mut esbuild = process::program(esbuild);
    esbuild
        .arg(script)
        .arg(format!("--outfile={}", script.display()));
    esbuild.args(["--allow-overwrite", "--minify", "--log-level=warning"]);
    process::run(esbuild.args(options))
}

/// The name of `boot.js`, after what it holds: a host may let browsers keep it for good.
fn hashed_name(bytes: &[u8]) -> String {
    let digest = Sha384::digest(bytes);
    let hash: String = digest
        .iter()
        .take(8)
        .map(|byte| format!("{byte:02x}"))
        .collect();
    format!("boot-{hash}.js")
}

fn seal(page: &str, boot: &str, boot_integrity: &str) -> Result<String> {
    let tags = html::tags(page);
    let preload = tags
        .iter()
        .find(|tag| tag.is("rel", "preload") && tag.is("type", "application/wasm"))
        .context("the page does not preload its WebAssembly")?;
    let script = tags
        .iter()
        .find(|tag| tag.name == "script" && tag.get("data-wasm").is_some())
        .context("no script of the page loads its WebAssembly")?;
    let integrity = preload
        .get("integrity")
        .context("the WebAssembly has no integrity")?;
    let address = preload.get("href").context("the preload has no address")?;

    let link = format!(
        r#"<link rel="preload" href="{address}" as="fetch" type="application/wasm" crossorigin>"#
    );
    let attributes =
        format!(r#"<script integrity="{boot_integrity}" data-integrity="{integrity}""#);
    let mut changes = [
        (preload.span.clone(), link),
        (
            script.span.start..script.span.start + "<script".len(),
            attributes,
        ),
    ];
    // From the end, so that the earlier span stays true.
    changes.sort_by_key(|(span, _)| std::cmp::Reverse(span.start));
    let mut sealed = page.to_owned();
    for (span, text) in changes {
        sealed.replace_range(span, &text);
    }
    Ok(sealed.replacen(BOOT, boot, 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = r#"<link rel=preload href=./a.wasm crossorigin=anonymous integrity=sha384-abc= as=fetch type=application/wasm><script defer src=./boot.js data-wasm=./a.wasm></script>"#;

    #[test]
    fn the_integrity_moves_to_the_script() {
        let sealed = seal(PAGE, "boot-1.js", "sha384-def=").unwrap();
        let tags = html::tags(&sealed);
        assert_eq!(tags[0].get("integrity"), None);
        assert!(tags[0].is("href", "./a.wasm") && tags[0].is("as", "fetch"));
        assert!(tags[1].is("data-integrity", "sha384-abc="));
        assert!(tags[1].is("src", "./boot-1.js") && tags[1].is("data-wasm", "./a.wasm"));
        assert!(tags[1].is("integrity", "sha384-def="));
    }

    #[test]
    fn a_page_without_integrity_is_refused() {
        assert!(seal(&PAGE.replace("integrity", "x"), BOOT, "").is_err());
        assert!(seal("<p>", BOOT, "").is_err());
    }
}
