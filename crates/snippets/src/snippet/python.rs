//! Python, with requests.

use graph_api::Method;

use crate::code::Code;
use crate::dialect::Dialect;
use crate::expression::Expressions;
use crate::parts::Parts;
use crate::text::quoted;

pub(crate) const DIALECT: Dialect = Dialect {
    comment: "#",
    quotes: "\"'",
    sigil: None,
    keywords: &[
        "import", "from", "def", "return", "if", "elif", "else", "for", "in", "not", "and", "or",
        "is", "try", "except", "as", "with", "None", "True", "False", "raise",
    ],
};

pub(crate) const PYTHON: Expressions = Expressions {
    literal,
    variable: |name| format!("os.environ[\"{name}\"]"),
    joint: " + ",
};

pub(crate) fn snippet(parts: &Parts<'_>) -> Code {
    let mut code = Code::default();
    if !parts.variables().is_empty() {
        DIALECT.write(&mut code, "import os\n");
    }
    DIALECT.write(&mut code, "import requests\n\nresponse = requests.");
    DIALECT.write(
        &mut code,
        match parts.method {
            Method::Get => "get(\n    ",
            Method::Post => "post(\n    ",
            Method::Delete => "delete(\n    ",
        },
    );
    code.append(&PYTHON.literal(parts.address));
    code.plain(",\n");
    let lists = [
        (
            "    params=[\n",
            "    ],\n",
            &parts.query,
            ["(", ", ", "),"],
        ),
        (
            "    headers={\n",
            "    },\n",
            &parts.headers,
            ["", ": ", ","],
        ),
        ("    data=[\n", "    ],\n", &parts.form, ["(", ", ", "),"]),
    ];
    for (open, close, pairs, signs) in lists {
        if !pairs.is_empty() {
            code.plain(open);
            code.append(&PYTHON.pairs(pairs, 8, signs));
            code.plain(close);
        }
    }
    DIALECT.write(&mut code, ")\nprint(response.text)");
    code
}

fn literal(text: &str) -> String {
    quoted(text, |c| match u32::from(c) {
        code @ ..=0xff => format!("\\x{code:02x}"),
        code @ ..=0xffff => format!("\\u{code:04x}"),
        code => format!("\\U{code:08x}"),
    })
}
