//! Where the command is in a pasted text.

/// Other programs whose commands look alike, and how they begin.
const OTHERS: [(&str, &str); 8] = [
    ("Invoke-WebRequest", "Invoke-WebRequest"),
    ("Invoke-RestMethod", "Invoke-RestMethod"),
    ("iwr ", "Invoke-WebRequest"),
    ("irm ", "Invoke-RestMethod"),
    ("wget ", "wget"),
    ("http ", "HTTPie"),
    ("https ", "HTTPie"),
    ("fetch(", "JavaScript"),
];

/// A curl command, as far as it is found.
pub(super) struct Found<'a> {
    /// What stands behind the word `curl`.
    pub(super) after: &'a str,
    /// Whether something stands in front of it that is neither a prompt nor a comment.
    pub(super) is_late: bool,
}

/// The first curl command. Comments have none, unless nothing else has.
pub(super) fn curl(text: &str) -> Option<Found<'_>> {
    let mut in_comment = None;
    let mut is_late = false;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if let Some((before, after)) = in_line(line) {
            let after_at = at + line.len() - after.len();
            let after = text.get(after_at..).unwrap_or_default();
            let found = Found {
                after,
                is_late: is_late || !is_prompt(before),
            };
            match before.trim_start().starts_with('#') && !is_prompt(before) {
                false => return Some(found),
                true => in_comment = in_comment.or(Some(found)),
            }
        }
        is_late |= !line.trim().is_empty() && !line.trim_start().starts_with('#');
        at += line.len();
    }
    in_comment
}

/// What stands before and behind the word `curl`.
fn in_line(line: &str) -> Option<(&str, &str)> {
    let mut from = 0;
    while let Some(at) = find_word(line.get(from..)?) {
        let (start, end) = (from + at, from + at + 4);
        let (before, after) = (line.get(..start)?, line.get(end..)?);
        let ends_well = before.is_empty()
            || before.ends_with(|c: char| c.is_whitespace() || "\"'`$%>/\\(;|&“#".contains(c));
        let after = after.strip_prefix(".exe").unwrap_or(after);
        let after = after
            .strip_prefix('"')
            .filter(|_| before.ends_with('"'))
            .unwrap_or(after);
        let begins_well = after.is_empty()
            || after.starts_with(|c: char| c.is_whitespace() || "\\^`".contains(c));
        if ends_well && begins_well {
            return Some((before, after));
        }
        from = end;
    }
    None
}

fn find_word(text: &str) -> Option<usize> {
    let mut windows = text.as_bytes().windows(4);
    windows.position(|window| window.eq_ignore_ascii_case(b"curl"))
}

/// What a shell, or a document, writes in front of a command.
fn is_prompt(before: &str) -> bool {
    let before = before.trim();
    let is_assignment =
        |word: &str| word.contains('=') || matches!(word, "sudo" | "time" | "exec" | "command");
    before.is_empty()
        || before.ends_with(['$', '%', '>', '#', '`', '/', '\\']) && !before.starts_with("# ")
        || before.split_whitespace().all(is_assignment)
}

/// Another program that the text calls.
pub(super) fn other_tool(text: &str) -> Option<&'static str> {
    let text = text.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '$' | '>' | '#'));
    let line = text.lines().next().unwrap_or_default();
    let mut others = OTHERS.iter();
    let found = others.find(|(word, _)| match word.ends_with(' ') {
        true => line.starts_with(word),
        false => line.contains(word),
    });
    found.map(|(_, tool)| *tool)
}
