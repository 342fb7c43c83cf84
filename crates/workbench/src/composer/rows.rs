//! A list that the reader makes longer, shorter, and puts in order.

/// Rows with a number each, which stays with the row wherever it goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Rows<T> {
    next: u32,
    rows: Vec<(u32, T)>,
}

impl<T> Default for Rows<T> {
    fn default() -> Self {
        Self {
            next: 0,
            rows: Vec::new(),
        }
    }
}

impl<T> FromIterator<T> for Rows<T> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        let mut rows = Self::default();
        for item in items {
            rows.add(item);
        }
        rows
    }
}

impl<T> Rows<T> {
    /// Adds one at the end, and gives its number.
    pub(crate) fn add(&mut self, row: T) -> u32 {
        let number = self.next;
        self.next += 1;
        self.rows.push((number, row));
        number
    }

    pub(crate) fn remove(&mut self, number: u32) {
        self.rows.retain(|(own, _)| *own != number);
    }

    /// Moves one by one place, if there is a place. Gives its place now, counted from 1.
    pub(crate) fn shift(&mut self, number: u32, is_up: bool) -> Option<usize> {
        let at = self.rows.iter().position(|(own, _)| *own == number)?;
        let to = match is_up {
            true => at.checked_sub(1)?,
            false => at + 1,
        };
        if to >= self.rows.len() {
            return None;
        }
        self.rows.swap(at, to);
        Some(to + 1)
    }

    /// Its place, counted from 1.
    pub(crate) fn place(&self, number: u32) -> usize {
        let at = self.rows.iter().position(|(own, _)| *own == number);
        at.map_or(0, |at| at + 1)
    }

    pub(crate) fn get(&self, number: u32) -> Option<&T> {
        let mut rows = self.rows.iter();
        rows.find(|(own, _)| *own == number).map(|(_, row)| row)
    }

    pub(crate) fn get_mut(&mut self, number: u32) -> Option<&mut T> {
        let mut rows = self.rows.iter_mut();
        rows.find(|(own, _)| *own == number).map(|(_, row)| row)
    }

    pub(crate) fn len(&self) -> usize {
        self.rows.len()
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = (u32, &T)> {
        self.rows.iter().map(|(number, row)| (*number, row))
    }
}
