//! JSON as people write it on a command line: single quotes, keys and words without quotes.

use serde_json::{Map, Number, Value};

const DEEPEST: usize = 32;

/// Reads strict JSON, else the lenient form: `{id:42}`, `{'text':'hello, world'}`.
pub(crate) fn parse(text: &str) -> Option<Value> {
    serde_json::from_str(text).ok().or_else(|| {
        let mut reader = Reader { rest: text };
        let value = reader.value(0)?;
        reader.rest.trim_start().is_empty().then_some(value)
    })
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

    fn value(&mut self, depth: usize) -> Option<Value> {
        if depth > DEEPEST {
            return None;
        }
        if self.takes('{') {
            return self.object(depth);
        }
        if self.takes('[') {
            return self.array(depth);
        }
        match self.quoted() {
            Some(text) => text.map(Value::String),
            None => word(self.bare()?),
        }
    }

    fn object(&mut self, depth: usize) -> Option<Value> {
        let mut object = Map::new();
        while !self.takes('}') {
            let key = match self.quoted() {
                Some(key) => key?,
                None => self.bare()?.to_owned(),
            };
            if !self.takes(':') {
                return None;
            }
            object.insert(key, self.value(depth + 1)?);
            if !self.takes(',') && !self.rest.starts_with('}') {
                return None;
            }
        }
        Some(object.into())
    }

    fn array(&mut self, depth: usize) -> Option<Value> {
        let mut array = Vec::new();
        while !self.takes(']') {
            array.push(self.value(depth + 1)?);
            if !self.takes(',') && !self.rest.starts_with(']') {
                return None;
            }
        }
        Some(array.into())
    }

    /// A quoted text: nothing when there is no quote, and nothing inside when it does not end.
    fn quoted(&mut self) -> Option<Option<String>> {
        let quote = ['"', '\''].into_iter().find(|quote| self.takes(*quote))?;
        Some(self.text_until(quote))
    }

    fn text_until(&mut self, quote: char) -> Option<String> {
        let mut text = String::new();
        loop {
            let mut characters = self.rest.chars();
            let first = characters.next()?;
            let (character, length) = match (first, characters.next()) {
                ('\\', Some('u')) => unicode(self.rest)?,
                ('\\', escaped) => (unescaped(escaped?), 1 + escaped?.len_utf8()),
                (other, _) => (other, other.len_utf8()),
            };
            self.rest = self.rest.get(length..)?;
            if first == quote {
                return Some(text);
            }
            text.push(character);
        }
    }

    fn bare(&mut self) -> Option<&'a str> {
        self.rest = self.rest.trim_start();
        let end = self
            .rest
            .find([':', ',', '{', '}', '[', ']', '"', '\''])
            .unwrap_or(self.rest.len());
        let (word, rest) = self.rest.split_at(end);
        self.rest = rest;
        let word = word.trim();
        (!word.is_empty()).then_some(word)
    }
}

fn unescaped(escaped: char) -> char {
    match escaped {
        'n' => '\n',
        't' => '\t',
        'r' => '\r',
        other => other,
    }
}

/// `\uXXXX`, or two of them for a character beyond the first plane; and how long it is.
fn unicode(text: &str) -> Option<(char, usize)> {
    let unit = |at: usize| u16::from_str_radix(text.get(at..at + 4)?, 16).ok();
    let first = unit(2)?;
    let pair = match text.get(6..8) {
        Some("\\u") => unit(8).map(|second| [first, second]),
        _ => None,
    };
    if let Some(Ok(character)) = pair.and_then(|pair| char::decode_utf16(pair).next())
        && character.len_utf16() == 2
    {
        return Some((character, 12));
    }
    Some((char::from_u32(u32::from(first)).unwrap_or('\u{fffd}'), 6))
}

fn word(word: &str) -> Option<Value> {
    Some(match word {
        "true" => true.into(),
        "false" => false.into(),
        "null" => Value::Null,
        digits if digits.bytes().all(|byte| byte.is_ascii_digit()) => match digits.parse::<u64>() {
            Ok(number) => Number::from(number).into(),
            Err(_) => digits.into(),
        },
        other => other.into(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[track_caller]
    fn check(text: &str, expected: impl Into<Option<Value>>) {
        assert_eq!(parse(text), expected.into(), "{text}");
    }

    #[test]
    fn what_the_tutorial_prints_is_read() {
        check("{id:42}", json!({"id": 42}));
        check("{'id':'42'}", json!({"id": "42"}));
        check("{text:'You did it!'}", json!({"text": "You did it!"}));
        check(
            "{ 'text' : 'it\\'s \"fine\"' , }",
            json!({"text": "it's \"fine\""}),
        );
        check(
            r"{text:'\u00e9\ud83d\ude00!\ud83dx'}",
            json!({"text": "é😀!\u{fffd}x"}),
        );
        check(
            "{a:[1,'b',{c:d}],e:null}",
            json!({"a": [1, "b", {"c": "d"}], "e": null}),
        );
        check(r#"{"text":"strict"}"#, json!({"text": "strict"}));
    }

    #[test]
    fn nonsense_is_refused() {
        for bad in [
            "",
            "{",
            "{a}",
            "{a:'b}",
            "{a:b}c}",
            "{a:b c:d}",
            "{'a':'\\",
            "[1 2",
            ":",
        ] {
            check(bad, None);
        }
        check(&"[".repeat(100_000), None);
    }
}
