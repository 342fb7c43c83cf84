//! An `.http` file, for the REST Client of VS Code and the HTTP client of JetBrains.

use crate::exchange::Exchange;
use crate::sheet::{Body, Held, Sheet, sheets};
use crate::template::{Known, encoded, reference, without_variables};
use crate::written::one_line;

const HEAD: &str = "\
# The calls of a session in First Reply.
# Put your own tokens into the lines below, and pass the file on without them.
";

/// The calls as an `.http` file: variables on top, then one request after the other.
#[must_use]
pub fn http_file(exchanges: &[Exchange]) -> String {
    let sheets: Vec<_> = sheets(exchanges)
        .into_iter()
        .map(Sheet::into_meant)
        .collect();
    let known = Known::of(&sheets);
    let mut file = HEAD.to_owned();
    for (name, value) in known.variables() {
        file.push_str(&format!("@{name} = {value}\n"));
    }
    let mut told: Vec<String> = Vec::new();
    for secret in sheets.iter().flat_map(Sheet::secrets) {
        if !told.contains(&secret) {
            file.push_str(&format!("@{secret} = PUT-YOURS-HERE\n"));
            told.push(secret);
        }
    }
    for sheet in &sheets {
        file.push_str(&request(sheet, &known));
    }
    file
}

fn request(sheet: &Sheet, known: &Known) -> String {
    let path: String = known
        .segments(sheet)
        .iter()
        .map(|segment| format!("/{segment}"))
        .collect();
    let mut url = format!("{{{{base_url}}}}{path}");
    if !sheet.query.is_empty() {
        url.push_str(&format!("?{}", encoded(&sheet.query, known)));
    }
    let mut lines = vec![
        String::new(),
        format!("### {}", one_line(&sheet.name)),
        format!("{} {url}", sheet.method),
    ];
    if let Some(variable) = &sheet.bearer {
        lines.push(format!("Authorization: Bearer {}", reference(variable)));
    }
    for (name, held) in &sheet.headers {
        let value = match held {
            Held::Text(text) => one_line(text),
            Held::Secret(variable) => reference(variable),
        };
        lines.push(format!("{}: {value}", one_line(name)));
    }
    let (kind, body) = match &sheet.body {
        Body::None => (None, None),
        Body::Form(form) => (
            Some("application/x-www-form-urlencoded"),
            Some(encoded(form, known)),
        ),
        Body::Json(value) => (
            Some("application/json"),
            Some(without_variables(&value.to_string())),
        ),
        Body::Other => (
            None,
            Some("# The body, which is no form and no JSON, is left out.".to_owned()),
        ),
    };
    lines.extend(kind.map(|kind| format!("Content-Type: {kind}")));
    lines.extend(body.into_iter().flat_map(|body| [String::new(), body]));
    lines.join("\n") + "\n"
}
