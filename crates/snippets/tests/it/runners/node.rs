use std::fs;

use crate::tool::{command, folder, is_there, must_run};

pub(crate) const NEEDS: &str = "Node 18 or newer";

pub(crate) fn is_ready() -> bool {
    is_there("node", "node", &["--eval", "fetch.name"])
}

/// `name` keeps apart what runs at the same time.
pub(crate) fn run(name: &str, codes: &[String]) {
    let blocks = codes.iter().map(|code| format!("{{\n{code}\n}}\n"));
    let file = folder(name).join("codes.mjs");
    fs::write(&file, blocks.collect::<String>()).unwrap();
    must_run(command("node").arg(file), "");
}
