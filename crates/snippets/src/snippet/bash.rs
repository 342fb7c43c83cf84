//! curl, for bash.

use crate::code::{Code, Ink};
use crate::dialect::Dialect;
use crate::parts::{Pair, Parts};

use super::bash_quote::quote;
use super::curl::Shell;

pub(crate) const DIALECT: Dialect = Dialect {
    comment: "#",
    quotes: "\"'",
    sigil: Some('$'),
    keywords: &[
        "if", "then", "fi", "for", "in", "do", "done", "local", "set", "shift", "exit",
    ],
};

/// No argument can hold a NUL.
const BASH: Shell = Shell {
    goes_on: " \\\n  ",
    word: quote,
    before_variable,
    variable: |name| format!("${name}"),
    can_show: |text| !text.contains('\0'),
};

pub(crate) fn snippet(parts: &Parts<'_>) -> Code {
    command(parts, &[])
}

/// The command, with further options.
pub(crate) fn command(parts: &Parts<'_>, options: &[&str]) -> Code {
    BASH.command(parts, options)
}

/// In the same quotes, if nothing in it means anything there.
fn before_variable(text: &str) -> String {
    let is_harmless = |c: char| c.is_ascii_alphanumeric() || "-._~%=: ".contains(c);
    match text.chars().all(is_harmless) {
        true => format!("\"{text}"),
        false => format!("{}\"", quote(text)),
    }
}

/// Parameters as further arguments of a command, each on a line.
pub(crate) fn parameters(pairs: &[Pair]) -> Code {
    let mut code = Code::default();
    for pair in pairs {
        code.plain(BASH.goes_on);
        code.append(&BASH.parameter(pair));
    }
    code
}

pub(crate) fn word(text: &str) -> Code {
    Code::from_iter([(Ink::Text, quote(text))])
}
