//! Subresource Integrity: a file that was changed does not run.

use base64::{Engine as _, prelude::BASE64_STANDARD};
use sha2::{Digest as _, Sha384};

use super::{Files, first_load, html::Tag};

/// As the attribute `integrity` has it.
pub(crate) fn of(bytes: &[u8]) -> String {
    format!("sha384-{}", BASE64_STANDARD.encode(Sha384::digest(bytes)))
}

/// The files that the page names without the integrity of their bytes.
pub(super) fn problems(files: &Files, tags: &[Tag]) -> Vec<String> {
    let names = first_load::names(files);
    let loaded = names.iter().map(String::as_str);
    let loaded = loaded.filter(|name| *name != "index.html");
    loaded
        .chain(first_load::later(tags))
        .filter_map(|name| Some((name, files.get(name)?)))
        .filter(|(name, bytes)| !tags.iter().any(|tag| seals(tag, name, &of(bytes))))
        .map(|(name, _)| format!("the page loads {name} without its integrity"))
        .collect()
}

/// Whether a tag names a file, and has its integrity where browsers or `boot.js` check it.
fn seals(tag: &Tag, name: &str, integrity: &str) -> bool {
    [
        ("href", "integrity"),
        ("src", "integrity"),
        ("data-wasm", "data-integrity"),
        ("data-rest", "data-rest-integrity"),
    ]
    .iter()
    .any(|(address, seal)| {
        let address = tag.get(address).map(|it| it.trim_start_matches("./"));
        address == Some(name) && tag.is(seal, integrity)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dist::html;

    const EMPTY: &str = "sha384-OLBgp1GsljhM2TJ+sbHjaiH9txEUvgdDTAzHv2P24donTt6/529l+9Ua0vFImLlb";

    #[test]
    fn integrity_is_that_of_the_bytes() {
        assert_eq!(of(b""), EMPTY);
    }

    #[track_caller]
    fn check(tag: &str, sealed: bool) {
        let page = format!("{tag}>").replace("EMPTY", EMPTY);
        let mut files = Files::from([("a.js".to_owned(), Vec::new())]);
        files.insert("index.html".to_owned(), page.clone().into_bytes());
        assert_eq!(
            problems(&files, &html::tags(&page)).is_empty(),
            sealed,
            "{page}"
        );
    }

    #[test]
    fn a_file_is_sealed_where_it_is_named() {
        check("<script src=./a.js integrity=EMPTY", true);
        check("<link href=./a.js integrity=EMPTY", true);
        check(
            "<script src=./b.js data-wasm=./a.js data-integrity=EMPTY",
            true,
        );
        check(
            "<script src=./b.js data-rest=./a.js data-rest-integrity=EMPTY",
            true,
        );
        check("<script src=./b.js data-rest=./a.js", false);
        check("<script src=./a.js", false);
        check("<script src=./a.js integrity=sha384-other", false);
        check("<script data-wasm=./a.js integrity=EMPTY", false);
    }
}
