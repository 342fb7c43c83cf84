//! After Trunk's build: makes the WebAssembly and its script smaller, and puts the WebAssembly's
//! integrity where browsers heed it.
//!
//! Trunk's own minifier gives up on that script: esbuild does it. What is written here has another
//! integrity than what Trunk wrote.
//!
//! Trunk writes it on `<link rel="preload">`, where browsers ignore it and say so on the console.
//! `boot.js` fetches the file with the integrity that stands on its own `<script>`.

use anyhow::{Context as _, Result};
use base64::{Engine as _, prelude::BASE64_STANDARD};
use sha2::{Digest as _, Sha384};
use std::{fs, path::Path};

use crate::dist::{html, names};
use crate::process;

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
    fs::write(&file, seal(&page)?).context("could not write index.html")
}

/// Makes the two files smaller that the page preloads, and notes their new integrity.
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
    minify(&script)?;
    Ok(page
        .replace(script_was, &sha384(&fs::read(script)?))
        .replace(module_was, &sha384(&code)))
}

/// Minifies a script in place, if esbuild is there.
fn minify(script: &Path) -> Result<()> {
    let Some(esbuild) = process::find("esbuild") else {
        eprintln!("  there is no esbuild: the script stays as wasm-bindgen wrote it, 2 KB bigger");
        return Ok(());
    };
    let mut esbuild = process::program(esbuild);
    esbuild
        .arg(script)
        .arg(format!("--outfile={}", script.display()));
    esbuild.args([
        "--allow-overwrite",
        "--minify",
        "--format=esm",
        "--log-level=warning",
    ]);
    process::run(&mut esbuild)
}

/// As the attribute `integrity` has it.
fn sha384(bytes: &[u8]) -> String {
    format!("sha384-{}", BASE64_STANDARD.encode(Sha384::digest(bytes)))
}

fn seal(page: &str) -> Result<String> {
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
    let attribute = format!(r#"<script data-integrity="{integrity}""#);
    let mut changes = [
        (preload.span.clone(), link),
        (
            script.span.start..script.span.start + "<script".len(),
            attribute,
        ),
    ];
    // From the end, so that the earlier span stays true.
    changes.sort_by_key(|(span, _)| std::cmp::Reverse(span.start));
    let mut sealed = page.to_owned();
    for (span, text) in changes {
        sealed.replace_range(span, &text);
    }
    Ok(sealed)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = r#"<link rel=preload href=./a.wasm crossorigin=anonymous integrity=sha384-abc= as=fetch type=application/wasm><script type=module src=./boot.js data-wasm=./a.wasm></script>"#;

    #[test]
    fn the_integrity_moves_to_the_script() {
        let sealed = seal(PAGE).unwrap();
        let tags = html::tags(&sealed);
        assert_eq!(tags[0].get("integrity"), None);
        assert!(tags[0].is("href", "./a.wasm") && tags[0].is("as", "fetch"));
        assert!(tags[1].is("data-integrity", "sha384-abc="));
        assert!(tags[1].is("src", "./boot.js") && tags[1].is("data-wasm", "./a.wasm"));
    }

    #[test]
    fn integrity_is_that_of_the_bytes() {
        let empty = "sha384-OLBgp1GsljhM2TJ+sbHjaiH9txEUvgdDTAzHv2P24donTt6/529l+9Ua0vFImLlb";
        assert_eq!(sha384(b""), empty);
    }

    #[test]
    fn a_page_without_integrity_is_refused() {
        assert!(seal(&PAGE.replace("integrity", "x")).is_err());
        assert!(seal("<p>").is_err());
    }
}
