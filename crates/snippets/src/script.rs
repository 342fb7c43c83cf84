//! What the page has of this crate until the workbench is there: curl for bash, as plain text.

use graph_api::HttpRequest;

use crate::parts::{Parts, TokenFrom};
use crate::snippet::bash;
use crate::text::shown;

/// The request as a curl command for bash. `token` names the environment variable with the token.
#[must_use]
pub fn curl(request: &HttpRequest, token: &str) -> String {
    match Parts::of(request, token, TokenFrom::Environment) {
        Ok(parts) => bash::snippet(&parts).to_string(),
        Err(refused) => comment(&refused.to_string()),
    }
}

/// A whole run as one bash script: for each step a heading, its request, and the environment
/// variable with its token. It stops before the first call when a variable is not set, and at the
/// first call that fails.
#[must_use]
pub fn curl_script(steps: &[(&str, &HttpRequest, &str)]) -> String {
    let mut script = "#!/usr/bin/env bash\nset -euo pipefail\n\n".to_owned();
    let mut needed: Vec<String> = Vec::new();
    let mut calls = String::new();
    let options = [
        "--silent --show-error --fail-with-body",
        r"--write-out '\n'",
    ];
    for (heading, request, token) in steps {
        calls.push_str(&format!("\n{}", comment(heading)));
        match Parts::of(request, token, TokenFrom::Environment) {
            Ok(parts) => {
                let secrets = parts.secrets().map(|secret| &secret.variable);
                for name in secrets {
                    if !needed.contains(name) {
                        needed.push(name.clone());
                    }
                }
                calls.push_str(&format!("{}\n", bash::command(&parts, &options)));
            }
            Err(refused) => calls.push_str(&comment(&refused.to_string())),
        }
    }
    for name in needed {
        script.push_str(&format!(": \"${{{name}:?is not set: export it first}}\"\n"));
    }
    script + &calls
}

/// The text as comment lines.
fn comment(text: &str) -> String {
    let lines = text.lines().map(|line| format!("# {}\n", shown(line)));
    lines.collect()
}
