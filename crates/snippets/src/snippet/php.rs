//! PHP, with its curl.

use graph_api::Method;

use crate::code::{Code, Ink};
use crate::dialect::Dialect;
use crate::expression::Expressions;
use crate::parts::{Pair, Parts, Value};
use crate::text::{escaped, is_hidden};

pub(crate) const DIALECT: Dialect = Dialect {
    comment: "//",
    quotes: "\"'",
    sigil: Some('$'),
    keywords: &[
        "function", "return", "if", "else", "foreach", "as", "throw", "new", "or", "and", "array",
        "string", "echo", "exit", "true", "false", "null", "const",
    ],
};

pub(crate) const PHP: Expressions = Expressions {
    literal,
    variable: |name| format!("getenv('{name}')"),
    joint: " . ",
};

pub(crate) fn snippet(parts: &Parts<'_>) -> Code {
    let mut code = Code::default();
    code.push(Ink::Keyword, "<?php");
    DIALECT.write(&mut code, "\n\n$curl = curl_init(");
    match parts.query.is_empty() {
        true => code.append(&PHP.literal(parts.address)),
        false => {
            code.append(&PHP.literal(&format!("{}?", parts.address)));
            code.plain(" . ");
            code.append(&query(&parts.query, 0));
        }
    }
    code.plain(");\n");
    let mut options = Code::default();
    match parts.method {
        Method::Get => {}
        Method::Post if parts.form.is_empty() => {
            options.plain("    CURLOPT_POST => ");
            options.push(Ink::Keyword, "true");
            options.plain(",\n    CURLOPT_POSTFIELDS => ");
            options.text("''");
            options.plain(",\n");
        }
        Method::Post => {}
        Method::Delete => DIALECT.write(&mut options, "    CURLOPT_CUSTOMREQUEST => 'DELETE',\n"),
    }
    if !parts.headers.is_empty() {
        options.plain("    CURLOPT_HTTPHEADER => [\n");
        for pair in &parts.headers {
            options.plain("        ");
            options.append(&header(pair));
            options.plain(",\n");
        }
        options.plain("    ],\n");
    }
    if !parts.form.is_empty() {
        options.plain("    CURLOPT_POSTFIELDS => ");
        options.append(&query(&parts.form, 4));
        options.plain(",\n");
    }
    if options != Code::default() {
        DIALECT.write(&mut code, "curl_setopt_array($curl, [\n");
        code.append(&options);
        code.plain("]);\n");
    }
    DIALECT.write(
        &mut code,
        "curl_exec($curl) or throw new RuntimeException(curl_error($curl));",
    );
    code
}

/// An array holds a name once, so a name that comes again begins another one.
fn query(pairs: &[Pair], indent: usize) -> Code {
    let mut code = Code::default();
    let mut rest = pairs;
    loop {
        let is_new = |at: &usize| {
            let (before, from) = rest.split_at_checked(*at).unwrap_or_default();
            let name = from.first().map(|(name, _)| name);
            !before.iter().any(|(own, _)| Some(own) == name)
        };
        let length = (0..rest.len()).take_while(is_new).count();
        let (array, after) = rest.split_at_checked(length).unwrap_or_default();
        DIALECT.write(&mut code, "http_build_query([\n");
        code.append(&PHP.pairs(array, indent + 4, ["", " => ", ","]));
        code.plain(&format!("{}])", " ".repeat(indent)));
        if after.is_empty() {
            return code;
        }
        DIALECT.write(&mut code, " . '&' . ");
        rest = after;
    }
}

fn header((name, value): &Pair) -> Code {
    match value {
        // `Name:` would take the header away.
        Value::Plain(text) if text.is_empty() => PHP.literal(&format!("{name};")),
        Value::Plain(text) => PHP.literal(&format!("{name}: {text}")),
        Value::Secret { after, secret } => PHP.secret(&format!("{name}: {after}"), secret),
    }
}

/// Single quotes, in which only the quote and the backslash mean anything; double ones where
/// something is hidden.
fn literal(text: &str) -> String {
    match text.chars().any(is_hidden) {
        true => {
            let hidden = |c| format!("\\u{{{:x}}}", u32::from(c));
            format!("\"{}\"", escaped(text, '"', hidden).replace('$', r"\$"))
        }
        false => format!("'{}'", text.replace('\\', r"\\").replace('\'', r"\'")),
    }
}
