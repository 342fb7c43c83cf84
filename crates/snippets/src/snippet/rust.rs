//! Rust, with reqwest.

use graph_api::Method;

use crate::code::{Code, Ink};
use crate::dialect::Dialect;
use crate::expression::Expressions;
use crate::parts::{Pair, Parts, TokenFrom, Value};
use crate::text::{escaped, is_hidden};

pub(crate) const DIALECT: Dialect = Dialect {
    comment: "//",
    quotes: "\"",
    sigil: None,
    keywords: &[
        "use", "fn", "let", "match", "if", "else", "for", "in", "return", "pub", "const", "mut",
        "dyn", "move", "true", "false", "as", "where", "impl", "struct",
    ],
};

/// A variable of the environment is in a variable of the same name, in small letters.
pub(crate) const RUST: Expressions = Expressions {
    literal,
    variable: |name| format!("{}.as_str()", name.to_ascii_lowercase()),
    joint: "",
};

pub(crate) fn snippet(parts: &Parts<'_>) -> Code {
    let mut code = Code::default();
    DIALECT.write(
        &mut code,
        "// cargo add reqwest@0.13 --features blocking,form,query\n\
         fn main() -> Result<(), Box<dyn std::error::Error>> {\n",
    );
    code.append(&variables(parts));
    DIALECT.write(
        &mut code,
        "    let response = reqwest::blocking::Client::new()\n",
    );
    DIALECT.write(
        &mut code,
        match parts.method {
            Method::Get => "        .get(",
            Method::Post => "        .post(",
            Method::Delete => "        .delete(",
        },
    );
    code.append(&RUST.literal(parts.address));
    code.plain(")\n");
    for header in &parts.headers {
        code.append(&self::header(header));
    }
    for (open, pairs) in [
        ("        .query(&[\n", &parts.query),
        ("        .form(&[\n", &parts.form),
    ] {
        if !pairs.is_empty() {
            code.plain(open);
            code.append(&RUST.pairs(pairs, 12, ["(", ", ", "),"]));
            code.plain("        ])\n");
        }
    }
    // The words of an error would show the address with the token.
    let is_secret = |(_, value): &Pair| matches!(value, Value::Secret { .. });
    if parts.query.iter().any(is_secret) {
        DIALECT.write(
            &mut code,
            "        .send()\n        .map_err(reqwest::Error::without_url)?;\n",
        );
    } else {
        DIALECT.write(&mut code, "        .send()?;\n");
    }
    DIALECT.write(
        &mut code,
        "    println!(\"{}\", response.text()?);\n    Ok(())\n}",
    );
    code
}

fn variables(parts: &Parts<'_>) -> Code {
    let mut code = Code::default();
    for name in parts.variables() {
        code.plain("    ");
        code.push(Ink::Keyword, "let");
        code.plain(&format!(" {} = ", name.to_ascii_lowercase()));
        DIALECT.write(&mut code, "std::env::var(");
        code.text(&format!("\"{name}\""));
        code.plain(")?;\n");
    }
    code
}

fn header((name, value): &Pair) -> Code {
    let mut code = Code::default();
    code.plain("        .header(");
    code.append(&RUST.literal(name));
    code.plain(", ");
    match value {
        Value::Secret { after, secret } if secret.from == TokenFrom::Environment => {
            code.plain("format!(");
            code.text(&format!(
                "\"{after}{{{}}}\"",
                secret.variable.to_ascii_lowercase()
            ));
            code.plain(")");
        }
        value => code.append(&RUST.value(value)),
    }
    code.plain(")\n");
    code
}

/// A raw text where that spares escapes, as for JSON.
fn literal(text: &str) -> String {
    let is_raw = text.contains(['"', '\\']) && !text.chars().any(is_hidden);
    if !is_raw {
        let hidden = |c| format!("\\u{{{:x}}}", u32::from(c));
        return format!("\"{}\"", escaped(text, '"', hidden));
    }
    let mut signs = String::from("#");
    while text.contains(&format!("\"{signs}")) {
        signs.push('#');
    }
    format!("r{signs}\"{text}\"{signs}")
}
