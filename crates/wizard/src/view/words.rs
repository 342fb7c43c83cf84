//! Small things that many screens say.

use graph_api::GraphTime;

/// `3 minutes ago`; the date once it is older than a week.
pub(crate) fn ago(time: GraphTime, now: GraphTime) -> String {
    let seconds = now.unix() - time.unix();
    let plural = |count: i64, unit: &str| match count {
        1 => format!("1 {unit} ago"),
        count => format!("{count} {unit}s ago"),
    };
    match seconds {
        ..60 => "just now".to_owned(),
        60..3600 => plural(seconds / 60, "minute"),
        3600..86_400 => plural(seconds / 3600, "hour"),
        86_400..604_800 => plural(seconds / 86_400, "day"),
        _ => format!("on {}", time.to_string().get(..10).unwrap_or_default()),
    }
}

/// `about 23 h 41 min`, `about 2 h`, `under a minute`; days above two of them.
pub(crate) fn span(seconds: i64) -> String {
    let minutes = seconds / 60;
    match (minutes / 60, minutes % 60) {
        _ if minutes < 1 => "under a minute".to_owned(),
        (0, minutes) => format!("about {minutes} min"),
        (hours @ 48.., _) => format!("about {} days", hours / 24),
        (hours, 0) => format!("about {hours} h"),
        (hours, minutes) => format!("about {hours} h {minutes} min"),
    }
}

/// `1 Page`, `3 Pages`.
pub(crate) fn count(count: usize, one: &str) -> String {
    match count {
        1 => format!("1 {one}"),
        count => format!("{count} {one}s"),
    }
}

/// A text for comparing without regard to case: Latin, Greek and Cyrillic. Unicode's whole table
/// would be 14 KB of the page.
pub(crate) fn fold(text: &str) -> String {
    text.chars().map(lower).collect()
}

fn lower(letter: char) -> char {
    let code = u32::from(letter);
    let lower = match letter {
        'İ' => return 'i',
        'ς' => return 'σ',
        'Ÿ' => return 'ÿ',
        'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' | 'Α'..='Ρ' | 'Σ'..='Ϋ' | 'А'..='Я' => {
            code + 32
        }
        'Ā'..='ķ' | 'Ŋ'..='ŷ' => code | 1,
        'Ĺ'..='ň' | 'Ź'..='ž' => code + code % 2,
        'Ά' => code + 38,
        'Έ'..='Ί' => code + 37,
        'Ό' => code + 64,
        'Ύ'..='Ώ' => code + 63,
        'Ѐ'..='Џ' => code + 80,
        _ => code,
    };
    char::from_u32(lower).unwrap_or(letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(seconds: i64, expected: &str) {
        let now = GraphTime::from_unix(1_800_000_000);
        assert_eq!(
            ago(GraphTime::from_unix(now.unix() - seconds), now),
            expected
        );
    }

    #[test]
    fn times_are_told_as_people_do() {
        check(-5, "just now");
        check(59, "just now");
        check(60, "1 minute ago");
        check(7200, "2 hours ago");
        check(86_400, "1 day ago");
        check(700_000, "on 2027-01-07");
        assert_eq!(span(172_800), "about 2 days");
        assert_eq!(span(172_799), "about 47 h 59 min");
        assert_eq!(span(85_260), "about 23 h 41 min");
        assert_eq!(span(7259), "about 2 h");
        assert_eq!(span(3599), "about 59 min");
        assert_eq!(span(59), "under a minute");
        assert_eq!(span(-1), "under a minute");
        assert_eq!(count(2, "Page"), "2 Pages");
    }

    #[test]
    fn case_is_folded_as_unicode_does() {
        let ranges = ['\0'..='ſ', '\u{384}'..='ώ', 'Ѐ'..='џ'];
        for letter in ranges.into_iter().flatten().filter(|letter| *letter != 'ς') {
            assert_eq!(
                Some(lower(letter)),
                letter.to_lowercase().next(),
                "{letter}"
            );
        }
        assert_eq!(
            fold("ÉCOLE Ős ΣΟΦΟΣ Ёж 日本"),
            fold("école őS σοφος ёЖ 日本")
        );
    }
}
