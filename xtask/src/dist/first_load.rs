//! What a first visit downloads, and what it weighs.

use anyhow::Result;
use std::{collections::BTreeSet, fmt::Write as _};

use super::{Files, compress, html};

/// What a first visit may download, as Brotli packs it. 1 KB is 1,000 bytes.
const BUDGET: usize = 57_000;

/// What comes later, by how its files are named, and what each may weigh. The rest of the page comes
/// when the reader first does something.
const LATER: [(&str, usize); 4] = [
    ("rest", 103_000),
    ("handbook", 49_000),
    ("practice-worker", 115_000),
    ("workbench", 181_000),
];

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

    /// The parts of the page, what each weighs in bytes as Brotli packs it, and what it may weigh.
    fn parts(&self) -> impl Iterator<Item = (&'static str, usize, usize)> {
        let sum = |rows: &mut dyn Iterator<Item = &Row>| rows.map(|row| row.brotli).sum();
        let later = LATER.map(|(part, budget)| {
            let is_of = |row: &&Row| row.name.starts_with(part);
            (part, sum(&mut self.on_demand.iter().filter(is_of)), budget)
        });
        let first = ("first load", sum(&mut self.first_load.iter()), BUDGET);
        std::iter::once(first).chain(later)
    }

    /// Whether every part is within its budget.
    pub(crate) fn fits(&self) -> bool {
        self.parts().all(|(_, size, budget)| size <= budget)
    }

    /// The table that `cargo xtask size` prints.
    pub(crate) fn table(&self) -> String {
        let mut table = String::new();
        section(&mut table, "first load", &self.first_load);
        if !self.on_demand.is_empty() {
            table.push('\n');
            section(&mut table, "on demand", &self.on_demand);
        }
        for (part, size, budget) in self.parts() {
            let share = size * 100 / budget;
            let _ = write!(
                table,
                "\n{part}: {size} of {budget} bytes Brotli ({share}%)"
            );
        }
        let mut parts = self.parts().map(|(_, size, _)| size);
        let typing: usize = parts.by_ref().take(2).sum();
        let _ = write!(
            table,
            "\nuntil a token can be pasted: {typing} bytes, first load and rest"
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
    fn every_part_has_a_budget() {
        let mut files = page();
        let mut sizes = Sizes::measure(&files).unwrap();
        let total: usize = sizes.first_load.iter().map(|row| row.brotli).sum();
        let table = sizes.table();
        for line in [
            format!("first load: {total} of {BUDGET} bytes"),
            "rest: 0 of".to_owned(),
            format!("pasted: {total} bytes"),
        ] {
            assert!(table.contains(&line), "{table}");
        }
        assert!(sizes.fits());
        for (part, budget) in LATER {
            let noise =
                (0..budget as u32).flat_map(|at| at.wrapping_mul(0x9e37_79b9).to_be_bytes());
            files.insert(format!("{part}_bg.wasm"), noise.collect());
            sizes = Sizes::measure(&files).unwrap();
            assert!(!sizes.fits(), "{part}");
            files.remove(&format!("{part}_bg.wasm"));
        }
    }
}
