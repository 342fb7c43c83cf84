//! A part of a list, and where the next part starts.

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::error::Misfit;
use crate::id::Cursor;
use crate::json;

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

#[derive(Deserialize)]
struct Cursors {
    after: Option<Cursor>,
}

impl<T: DeserializeOwned> Listing<T> {
    /// Reads `{"data": […], "paging": {…}}`, which stands at `path` of the answer.
    ///
    /// # Errors
    /// When there is no list at all; a missing or null `data` is an empty list.
    pub(crate) fn read(body: &Value, path: &str) -> Result<Self, Misfit> {
        let Some(object) = body.as_object() else {
            return Err(Misfit::new(path, "expected an object with a list in data"));
        };
        let mut listing = Self::default();
        match object.get("data") {
            None if !object.contains_key("paging") && !object.is_empty() => {
                return Err(Misfit::new(path, "expected a list in data"));
            }
            None | Some(Value::Null) => {}
            Some(Value::Array(rows)) => {
                for (index, row) in rows.iter().enumerate() {
                    match json::decode(row, &format!("{path}data[{index}]")) {
                        Ok(row) => listing.rows.push(row),
                        Err(misfit) => listing.misfits.push(misfit),
                    }
                }
            }
            Some(_) => return Err(Misfit::new(&format!("{path}data"), "expected a list")),
        }
        listing.after = object.get("paging").and_then(next_cursor);
        Ok(listing)
    }
}

/// The cursor of the next part. `next` only says that there is one: it holds the token, and is
/// neither followed nor kept.
fn next_cursor(paging: &Value) -> Option<Cursor> {
    paging.get("next").filter(|next| next.is_string())?;
    Cursors::deserialize(paging.get("cursors")?).ok()?.after
}
