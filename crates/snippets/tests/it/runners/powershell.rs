use std::fs;

use crate::tool::{command, folder, is_there, must_run};

pub(crate) const NEEDS: &str = "pwsh";

pub(crate) fn is_ready() -> bool {
    is_there("pwsh", "pwsh", &["-NoProfile", "-Command", "exit 0"])
}

pub(crate) fn run(codes: &[String]) {
    let file = folder("powershell").join("codes.ps1");
    let script = format!(
        "\u{feff}$ErrorActionPreference = 'Stop'\n{}\n",
        codes.join("\n")
    );
    fs::write(&file, script).unwrap();
    let mut pwsh = command("pwsh");
    must_run(
        pwsh.args(["-NoProfile", "-NonInteractive", "-File"])
            .arg(file),
        "",
    );
}
