//! JavaScript, with fetch: for the console of a browser, and for Node.

use graph_api::Method;

use crate::code::{Code, Ink};
use crate::dialect::Dialect;
use crate::expression::Expressions;
use crate::parts::{Parts, Secret, TokenFrom};
use crate::text::quoted;

pub(crate) const DIALECT: Dialect = Dialect {
    comment: "//",
    quotes: "\"'`",
    sigil: None,
    keywords: &[
        "import",
        "from",
        "const",
        "let",
        "await",
        "async",
        "function",
        "return",
        "new",
        "if",
        "else",
        "for",
        "of",
        "throw",
        "try",
        "catch",
        "true",
        "false",
        "null",
        "undefined",
    ],
};

pub(crate) const BROWSER: Expressions = Expressions {
    literal,
    variable: str::to_owned,
    joint: " + ",
};

pub(crate) const NODE: Expressions = Expressions {
    variable: |name| format!("process.env.{name}"),
    ..BROWSER
};

/// A browser has no environment: the token goes into a blank at the top.
pub(crate) fn browser(parts: &Parts<'_>) -> Code {
    let mut code = Code::default();
    let variables = parts.variables();
    for name in &variables {
        code.push(Ink::Keyword, "const");
        code.plain(&format!(" {name} = "));
        code.append(&BROWSER.secret("", &Secret::new(name, TokenFrom::Blank)));
        code.plain(";\n");
    }
    if !variables.is_empty() {
        code.plain("\n");
    }
    request(&mut code, parts, &BROWSER);
    code
}

pub(crate) fn node(parts: &Parts<'_>) -> Code {
    let mut code = Code::default();
    request(&mut code, parts, &NODE);
    code
}

fn request(code: &mut Code, parts: &Parts<'_>, values: &Expressions) {
    let pair = ["[", ", ", "],"];
    if !parts.query.is_empty() {
        DIALECT.write(code, "const query = new URLSearchParams([\n");
        code.append(&values.pairs(&parts.query, 2, pair));
        DIALECT.write(code, "]);\n");
    }
    DIALECT.write(code, "const response = await fetch(");
    match parts.query.is_empty() {
        true => code.append(&values.literal(parts.address)),
        false => {
            code.append(&values.literal(&format!("{}?", parts.address)));
            code.plain(" + query");
        }
    }
    if parts.method == Method::Get && parts.headers.is_empty() {
        DIALECT.write(code, ");\n");
    } else {
        code.plain(", {\n  method: ");
        code.append(&values.literal(parts.method.as_str()));
        code.plain(",\n");
        if !parts.headers.is_empty() {
            code.plain("  headers: [\n");
            code.append(&values.pairs(&parts.headers, 4, pair));
            code.plain("  ],\n");
        }
        if !parts.form.is_empty() {
            DIALECT.write(code, "  body: new URLSearchParams([\n");
            code.append(&values.pairs(&parts.form, 4, pair));
            DIALECT.write(code, "  ]),\n");
        }
        code.plain("});\n");
    }
    DIALECT.write(code, "console.log(await response.text());");
}

/// A `</script>` would end the script of a page.
fn literal(text: &str) -> String {
    let written = quoted(text, |c| match u32::from(c) {
        code @ ..=0xff => format!("\\x{code:02x}"),
        code @ ..=0xffff => format!("\\u{code:04x}"),
        code => format!("\\u{{{code:x}}}"),
    });
    written.replace("</", r"<\/").replace("<!--", r"\x3c!--")
}
