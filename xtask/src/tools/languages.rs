//! The programs that the snippets are run by: PHP, Python with requests, jq, Wine.

use anyhow::Result;

use super::on_debian;
use crate::process;

/// A program: its name in the tests, Debian's packages, and a command that works once it is there.
struct Program {
    name: &'static str,
    packages: &'static [&'static str],
    probe: &'static [&'static str],
}

const PROGRAMS: [Program; 5] = [
    Program {
        name: "curl",
        packages: &["curl"],
        probe: &["curl", "--version"],
    },
    Program {
        name: "jq",
        packages: &["jq"],
        probe: &["jq", "--version"],
    },
    Program {
        name: "php",
        packages: &["php-cli", "php-curl"],
        probe: &["php", "-r", "exit(function_exists('curl_init') ? 0 : 1);"],
    },
    Program {
        name: "python3",
        packages: &["python3-requests"],
        probe: &["python3", "-c", "import requests"],
    },
    Program {
        name: "wine",
        packages: &["wine", "wine64"],
        probe: &["wine", "--version"],
    },
];

/// Installs what is missing, on Debian as root. The names of all that must then be there: none
/// where it could not be installed, unless this is CI, which then fails.
pub(crate) fn install() -> Result<String> {
    if !on_debian() || !process::is_root() {
        return Ok(String::new());
    }
    match install_missing() {
        Err(why) if std::env::var_os("CI").is_none() => {
            eprintln!("  {why:#}; the tests say what they did without");
            Ok(String::new())
        }
        Err(why) => Err(why),
        Ok(()) => Ok(PROGRAMS.map(|program| program.name).join(" ")),
    }
}

fn install_missing() -> Result<()> {
    let missing = PROGRAMS.iter().filter(|program| !program.is_there());
    let packages: Vec<_> = missing.flat_map(|program| program.packages).collect();
    if packages.is_empty() {
        return Ok(());
    }
    let packages: Vec<_> = packages.iter().map(|name| **name).collect();
    let why = "Each language that a request is shown in is run by the tests.";
    super::apt_install(&packages, why)
}

impl Program {
    fn is_there(&self) -> bool {
        let Some((program, arguments)) = self.probe.split_first() else {
            return false;
        };
        let is_there =
            |program: &str| process::read(process::program(program).args(arguments)).is_ok();
        // Debian's own may stand behind another one.
        is_there(program) || is_there(&format!("/usr/bin/{program}"))
    }
}
