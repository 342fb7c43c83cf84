//! curl, for bash.

use graph_api::{HttpRequest, Method};

use crate::parts::{Pair, Parts, Value, percent};
use crate::shell::{comment, quote, variable};

/// The environment variable with the verifier of a login.
const VERIFIER: &str = "CODE_VERIFIER";

/// The request as a curl command for bash. `token` names the environment variable with the token.
#[must_use]
pub fn curl(request: &HttpRequest, token: &str) -> String {
    command(&Parts::of(request), &variable(token), &[])
}

/// A whole run as one bash script: for each step a heading, its request, and the environment
/// variable with its token. It stops before the first call when a variable is not set, and at the
/// first call that fails.
#[must_use]
pub fn curl_script(steps: &[(&str, &HttpRequest, &str)]) -> String {
    let steps = steps
        .iter()
        .map(|(heading, request, token)| (*heading, Parts::of(request), variable(token)));
    let steps: Vec<_> = steps.collect();
    let mut script = "#!/usr/bin/env bash\nset -euo pipefail\n\n".to_owned();
    let mut needed: Vec<&str> = Vec::new();
    for (_, parts, token) in &steps {
        if parts.has_token() && !needed.contains(&token.as_str()) {
            needed.push(token);
        }
    }
    for token in needed {
        script.push_str(&format!(
            ": \"${{{token}:?is not set: export it first}}\"\n"
        ));
    }
    for (heading, parts, token) in &steps {
        let options = [
            "--silent --show-error --fail-with-body",
            r"--write-out '\n'",
        ];
        let command = command(parts, token, &options);
        script.push_str(&format!("\n{}{command}\n", comment(heading)));
    }
    script
}

fn command(parts: &Parts<'_>, token: &str, options: &[&str]) -> String {
    let in_query = parts.form.is_empty() && parts.method != Method::Post;
    let (data, url_query) = match in_query {
        true => (&parts.query, &[][..]),
        false => (&parts.form, parts.query.as_slice()),
    };
    let mut lines = vec![format!("curl {}", url(parts.address, url_query, token))];
    lines.extend(options.iter().map(|option| (*option).to_owned()));
    if parts.address.contains(['[', ']', '{', '}']) {
        lines.push("--globoff".to_owned());
    }
    let implied = match (data.is_empty(), in_query) {
        (true, _) | (false, true) => Method::Get,
        (false, false) => Method::Post,
    };
    if parts.method != implied {
        lines.push(format!("--request {}", parts.method));
    }
    if in_query && !data.is_empty() {
        lines.push("--get".to_owned());
    }
    lines.extend(parts.headers.iter().map(|pair| header(pair, token)));
    lines.extend(data.iter().map(|pair| parameter(pair, token)));
    let command = lines.join(" \\\n  ");
    match parts.has_other_body {
        true => format!(
            "{}{command}",
            comment("The body, which is no form, is left out.")
        ),
        false => command,
    }
}

/// A parameter. After the first `=` nothing has a meaning to `--data-urlencode`, so a text that
/// starts with `@` is no file.
fn parameter((name, value): &Pair, token: &str) -> String {
    let encoded = percent(name);
    match value {
        Value::Token { after } => format!("--data-urlencode \"{encoded}={after}${token}\""),
        Value::Verifier => format!("--data-urlencode \"{encoded}=${VERIFIER}\""),
        // Without a name curl would leave the `=` out; and no argument can hold a NUL.
        Value::Plain(text) if name.is_empty() || text.as_bytes().contains(&0) => {
            format!(
                "--data-raw {}",
                quote(&format!("{encoded}={}", percent(text)))
            )
        }
        Value::Plain(text) => format!("--data-urlencode {}", quote(&format!("{encoded}={text}"))),
    }
}

fn header((name, value): &Pair, token: &str) -> String {
    match value {
        Value::Token { after } => format!("--header \"Authorization: {after}${token}\""),
        Value::Verifier => format!("--header \"{name}: ${VERIFIER}\""),
        // `Name:` would take the header away.
        Value::Plain(text) if text.is_empty() => format!("--header {}", quote(&format!("{name};"))),
        Value::Plain(text) => format!("--header {}", quote(&format!("{name}: {text}"))),
    }
}

/// The address, with what has to stand in its query.
fn url(address: &str, query: &[Pair], token: &str) -> String {
    let mut words = String::new();
    let mut plain = address.to_owned();
    for (index, (name, value)) in query.iter().enumerate() {
        plain.push(if index == 0 { '?' } else { '&' });
        plain.push_str(&format!("{}=", percent(name)));
        match value {
            Value::Plain(text) => plain.push_str(&percent(text)),
            Value::Token { .. } | Value::Verifier => {
                let variable = match value {
                    Value::Verifier => VERIFIER,
                    _ => token,
                };
                words.push_str(&format!("{}\"${variable}\"", quote(&plain)));
                plain.clear();
            }
        }
    }
    match plain.is_empty() {
        true => words,
        false => words + &quote(&plain),
    }
}
