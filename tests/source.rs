//! The page's own source: what a stranger's text could do harm in is written nowhere, and every
//! address is one of those below.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::Path;

/// Attributes that a browser follows, loads or runs.
const FOLLOWED: [&str; 12] = [
    "href",
    "src",
    "srcset",
    "srcdoc",
    "action",
    "formaction",
    "data",
    "poster",
    "ping",
    "background",
    "xlink:href",
    "style",
];

/// What is put into them: our own words, steps, IDs of our own fields, and links that the guide
/// makes of its own addresses and checked IDs (`wizard::view::parts::Link`). What the workbench draws
/// leads only to where `src/dom/far.rs` lets it; the browser tests hold it to that.
const ADDRESSES: [&str; 8] = [
    ".attr(\"href\", \"#main\")",
    ".attr(\"href\", Step::Connect.hash())",
    ".attr(\"href\", mark.step.hash())",
    ".attr(\"href\", place.hash())",
    ".attr(\"href\", format!(\"#{}\", problem.field))",
    ".attr(\"href\", link.href)",
    // The workbench's style sheet, and a file in the page's own memory.
    "link.set_attribute(\"href\", \"./workbench.css\")",
    "link.set_attribute(\"href\", &address)",
];

/// Ways from a text to HTML, to code, or to another page.
const SINKS: [&str; 18] = [
    "inner_html",
    "innerHTML",
    "outer_html",
    "outerHTML",
    "insert_adjacent",
    "insertAdjacent",
    "create_contextual_fragment",
    "DomParser",
    "document().write",
    "eval(",
    "Function::new",
    "set_href",
    "set_src",
    ".assign(",
    "location().replace",
    "set_location",
    "open_with_url",
    "javascript:",
];

/// The one place where the page leaves for another, and what it leaves for: Facebook's login dialog,
/// an address that only `graph_api::LoginDialog` makes, of its own host, a version, digits, this page's
/// own address and keys made here, each percent-encoded.
const LEAVES: (&str, &str) = (
    "src/shell/login.rs",
    "let _ = window().location().assign(dialog.as_str());",
);

/// Every source file of the page, with its text.
fn sources(folder: &Path, found: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        match path.is_dir() {
            true => sources(&path, found),
            false => found.push((
                path.display().to_string(),
                fs::read_to_string(&path).unwrap(),
            )),
        }
    }
}

/// The crates that leave all of the outside to others.
const PURE: [&str; 8] = [
    "graph-api",
    "graph-emulator",
    "handbook",
    "interchange",
    "remote-view",
    "snippets",
    "wizard",
    "workbench",
];

/// What would reach it. `worker` is what the workers' programs are made of.
const OUTSIDE: [&str; 9] = [
    "leptos",
    "web_sys::",
    "js_sys::",
    "gloo",
    "std::fs",
    "std::net",
    "std::env",
    "SystemTime",
    "Instant::",
];

#[test]
fn the_crates_do_no_io_and_read_no_clock() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for name in PURE {
        let folder = root.join("crates").join(name);
        let manifest = fs::read_to_string(folder.join("Cargo.toml")).unwrap();
        for package in ["leptos", "web-sys", "js-sys", "gloo", "wasm-bindgen"] {
            assert!(!manifest.contains(package), "{name}: {package}");
        }
        let mut files = Vec::new();
        sources(&folder.join("src"), &mut files);
        assert!(!files.is_empty());
        for (file, text) in files.iter().filter(|(file, _)| !file.contains("tests")) {
            let ours = text.split("#[cfg(test)]").next().unwrap();
            for way in OUTSIDE {
                // The snippets write such words, for other programs.
                let is_used =
                    ours.contains(&format!("use {way}")) || ours.contains(&format!(" {way}"));
                assert!(!is_used || file.contains("snippets"), "{file}: {way}");
            }
        }
    }
}

#[test]
fn no_text_from_outside_reaches_an_address_or_becomes_html() {
    let mut files = Vec::new();
    for folder in ["src", "crates/wizard/src"] {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        sources(&root.join(folder), &mut files);
    }
    let mut seen: Vec<&str> = Vec::new();
    let mut left = false;
    for (name, text) in &files {
        for line in text.lines().map(str::trim) {
            for sink in SINKS {
                let is_ours = name.ends_with(LEAVES.0) && line == LEAVES.1;
                left |= is_ours;
                assert!(is_ours || !line.contains(sink), "{name}: {line}");
            }
            let is_followed = |name: &&str| line.contains(&format!("(\"{name}\""));
            if FOLLOWED.iter().any(is_followed) {
                let known = ADDRESSES.iter().find(|known| line.contains(**known));
                assert!(known.is_some(), "{name}: is this address ours? {line}");
                seen.extend(known);
            }
        }
    }
    assert!(left, "the page leaves for the login at one place");
    seen.sort_unstable();
    seen.dedup();
    assert_eq!(seen.len(), ADDRESSES.len(), "of these: {seen:#?}");
}
