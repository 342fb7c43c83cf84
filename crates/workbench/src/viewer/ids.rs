//! IDs in an answer, and of what.

use crate::wish::IdKind;

use super::document::{Document, Kind, Line};

/// What is known besides the answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Known<'a> {
    /// The chosen Page.
    pub(crate) page: Option<&'a str>,
    /// The chosen person.
    pub(crate) psid: Option<&'a str>,
}

/// The keys under which only Pages have something.
const OF_PAGES: [&str; 4] = ["access_token", "tasks", "category", "category_list"];

/// What people and Pages are called in a conversation.
const PARTIES: [&str; 6] = [
    "from",
    "to",
    "participants",
    "senders",
    "sender",
    "recipient",
];

/// The ID in a line, if one stands there, and of what it is.
pub(super) fn of(document: &Document, line: &Line, known: Known) -> Option<(IdKind, String)> {
    if !matches!(line.kind, Kind::Text | Kind::Number) {
        return None;
    }
    let list = line.key.is_empty().then(|| document.line(line.parent));
    let key = document.key(list.flatten().unwrap_or(line));
    let is_named = ["id", "mid"].contains(&key) || key.ends_with("_id") || key.ends_with("_ids");
    if !is_named || line.value.to - line.value.from > 500 {
        return None;
    }
    let id = document.value(line);
    let kind = kind(document, line, key, &id, known)?;
    Some((kind, id))
}

fn kind(document: &Document, line: &Line, key: &str, id: &str, known: Known) -> Option<IdKind> {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"_-.:$=".contains(&byte);
    if id.is_empty() || !id.bytes().all(plain) {
        return None;
    }
    if id.starts_with("t_") {
        return Some(IdKind::Conversation);
    }
    if id.starts_with("m_") || id.starts_with("mid.") || matches!(key, "mid" | "message_id") {
        return Some(IdKind::Message);
    }
    // `123_456` is a post's. What else is called an ID leads nowhere, such as `fbtrace_id`.
    if !id.bytes().all(|byte| byte.is_ascii_digit() || byte == b'_') {
        return None;
    }
    Some(match key {
        _ if known.page == Some(id) => IdKind::Page,
        _ if known.psid == Some(id) => IdKind::Psid,
        "page_id" => IdKind::Page,
        "recipient_id" => IdKind::Psid,
        // The Pages that a permission was granted for.
        "target_ids" if is_of_pages(document, line) => IdKind::Page,
        "id" => by_place(document, line, known),
        _ => IdKind::Other,
    })
}

/// Of what the object is that an `id` stands in.
fn by_place(document: &Document, line: &Line, known: Known) -> IdKind {
    let has = |key: &&&str| document.child(line.parent, key).is_some();
    if OF_PAGES.iter().find(has).is_some() {
        return IdKind::Page;
    }
    let mut at = line.parent;
    while let Some(it) = document.line(at)
        && it.parent != at
    {
        match document.key(it) {
            "" | "data" => at = it.parent,
            // A Page takes part in each conversation: who is not the Page is known only with it.
            key if PARTIES.contains(&key) && known.page.is_some() => return IdKind::Psid,
            "accounts" | "page" => return IdKind::Page,
            _ => break,
        }
    }
    IdKind::Other
}

/// Whether a list of IDs belongs to a permission on Pages.
fn is_of_pages(document: &Document, line: &Line) -> bool {
    let list = document.line(line.parent);
    let scope = list.and_then(|list| document.child(list.parent, "scope"));
    scope.is_some_and(|(_, scope)| document.value(scope).starts_with("pages_"))
}

/// What it is called.
pub(super) const fn name(kind: IdKind) -> &'static str {
    match kind {
        IdKind::Page => "Page ID",
        IdKind::Psid => "PSID",
        IdKind::Conversation => "Conversation ID",
        IdKind::Message => "Message ID",
        IdKind::Other => "ID",
    }
}

