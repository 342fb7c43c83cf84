//! Looking for a text in another, whichever case either is in.

use std::ops::Range;

/// A text to look for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Needle(Vec<char>);

impl Needle {
    pub(super) fn new(text: &str) -> Self {
        Self(text.chars().map(lower).collect())
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Where it stands first.
    pub(super) fn find(&self, text: &str) -> Option<Range<usize>> {
        let first = self.0.first()?;
        // Most bytes begin nothing: a letter of ASCII is looked for among bytes.
        let mut at = 0;
        if first.is_ascii() {
            let (small, large) = (*first as u8, first.to_ascii_uppercase() as u8);
            let bytes = text.as_bytes();
            while let Some(rest) = bytes.get(at..) {
                at += rest.iter().position(|it| *it == small || *it == large)?;
                if let Some(length) = self.begins(text.get(at..)?) {
                    return Some(at..at + length);
                }
                at += 1;
            }
            return None;
        }
        for (at, c) in text.char_indices() {
            if lower(c) == *first
                && let Some(length) = text.get(at..).and_then(|rest| self.begins(rest))
            {
                return Some(at..at + length);
            }
        }
        None
    }

    /// Where it stands, from left to right.
    pub(super) fn find_all(&self, text: &str) -> impl Iterator<Item = Range<usize>> {
        let mut from = 0;
        std::iter::from_fn(move || {
            let found = self.find(text.get(from..)?)?;
            let found = from + found.start..from + found.end;
            from = found.end;
            Some(found)
        })
    }

    /// How many bytes it takes where it begins the text.
    fn begins(&self, text: &str) -> Option<usize> {
        let mut chars = text.chars();
        for wanted in &self.0 {
            if lower(chars.next()?) != *wanted {
                return None;
            }
        }
        Some(text.len() - chars.as_str().len())
    }
}

fn lower(c: char) -> char {
    match c.is_ascii() {
        true => c.to_ascii_lowercase(),
        false => c.to_lowercase().next().unwrap_or(c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(text: &str, wanted: &str, expected: &[&str]) {
        let needle = Needle::new(wanted);
        let found: Vec<_> = needle.find_all(text).map(|it| &text[it]).collect();
        assert_eq!(found, expected, "{wanted:?} in {text:?}");
    }

    #[test]
    fn case_does_not_matter() {
        check(
            "Page page PAGE pages",
            "pAGe",
            &["Page", "page", "PAGE", "page"],
        );
        check("ÀÉ àé", "àÉ", &["ÀÉ", "àé"]);
        check("ДОМ дом", "дом", &["ДОМ", "дом"]);
        check("İstanbul", "stan", &["stan"]);
        check("a日本b", "日", &["日"]);
    }

    #[test]
    fn what_stands_there_once_is_found_once() {
        check("aaaa", "aa", &["aa", "aa"]);
        check("aab", "ab", &["ab"]);
        check("abc", "", &[]);
        check("", "a", &[]);
        check("ab", "abc", &[]);
    }

    proptest! {
        #[test]
        fn a_part_of_a_text_is_found(text in "\\PC{0,30}", from in 0..30_usize, length in 1..10_usize) {
            let part: String = text.chars().skip(from).take(length).collect();
            prop_assume!(!part.is_empty());
            let needle = Needle::new(&part);
            let found = needle.find(&text).map(|it| &text[it]);
            prop_assert_eq!(found.map(Needle::new), Some(needle));
        }
    }
}
