//! A text looked for in another. The standard library's way has a plan for texts of any length, and
//! costs the page 3 KB; what is looked for here is short.

/// Whether `what` stands in a text.
pub(crate) fn contains(text: &str, what: &str) -> bool {
    let mut windows = text.as_bytes().windows(what.len().max(1));
    what.is_empty() || windows.any(|window| window == what.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn as_the_standard_library_does(text in "[aä=]{0,12}", what in "[aä=]{0,3}") {
            prop_assert_eq!(contains(&text, &what), text.contains(&what));
        }
    }
}
