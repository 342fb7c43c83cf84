use std::fs;

use crate::tool::{command, folder, is_there, must_run};

pub(crate) const NEEDS: &str = "python3 with requests";

/// The first Python that has requests. Debian's own may stand behind another one.
pub(crate) fn program() -> Option<&'static str> {
    let has_requests = |program: &&str| is_there("", program, &["-c", "import requests"]);
    let program = ["python3", "/usr/bin/python3", "python"]
        .into_iter()
        .find(has_requests);
    program.or_else(|| {
        is_there("python3", "python3", &["-c", "import requests"]);
        None
    })
}

pub(crate) fn run(codes: &[String]) {
    let file = folder("python").join("codes.py");
    fs::write(&file, codes.join("\n\n")).unwrap();
    must_run(command(program().unwrap()).arg(file), "");
}
