//! What a first visit downloads, and what it weighs.

use anyhow::Result;
use std::{collections::BTreeSet, fmt::Write as _};

use super::{Files, compress, html};

/// What a first visit may download, as Brotli packs it. 1 KB is 1,000 bytes.
pub(crate) const BUDGET: usize = 57_000;

/// The attributes in which our page names a file that it loads at once.
const LOADS: [&str; 4] = ["href", "src", "data-js", "data-wasm"];

/// A file and its sizes in bytes.
pub(crate) struct Row {
    pub(crate) name: String,
    pub(crate) raw: usize,
    pub(crate) gzip: usize,
    pub(crate) brotli: usize,
}

/// All files, told apart by when they are loaded.
pub(crate) struct Sizes {
    pub(crate) first_load: Vec<Row>,
    pub(crate) on_demand: Vec<Row>,
}

impl Sizes {
    /// Packs and weighs every file.
    pub(crate) fn measure(files: &Files) -> Result<Self> {
        let at_once = names(files);
        let mut sizes = Self {
            first_load: Vec::new(),
            on_demand: Vec::new(),
        };
        for (name, bytes) in files {
            let row = Row {
                name: name.clone(),
                raw: bytes.len(),
                gzip: compress::gzip(bytes)?.len(),
                brotli: compress::brotli(bytes)?.len(),
            };
            if at_once.contains(name) {
                sizes.first_load.push(row);
            } else {
                sizes.on_demand.push(row);
            }
        }
        Ok(sizes)
    }

    /// The first load in bytes, as Brotli packs it.
    pub(crate) fn total(&self) -> usize {
        self.first_load.iter().map(|row| row.brotli).sum()
    }

    /// The table that `cargo xtask size` prints.
    pub(crate) fn table(&self) -> String {
        let mut table = String::new();
        section(&mut table, "first load", &self.first_load);
        if !self.on_demand.is_empty() {
            table.push('\n');
            section(&mut table, "on demand, not counted", &self.on_demand);
        }
        let (total, share) = (self.total(), self.total() * 100 / BUDGET);
        let _ = write!(
            table,
            "\nfirst load {total} of {BUDGET} bytes Brotli ({share}%)"
        );
        table
    }
}

/// The files that the page's tags name, and that it loads later.
pub(crate) fn later(tags: &[html::Tag]) -> impl Iterator<Item = &str> {
    let addresses = tags.iter().filter_map(|tag| tag.get("data-rest"));
    addresses.map(|address| address.trim_start_matches("./"))
}

/// The files that the page loads at once: itself, and those that its tags name.
pub(crate) fn names(files: &Files) -> BTreeSet<String> {
    let index = files
        .get("index.html")
        .map(Vec::as_slice)
        .unwrap_or_default();
    let mut names = BTreeSet::from(["index.html".to_owned()]);
    for tag in html::tags(&String::from_utf8_lossy(index)) {
        let loads = tag.name == "link" || tag.name == "script" || tag.name == "img";
        let addresses = LOADS
            .iter()
            .filter(|_| loads)
            .filter_map(|name| tag.get(name));
        names.extend(addresses.map(|address| address.trim_start_matches("./").to_owned()));
    }
    names
}

fn section(table: &mut String, title: &str, rows: &[Row]) {
    let line = |name: &str, raw: &str, gzip: &str, brotli: &str| {
        format!("{name:<44} {raw:>9} {gzip:>9} {brotli:>9}\n")
    };
    table.push_str(&line(title, "raw", "gzip", "brotli"));
    for row in rows {
        let [raw, gzip, brotli] = [row.raw, row.gzip, row.brotli].map(|size| size.to_string());
        table.push_str(&line(&format!("  {}", row.name), &raw, &gzip, &brotli));
    }
    let sum = |size: fn(&Row) -> usize| rows.iter().map(size).sum::<usize>().to_string();
    table.push_str(&line(
        "  total",
        &sum(|row| row.raw),
        &sum(|row| row.gzip),
        &sum(|row| row.brotli),
    ));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page() -> Files {
        let index = r#"<link rel=stylesheet href=./style.css>
            <script type=module src=./boot.js data-js=./a.js data-wasm=./a.wasm></script>
            <a href="./worker.js">not loaded</a>"#;
        ["style.css", "boot.js", "a.js", "a.wasm", "worker.js"]
            .map(|name| (name.to_owned(), b"some text, some text".to_vec()))
            .into_iter()
            .chain([("index.html".to_owned(), index.as_bytes().to_vec())])
            .collect()
    }

    #[test]
    fn what_the_page_names_is_the_first_load() {
        let sizes = Sizes::measure(&page()).unwrap();
        let names = |rows: &[Row]| rows.iter().map(|row| row.name.clone()).collect::<Vec<_>>();
        assert_eq!(
            names(&sizes.first_load),
            ["a.js", "a.wasm", "boot.js", "index.html", "style.css"]
        );
        assert_eq!(names(&sizes.on_demand), ["worker.js"]);
    }

    #[test]
    fn the_table_counts_the_first_load_only() {
        let sizes = Sizes::measure(&page()).unwrap();
        let table = sizes.table();
        let total: usize = sizes.first_load.iter().map(|row| row.brotli).sum();
        assert!(
            table.contains(&format!("first load {total} of {BUDGET} bytes")),
            "{table}"
        );
        assert!(table.contains("on demand, not counted"), "{table}");
    }
}
