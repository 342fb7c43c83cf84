//! The fields of a POST or DELETE, one a row.

use interchange::{is_secret_name, looks_like_token};
use remote_view::Field;

use super::placeholder;

/// The rows, in order.
#[derive(Debug, Default)]
pub(crate) struct Rows {
    list: Vec<Row>,
    next: u32,
}

/// One of them.
#[derive(Debug)]
pub(crate) struct Row {
    /// Tells it from the others; never given again.
    pub(crate) id: u32,
    pub(crate) name: Field,
    pub(crate) value: Field,
    /// Whether a secret was taken out of it.
    pub(crate) had_secret: bool,
}

impl Rows {
    pub(crate) fn iter(&self) -> impl Iterator<Item = &Row> {
        self.list.iter()
    }

    pub(crate) const fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    pub(crate) fn has(&self, name: &str) -> bool {
        self.list.iter().any(|row| row.name.text().trim() == name)
    }

    /// Adds a row, and gives its ID.
    pub(crate) fn add(&mut self, name: &str, value: &str) -> u32 {
        let mut row = Row {
            id: self.next,
            name: Field::default(),
            value: Field::default(),
            had_secret: false,
        };
        self.next += 1;
        row.name.set(name);
        row.value.set(value);
        row.clean();
        let id = row.id;
        self.list.push(row);
        id
    }

    pub(crate) fn remove(&mut self, id: u32) {
        self.list.retain(|row| row.id != id);
    }

    pub(crate) fn clear(&mut self) {
        self.list.clear();
    }

    /// Changes a row.
    pub(crate) fn change(&mut self, id: u32, change: impl FnOnce(&mut Row)) {
        if let Some(row) = self.list.iter_mut().find(|row| row.id == id) {
            change(row);
            row.clean();
        }
    }

    /// Sets the row of this name, or adds it.
    pub(crate) fn put(&mut self, name: &str, value: &str) {
        let mut rows = self.list.iter_mut();
        match rows.find(|row| row.name.text().trim() == name) {
            Some(row) => row.value.set(value),
            None => drop(self.add(name, value)),
        }
    }

    /// Puts an ID in a row's place for it.
    pub(crate) fn fill(&mut self, name: &str, id: &str) -> bool {
        let mut rows = self.list.iter_mut();
        let Some(row) = rows.find(|row| row.name.text().trim() == name) else {
            return false;
        };
        let mut text = row.value.text().to_owned();
        match placeholder::find(&text) {
            Some((range, _)) => text.replace_range(range, id),
            None => return false,
        }
        row.value.set(text);
        true
    }

    /// The parameters: rows with a name, which is no secret's.
    pub(crate) fn params(&self) -> impl Iterator<Item = (String, String)> {
        let rows = self.list.iter();
        let pairs = rows.map(|row| (row.name.text().trim(), row.value.text()));
        let meant = pairs.filter(|(name, _)| !name.is_empty() && !is_secret_name(name));
        meant.map(|(name, value)| (name.to_owned(), value.to_owned()))
    }
}

impl Row {
    /// Takes out a secret: it is in no field of the worker's from then on.
    fn clean(&mut self) {
        let is_secret = is_secret_name(self.name.text());
        let had_secret =
            (is_secret && !self.value.text().is_empty()) || looks_like_token(self.value.text());
        if had_secret {
            self.value.set("");
        }
        if looks_like_token(self.name.text()) {
            self.name.set("");
            self.had_secret = true;
        }
        self.had_secret =
            had_secret || is_secret || (self.had_secret && self.value.text().is_empty());
    }
}
