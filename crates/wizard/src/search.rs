//! A text looked for in another. The standard library's way has a plan for texts of any length, and
//! costs the page 3 KB; what is looked for here is short.

/// Whether `what` stands in a text.
pub(crate) fn contains(text: &str, what: &str) -> bool {
    what.is_empty() || cut(text, what).is_some()
}

/// A text with `new` in every place of `old`.
pub(crate) fn replace(text: &str, old: &str, new: &str) -> String {
    split(text, old).join(new)
}

/// What stands before, between and after the places of `what`.
pub(crate) fn split<'a>(mut text: &'a str, what: &str) -> Vec<&'a str> {
    let mut parts = Vec::new();
    while let Some((before, after)) = cut(text, what) {
        parts.push(before);
        text = after;
    }
    parts.push(text);
    parts
}

/// What stands before and after the first place of `what`.
fn cut<'a>(text: &'a str, what: &str) -> Option<(&'a str, &'a str)> {
    let what = what.as_bytes();
    let mut windows = text.as_bytes().windows(what.len().max(1));
    let at = windows.position(|window| window == what)?;
    Some((text.get(..at)?, text.get(at + what.len()..)?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn as_the_standard_library_does(text in "[aä=]{0,12}", what in "[aä=]{1,3}") {
            prop_assert_eq!(contains(&text, &what), text.contains(&what));
            prop_assert_eq!(split(&text, &what), text.split(&what).collect::<Vec<_>>());
            prop_assert_eq!(replace(&text, &what, "ö"), text.replace(&what, "ö"));
        }
    }

    #[test]
    fn nothing_stands_everywhere() {
        assert!(contains("", "") && contains("a", ""));
        assert_eq!(split("ab", ""), ["ab"]);
    }
}
