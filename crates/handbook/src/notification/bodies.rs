//! Finds JSON in a text: between headers, behind a log line's prefix, several one after the other,
//! or escaped inside a string.

use graph_api::json::{self, Value};

use super::body::{Aside, Finds, Flaw, take};

/// So many things that begin like JSON and are none are looked at.
const PATIENCE: usize = 200;
/// So deep JSON may lie in strings of JSON.
pub(super) const DEPTH: usize = 4;

/// Looks at every JSON object of a text.
pub(super) fn scan(text: &str, finds: &mut Finds) {
    scan_inside(text, DEPTH, true, finds);
}

/// `is_outermost`: whether a place in this text is a place in what was pasted.
pub(super) fn scan_inside(text: &str, depth: usize, is_outermost: bool, finds: &mut Finds) {
    let mut at = 0;
    let mut patience = PATIENCE;
    // Up to here the text is a broken body, of which parts may be whole.
    let mut broken = 0;
    while let Some(start) = next_brace(text, at).filter(|_| patience > 0) {
        let rest = text.get(start..).unwrap_or_default();
        at = start + 1;
        match json::parse_first(rest) {
            Ok((value, length)) => {
                at = start + length;
                let mut inner = Finds::default();
                take(&value, depth, &mut inner);
                if start < broken {
                    inner.asides.clear();
                }
                finds.append(inner);
                continue;
            }
            Err(_) if start < broken => {}
            Err(_) if begins(rest, |c| c == '\\') => {
                if let Some((inner, length)) = unescaped(rest).filter(|_| depth > 0) {
                    scan_inside(&inner, depth - 1, false, finds);
                    at = start + length;
                }
            }
            Err(problem) if begins_like_json(rest) => {
                broken = start + problem.at();
                let part = rest.get(..problem.at()).unwrap_or_default();
                finds.note(Aside::Broken {
                    flaw: flaw(rest, problem.at()),
                    place: is_outermost.then(|| place(text, broken)),
                });
                // A part of another product's notification would be taken for a Page's.
                for (object, aside) in FOREIGN {
                    if part.contains(object) {
                        finds.note(aside);
                        at = broken.max(at);
                    }
                }
            }
            Err(_) => {}
        }
        patience -= 1;
    }
}

const FOREIGN: [(&str, Aside); 2] = [
    ("\"instagram\"", Aside::Instagram),
    ("\"whatsapp_business_account\"", Aside::WhatsApp),
];

fn next_brace(text: &str, from: usize) -> Option<usize> {
    let rest = text.get(from..)?;
    rest.find('{').map(|at| from + at)
}

/// Whether such a character follows the brace.
fn begins(rest: &str, is: fn(char) -> bool) -> bool {
    inside(rest).starts_with(is)
}

fn inside(rest: &str) -> &str {
    rest.get(1..).unwrap_or_default().trim_start()
}

/// Whether the brace begins an object, or what a program prints of one.
fn begins_like_json(rest: &str) -> bool {
    if begins(rest, |c| is_quote(c) || c == '"') {
        return true;
    }
    let name = inside(rest).trim_start_matches(|c: char| c.is_ascii_alphanumeric() || c == '_');
    name.len() < inside(rest).len() && name.trim_start().starts_with(':')
}

/// Every quote that is none in JSON.
fn is_quote(c: char) -> bool {
    c == '\'' || is_smart(c)
}

fn is_smart(c: char) -> bool {
    matches!(c, '“' | '”' | '„' | '‟' | '‘' | '’' | '‚' | '«' | '»' | '″')
}

/// JSON that stands escaped in a string: as it was before, and how much of the text it took.
fn unescaped(rest: &str) -> Option<(String, usize)> {
    let line_end = rest.find(|c: char| c.is_control()).unwrap_or(rest.len());
    let line = rest.get(..line_end)?;
    let read = |text: &str| match json::parse_first(text) {
        Ok((Value::Text(inner), length)) => Some((inner, length - 1)),
        _ => None,
    };
    // With the quote that ends it, or all of the line.
    let (inner, length) = read(&format!("\"{line}")).or_else(|| read(&format!("\"{line}\"")))?;
    Some((inner, length.min(line_end)))
}

/// What is wrong where a text stops being JSON.
fn flaw(text: &str, at: usize) -> Flaw {
    let before = text.get(..at).unwrap_or_default().trim_end();
    let after = text.get(at..).unwrap_or_default();
    match after.chars().next() {
        _ if after.trim().is_empty() => Flaw::Cut,
        Some('}' | ']') if before.ends_with(',') => Flaw::TrailingComma,
        Some('\'') => Flaw::SingleQuotes,
        Some(c) if is_smart(c) => Flaw::SmartQuotes,
        Some(c) if c.is_control() => Flaw::LineBreak,
        Some('.' | '…') => Flaw::LeftOut,
        Some(c) if c.is_ascii_alphabetic() && before.ends_with(['{', ',']) => Flaw::BareKey,
        _ => Flaw::Other,
    }
}

/// The line and the column, both from 1.
fn place(text: &str, at: usize) -> (usize, usize) {
    let before = text.get(..at).unwrap_or_default();
    let line = before.rsplit('\n').next().unwrap_or_default();
    (before.matches('\n').count() + 1, line.chars().count() + 1)
}