/// What the reader may want to say that it is.
pub(super) fn claims(kind: IdKind, id: &str) -> &'static [(IdKind, &'static str)] {
    const PAGE: (IdKind, &str) = (IdKind::Page, "This is my Page");
    const PSID: (IdKind, &str) = (IdKind::Psid, "This is my PSID");
    match kind {
        IdKind::Page => &[PAGE],
        IdKind::Psid => &[PSID],
        IdKind::Conversation => &[(IdKind::Conversation, "This is my conversation")],
        IdKind::Other if id.bytes().all(|byte| byte.is_ascii_digit()) => &[PAGE, PSID],
        IdKind::Message | IdKind::Other => &[],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const KNOWN: Known<'static> = Known {
        page: Some("111"),
        psid: Some("222"),
    };

    #[track_caller]
    fn check(json: &str, known: Known, expected: &[(IdKind, &str)]) {
        let document = Document::new(json);
        let lines = document.lines.iter();
        let found: Vec<_> = lines
            .filter_map(|line| of(&document, line, known))
            .collect();
        let found: Vec<_> = found.iter().map(|it| (it.0, it.1.as_str())).collect();
        assert_eq!(found, expected, "{json}");
    }

    #[test]
    fn pages_are_told_by_what_stands_beside_them() {
        let pages = r#"{"data":[{"name":"A","id":"1","tasks":["MESSAGING"]},{"access_token":"(redacted)","id":"2"}]}"#;
        check(
            pages,
            Known::default(),
            &[(IdKind::Page, "1"), (IdKind::Page, "2")],
        );
        let me = r#"{"id":"5","accounts":{"data":[{"id":"6"}]}}"#;
        check(
            me,
            Known::default(),
            &[(IdKind::Other, "5"), (IdKind::Page, "6")],
        );
    }

    #[test]
    fn who_takes_part_and_is_not_the_page_is_a_person() {
        let json = r#"{"data":[{"id":"t_9","participants":{"data":[{"id":"333"},{"id":"111"}]},
            "messages":{"data":[{"id":"m_1-a_B","from":{"id":"444"},"to":{"data":[{"id":"111"}]}}]}}]}"#;
        let expected = [
            (IdKind::Conversation, "t_9"),
            (IdKind::Psid, "333"),
            (IdKind::Page, "111"),
            (IdKind::Message, "m_1-a_B"),
            (IdKind::Psid, "444"),
            (IdKind::Page, "111"),
        ];
        check(json, KNOWN, &expected);
        let parties = r#"{"participants":{"data":[{"id":"333"}]}}"#;
        check(parties, Known::default(), &[(IdKind::Other, "333")]);
    }

    #[test]
    fn a_sent_message_and_a_token_have_ids_too() {
        let sent = r#"{"recipient_id":"7","message_id":"m_8"}"#;
        check(
            sent,
            Known::default(),
            &[(IdKind::Psid, "7"), (IdKind::Message, "m_8")],
        );
        let token = r#"{"data":{"app_id":1,"user_id":"2","granular_scopes":[
            {"scope":"pages_messaging","target_ids":["3"]},{"scope":"email","target_ids":["4"]}]}}"#;
        let expected = [
            (IdKind::Other, "1"),
            (IdKind::Other, "2"),
            (IdKind::Page, "3"),
            (IdKind::Other, "4"),
        ];
        check(token, Known::default(), &expected);
    }

    #[test]
    fn what_is_known_is_known_anywhere() {
        let json = r#"{"id":"222","page_id":"9","x_id":"111","post_id":"1_2"}"#;
        let expected = [
            (IdKind::Psid, "222"),
            (IdKind::Page, "9"),
            (IdKind::Page, "111"),
            (IdKind::Other, "1_2"),
        ];
        check(json, KNOWN, &expected);
    }

    #[test]
    fn the_rest_is_none() {
        for json in [
            r#"{"id":null,"x_id":{},"y_id":[]}"#,
            r#"{"id":"a b","b_id":"","c_id":"<i>"}"#,
            r#"{"fbtrace_id":"AbC1","code":190,"valid":"1"}"#,
        ] {
            check(json, Known::default(), &[]);
        }
    }
}
