//! JSON as Graph writes it: compact, ASCII only, `/` and `@` escaped.

use std::io;

use serde::Serialize as _;
use serde_json::Value;
use serde_json::ser::{Formatter, Serializer};

struct Graphs;

impl Formatter for Graphs {
    fn write_string_fragment<W: ?Sized + io::Write>(
        &mut self,
        writer: &mut W,
        fragment: &str,
    ) -> io::Result<()> {
        for character in fragment.chars() {
            match character {
                '/' => writer.write_all(b"\\/")?,
                '@' => writer.write_all(b"\\u0040")?,
                ' '..='~' => writer.write_all(&[character as u8])?,
                other => {
                    for unit in other.encode_utf16(&mut [0; 2]) {
                        write!(writer, "\\u{unit:04x}")?;
                    }
                }
            }
        }
        Ok(())
    }
}

/// The body of an answer.
pub(crate) fn body(value: &Value) -> String {
    let mut bytes = Vec::new();
    let written = value.serialize(&mut Serializer::with_formatter(&mut bytes, Graphs));
    match (written, String::from_utf8(bytes)) {
        (Ok(()), Ok(text)) => text,
        _ => String::new(), // A value always serializes, and to ASCII.
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn strings_are_escaped_as_graph_does() {
        assert_eq!(
            body(&json!({"a/b": "é @ 😀 \"x\"\n", "n": [1, null]})),
            r#"{"a\/b":"\u00e9 \u0040 \ud83d\ude00 \"x\"\n","n":[1,null]}"#
        );
    }
}
