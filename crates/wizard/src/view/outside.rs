//! Text from outside, made fit for the screen: what nobody can see is named, what has no end is cut.
//!
//! A stranger's name may turn the order of the words around it, hide a part of itself, or fill the
//! page. Scripts that need joiners, and emoji, stay as they are.

use super::words;

/// How much is shown of a name, in characters. Graph's own limits are below.
pub const NAME: usize = 100;
/// How much is shown of anything else: as much as a Page can send.
pub const TEXT: usize = 2000;
/// What a line break counts, at most, so that lines have an end too.
const LINE: usize = 40;
/// What a name such as `‹U+202E›` counts.
const MARK: usize = 8;

/// The text as the screen shows it. Of one that is cut, the length is told.
#[must_use]
pub fn shown(text: &str, limit: usize) -> String {
    let mut out = String::new();
    let mut left = limit;
    let mut before = '\0';
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        let next = rest.peek().copied().unwrap_or_default();
        if left == 0 {
            out.push_str("… (");
            out.push_str(&words::count(text.chars().count(), "character"));
            out.push_str(" in all)");
            break;
        }
        let counts = if is_visible(c) || belongs(before, c, next) {
            out.push(c);
            before = c;
            match c {
                '\n' => LINE.min(limit / 50),
                _ => 1,
            }
        } else {
            name(&mut out, u32::from(c));
            before = '\0';
            MARK
        };
        left = left.saturating_sub(counts);
    }
    out
}

/// `‹U+202E›`. Unicode's own names would be the half of the page.
fn name(out: &mut String, code: u32) {
    out.push_str("‹U+");
    for place in (0..5).rev() {
        let digit = code >> (4 * place) & 15;
        if place < 4 || digit > 0 {
            out.extend(char::from_digit(digit, 16).map(|digit| digit.to_ascii_uppercase()));
        }
    }
    out.push('›');
}

/// Whether a character can be seen, or is white space as everybody knows it: the rest is Unicode's
/// `Default_Ignorable_Code_Point`, controls, separators, and the blank of Braille.
fn is_visible(c: char) -> bool {
    !matches!(c,
        '\0'..='\x08' | '\x0b' | '\x0c' | '\x0e'..='\x1f' | '\x7f'..='\u{9f}' | '\u{ad}' | '\u{34f}' | '\u{61c}'
        | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{2800}'
        | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}'
        | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

/// Whether a character that cannot be seen is part of what can: it says how its neighbours look.
fn belongs(before: char, c: char, next: char) -> bool {
    match c {
        '\u{200c}' | '\u{200d}' => joins(before) && joins(next),
        // One variation selector.
        '\u{180b}'..='\u{180f}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}' => {
            before != '\0' && is_visible(before)
        }
        // The letters of a regional flag.
        '\u{e0020}'..='\u{e007f}' => matches!(before, '\u{1f3f4}' | '\u{e0020}'..='\u{e007e}'),
        _ => false,
    }
}

/// Letters of the scripts that join, from Hebrew to Mongolian, Arabic forms, symbols and emoji.
fn joins(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{18ff}' | '\u{2190}'..='\u{2bff}' | '\u{fb50}'..='\u{fefc}'
        | '\u{1f000}'..='\u{1faff}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(shown(text, TEXT), expected, "{text:?}");
    }

    #[test]
    fn what_nobody_can_see_is_named() {
        check("inv\u{202e}fdp.exe", "inv‹U+202E›fdp.exe");
        check("a\u{2069}b\u{2066}c", "a‹U+2069›b‹U+2066›c");
        check(
            "\0\u{1b}[31m\u{7f}\u{85}",
            "‹U+0000›‹U+001B›[31m‹U+007F›‹U+0085›",
        );
        check("Ad\u{200b}min\u{feff}", "Ad‹U+200B›min‹U+FEFF›");
        check("a\u{2028}b\u{ad}c\u{61c}", "a‹U+2028›b‹U+00AD›c‹U+061C›");
        check("\u{e0041}\u{e0042}", "‹U+E0041›‹U+E0042›");
    }

    #[test]
    fn what_people_write_stays() {
        for text in [
            "Zoë Å. O’Brien\t– 日本\u{3000}語",
            "one\n\r\ntwo",
            "שָׁלוֹם، مرحبا بالعالم",
            "می\u{200c}خواهم",
            "क्\u{200d}ष",
            "👨\u{200d}👩\u{200d}👧 ❤\u{fe0f}\u{200d}🔥 🏳\u{fe0f}\u{200d}🌈 1\u{fe0f}\u{20e3} 👩🏽\u{200d}🚀",
            "🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}",
            "葛\u{e0100}城",
            "e\u{301}\u{323}",
        ] {
            check(text, text);
        }
    }

    #[test]
    fn a_joiner_between_letters_that_do_not_join_is_named() {
        check("a\u{200d}b\u{200c}", "a‹U+200D›b‹U+200C›");
        check("\u{200d}👧", "‹U+200D›👧");
        check("👧\u{200d}\u{202e}", "👧‹U+200D›‹U+202E›");
        check("a\u{fe0f}\u{fe0f}", "a\u{fe0f}‹U+FE0F›");
        check("\u{fe0f}", "‹U+FE0F›");
    }

    #[test]
    fn what_has_no_end_is_cut_and_its_length_told() {
        let long = "a".repeat(100_000);
        let cut = format!("{}… (100000 characters in all)", "a".repeat(NAME));
        assert_eq!(shown(&long, NAME), cut);
        assert_eq!(shown(&"a".repeat(NAME), NAME), "a".repeat(NAME));
        let lines = shown(&"\n".repeat(100_000), TEXT);
        assert_eq!(lines.matches('\n').count(), TEXT / LINE);
        assert_eq!(shown("one\ntwo\nthree", NAME), "one\ntwo\nthree");
        let unseen = shown(&"\u{202e}".repeat(100_000), NAME);
        assert_eq!(unseen.matches('‹').count(), 13);
        assert_eq!(shown(&long, usize::MAX), long);
    }

    proptest! {
        #[test]
        fn nothing_unseen_is_left_and_nothing_seen_is_lost(
            text in r"([\PC\u{0}-\u{1f}\u{200b}-\u{206f}\u{fe00}-\u{feff}]|\u{200d}👩|\u{fe0f}){0,40}",
        ) {
            let out = shown(&text, TEXT);
            // What stays unseen stands between what is seen, as it stood before.
            prop_assert!(out.chars().all(|c| is_visible(c) || text.contains(c)), "{out:?}");
            let bare = out.replace(|c| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'), "");
            prop_assert_eq!(&bare, &out);
            let seen: String = text.chars().filter(|c| is_visible(*c)).collect();
            let mut out = out.chars();
            prop_assert!(seen.chars().all(|c| out.any(|other| other == c)));
        }
    }
}
