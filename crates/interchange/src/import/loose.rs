//! JSON as people write it: `{id:PSID}`, `{'text':'hello'}`. Graph reads it too, as its own
//! documentation has it; what leaves this page is strict.

use graph_api::json::{self, Object, Value};

/// As deep as strict JSON is read.
const DEPTH: usize = 60;

/// The value, if the text is an object or a list, nearly: `{id:42}`, `{'text':'hello'}`.
#[must_use]
pub fn read(text: &str) -> Option<Value> {
    let mut reader = Reader { rest: text.trim() };
    if !reader.rest.starts_with(['{', '[']) {
        return None;
    }
    let value = reader.value(0)?;
    reader.rest.trim().is_empty().then_some(value)
}

struct Reader<'a> {
    rest: &'a str,
}

impl Reader<'_> {
    fn value(&mut self, depth: usize) -> Option<Value> {
        if depth > DEPTH {
            return None;
        }
        self.skip_spaces();
        match self.rest.chars().next()? {
            '{' => self.object(depth),
            '[' => self.list(depth),
            quote if closing(quote).is_some() => self.quoted().map(Value::Text),
            _ => self
                .bare(&[',', '}', ']'])
                .map(|word| match json::parse(word) {
                    Ok(literal) => literal,
                    Err(_) => word.into(),
                }),
        }
    }

    fn object(&mut self, depth: usize) -> Option<Value> {
        self.take('{');
        let mut object = Object::default();
        while !self.take('}') {
            let key = match closing(self.rest.chars().next()?) {
                Some(_) => self.quoted()?,
                None => self.bare(&[':', ',', '}', '{'])?.to_owned(),
            };
            if !self.take(':') {
                return None;
            }
            let value = self.value(depth + 1)?;
            object.insert(&key, value);
            self.separator('}')?;
        }
        Some(object.into())
    }

    fn list(&mut self, depth: usize) -> Option<Value> {
        self.take('[');
        let mut items = Vec::new();
        while !self.take(']') {
            items.push(self.value(depth + 1)?);
            self.separator(']')?;
        }
        Some(Value::List(items))
    }

    /// A comma, which may also stand at the end, or the end.
    fn separator(&mut self, end: char) -> Option<()> {
        let is_parted = self.take(',');
        self.skip_spaces();
        (is_parted || self.rest.starts_with(end)).then_some(())
    }

    /// A text in quotes of whatever kind.
    fn quoted(&mut self) -> Option<String> {
        let mut chars = self.rest.chars();
        let open = chars.next()?;
        let close = closing(open)?;
        let mut text = String::new();
        loop {
            let c = chars.next()?;
            match c {
                c if close.contains(&c) => break,
                '\\' => match chars.next()? {
                    'n' => text.push('\n'),
                    'r' => text.push('\r'),
                    't' => text.push('\t'),
                    'u' => {
                        let digits = chars.as_str().get(..4)?;
                        let code = u32::from_str_radix(digits, 16).ok()?;
                        text.push(char::from_u32(code).unwrap_or('\u{fffd}'));
                        chars = chars.as_str().get(4..)?.chars();
                    }
                    escaped => text.push(escaped),
                },
                c => text.push(c),
            }
        }
        self.rest = chars.as_str();
        Some(text)
    }

    /// Words without quotes, up to what ends them.
    fn bare(&mut self, ends: &[char]) -> Option<&str> {
        let end = self.rest.find(ends)?;
        let (word, rest) = self.rest.split_at_checked(end)?;
        self.rest = rest;
        let word = word.trim();
        (!word.is_empty() && !word.contains(['"', '{', '['])).then_some(word)
    }

    fn take(&mut self, c: char) -> bool {
        self.skip_spaces();
        match self.rest.strip_prefix(c) {
            Some(rest) => {
                self.rest = rest;
                self.skip_spaces();
                true
            }
            None => false,
        }
    }

    fn skip_spaces(&mut self) {
        self.rest = self.rest.trim_start();
    }
}

/// What closes a quote.
fn closing(open: char) -> Option<&'static [char]> {
    match open {
        '"' => Some(&['"']),
        '\'' => Some(&['\'']),
        '“' | '”' | '„' => Some(&['“', '”']),
        '‘' | '’' | '‚' => Some(&['‘', '’']),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, strict: &str) {
        let read = read(text).map(|value| value.to_string());
        assert_eq!(read.as_deref(), Some(strict), "{text}");
    }

    #[test]
    fn what_is_nearly_json_becomes_json() {
        check("{id:PSID}", r#"{"id":"PSID"}"#);
        check("{'id':'7569927623102963'}", r#"{"id":"7569927623102963"}"#);
        check(
            "{ id : 123456789012345678 }",
            r#"{"id":123456789012345678}"#,
        );
        check("{text:'You did it!'}", r#"{"text":"You did it!"}"#);
        check(r"{text:'It\'s “here”',}", r#"{"text":"It's “here”"}"#);
        check(
            "{“id”:“1”,‘a’:[x, 1.50,null,{}]}",
            r#"{"id":"1","a":["x",1.50,null,{}]}"#,
        );
        check(r#"{"a":"b\u0041\n"}"#, r#"{"a":"bA\n"}"#);
    }

    #[test]
    fn what_is_something_else_stays_so() {
        for text in [
            "",
            "id",
            "{",
            "{}x",
            "{a}",
            "messages{message}",
            "{a:}",
            "{a:b",
            "[[[",
            "{:a}",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
        assert_eq!(read(&"[".repeat(100_000)), None);
    }
}
