//! What is searched for, and going from place to place.

use crate::wish::Wish;

use super::Viewer;
use super::document::Kind;
use super::search::Needle;
use super::tree::{raw_id, row_id};

impl Viewer {
    /// Looks for what was typed.
    pub(super) fn search(&mut self) {
        self.needle = Needle::new(self.query.text());
        self.visited = None;
        self.found.clear();
        let document = &self.document;
        if self.is_raw {
            for place in self.needle.find_all(&self.text) {
                let row = self.raw.at(place.start);
                if self.found.last() != Some(&row) {
                    self.found.push(row);
                }
            }
            return;
        }
        for (at, line) in (0_u32..).zip(&document.lines) {
            let has = |text| self.needle.find(text).is_some();
            let in_value = || !line.kind.opens() && line.kind != Kind::Close;
            if has(document.key(line)) || (in_value() && has(document.slice(line.value))) {
                self.found.push(at);
            }
        }
    }

    /// Goes to the next place, or the one before, and around.
    pub(super) fn visit(&mut self, is_next: bool) -> Vec<Wish> {
        let count = self.found.len();
        let Some(last) = count.checked_sub(1) else {
            return vec![Wish::Say(self.count())];
        };
        let at = match (self.visited, is_next) {
            (Some(at), true) if at < last => at + 1,
            (Some(_), true) => 0,
            (Some(at), false) => at.checked_sub(1).unwrap_or(last),
            (None, _) => {
                let from = self.selected.unwrap_or(0);
                let after = self.found.partition_point(|line| *line < from);
                match is_next {
                    true => after % count,
                    false => after.checked_sub(1).unwrap_or(last),
                }
            }
        };
        self.visited = Some(at);
        let Some(place) = self.found.get(at).copied() else {
            return Vec::new();
        };
        if self.is_raw {
            self.scroll.center(place);
            return vec![Wish::Say(self.count()), Wish::Reveal(raw_id(place))];
        }
        self.folds.reveal(&self.document, place);
        self.selected = Some(place);
        self.scroll.center(self.folds.row(place));
        let words = format!("{}: {}", self.count(), self.document.path(place));
        vec![Wish::Say(words), Wish::Reveal(row_id(place))]
    }

    /// `3 of 120`.
    pub(super) fn count(&self) -> String {
        match (self.needle.is_empty(), self.found.len(), self.visited) {
            (true, ..) => String::new(),
            (_, 0, _) => "None found".to_owned(),
            (_, count, None) => format!("{count} found"),
            (_, count, Some(at)) => format!("{} of {count}", at + 1),
        }
    }
}
