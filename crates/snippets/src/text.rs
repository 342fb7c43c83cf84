//! What the languages have in common about texts.

/// Control characters, and those that reorder text, end lines, or take no room (Unicode's format
/// characters, fillers and tags).
pub(crate) fn is_hidden(c: char) -> bool {
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

/// A text in quotes, for the languages in which a backslash escapes: in single ones where that
/// spares escapes, as for JSON. What is hidden is written by `hidden`.
pub(crate) fn quoted(text: &str, hidden: impl Fn(char) -> String) -> String {
    let quote = match text.matches('"').count() > text.matches('\'').count() {
        true => '\'',
        false => '"',
    };
    format!("{quote}{}{quote}", escaped(text, quote, hidden))
}

/// A text to stand between double quotes, or other ones.
pub(crate) fn escaped(text: &str, quote: char, hidden: impl Fn(char) -> String) -> String {
    let chars = text.chars().map(|c| match c {
        '\\' => r"\\".to_owned(),
        '\n' => r"\n".to_owned(),
        '\r' => r"\r".to_owned(),
        '\t' => r"\t".to_owned(),
        c if c == quote => format!("\\{c}"),
        c if is_hidden(c) => hidden(c),
        c => c.to_string(),
    });
    chars.collect()
}
