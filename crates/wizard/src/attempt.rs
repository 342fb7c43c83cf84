//! A reply that went out while nobody can tell yet what became of it, and how the conversation tells:
//! by a message of the Page's that was not there before. No clock is needed for that.

use graph_api::endpoints::get_conversation::MessageRow;
use graph_api::json::{Object, Value};
use graph_api::{ConversationId, MessageId, PageId};

use crate::remote::Failure;

/// How often the conversation is read before the page gives up looking.
pub(crate) const READS: u8 = 3;

/// What is stored before a reply goes out, so that a reload knows of it. Holds no text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attempt {
    /// Where it went.
    pub conversation: ConversationId,
    /// Tells the same words from others.
    words: String,
    /// The messages that were there before; none when they were not read.
    known: Option<Vec<MessageId>>,
}

/// Why nobody can tell, and how far the looking has come.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Doubt {
    /// What came instead of an answer; none when the reader took it back, or after a reload.
    pub failure: Option<Failure>,
    /// The looking.
    pub search: Search,
}

/// Looking for the reply in the conversation.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Search {
    /// Not begun, or given up: the reader may begin it.
    #[default]
    Idle,
    /// Under way, after so many reads.
    Looking(u8),
    /// Read as often as it makes sense, and it was not there.
    Missing,
    /// The conversation could not be read.
    Failed(Failure),
}

impl Attempt {
    /// Before a text goes out to a conversation of which these messages are known.
    pub(crate) fn new(
        conversation: ConversationId,
        text: &str,
        known: Option<&[MessageRow]>,
    ) -> Self {
        let ids = |rows: &[MessageRow]| rows.iter().map(|row| row.id.clone()).collect();
        Self {
            conversation,
            words: fingerprint(text),
            known: known.map(ids),
        }
    }

    /// The Page's messages with these words that were not there before, oldest first. None where
    /// nobody looked before: then an old message with the same words would be taken for this one.
    pub(crate) fn arrived(&self, page: &PageId, rows: &[MessageRow]) -> Vec<MessageId> {
        let Some(known) = &self.known else {
            return Vec::new();
        };
        let is_new = |row: &&MessageRow| {
            row.is_from(page.as_str())
                && !known.contains(&row.id)
                && row.message.as_deref().is_some_and(|text| self.is_of(text))
        };
        let new = rows.iter().rev().filter(is_new);
        new.map(|row| row.id.clone()).collect()
    }

    /// Whether these are the words that went out.
    pub(crate) fn is_of(&self, text: &str) -> bool {
        fingerprint(text) == self.words
    }

    /// Whether the page can tell by itself.
    pub(crate) fn can_tell(&self) -> bool {
        self.known.is_some()
    }

    pub(crate) fn to_json(&self) -> Value {
        let mut map = Object::default();
        map.insert("conversation", self.conversation.as_str().into());
        map.insert("words", self.words.as_str().into());
        if let Some(known) = &self.known {
            let known = known.iter().map(|id| Value::from(id.as_str()));
            map.insert("known", known.collect());
        }
        Value::Object(map)
    }

    /// Reads what was stored. An ID that does not fit makes the list useless, and it is left out.
    pub(crate) fn from_json(stored: &Value) -> Option<Self> {
        let text = |key: &str| stored.get(key).and_then(Value::as_str);
        let known = stored.get("known").and_then(Value::as_list);
        let id = |value: &Value| MessageId::parse(value.as_str()?).ok();
        Some(Self {
            conversation: ConversationId::parse(text("conversation")?).ok()?,
            words: text("words")?.to_owned(),
            known: known.and_then(|known| known.iter().map(id).collect()),
        })
    }
}

/// FNV-1a of the words, without the white space around and between them.
fn fingerprint(text: &str) -> String {
    let letters = text.split_whitespace().flat_map(str::bytes);
    let hash = letters.fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    hash.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use graph_api::json;

    fn id(text: &str) -> MessageId {
        MessageId::parse(text).unwrap()
    }

    /// Newest first, as Graph lists them: ID, sender, text.
    fn rows(rows: &[(&str, &str, &str)]) -> Vec<MessageRow> {
        use graph_api::{Endpoint as _, HttpResponse, endpoints::GetConversation};
        let row = |(id, from, text): &(&str, &str, &str)| {
            format!(r#"{{"id":"{id}","message":"{text}","from":{{"id":"{from}"}}}}"#)
        };
        let rows: Vec<_> = rows.iter().map(row).collect();
        let body = format!(
            r#"{{"messages":{{"data":[{}]}},"id":"t_1"}}"#,
            rows.join(",")
        );
        let conversation = ConversationId::parse("t_1").unwrap();
        let response = HttpResponse {
            status: 200,
            headers: Vec::new(),
            body,
        };
        GetConversation { conversation }
            .answer(&response)
            .unwrap()
            .rows
    }

    fn attempt(known: Option<&[MessageRow]>) -> Attempt {
        Attempt::new(
            ConversationId::parse("t_1").unwrap(),
            " Hello\n you ",
            known,
        )
    }

    #[track_caller]
    fn check(attempt: &Attempt, now: &[(&str, &str, &str)], expected: &[&str]) {
        let expected: Vec<_> = expected.iter().map(|text| id(text)).collect();
        let page = PageId::parse("42").unwrap();
        assert_eq!(attempt.arrived(&page, &rows(now)), expected);
    }

    #[test]
    fn only_a_new_message_of_the_page_with_the_same_words_counts() {
        let attempt = attempt(Some(&rows(&[
            ("m_2", "42", "Hello you"),
            ("m_1", "7", "Hi"),
        ])));
        check(&attempt, &[("m_2", "42", "Hello you")], &[]);
        check(&attempt, &[("m_3", "7", "Hello you")], &[]);
        check(&attempt, &[("m_3", "42", "Hello")], &[]);
        check(&attempt, &[("m_3", "42", "Hello you")], &["m_3"]);
        let twice = [("m_4", "42", "Hello you"), ("m_3", "42", "Hello  you")];
        check(&attempt, &twice, &["m_3", "m_4"]);
    }

    #[test]
    fn where_nobody_looked_before_nothing_is_told() {
        check(&attempt(None), &[("m_3", "42", "Hello you")], &[]);
        assert!(!attempt(None).can_tell());
        assert!(attempt(Some(&[])).can_tell());
    }

    #[test]
    fn it_is_stored_without_its_words() {
        for known in [None, Some(rows(&[("m_1", "7", "Hi")]))] {
            let attempt = attempt(known.as_deref());
            let stored = attempt.to_json();
            assert!(!stored.to_string().contains("Hello"));
            assert_eq!(Attempt::from_json(&stored), Some(attempt));
        }
        let bad = json::parse(r#"{"conversation":"t_1","words":"1","known":["m_1",7]}"#).unwrap();
        assert!(!Attempt::from_json(&bad).unwrap().can_tell());
        for bad in ["null", "{}", r#"{"conversation":"x","words":"1"}"#] {
            assert_eq!(Attempt::from_json(&json::parse(bad).unwrap()), None);
        }
    }
}
