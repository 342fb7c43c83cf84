//! The tree by keyboard, as in the ARIA pattern of a tree view.

use crate::wish::Wish;

use super::document::Kind;
use super::{Context, Viewer, bar};

/// The keys that the tree takes.
pub(super) const KEYS: [&str; 14] = [
    "ArrowUp",
    "ArrowDown",
    "ArrowLeft",
    "ArrowRight",
    "Home",
    "End",
    "PageUp",
    "PageDown",
    "Enter",
    " ",
    "*",
    "/",
    "n",
    "N",
];

impl Viewer {
    pub(super) fn key(&mut self, key: &str, context: &Context) -> Vec<Wish> {
        match key {
            "/" => return vec![Wish::Focus(bar::SEARCH.to_owned())],
            "n" | "N" => return self.visit(key == "n"),
            _ => {}
        }
        let last = self.rows().saturating_sub(1);
        let Some(line) = self.selected else {
            let row = if key == "End" { last } else { 0 };
            self.select_near(row, false);
            return Vec::new();
        };
        let row = self.folds.row(line);
        let opens = self.document.line(line).is_some_and(|it| it.kind.opens());
        let is_folded = self.folds.is_folded(line);
        match key {
            "ArrowDown" => self.select_near((row + 1).min(last), true),
            "ArrowUp" => self.select_near(row.saturating_sub(1), false),
            "PageDown" => self.select_near((row + self.scroll.page()).min(last), true),
            "PageUp" => self.select_near(row.saturating_sub(self.scroll.page()), false),
            "Home" => self.select_near(0, false),
            "End" => self.select_near(last, false),
            "ArrowRight" if is_folded => self.fold(line, false),
            "ArrowRight" if opens => self.select_near(row + 1, true),
            "ArrowLeft" if opens && !is_folded => self.fold(line, true),
            "ArrowLeft" => {
                let parent = self.document.line(line).map(|it| it.parent);
                self.select(parent.unwrap_or(line));
            }
            "*" => self.unfold_siblings(line),
            "Enter" if !opens => return self.act(line, context),
            "Enter" | " " => self.fold(line, !is_folded),
            _ => {}
        }
        Vec::new()
    }

    /// Selects the line of a row, or the nearest that holds a value: first in this direction.
    fn select_near(&mut self, row: u32, is_down: bool) {
        let rows = self.rows();
        let holds = |row: &u32| {
            let line = self.document.line(self.folds.line(*row));
            line.is_some_and(|line| line.kind != Kind::Close)
        };
        let found = match is_down {
            true => (row..rows).find(holds),
            false => None,
        };
        if let Some(row) = found.or_else(|| (0..=row).rev().find(holds)) {
            self.select(self.folds.line(row));
        }
    }

    fn unfold_siblings(&mut self, line: u32) {
        let Some(it) = self.document.line(line) else {
            return;
        };
        let siblings: Vec<u32> = match it.parent == line {
            true => vec![line],
            false => self.document.children(it.parent).map(|it| it.0).collect(),
        };
        self.folds.unfold(&self.document, &siblings);
        self.select(line);
    }
}
