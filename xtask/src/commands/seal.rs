//! After Trunk's build: minifies the script around the WebAssembly, and puts the WebAssembly's
//! integrity where browsers heed it.
//!
//! Trunk's own minifier gives up on that script. What esbuild writes has another integrity.
//!
//! Trunk writes it on `<link rel="preload">`, where browsers ignore it and say so on the console.
//! `boot.js` fetches the file with the integrity that stands on its own `<script>`.
//!
//! Last, `_headers` is written for the files as they are.

use anyhow::{Context as _, Result};
use std::{fs, path::Path};

use crate::{
    dist::{html, integrity},
    process,
    site::host_file,
};

/// Rewrites the page that Trunk is about to put in place.
pub(crate) fn run() -> Result<()> {
    let folder = std::env::var_os("TRUNK_STAGING_DIR")
        .context("Trunk runs this after a build; it names the folder in TRUNK_STAGING_DIR")?;
    let folder = Path::new(&folder);
    let file = folder.join("index.html");
    let page = fs::read_to_string(&file).context("Trunk wrote no index.html")?;
    let page = match std::env::var_os("TRUNK_PROFILE") {
        Some(profile) if profile == "debug" => page,
        _ => minify(&page, folder)?,
    };
    fs::write(&file, seal(&page, folder)?).context("could not write index.html")?;
    host_file::write(folder)
}

/// Minifies the script that the page preloads, if esbuild is there, and notes its new integrity.
fn minify(page: &str, folder: &Path) -> Result<String> {
    let Some(esbuild) = process::find("esbuild") else {
        eprintln!("  there is no esbuild: the script stays as wasm-bindgen wrote it, 2 KB bigger");
        return Ok(page.to_owned());
    };
    let tags = html::tags(page);
    let preload = tags
        .iter()
        .find(|tag| tag.is("rel", "modulepreload"))
        .context("the page does not preload its script")?;
    let address = preload.get("href").context("the preload has no address")?;
    let integrity = preload
        .get("integrity")
        .context("the script has no integrity")?;
    let script = folder.join(address.trim_start_matches("./"));
    let mut esbuild = process::program(esbuild);
    esbuild
        .arg(&script)
        .arg(format!("--outfile={}", script.display()));
    esbuild.args([
        "--allow-overwrite",
        "--minify",
        "--format=esm",
        "--log-level=warning",
    ]);
    process::run(&mut esbuild)?;
    let minified = fs::read(script).context("esbuild wrote no script")?;
    Ok(page.replace(integrity, &integrity::of(&minified)))
}

/// Writes the integrity of `boot.js` and of the WebAssembly where browsers check it.
fn seal(page: &str, folder: &Path) -> Result<String> {
    let tags = html::tags(page);
    let preload = tags
        .iter()
        .find(|tag| tag.is("rel", "preload") && tag.is("type", "application/wasm"))
        .context("the page does not preload its WebAssembly")?;
    let script = tags
        .iter()
        .find(|tag| tag.name == "script" && tag.get("data-wasm").is_some())
        .context("no script of the page loads its WebAssembly")?;
    let sealed = preload
        .get("integrity")
        .context("the WebAssembly has no integrity")?;
    let address = preload.get("href").context("the preload has no address")?;
    let boot = script.get("src").context("the script has no address")?;
    let boot = fs::read(folder.join(boot)).context("the page's script is not there")?;
    let boot = integrity::of(&boot);

    let link = format!(
        r#"<link rel="preload" href="{address}" as="fetch" type="application/wasm" crossorigin>"#
    );
    let attribute = format!(r#"<script integrity="{boot}" data-integrity="{sealed}""#);
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
    use crate::project;

    const PAGE: &str = r#"<link rel=preload href=./a.wasm crossorigin=anonymous integrity=sha384-abc= as=fetch type=application/wasm><script type=module src=./boot.js data-wasm=./a.wasm></script>"#;

    #[test]
    fn the_integrity_moves_to_the_script() {
        let folder = project::path("");
        let boot = integrity::of(&fs::read(folder.join("boot.js")).unwrap());
        let sealed = seal(PAGE, &folder).unwrap();
        let tags = html::tags(&sealed);
        assert_eq!(tags[0].get("integrity"), None);
        assert!(tags[0].is("href", "./a.wasm") && tags[0].is("as", "fetch"));
        assert!(tags[1].is("data-integrity", "sha384-abc="));
        assert!(tags[1].is("integrity", &boot));
        assert!(tags[1].is("src", "./boot.js") && tags[1].is("data-wasm", "./a.wasm"));
    }

    #[test]
    fn a_page_without_integrity_is_refused() {
        let folder = project::path("");
        assert!(seal(&PAGE.replace("integrity", "x"), &folder).is_err());
        assert!(seal(PAGE, &folder.join("docs")).is_err(), "no boot.js");
        assert!(seal("<p>", &folder).is_err());
    }
}
