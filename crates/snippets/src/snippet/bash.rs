//! curl, for bash.

use crate::code::Code;
use crate::parts::Parts;

use super::bash_quote::quote;
use super::curl::Shell;

/// No argument can hold a NUL.
const BASH: Shell = Shell {
    goes_on: " \\\n  ",
    word: quote,
    harmless: str::to_owned,
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
