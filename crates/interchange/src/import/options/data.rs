//! What the options with data make of their values. What would be read from a file is refused.

use super::Piece;
use crate::import::repair::{ImportError, named};

pub(super) fn refuse_file(data: &str) -> Result<(), ImportError> {
    match data.strip_prefix('@') {
        Some(file) => Err(ImportError::File(named(file))),
        None => Ok(()),
    }
}

/// `name=value`, `=value` or `value`; `name@file` and `@file` are refused. The name is sent as it
/// stands.
pub(super) fn to_encode(data: String) -> Result<Piece, ImportError> {
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
pub(super) fn part_value<'a>(value: &'a str, name: &str) -> Result<&'a str, ImportError> {
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
