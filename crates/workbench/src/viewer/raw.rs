//! The text as it came, in rows: a line that is too long for the eye takes several.

use super::document::MOST_LINES;

/// So many characters stand in a row.
const WIDTH: usize = 120;

/// Where the rows of a text begin.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Raw {
    starts: Vec<u32>,
}

impl Raw {
    pub(super) fn new(text: &str) -> Self {
        let mut starts = Vec::new();
        let mut at = 0;
        for line in text.split_inclusive('\n') {
            let body = line.trim_end_matches(['\n', '\r']);
            if body.is_empty() {
                starts.push(place(at));
            }
            for (within, _) in body.char_indices().step_by(WIDTH) {
                starts.push(place(at + within));
            }
            at += line.len();
            if starts.len() > MOST_LINES {
                break;
            }
        }
        Self { starts }
    }

    pub(super) fn rows(&self) -> u32 {
        place(self.starts.len().min(MOST_LINES))
    }

    /// The text of a row, without the end of its line.
    pub(super) fn row<'a>(&self, text: &'a str, row: u32) -> &'a str {
        let start = |row: u32| self.starts.get(row as usize).map(|at| *at as usize);
        let from = start(row).unwrap_or(text.len());
        let to = start(row + 1).unwrap_or(text.len());
        let row = text.get(from..to).unwrap_or_default();
        row.trim_end_matches(['\n', '\r'])
    }

    /// The row that a byte stands in.
    pub(super) fn at(&self, byte: usize) -> u32 {
        let above = self.starts.partition_point(|start| *start as usize <= byte);
        place(above.saturating_sub(1))
    }
}

fn place(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn rows(text: &str) -> Vec<&str> {
        let raw = Raw::new(text);
        (0..raw.rows()).map(|row| raw.row(text, row)).collect()
    }

    #[test]
    fn a_line_is_a_row_unless_it_is_long() {
        assert_eq!(rows("a\n\r\n\nb\r\n c"), ["a", "", "", "b", " c"]);
        assert_eq!(rows(""), [""; 0]);
        let long = "é".repeat(250);
        let lengths: Vec<_> = rows(&long).iter().map(|it| it.chars().count()).collect();
        assert_eq!(lengths, [120, 120, 10]);
        assert_eq!(rows(&format!("{}\nb", "a".repeat(240))).len(), 3);
    }

    proptest! {
        #[test]
        fn the_rows_are_the_text(text in "(\\PC|\n|\r\n|[a-z]{100,300}){0,5}") {
            let bare = |text: &str| text.replace(['\n', '\r'], "");
            prop_assert_eq!(rows(&text).concat().replace('\r', ""), bare(&text));
            let raw = Raw::new(&text);
            for (at, _) in text.char_indices().filter(|(_, c)| !matches!(c, '\n' | '\r')) {
                let row = raw.at(at);
                let before: usize = (0..row).map(|it| bare(raw.row(&text, it)).len()).sum();
                let here = bare(&text[..at]).len();
                prop_assert!((before..before + bare(raw.row(&text, row)).len()).contains(&here));
            }
        }
    }
}
