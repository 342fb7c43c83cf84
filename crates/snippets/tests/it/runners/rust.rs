use std::path::{Path, PathBuf};
use std::{env, fs};

use crate::tool::{command, is_there, must_run};

pub(crate) const NEEDS: &str = "cargo";

pub(crate) fn is_ready() -> bool {
    is_there("cargo", &cargo(), &["--version"])
}

/// All the codes are modules of one program.
pub(crate) fn run(codes: &[String]) {
    let modules = codes.iter().enumerate().map(|(index, code)| {
        format!("mod code_{index} {{\n{code}\npub fn run() {{ main().unwrap(); }}\n}}\n")
    });
    let runs = (0..codes.len()).map(|index| format!("code_{index}::run();\n"));
    let program = format!(
        "{}fn main() {{\n{}}}\n",
        modules.collect::<String>(),
        runs.collect::<String>()
    );
    must_run(&mut command(build("codes", &program)), "");
}

/// Builds a program in the project of `tests/rust`; what that depends on is built once.
pub(crate) fn build(name: &str, program: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("rust");
    fs::create_dir_all(folder.join("src/bin")).unwrap();
    let project = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/rust");
    for file in ["Cargo.toml", "Cargo.lock"] {
        fs::copy(project.join(file), folder.join(file)).unwrap();
    }
    fs::write(folder.join(format!("src/bin/{name}.rs")), program).unwrap();
    let mut cargo = command(cargo());
    let arguments = [
        "build",
        "--quiet",
        "--locked",
        "--target-dir",
        "target",
        "--bin",
        name,
    ];
    must_run(cargo.args(arguments).current_dir(&folder), "");
    let built = format!("target/debug/{name}{}", env::consts::EXE_SUFFIX);
    folder.join(built)
}

fn cargo() -> String {
    env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned())
}
