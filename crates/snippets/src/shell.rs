//! Quoting for bash: whatever the text, it arrives as one argument with the same bytes.

/// The text as one word.
///
/// Single quotes, in which nothing has a meaning. A text with characters that a terminal or an
/// editor does not show as they are goes into `$'…'`, with those bytes as escapes: so nothing is
/// hidden from the person who reads before pasting, and the word stays on one line.
///
/// An argument ends at a NUL; it is shown as U+FFFD. Parameters with one never come here.
pub(crate) fn quote(text: &str) -> String {
    match text.chars().any(is_hidden) {
        true => format!("$'{}'", text.chars().map(escaped).collect::<String>()),
        false => format!("'{}'", text.replace('\'', r"'\''")),
    }
}

/// The variable's name, with everything taken out that could not be part of one.
pub(crate) fn variable(name: &str) -> String {
    let kept = |c: &char| c.is_ascii_alphanumeric() || *c == '_';
    let name: String = name.chars().filter(kept).collect();
    match name.starts_with(|c: char| c.is_ascii_digit()) || name.is_empty() {
        true => format!("_{name}"),
        false => name,
    }
}

/// The text as comment lines.
pub(crate) fn comment(text: &str) -> String {
    let lines = text.lines().map(|line| {
        let shown = line
            .chars()
            .map(|c| if is_hidden(c) { '\u{fffd}' } else { c });
        format!("# {}\n", shown.collect::<String>())
    });
    lines.collect()
}

/// Inside `$'…'`. The quote and the `!` are escaped by number, since an interactive shell looks for
/// its history before it looks at `\'`. Bytes rather than `\u`, which depends on the locale.
fn escaped(c: char) -> String {
    match c {
        '\0' => "\u{fffd}".to_owned(),
        '\\' => r"\\".to_owned(),
        '\n' => r"\n".to_owned(),
        '\r' => r"\r".to_owned(),
        '\t' => r"\t".to_owned(),
        c if matches!(c, '\'' | '!') || is_hidden(c) => {
            let mut bytes = [0; 4];
            let bytes = c.encode_utf8(&mut bytes).bytes();
            bytes.map(|byte| format!("\\x{byte:02x}")).collect()
        }
        c => c.to_string(),
    }
}

/// Control characters, and those that reorder text, end lines, or take no room (Unicode's format
/// characters, fillers and tags).
fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{ad}'
                | '\u{34f}'
                | '\u{600}'..='\u{605}'
                | '\u{61c}'
                | '\u{115f}'..='\u{1160}'
                | '\u{17b4}'..='\u{17b5}'
                | '\u{180b}'..='\u{180f}'
                | '\u{200b}'..='\u{200f}'
                | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{3164}'
                | '\u{feff}'
                | '\u{ffa0}'
                | '\u{fff0}'..='\u{fffb}'
                | '\u{1bca0}'..='\u{1bca3}'
                | '\u{1d173}'..='\u{1d17a}'
                | '\u{e0000}'..='\u{e0fff}'
        )
}
