//! Joins `style/main.css` and what it imports into one file: one request instead of twenty.

use anyhow::{Context as _, Result};
use std::{fs, path::Path};

use crate::project;

/// The joined files, where `index.html` expects them, and what each is joined from. The second is
/// loaded with the workbench.
const BUNDLES: [(&str, &str); 2] = [
    ("target/page/style.css", "style/main.css"),
    ("target/page/workbench.css", "style/workbench/main.css"),
];

/// Writes the joined files, unless they are as they should be: Trunk watches for changes.
pub(crate) fn run() -> Result<()> {
    BUNDLES
        .into_iter()
        .try_for_each(|(to, from)| write(to, from))
}

fn write(to: &str, from: &str) -> Result<()> {
    let bundle = join(&project::path(from))?;
    let file = project::path(to);
    if fs::read_to_string(&file).is_ok_and(|old| old == bundle) {
        return Ok(());
    }
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(file, bundle).with_context(|| format!("could not write {to}"))
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
    fn the_bundles_import_nothing() {
        for (_, main) in BUNDLES {
            let bundle = join(&project::path(main)).unwrap();
            assert!(!bundle.contains("@import"), "an import was not understood");
        }
    }

    #[test]
    fn every_style_sheet_is_imported() {
        for (_, main) in BUNDLES {
            let main = project::path(main);
            let text = fs::read_to_string(&main).unwrap();
            for entry in fs::read_dir(main.parent().unwrap()).unwrap() {
                let name = entry.unwrap().file_name().into_string().unwrap();
                let line = format!("@import \"./{name}\";");
                let is_known =
                    !name.ends_with(".css") || name == "main.css" || text.contains(&line);
                assert!(is_known, "{name} is not imported");
            }
        }
    }
}
