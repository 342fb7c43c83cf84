//! Values as expressions, for the languages that have some.

use crate::code::{Code, Ink};
use crate::parts::{Pair, Secret, Value};

/// How a language writes a value.
pub(crate) struct Expressions {
    /// A text in quotes.
    pub(crate) literal: fn(&str) -> String,
    /// What an environment variable holds.
    pub(crate) variable: fn(&str) -> String,
    /// What stands between two texts that become one.
    pub(crate) joint: &'static str,
}

impl Expressions {
    pub(crate) fn literal(&self, text: &str) -> Code {
        Code::from_iter([(Ink::Text, (self.literal)(text))])
    }

    pub(crate) fn value(&self, value: &Value) -> Code {
        match value {
            Value::Plain(text) => self.literal(text),
            Value::Secret { after, secret } => self.secret(after, secret),
        }
    }

    /// A secret, after a text that needs no quoting.
    pub(crate) fn secret(&self, after: &str, secret: &Secret) -> Code {
        let mut code = Code::default();
        match secret.blank() {
            Some((ink, blank)) => {
                code.text(&format!("\"{after}"));
                code.push(ink, &blank);
                code.text("\"");
            }
            None => {
                if !after.is_empty() {
                    code.text(&(self.literal)(after));
                    code.plain(self.joint);
                }
                code.push(Ink::Variable, &(self.variable)(&secret.variable));
            }
        }
        code
    }

    /// Pairs, each on a line, such as `("name", value),`.
    pub(crate) fn pairs(&self, pairs: &[Pair], indent: usize, signs: [&str; 3]) -> Code {
        let [open, between, close] = signs;
        let mut code = Code::default();
        for (name, value) in pairs {
            code.plain(&format!("{}{open}", " ".repeat(indent)));
            code.append(&self.literal(name));
            code.plain(between);
            code.append(&self.value(value));
            code.plain(&format!("{close}\n"));
        }
        code
    }
}
