//! JSON in colours: a text that was laid out, line by line.

use remote_view::{Element, el};

/// Draws it; what is read off is the text, to the byte.
pub(crate) fn painted<T>(text: &str) -> Vec<Element<T>> {
    text.lines().map(line).collect()
}

fn line<T>(mut rest: &str) -> Element<T> {
    let mut line = el("span").class("fr-code__line");
    while !rest.is_empty() {
        let (piece, after) = rest.split_at_checked(end(rest)).unwrap_or((rest, ""));
        line = match class(piece, after) {
            "" => line.code(piece),
            class => line.with(el("span").class(class).code(piece)),
        };
        rest = after;
    }
    line.text("\n")
}

/// The class of a piece; keys have none.
fn class(piece: &str, after: &str) -> &'static str {
    match piece.bytes().next() {
        Some(b'"') if after.starts_with(':') => "",
        Some(b'"') => "fr-code__string",
        Some(b'-' | b'0'..=b'9') => "fr-code__number",
        Some(b'a'..=b'z') => "fr-code__word",
        Some(b' ') => "",
        _ => "fr-code__mark",
    }
}

/// Where the first piece ends: a text, a word or number, white space, or a run of marks.
fn end(text: &str) -> usize {
    let mut bytes = text.bytes();
    match bytes.next() {
        Some(b'"') => {
            let mut is_escaped = false;
            let close = bytes.position(|byte| {
                let is_close = byte == b'"' && !is_escaped;
                is_escaped = byte == b'\\' && !is_escaped;
                is_close
            });
            close.map_or(text.len(), |at| at + 2)
        }
        Some(first) => {
            let kind = kind(first);
            1 + bytes.take_while(|byte| self::kind(*byte) == kind).count()
        }
        None => 0,
    }
}

/// What belongs together.
fn kind(byte: u8) -> u8 {
    match byte {
        b' ' => 0,
        b'"' => 1,
        b'{' | b'}' | b'[' | b']' | b',' | b':' => 2,
        _ => 3,
    }
}
