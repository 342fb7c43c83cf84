//! Which lines are folded, and so which line stands in which row.

use super::document::Document;

/// Of a document that is longer than this, only the first levels are unfolded at first.
const SHORT: u32 = 300;

/// The folds of a document.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Folds {
    /// By line: also those within a fold, which are as they were when it is unfolded.
    folded: Vec<bool>,
    /// The folds that can be seen, from the top.
    seen: Vec<Fold>,
    rows: u32,
}

/// A fold that lies in none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Fold {
    row: u32,
    line: u32,
    /// The line that closes it.
    end: u32,
}

impl Folds {
    /// As a document is shown first: folded from the deepest level on that keeps it short, but never the
    /// list that Graph's answers are about.
    pub(super) fn new(document: &Document) -> Self {
        let mut depths: Vec<u32> = Vec::new();
        for line in &document.lines {
            let depth = line.depth as usize;
            if depth >= depths.len() {
                depths.resize(depth + 1, 0);
            }
            if let Some(count) = depths.get_mut(depth) {
                *count += 1;
            }
        }
        let mut rows = 0;
        let fits = |count: &&u32| {
            rows += **count;
            rows <= SHORT
        };
        let levels = depths.iter().take_while(fits).count();
        let mut folds = Self::default();
        folds.fold_from(document, u32::try_from(levels.max(3)).unwrap_or(u32::MAX));
        folds
    }

    /// Folds all that lies in so many values, less one, or deeper; and unfolds the rest.
    pub(super) fn fold_from(&mut self, document: &Document, levels: u32) {
        let is_folded =
            |line: &super::document::Line| line.kind.opens() && line.depth + 1 >= levels;
        self.folded = document.lines.iter().map(is_folded).collect();
        self.count(document);
    }

    /// Unfolds these lines.
    pub(super) fn unfold(&mut self, document: &Document, lines: &[u32]) {
        for line in lines {
            if let Some(it) = self.folded.get_mut(*line as usize) {
                *it = false;
            }
        }
        self.count(document);
    }

    /// Folds a line, or unfolds it.
    pub(super) fn set(&mut self, document: &Document, line: u32, is_folded: bool) {
        let opens = document.line(line).is_some_and(|it| it.kind.opens());
        if let Some(it) = self.folded.get_mut(line as usize) {
            *it = is_folded && opens;
        }
        self.count(document);
    }

    /// Unfolds all that a line lies in.
    pub(super) fn reveal(&mut self, document: &Document, line: u32) {
        let mut next = line;
        while let Some(it) = document.line(next)
            && it.parent != next
        {
            next = it.parent;
            if let Some(it) = self.folded.get_mut(next as usize) {
                *it = false;
            }
        }
        self.count(document);
    }

    pub(super) fn is_folded(&self, line: u32) -> bool {
        self.folded.get(line as usize).is_some_and(|it| *it)
    }

    /// How many rows there are.
    pub(super) fn rows(&self) -> u32 {
        self.rows
    }

    /// The line in a row.
    pub(super) fn line(&self, row: u32) -> u32 {
        let above = self.seen.partition_point(|fold| fold.row <= row);
        match above.checked_sub(1).and_then(|at| self.seen.get(at)) {
            Some(fold) if fold.row == row => fold.line,
            Some(fold) => fold.end + row - fold.row,
            None => row,
        }
    }

    /// The row of a line, or of the fold it lies in.
    pub(super) fn row(&self, line: u32) -> u32 {
        let above = self.seen.partition_point(|fold| fold.line <= line);
        match above.checked_sub(1).and_then(|at| self.seen.get(at)) {
            Some(fold) if line <= fold.end => fold.row,
            Some(fold) => fold.row + line - fold.end,
            None => line,
        }
    }

    fn count(&mut self, document: &Document) {
        self.seen.clear();
        let (mut line, mut row) = (0, 0);
        while let Some(it) = document.line(line) {
            if self.is_folded(line) {
                let end = it.partner;
                self.seen.push(Fold { row, line, end });
                line = end;
            }
            line += 1;
            row += 1;
        }
        self.rows = row;
    }
}
