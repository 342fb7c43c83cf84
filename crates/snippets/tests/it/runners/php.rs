use std::fs;

use crate::tool::{command, folder, is_there, must_run};

pub(crate) const NEEDS: &str = "PHP 8 with curl";

pub(crate) fn is_ready() -> bool {
    let probe = "exit(PHP_VERSION_ID >= 80000 && function_exists('curl_init') ? 0 : 1);";
    is_there("php", "php", &["-r", probe])
}

pub(crate) fn run(codes: &[String]) {
    let folder = folder("php");
    for (index, code) in codes.iter().enumerate() {
        fs::write(folder.join(format!("{index}.php")), code).unwrap();
    }
    let all = format!(
        "<?php for ($index = 0; $index < {}; $index++) require __DIR__ . \"/$index.php\";",
        codes.len()
    );
    let file = folder.join("all.php");
    fs::write(&file, all).unwrap();
    must_run(command("php").arg(file), "");
}
