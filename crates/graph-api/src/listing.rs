//! A part of a list, and where the next part starts.

use crate::error::Misfit;
use crate::fields::{Fields, indexed};
use crate::id::Cursor;
use crate::json::Value;

/// Rows in Graph's order. A row that cannot be read is told about and does not lose the others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listing<T> {
    /// The rows that fit.
    pub rows: Vec<T>,
    /// Where the next part starts; none at the end of the list.
    pub after: Option<Cursor>,
    /// The rows that did not fit.
    pub misfits: Vec<Misfit>,
}

impl<T> Default for Listing<T> {
    fn default() -> Self {
        Self {
            rows: Vec::new(),
            after: None,
            misfits: Vec::new(),
        }
    }
}

impl<T> Listing<T> {
    /// Reads `{"data": […], "paging": {…}}`, which stands at `path` of the answer.
    ///
    /// # Errors
    /// When there is no list at all; a missing or null `data` is an empty list.
    pub(crate) fn read(
        body: &Value,
        path: &str,
        row: fn(Fields<'_>) -> Result<T, Misfit>,
    ) -> Result<Self, Misfit> {
        let (path, items) = items(body, path)?;
        let mut listing = Self {
            after: body.get("paging").and_then(next_cursor),
            ..Self::default()
        };
        for (index, item) in items.iter().enumerate() {
            match Fields::of(item, &indexed(&path, index)).and_then(row) {
                Ok(row) => listing.rows.push(row),
                Err(misfit) => listing.misfits.push(misfit),
            }
        }
        Ok(listing)
    }
}

/// The rows, not yet read, and where they stand.
fn items<'a>(body: &'a Value, path: &str) -> Result<(String, &'a [Value]), Misfit> {
    let Some(object) = body.as_object() else {
        return Err(Misfit::new(path, "expected an object with a list in data"));
    };
    let at = format!("{path}data");
    match object.get("data") {
        None if object.get("paging").is_none() && !object.is_empty() => {
            Err(Misfit::new(path, "expected a list in data"))
        }
        None | Some(Value::Null) => Ok((at, &[])),
        Some(Value::List(items)) => Ok((at, items)),
        Some(_) => Err(Misfit::new(&at, "expected a list")),
    }
}

/// The cursor of the next part. `next` only says that there is one: it holds the token, and is
/// neither followed nor kept.
fn next_cursor(paging: &Value) -> Option<Cursor> {
    paging.get("next")?.as_str()?;
    Cursor::from_json(paging.get("cursors")?.get("after")?).ok()
}
