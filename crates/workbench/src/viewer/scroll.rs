//! Which rows are drawn: those in the window, and a few around it.

use std::ops::Range;

/// The height of a row in pixels; `style/workbench/viewer.css` has it too.
pub(super) const ROW: u32 = 20;

/// So many rows are drawn above and below the window.
const AROUND: u32 = 16;

/// The window moves in steps of so many rows: most scrolling draws nothing.
const STEP: u32 = 8;

/// How far a list of rows is scrolled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Scroll {
    pub(super) top: u32,
    /// How high the window is, in pixels; as the style has it before it was told.
    height: u32,
    /// Counts up when it is not the reader who scrolls.
    pub(super) revision: u32,
}

impl Scroll {
    /// At the top, in a window of this height.
    pub(super) const fn new(height: u32) -> Self {
        Self {
            top: 0,
            height,
            revision: 0,
        }
    }

    /// The reader scrolled.
    pub(super) fn scrolled(&mut self, top: u32, height: u32) {
        self.top = top;
        if height > 0 {
            self.height = height;
        }
    }

    /// The rows to be drawn, of so many.
    pub(super) fn rows(&self, count: u32) -> Range<u32> {
        let seen = self.height.div_ceil(ROW);
        let top = (self.top / ROW).min(count.saturating_sub(seen));
        let first = top.saturating_sub(AROUND) / STEP * STEP;
        let last = (top + seen + AROUND + STEP) / STEP * STEP;
        first..last.min(count)
    }

    /// How many rows fit.
    pub(super) fn page(&self) -> u32 {
        (self.height / ROW).max(2) - 1
    }

    /// Brings a row into sight, if it is not.
    pub(super) fn show(&mut self, row: u32) {
        let (from, to) = (row * ROW, (row + 1) * ROW);
        if from < self.top {
            self.go(from);
        } else if to > self.top + self.height {
            self.go(to - self.height);
        }
    }

    /// Brings a row into the middle, if it is not in sight.
    pub(super) fn center(&mut self, row: u32) {
        let (from, to) = (row * ROW, (row + 1) * ROW);
        if from < self.top || to > self.top + self.height {
            self.go(from.saturating_sub(self.height / 2));
        }
    }

    fn go(&mut self, top: u32) {
        self.top = top;
        self.revision += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_in_sight_is_drawn(count in 0..100_000_u32, top in 0..2_000_000_u32, height in 1..2000_u32) {
            let mut scroll = Scroll::new(400);
            scroll.scrolled(top, height);
            let rows = scroll.rows(count);
            // The browser scrolls no further than to the end.
            let top = top.min((count * ROW).saturating_sub(height));
            for row in top / ROW..((top + height).div_ceil(ROW)).min(count) {
                prop_assert!(rows.contains(&row), "{row} in {rows:?}");
            }
            prop_assert!(rows.len() as u32 <= height / ROW + 2 * AROUND + 2 * STEP + 2);
        }

        #[test]
        fn a_row_that_is_shown_is_in_sight(top in 0..100_000_u32, row in 0..10_000_u32, centers: bool) {
            let mut scroll = Scroll::new(400);
            scroll.scrolled(top, 400);
            if centers { scroll.center(row) } else { scroll.show(row) }
            prop_assert!(scroll.top <= row * ROW && (row + 1) * ROW <= scroll.top + 400);
            prop_assert_eq!(scroll.top == top, scroll.revision == 0);
        }
    }
}
