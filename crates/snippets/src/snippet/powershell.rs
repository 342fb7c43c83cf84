//! PowerShell, Windows' own 5.1 and the newer 7.

use graph_api::Method;
use graph_api::form::percent;

use crate::code::Code;
use crate::dialect::Dialect;
use crate::expression::Expressions;
use crate::parts::{Pair, Parts, Value};
use crate::text::is_hidden;

pub(crate) const DIALECT: Dialect = Dialect {
    comment: "#",
    quotes: "\"'",
    sigil: Some('$'),
    keywords: &[
        "function", "param", "return", "if", "else", "elseif", "foreach", "in", "try", "catch",
        "throw", "exit",
    ],
};

pub(crate) const POWERSHELL: Expressions = Expressions {
    literal,
    variable: |name| format!("$env:{name}"),
    joint: " + ",
};

/// A file without a byte order mark is not UTF-8 to 5.1.
const NEEDS_BOM: &str =
    "# To keep this in a file for Windows PowerShell 5.1, save it as UTF-8 with BOM.\n";

pub(crate) fn snippet(parts: &Parts<'_>) -> Code {
    with_remark(&request(parts))
}

/// The code, and what to look out for where it is not ASCII.
pub(crate) fn with_remark(code: &Code) -> Code {
    let mut all = Code::default();
    if !code.to_string().is_ascii() {
        DIALECT.write(&mut all, NEEDS_BOM);
    }
    all.append(code);
    all
}

fn request(parts: &Parts<'_>) -> Code {
    // What is in the body of a GET goes into its query.
    let (data, query) = match parts.method {
        Method::Get if is_table(&parts.query) => (&parts.query, &[][..]),
        _ => (&parts.form, parts.query.as_slice()),
    };
    let mut code = Code::default();
    DIALECT.write(
        &mut code,
        match parts.method {
            Method::Get => "$request = @{\n    Method = 'Get'\n    Uri = ",
            Method::Post => "$request = @{\n    Method = 'Post'\n    Uri = ",
            Method::Delete => "$request = @{\n    Method = 'Delete'\n    Uri = ",
        },
    );
    match query.is_empty() {
        true => code.append(&POWERSHELL.literal(parts.address)),
        false => code.append(&encoded(&format!("{}?", parts.address), query)),
    }
    code.plain("\n");
    if !parts.headers.is_empty() {
        code.plain("    Headers = @{\n");
        code.append(&POWERSHELL.pairs(&parts.headers, 8, PAIR));
        code.plain("    }\n");
    }
    if !data.is_empty() && is_table(data) {
        code.plain("    Body = [ordered]@{\n");
        code.append(&POWERSHELL.pairs(data, 8, PAIR));
        code.plain("    }\n");
    } else if !data.is_empty() {
        DIALECT.write(
            &mut code,
            "    ContentType = 'application/x-www-form-urlencoded'\n    Body = ",
        );
        code.append(&encoded("", data));
        code.plain("\n");
    }
    DIALECT.write(
        &mut code,
        "}\nInvoke-RestMethod @request | ConvertTo-Json -Depth 20",
    );
    code
}

const PAIR: [&str; 3] = ["", " = ", ""];

/// A table holds a name once, in capitals or not.
fn is_table(pairs: &[Pair]) -> bool {
    let mut names: Vec<_> = pairs.iter().map(|(name, _)| name.to_lowercase()).collect();
    names.sort_unstable();
    names.windows(2).all(|two| two.first() != two.last())
}

/// The pairs as they travel, after a text.
fn encoded(before: &str, pairs: &[Pair]) -> Code {
    let mut code = Code::default();
    let mut text = before.to_owned();
    for (index, (name, value)) in pairs.iter().enumerate() {
        let sign = if index == 0 { "" } else { "&" };
        text.push_str(&format!("{sign}{}=", percent(name)));
        match value {
            Value::Plain(value) => text.push_str(&percent(value)),
            value @ Value::Secret { .. } => {
                code.append(&POWERSHELL.literal(&text));
                code.plain(" + ");
                code.append(&POWERSHELL.value(value));
                text.clear();
                if index + 1 < pairs.len() {
                    code.plain(" + ");
                }
            }
        }
    }
    if !text.is_empty() {
        code.append(&POWERSHELL.literal(&text));
    }
    code
}

/// Single quotes, in which only single quotes mean anything: the curled ones too. Double quotes
/// where something is hidden; 5.1 has no escape for characters by number, so they are computed.
fn literal(text: &str) -> String {
    if !text.chars().any(is_hidden) {
        let chars = text.chars().map(|c| match c {
            '\'' | '\u{2018}'..='\u{201b}' => format!("{c}{c}"),
            c => c.to_string(),
        });
        return format!("'{}'", chars.collect::<String>());
    }
    let chars = text.chars().map(|c| match c {
        '\n' => "`n".to_owned(),
        '\r' => "`r".to_owned(),
        '\t' => "`t".to_owned(),
        '`' | '$' | '"' | '\u{201c}'..='\u{201e}' => format!("`{c}"),
        c if is_hidden(c) => match u32::from(c) {
            code @ ..=0xffff => format!("$([char]0x{code:x})"),
            code => format!("$([char]::ConvertFromUtf32(0x{code:x}))"),
        },
        c => c.to_string(),
    });
    format!("\"{}\"", chars.collect::<String>())
}
