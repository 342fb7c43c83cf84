//! The fields of an object: those asked for, in the order asked, and the ID.

use serde_json::{Map, Value};

use super::fault::Fault;
use crate::request::fields::Field;

/// What an object says of one of its fields.
pub(crate) enum Found {
    /// Its value.
    Is(Value),
    /// This kind of object has it, this object does not.
    Nothing,
    /// This kind of object has no such field.
    Unknown,
}

impl From<Option<Value>> for Found {
    fn from(value: Option<Value>) -> Self {
        value.map_or(Self::Nothing, Self::Is)
    }
}

/// A kind of object, as error texts call it, and what it gives when no fields are asked for.
pub(crate) struct Kind {
    pub(crate) name: &'static str,
    pub(crate) usual: &'static [&'static str],
}

/// Reads fields off an object. `id` is added last when it was not asked for.
pub(crate) fn select(
    kind: &Kind,
    asked: Option<&[Field]>,
    read: &mut dyn FnMut(&Field) -> Result<Found, Fault>,
) -> Result<Value, Fault> {
    let usual: Vec<Field>;
    let asked = match asked {
        Some(fields) if !fields.is_empty() => fields,
        _ => {
            usual = kind.usual.iter().map(|name| Field::plain(name)).collect();
            &usual
        }
    };
    let id = Field::plain("id");
    let mut object = Map::new();
    for field in asked.iter().chain([&id]) {
        if object.contains_key(field.key()) {
            continue;
        }
        match read(field)? {
            Found::Is(value) => {
                object.insert(field.key().to_owned(), value);
            }
            Found::Nothing => {}
            Found::Unknown => return Err(Fault::no_such_field(&field.name, kind.name)),
        }
    }
    Ok(object.into())
}

/// Keeps the nested fields of a value, for those that have no kind of their own.
pub(crate) fn narrow(value: Value, nested: Option<&[Field]>) -> Value {
    let Some(nested) = nested.filter(|nested| !nested.is_empty()) else {
        return value;
    };
    match value {
        Value::Array(items) => items
            .into_iter()
            .map(|item| narrow(item, Some(nested)))
            .collect(),
        Value::Object(mut object) => match object.remove("data") {
            Some(data) => {
                object.insert("data".to_owned(), narrow(data, Some(nested)));
                object.into()
            }
            None => {
                let id = Field::plain("id");
                let names = nested.iter().chain([&id]).map(|field| field.name.as_str());
                let kept =
                    names.filter_map(|name| Some((name.to_owned(), object.get(name)?.clone())));
                Value::Object(kept.collect())
            }
        },
        other => other,
    }
}
