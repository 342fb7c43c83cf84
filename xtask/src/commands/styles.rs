//! Joins `style/main.css` and what it imports into one file: one request instead of twenty.

use anyhow::{Context as _, Result};
use std::{fs, path::Path};

use crate::project;

/// The joined file, where `index.html` expects it.
const BUNDLE: &str = "target/page/style.css";

/// Writes the joined file, unless it is as it should be: Trunk watches for changes.
pub(crate) fn run() -> Result<()> {
    let bundle = join(&project::path("style/main.css"))?;
    let file = project::path(BUNDLE);
    if fs::read_to_string(&file).is_ok_and(|old| old == bundle) {
        return Ok(());
    }
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(file, bundle).with_context(|| format!("could not write {BUNDLE}"))
}

/// A style sheet with each line `@import "file";` replaced by that file.
fn join(main: &Path) -> Result<String> {
    let read = |file: &Path| {
        fs::read_to_string(file).with_context(|| format!("could not read {}", file.display()))
    };
    let folder = main.parent().unwrap_or(main);
    let mut bundle = String::new();
    for line in read(main)?.lines() {
        match imported(line) {
            Some(name) => bundle.push_str(read(&folder.join(name))?.trim_end()),
            None => bundle.push_str(line),
        }
        bundle.push('\n');
    }
    Ok(bundle)
}

/// The file that a line imports.
fn imported(line: &str) -> Option<&str> {
    let address = line.trim().strip_prefix("@import")?.trim_start();
    address.strip_prefix('"')?.strip_suffix("\";")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn imports_are_read_and_other_lines_left_alone() {
        assert_eq!(imported("@import \"./tokens.css\";"), Some("./tokens.css"));
        assert_eq!(imported("@layer tokens, base;"), None);
    }

    #[test]
    fn the_bundle_imports_nothing() {
        let bundle = join(&project::path("style/main.css")).unwrap();
        assert!(!bundle.contains("@import"), "an import was not understood");
    }

    #[test]
    fn every_style_sheet_is_imported() {
        let main = fs::read_to_string(project::path("style/main.css")).unwrap();
        for entry in fs::read_dir(project::path("style")).unwrap() {
            let name = entry.unwrap().file_name().into_string().unwrap();
            let line = format!("@import \"./{name}\";");
            assert!(
                name == "main.css" || main.contains(&line),
                "{name} is not imported"
            );
        }
    }
}
