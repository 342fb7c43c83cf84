//! From a value to a text.

use std::fmt;

use super::value::Value;

impl Value {
    /// The text in lines, indented by two spaces.
    #[must_use]
    pub fn laid_out(&self) -> String {
        let mut writer = Writer {
            out: String::new(),
            depth: Some(0),
        };
        writer.value(self);
        writer.out
    }
}

/// The text without white space.
impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut writer = Writer {
            out: String::new(),
            depth: None,
        };
        writer.value(self);
        f.write_str(&writer.out)
    }
}

struct Writer {
    out: String,
    /// How far lines are indented; none for one line.
    depth: Option<usize>,
}

impl Writer {
    fn value(&mut self, value: &Value) {
        match value {
            Value::Null => self.out.push_str("null"),
            Value::Bool(true) => self.out.push_str("true"),
            Value::Bool(false) => self.out.push_str("false"),
            Value::Number(digits) => self.out.push_str(digits),
            Value::Text(text) => self.text(text),
            Value::List(items) => {
                self.out.push('[');
                for (index, item) in items.iter().enumerate() {
                    self.next(index == 0);
                    self.value(item);
                    self.leave();
                }
                self.end(items.is_empty(), ']');
            }
            Value::Object(object) => {
                self.out.push('{');
                for (index, (key, value)) in object.iter().enumerate() {
                    self.next(index == 0);
                    self.text(key);
                    self.out.push_str(match self.depth {
                        Some(_) => ": ",
                        None => ":",
                    });
                    self.value(value);
                    self.leave();
                }
                self.end(object.is_empty(), '}');
            }
        }
    }

    /// Before an item, which is one level further in.
    fn next(&mut self, is_first: bool) {
        if !is_first {
            self.out.push(',');
        }
        self.depth = self.depth.map(|depth| depth + 1);
        self.line();
    }

    /// After an item.
    fn leave(&mut self) {
        self.depth = self.depth.map(|depth| depth.saturating_sub(1));
    }

    fn end(&mut self, is_empty: bool, bracket: char) {
        if !is_empty {
            self.line();
        }
        self.out.push(bracket);
    }

    fn line(&mut self) {
        if let Some(depth) = self.depth {
            self.out.push('\n');
            for _ in 0..depth {
                self.out.push_str("  ");
            }
        }
    }

    fn text(&mut self, text: &str) {
        self.out.push('"');
        for c in text.chars() {
            let short = match c {
                '"' | '\\' => c,
                '\n' => 'n',
                '\r' => 'r',
                '\t' => 't',
                '\u{8}' => 'b',
                '\u{c}' => 'f',
                '\0'..='\u{1f}' => {
                    self.out.push_str(&format!("\\u{:04x}", u32::from(c)));
                    continue;
                }
                _ => {
                    self.out.push(c);
                    continue;
                }
            };
            self.out.push('\\');
            self.out.push(short);
        }
        self.out.push('"');
    }
}
