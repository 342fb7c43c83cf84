//! Words that stand for an ID: `PAGE-ID`, `<PSID>`, `{page-id}`.

use std::ops::Range;

use crate::wish::IdKind;

/// The first one in a text: where it stands, and what it stands for.
pub(crate) fn find(text: &str) -> Option<(Range<usize>, IdKind)> {
    let mut from = 0;
    loop {
        let rest = text.get(from..)?;
        let start = from + rest.find(is_part)?;
        let word = text.get(start..)?;
        let end = start + word.find(|c| !is_part(c)).unwrap_or(word.len());
        let word = text.get(start..end)?;
        let wrapped = wrapped(text, start, end);
        if let Some(kind) = kind(word, wrapped.is_some()) {
            return Some((wrapped.unwrap_or(start..end), kind));
        }
        from = end;
    }
}

fn is_part(c: char) -> bool {
    c.is_ascii_alphabetic() || c == '-' || c == '_'
}

/// With the brackets around it, if there are any.
fn wrapped(text: &str, start: usize, end: usize) -> Option<Range<usize>> {
    let before = text.get(..start)?.chars().next_back()?;
    let after = text.get(end..)?.chars().next()?;
    matches!((before, after), ('<', '>') | ('{', '}')).then(|| start - 1..end + 1)
}

/// In brackets it may be written in any way, else in capitals.
fn kind(word: &str, is_wrapped: bool) -> Option<IdKind> {
    if !is_wrapped && word.chars().any(|c| c.is_ascii_lowercase()) {
        return None;
    }
    let word = word.to_ascii_uppercase().replace('_', "-");
    let owner = match word.as_str() {
        "PSID" => return Some(IdKind::Psid),
        "ID" => return Some(IdKind::Other),
        word => word
            .strip_suffix("-ID")
            .or_else(|| word.strip_suffix("ID"))?,
    };
    let all = [
        ("PAGE", IdKind::Page),
        ("CONVERSATION", IdKind::Conversation),
        ("THREAD", IdKind::Conversation),
        ("MESSAGE", IdKind::Message),
        ("RECIPIENT", IdKind::Psid),
        ("USER", IdKind::Other),
        ("APP", IdKind::Other),
    ];
    let found = all
        .into_iter()
        .find(|(name, _)| owner.trim_end_matches('-').ends_with(name));
    Some(found?.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<(&str, IdKind)>) {
        let found = find(text);
        let found = found.map(|(range, kind)| (&text[range], kind));
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn what_stands_for_an_id_is_found() {
        check("PAGE-ID", Some(("PAGE-ID", IdKind::Page)));
        check("{page-id}", Some(("{page-id}", IdKind::Page)));
        check("<PAGE_ID>", Some(("<PAGE_ID>", IdKind::Page)));
        check(
            "CONVERSATION-ID",
            Some(("CONVERSATION-ID", IdKind::Conversation)),
        );
        check("{id:PSID}", Some(("PSID", IdKind::Psid)));
        check("{'id':'{PSID}'}", Some(("{PSID}", IdKind::Psid)));
        check(r#"{"id":"<PSID>"}"#, Some(("<PSID>", IdKind::Psid)));
        check("USER-ID", Some(("USER-ID", IdKind::Other)));
    }

    #[test]
    fn what_is_written_otherwise_stands_for_itself() {
        for text in [
            "me", "accounts", "t_42", "{id:42}", "page-id", "RAPID", "", "-", "{}",
        ] {
            check(text, None);
        }
    }
}
