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
//! The page is cut in two before (`dist/split.rs`); its script names the second part, which is loaded
//! later and checked like the first.
//!
//! Last, `_headers` is written for the files as they are.

use anyhow::{Context as _, Result};
use sha2::{Digest as _, Sha384};
use std::{fs, path::Path};

use crate::{
    dist::{html, integrity, names, split},
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
    let (page, rest) = match std::env::var_os("TRUNK_PROFILE") {
        Some(profile) if profile == "debug" => (page, None),
        _ => shrink(&page, folder)?,
    };
    let boot = fs::read(folder.join(BOOT)).context("Trunk copied no boot.js")?;
    let named = hashed_name("boot", &boot, "js");
    fs::rename(folder.join(BOOT), folder.join(&named)).context("could not rename boot.js")?;
    let page = seal(&page, &named, &integrity::of(&boot), rest.as_ref())?;
    fs::write(&file, page).context("could not write index.html")?;
    host_file::write(folder)
}

/// A file that the page loads later: its name, and its integrity.
struct Later {
    name: String,
    integrity: String,
}

/// Makes the files smaller that the page loads, and notes the new integrity of those it preloads.
/// What the first screen can do without becomes a file of its own.
fn shrink(page: &str, folder: &Path) -> Result<(String, Option<Later>)> {
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

    let name = script.file_stem().unwrap_or_default().to_string_lossy();
    let parts = split::parts(&name)?;
    let rest = Later {
        name: hashed_name("rest", &parts.rest, "wasm"),
        integrity: integrity::of(&parts.rest),
    };
    fs::write(folder.join(&rest.name), &parts.rest)?;
    let (code, text) = names::shorten(&parts.first, &parts.script)
        .context("could not shorten the names in the WebAssembly")?;
    fs::write(&module, &code)?;
    fs::write(&script, text)?;
    minify(&script, &["--format=esm"])?;
    // Old browsers have to understand it, if only to say that they are too old.
    minify(&folder.join(BOOT), &["--format=iife", "--target=es2020"])?;
    let page = page
        .replace(script_was, &integrity::of(&fs::read(script)?))
        .replace(module_was, &integrity::of(&code));
    Ok((page, Some(rest)))
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

/// The name of a file after what it holds: a host may let browsers keep it for good.
fn hashed_name(name: &str, bytes: &[u8], ending: &str) -> String {
    let digest = Sha384::digest(bytes);
    let hash: String = digest
        .iter()
        .take(8)
        .map(|byte| format!("{byte:02x}"))
        .collect();
    format!("{name}-{hash}.{ending}")
}

fn seal(page: &str, boot: &str, boot_integrity: &str, rest: Option<&Later>) -> Result<String> {
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
    let mut attributes =
        format!(r#"<script integrity="{boot_integrity}" data-integrity="{integrity}""#);
    if let Some(Later { name, integrity }) = rest {
        attributes += &format!(r#" data-rest="./{name}" data-rest-integrity="{integrity}""#);
    }
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

    fn rest() -> Later {
        Later {
            name: "rest-1.wasm".to_owned(),
            integrity: "sha384-ghi=".to_owned(),
        }
    }

    #[test]
    fn the_integrity_moves_to_the_script() {
        let sealed = seal(PAGE, "boot-1.js", "sha384-def=", Some(&rest())).unwrap();
        let tags = html::tags(&sealed);
        assert_eq!(tags[0].get("integrity"), None);
        assert!(tags[0].is("href", "./a.wasm") && tags[0].is("as", "fetch"));
        assert!(tags[1].is("data-integrity", "sha384-abc="));
        assert!(tags[1].is("src", "./boot-1.js") && tags[1].is("data-wasm", "./a.wasm"));
        assert!(tags[1].is("integrity", "sha384-def="));
        assert!(tags[1].is("data-rest", "./rest-1.wasm"));
        assert!(tags[1].is("data-rest-integrity", "sha384-ghi="));
    }

    #[test]
    fn a_page_without_integrity_is_refused() {
        assert!(seal(&PAGE.replace("integrity", "x"), BOOT, "", None).is_err());
        assert!(seal("<p>", BOOT, "", None).is_err());
    }
}
