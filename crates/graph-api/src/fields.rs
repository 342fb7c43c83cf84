//! Reading the fields of JSON by hand, since derived readers would be a fifth of the page's size.

use crate::error::Misfit;
use crate::json::{Object, Value};

/// Reads one value, or says in words why it does not fit.
pub(crate) type Read<T> = fn(&Value) -> Result<T, String>;

/// An object in an answer, and where it stands.
#[derive(Clone, Copy)]
pub(crate) struct Fields<'a> {
    map: &'a Object,
    path: &'a str,
}

impl<'a> Fields<'a> {
    /// The object that stands at `path` of the answer.
    #[inline(never)]
    pub(crate) fn of(value: &'a Value, path: &'a str) -> Result<Self, Misfit> {
        match value {
            Value::Object(map) => Ok(Self { map, path }),
            _ => Err(Misfit::new(path, "expected an object")),
        }
    }

    /// A field's value; null is as good as absent.
    #[inline(never)]
    pub(crate) fn get(self, key: &str) -> Option<&'a Value> {
        self.map.get(key).filter(|value| !value.is_null())
    }

    /// A field that may be absent or null.
    pub(crate) fn optional<T>(self, key: &str, read: Read<T>) -> Result<Option<T>, Misfit> {
        match self.get(key).map(read) {
            None => Ok(None),
            Some(Ok(value)) => Ok(Some(value)),
            Some(Err(reason)) => Err(self.misfit(key, &reason)),
        }
    }

    /// The name; one of white space alone names nothing.
    #[inline(never)]
    pub(crate) fn name(self) -> Result<Option<String>, Misfit> {
        let name = self.optional("name", text)?;
        Ok(name.filter(|name| !name.chars().all(char::is_whitespace)))
    }

    /// A field that has to be there.
    pub(crate) fn required<T>(self, key: &str, read: Read<T>) -> Result<T, Misfit> {
        match self.map.get(key).map(read) {
            None => Err(Misfit::new(self.path, &format!("missing field `{key}`"))),
            Some(Ok(value)) => Ok(value),
            Some(Err(reason)) => Err(self.misfit(key, &reason)),
        }
    }

    /// A list, each item of which has to fit.
    pub(crate) fn list<T>(self, key: &str, read: Read<T>) -> Result<Option<Vec<T>>, Misfit> {
        let Some(items) = self.items(key)? else {
            return Ok(None);
        };
        let mut list = Vec::with_capacity(items.len());
        for (index, item) in items.iter().enumerate() {
            let fit = read(item);
            list.push(fit.map_err(|reason| self.misfit(&indexed(key, index), &reason))?);
        }
        Ok(Some(list))
    }

    /// The items of a list, not yet read.
    #[inline(never)]
    pub(crate) fn items(self, key: &str) -> Result<Option<&'a [Value]>, Misfit> {
        match self.get(key) {
            None => Ok(None),
            Some(Value::List(items)) => Ok(Some(items)),
            Some(other) => Err(self.misfit(key, &expected("a list", other))),
        }
    }

    /// Where a field stands.
    #[inline(never)]
    pub(crate) fn path_of(self, key: &str) -> String {
        match self.path {
            "" => key.to_owned(),
            path => format!("{path}.{key}"),
        }
    }

    #[inline(never)]
    fn misfit(self, key: &str, reason: &str) -> Misfit {
        Misfit::new(&self.path_of(key), reason)
    }
}

/// `data[1]`.
#[inline(never)]
pub(crate) fn indexed(path: &str, index: usize) -> String {
    format!("{path}[{index}]")
}

/// What was expected and what is there. A text is not repeated: it may be a token.
#[inline(never)]
pub(crate) fn expected(what: &str, found: &Value) -> String {
    let found = match found {
        Value::Text(_) => "a text",
        Value::List(_) => "a list",
        Value::Object(_) => "an object",
        plain => &plain.to_string(),
    };
    format!("expected {what}, found {found}")
}

/// A text.
pub(crate) fn text(value: &Value) -> Result<String, String> {
    match value {
        Value::Text(text) => Ok(text.clone()),
        other => Err(expected("a text", other)),
    }
}

/// A whole number.
pub(crate) fn number(value: &Value) -> Result<i64, String> {
    value
        .as_i64()
        .ok_or_else(|| expected("a whole number", value))
}

/// True or false.
pub(crate) fn flag(value: &Value) -> Result<bool, String> {
    value
        .as_bool()
        .ok_or_else(|| expected("true or false", value))
}
