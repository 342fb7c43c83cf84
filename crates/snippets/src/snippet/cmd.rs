//! curl, for the Windows command prompt: typed there, or saved as a `.cmd` file.
//!
//! Everything is ASCII, since what the prompt makes of other characters depends on its code page
//! and on curl's. And a `%` comes out of a variable, since a file and the prompt read it differently.

use crate::code::Code;
use crate::parts::Parts;
use crate::refused::Refused;

use super::curl::Shell;

const CMD: Shell = Shell {
    goes_on: " ^\n  ",
    word: argument,
    before_variable: |text| argument(text).trim_end_matches('"').to_owned(),
    variable: |name| format!("%{name}%"),
    can_show: |text| text.chars().all(|c| matches!(c, ' '..='~')),
};

/// A `%` in a command.
const PERCENT: &str = "%p%";

/// A file takes `%%` for `%`, the prompt leaves it as it is: either way the first character is one.
const SET_PERCENT: &str = "set \"p=%%\"\nset \"p=%p:~0,1%\"\n";

/// The most characters that the prompt takes, less what the token may add.
const ROOM: usize = 8191 - 512;

pub(crate) fn snippet(parts: &Parts<'_>) -> Result<Code, Refused> {
    let command = CMD.command(parts, &[]);
    let text = command.to_string();
    if text.len() > ROOM {
        return Err(Refused::TooLong);
    }
    let mut code = Code::default();
    if text.contains(PERCENT) {
        code.plain(SET_PERCENT);
    }
    code.append(&command);
    Ok(code)
}

/// The text as one argument. The program reads `\"` as a quote, the prompt does not: where there is
/// one, the prompt is kept from seeing quotes at all, and its other signs are escaped too.
fn argument(text: &str) -> String {
    let quoted = quoted(text);
    let written = match text.contains('"') {
        true => quoted.chars().map(caret).collect(),
        false => quoted,
    };
    written.replace('%', PERCENT)
}

/// In quotes, as the C runtime reads them.
fn quoted(text: &str) -> String {
    let mut quoted = "\"".to_owned();
    let mut backslashes = 0;
    for c in text.chars() {
        match c {
            '\\' => backslashes += 1,
            '"' => {
                quoted.push_str(&"\\".repeat(backslashes + 1));
                backslashes = 0;
            }
            _ => backslashes = 0,
        }
        quoted.push(c);
    }
    quoted + &"\\".repeat(backslashes) + "\""
}

fn caret(c: char) -> String {
    match c {
        '"' | '^' | '&' | '|' | '<' | '>' | '(' | ')' | '!' => format!("^{c}"),
        _ => c.to_string(),
    }
}
