//! JSON as Meta's examples write it, without quotes or with single ones: `{id:42}`,
//! `{text:'Hello!'}`.

use graph_api::json::{self, Object, Value};

const DEEPEST: usize = 32;

/// How a text stands to JSON.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Reading {
    /// It is JSON.
    Strict,
    /// It is not, but this is what it means.
    Lenient(String),
    /// Nobody can tell what it means.
    Broken,
}

/// Reads it.
pub(crate) fn read(text: &str) -> Reading {
    if json::parse(text).is_ok() {
        return Reading::Strict;
    }
    let mut reader = Reader { rest: text };
    match reader.value("", 0) {
        Some(value) if reader.rest.trim().is_empty() => Reading::Lenient(value.to_string()),
        _ => Reading::Broken,
    }
}

struct Reader<'a> {
    rest: &'a str,
}

impl<'a> Reader<'a> {
    fn takes(&mut self, wanted: char) -> bool {
        self.rest = self.rest.trim_start();
        let after = self.rest.strip_prefix(wanted);
        self.rest = after.unwrap_or(self.rest);
        after.is_some()
    }

    fn value(&mut self, key: &str, depth: usize) -> Option<Value> {
        if depth > DEEPEST {
            return None;
        }
        if self.takes('{') {
            return self.object(depth);
        }
        if self.takes('[') {
            return self.list(key, depth);
        }
        match self.quoted() {
            Some(text) => Some(text?.into()),
            None => self.bare().map(|word| meant(key, word)),
        }
    }

    fn object(&mut self, depth: usize) -> Option<Value> {
        let mut object = Object::default();
        while !self.takes('}') {
            let key = match self.quoted() {
                Some(key) => key?,
                None => self.bare()?.to_owned(),
            };
            if !self.takes(':') {
                return None;
            }
            object.insert(&key, self.value(&key, depth + 1)?);
            if !self.takes(',') && !self.rest.starts_with('}') {
                return None;
            }
        }
        Some(object.into())
    }

    fn list(&mut self, key: &str, depth: usize) -> Option<Value> {
        let mut items = Vec::new();
        while !self.takes(']') {
            items.push(self.value(key, depth + 1)?);
            if !self.takes(',') && !self.rest.starts_with(']') {
                return None;
            }
        }
        Some(Value::List(items))
    }

    /// A quoted text: nothing when there is no quote, and nothing inside when it does not end.
    fn quoted(&mut self) -> Option<Option<String>> {
        let quote = ['"', '\''].into_iter().find(|quote| self.takes(*quote))?;
        Some(self.text_until(quote))
    }

    fn text_until(&mut self, quote: char) -> Option<String> {
        let mut text = String::new();
        let mut chars = self.rest.char_indices();
        while let Some((at, c)) = chars.next() {
            match c {
                _ if c == quote => {
                    self.rest = self.rest.get(at + c.len_utf8()..)?;
                    return Some(text);
                }
                '\\' => match chars.next()?.1 {
                    'n' => text.push('\n'),
                    't' => text.push('\t'),
                    'r' => text.push('\r'),
                    'u' => {
                        let code = chars.as_str().get(..4)?;
                        text.push(char::from_u32(u32::from_str_radix(code, 16).ok()?)?);
                        chars.nth(3)?;
                    }
                    other => text.push(other),
                },
                _ => text.push(c),
            }
        }
        None
    }

    fn bare(&mut self) -> Option<&'a str> {
        self.rest = self.rest.trim_start();
        let marks = [':', ',', '{', '}', '[', ']', '"', '\''];
        let end = self.rest.find(marks).unwrap_or(self.rest.len());
        let (word, rest) = self.rest.split_at_checked(end)?;
        self.rest = rest;
        Some(word.trim()).filter(|word| !word.is_empty())
    }
}

/// A word without quotes. IDs are texts to Graph, also where they are all digits.
fn meant(key: &str, word: &str) -> Value {
    match json::parse(word) {
        Ok(Value::Number(_)) if key.ends_with("id") => word.into(),
        Ok(value) => value,
        Err(_) => word.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(text: &str, meant: &str) {
        assert_eq!(read(text), Reading::Lenient(meant.to_owned()), "{text}");
    }

    #[test]
    fn what_metas_examples_write_is_read() {
        check("{id:PSID}", r#"{"id":"PSID"}"#);
        check("{id:4242424242424242}", r#"{"id":"4242424242424242"}"#);
        check("{'id':'42'}", r#"{"id":"42"}"#);
        check(
            "{text:'Hello, new customer!'}",
            r#"{"text":"Hello, new customer!"}"#,
        );
        check(r"{text:'it\'s \u00e9',}", "{\"text\":\"it's \u{e9}\"}");
        check("{a:[1,b,{c:true}]}", r#"{"a":[1,"b",{"c":true}]}"#);
        check("RESPONSE", r#""RESPONSE""#);
    }

    #[test]
    fn json_is_json_and_nonsense_is_nonsense() {
        assert_eq!(read(r#"{"id":"42"}"#), Reading::Strict);
        for bad in [
            "",
            "{",
            "{a}",
            "{a:'b}",
            "{a:b}c}",
            "{a:b c:d}",
            r"{'a':'\",
            "[1 2",
            r"'\u12'",
        ] {
            assert_eq!(read(bad), Reading::Broken, "{bad}");
        }
        assert_eq!(read(&"[".repeat(100_000)), Reading::Broken);
    }

    proptest! {
        #[test]
        fn what_is_meant_is_json(text in r#"[{}\[\]:,'"\\a-cu0-9 é]{0,16}"#) {
            if let Reading::Lenient(meant) = read(&text) {
                prop_assert_eq!(read(&meant), Reading::Strict, "{}", meant);
            }
        }
    }
}
