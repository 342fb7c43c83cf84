//! What the options with data make of their values. What would be read from a file is refused.

use super::Piece;
use crate::import::repair::{ImportError, named};

/// What an option with this value adds to the body.
pub(super) fn piece(option: &str, value: String) -> Result<Piece, ImportError> {
    match option {
        "data-raw" => Ok(Piece::Raw(value)),
        "data-urlencode" => to_encode(value),
        "form" | "form-string" => {
            let (name, part) = value.split_once('=').unwrap_or((&value, ""));
            let part = match option {
                "form" => part_value(part, name)?,
                _ => part,
            };
            Ok(Piece::Pair(name.to_owned(), part.to_owned()))
        }
        _ => refuse_file(&value).map(|()| Piece::Raw(value)),
    }
}

/// What `--url-query` adds to the query.
pub(super) fn of_query(value: String) -> Result<Piece, ImportError> {
    match value.strip_prefix('+') {
        Some(raw) => Ok(Piece::Raw(raw.to_owned())),
        None => to_encode(value),
    }
}

fn refuse_file(data: &str) -> Result<(), ImportError> {
    match data.strip_prefix('@') {
        Some(file) => Err(ImportError::File(named(file))),
        None => Ok(()),
    }
}

/// `name=value`, `=value` or `value`; `name@file` and `@file` are refused. The name is sent as it
/// stands.
fn to_encode(data: String) -> Result<Piece, ImportError> {
    if let Some((name, value)) = data.split_once('=') {
        return Ok(match name {
            "" => Piece::Pair(value.to_owned(), String::new()),
            name => Piece::Pair(graph_api::form::decode(name), value.to_owned()),
        });
    }
    match data.split_once('@') {
        Some((_, file)) => Err(ImportError::File(named(file))),
        None => Ok(Piece::Pair(data, String::new())),
    }
}

/// The value of a part of a form, without what is said about it.
fn part_value<'a>(value: &'a str, name: &str) -> Result<&'a str, ImportError> {
    if value.starts_with(['@', '<']) && !is_placeholder(value) {
        return Err(ImportError::File(named(&format!("{name}={value}"))));
    }
    let about = [";type=", ";filename=", ";encoder=", ";headers="];
    let end = about.iter().filter_map(|about| value.find(about)).min();
    let value = value.get(..end.unwrap_or(value.len())).unwrap_or(value);
    let bare = value
        .strip_prefix('"')
        .and_then(|value| value.strip_suffix('"'));
    Ok(bare.unwrap_or(value))
}

fn is_placeholder(value: &str) -> bool {
    value.starts_with('<') && value.ends_with('>')
}
