//! The questions and answers as JSON texts, written and read by hand: derived readers are too big
//! for the page.

use graph_api::json::{self, Object, Value};

use std::sync::Arc;

use crate::notification::{Notified, Pasted};
use crate::protocol::{Answer, Ask, Asked, Explanation, Place, Question, Situation, Told, Way};

impl Asked {
    const ALL: [Self; 5] = [
        Self::Token,
        Self::Pages,
        Self::Conversations,
        Self::Messages,
        Self::Send,
    ];
}

impl Ask {
    /// The text to post.
    #[must_use]
    pub fn into_text(self) -> String {
        let mut ask = Object::default();
        ask.insert("ticket", self.ticket.into());
        match self.what {
            Question::Explain(it) => {
                ask.insert("asked", (it.asked as u32).into());
                ask.insert("code", it.code.into());
                ask.insert("subcode", it.subcode.into());
                ask.insert("practice", it.is_practice.into());
                ask.insert("page", it.has_page.into());
            }
            Question::Notification(Pasted(text)) => ask.insert("notification", text.into()),
        }
        Value::Object(ask).to_string()
    }

    /// Reads what [`Ask::into_text`] wrote; none when it is something else.
    #[must_use]
    pub fn from_text(text: &str) -> Option<Self> {
        let ask = json::parse(text).ok()?;
        if let Some(text) = ask.get("notification") {
            let pasted = Pasted(text.as_str()?.to_owned());
            return Some(Self {
                ticket: ticket(&ask)?,
                what: Question::Notification(pasted),
            });
        }
        let asked = usize::try_from(ask.get("asked")?.as_u64()?).ok()?;
        let situation = Situation {
            asked: *Asked::ALL.get(asked)?,
            code: ask.get("code")?.as_u64(),
            subcode: ask.get("subcode")?.as_u64(),
            is_practice: ask.get("practice")?.as_bool()?,
            has_page: ask.get("page")?.as_bool()?,
        };
        Some(Self {
            ticket: ticket(&ask)?,
            what: Question::Explain(situation),
        })
    }
}

fn ticket(message: &Value) -> Option<u32> {
    u32::try_from(message.get("ticket")?.as_u64()?).ok()
}

impl Told {
    /// The text to post.
    #[must_use]
    pub fn into_text(self) -> String {
        let mut told = Object::default();
        told.insert("ticket", self.ticket.into());
        match self.what {
            Answer::Explained(it) => told.insert("explained", it.into_json()),
            Answer::Notification(it) => {
                told.insert("notification", Arc::unwrap_or_clone(it).into_json());
            }
            Answer::Unreadable => {}
        }
        Value::Object(told).to_string()
    }

    /// Reads what [`Told::into_text`] wrote; none when it is something else.
    #[must_use]
    pub fn from_text(text: &str) -> Option<Self> {
        let told = json::parse(text).ok()?;
        let ticket = ticket(&told)?;
        let what = match (told.get("explained"), told.get("notification")) {
            (Some(it), _) => Answer::Explained(Explanation::from_json(it)?),
            (_, Some(it)) => Answer::Notification(Arc::new(Notified::from_json(it)?)),
            _ => Answer::Unreadable,
        };
        Some(Self { ticket, what })
    }
}

impl Explanation {
    pub(crate) fn into_json(self) -> Value {
        let mut json = Object::default();
        json.insert("title", self.title.into());
        json.insert("why", list(self.why));
        json.insert("steps", list(self.steps));
        json.insert("places", list(self.places.into_iter().map(Place::name)));
        json.insert("ways", list(self.ways.into_iter().map(Way::name)));
        json.into()
    }

    pub(crate) fn from_json(json: &Value) -> Option<Self> {
        Some(Self {
            title: json.get("title")?.as_str()?.to_owned(),
            why: texts(json, "why")?,
            steps: texts(json, "steps")?,
            places: known(json, "places", Place::named),
            ways: known(json, "ways", Way::named),
        })
    }
}

fn list<T: Into<Value>>(items: impl IntoIterator<Item = T>) -> Value {
    Value::List(items.into_iter().map(Into::into).collect())
}

#[inline(never)]
fn texts(message: &Value, key: &str) -> Option<Vec<String>> {
    let mut texts = Vec::new();
    for item in message.get(key)?.as_list()? {
        texts.push(item.as_str()?.to_owned());
    }
    Some(texts)
}

/// What this build of the page does not know is left out.
fn known<T>(message: &Value, key: &str, named: fn(&str) -> Option<T>) -> Vec<T> {
    let names = texts(message, key).unwrap_or_default();
    names.iter().filter_map(|name| named(name)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_that_was_written_is_read_back() {
        for asked in Asked::ALL {
            let ask = Ask {
                ticket: u32::MAX,
                what: Question::Explain(Situation {
                    asked,
                    code: Some(u64::MAX),
                    subcode: None,
                    is_practice: true,
                    has_page: false,
                }),
            };
            assert_eq!(Ask::from_text(&ask.clone().into_text()), Some(ask));
        }
    }

    #[test]
    fn an_answer_that_was_written_is_read_back() {
        let explanation = Explanation {
            title: "Ünïcode “and” \"quotes\"".to_owned(),
            why: vec!["a".to_owned(), String::new()],
            steps: vec!["`code`".to_owned()],
            places: Place::ALL.to_vec(),
            ways: Way::ALL.to_vec(),
        };
        for what in [Answer::Explained(explanation), Answer::Unreadable] {
            let told = Told { ticket: 3, what };
            assert_eq!(Told::from_text(&told.clone().into_text()), Some(told));
        }
    }

    #[test]
    fn what_is_none_is_refused() {
        for bad in [
            "",
            "[]",
            "{}",
            r#"{"ticket":-1}"#,
            r#"{"ticket":1,"explained":7}"#,
        ] {
            assert_eq!(Ask::from_text(bad), None, "{bad}");
            assert_eq!(Told::from_text(bad), None, "{bad}");
        }
    }
}
