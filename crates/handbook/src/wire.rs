//! The questions and answers as JSON texts, written and read by hand: derived readers are too big
//! for the page.

use std::sync::Arc;

use graph_api::TokenKind;
use graph_api::json::{self, Object, Value};

use crate::notification::{Notified, Pasted};
use crate::protocol::{
    Answer, Ask, Asked, Came, Clue, Code, Explanation, LoginTopic, Place, Question, Situation,
    Told, Way,
};

impl Asked {
    const ALL: [Self; 8] = [
        Self::Login,
        Self::Token,
        Self::Pages,
        Self::Conversations,
        Self::Messages,
        Self::Send,
        Self::Write,
        Self::Query,
    ];
}

impl Clue {
    const ALL: [Self; 3] = [Self::Page, Self::Reader, Self::Listed];
}

impl Came {
    /// Those that are told by their number alone.
    const PLAIN: [Self; 5] = [
        Self::Empty,
        Self::OtherShape,
        Self::NoBody,
        Self::Html,
        Self::Garbled,
    ];

    /// Its place among them, from 1.
    const fn number(self) -> u32 {
        match self {
            Self::Refused { .. } => 0,
            Self::Empty => 1,
            Self::OtherShape => 2,
            Self::NoBody => 3,
            Self::Html => 4,
            Self::Garbled => 5,
        }
    }
}

impl Ask {
    /// The text to post.
    #[must_use]
    pub fn into_text(self) -> String {
        let mut ask = Object::default();
        ask.insert("ticket", self.ticket.into());
        match self.what {
            Question::Explain(it) => {
                let (code, subcode) = match it.came {
                    Came::Refused { code, subcode } => (code, subcode),
                    _ => (None, None),
                };
                let token = match it.token {
                    None => 0,
                    Some(TokenKind::User) => 1,
                    Some(TokenKind::Page) => 2,
                };
                let facts = [
                    it.asked as u32,
                    it.came.number(),
                    token,
                    it.clue.map_or(0, |clue| clue as u32 + 1),
                    it.is_practice.into(),
                    it.has_page.into(),
                ];
                ask.insert("facts", list(facts));
                ask.insert("code", code.into());
                ask.insert("subcode", subcode.into());
                ask.insert("granted", it.granted.map(list).into());
            }
            Question::Draw(text) => ask.insert("draw", text.into()),
            Question::Notification(Pasted(text)) => ask.insert("notification", text.into()),
            Question::Login(topic) => ask.insert("login", topic.name().into()),
        }
        Value::Object(ask).to_string()
    }

    /// Reads what [`Ask::into_text`] wrote; none when it is something else.
    #[must_use]
    pub fn from_text(text: &str) -> Option<Self> {
        let ask = json::parse(text).ok()?;
        if let Some(text) = ask.get("draw") {
            return Some(Self {
                ticket: ticket(&ask)?,
                what: Question::Draw(text.as_str()?.to_owned()),
            });
        }
        if let Some(text) = ask.get("notification") {
            let pasted = Pasted(text.as_str()?.to_owned());
            return Some(Self {
                ticket: ticket(&ask)?,
                what: Question::Notification(pasted),
            });
        }
        if let Some(topic) = ask.get("login") {
            return Some(Self {
                ticket: ticket(&ask)?,
                what: Question::Login(LoginTopic::named(topic.as_str()?)?),
            });
        }
        let facts = ask.get("facts")?.as_list()?;
        let fact = |at: usize| usize::try_from(facts.get(at)?.as_u64()?).ok();
        let code = |key: &str| ask.get(key)?.as_u64();
        let situation = Situation {
            asked: *Asked::ALL.get(fact(0)?)?,
            came: match fact(1)?.checked_sub(1) {
                Some(plain) => *Came::PLAIN.get(plain)?,
                None => Came::Refused {
                    code: code("code"),
                    subcode: code("subcode"),
                },
            },
            token: match fact(2)? {
                1 => Some(TokenKind::User),
                2 => Some(TokenKind::Page),
                _ => None,
            },
            clue: fact(3)?
                .checked_sub(1)
                .and_then(|at| Clue::ALL.get(at).copied()),
            is_practice: fact(4)? == 1,
            has_page: fact(5)? == 1,
            granted: texts(&ask, "granted"),
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
            Answer::Drawn(code) => {
                told.insert("size", code.size.into());
                told.insert("path", code.path.into());
            }
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
        if let Some(path) = told.get("path") {
            let size = u32::try_from(told.get("size")?.as_u64()?).ok()?;
            let path = path.as_str()?.to_owned();
            let what = Answer::Drawn(Code { size, path });
            return Some(Self { ticket, what });
        }
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
        let refused = Came::Refused {
            code: Some(u64::MAX),
            subcode: None,
        };
        let clues = Clue::ALL.map(Some).into_iter().chain([None]);
        let mut clues = clues.cycle();
        for asked in Asked::ALL {
            for came in Came::PLAIN.into_iter().chain([refused]) {
                let ask = Ask {
                    ticket: u32::MAX,
                    what: Question::Explain(Situation {
                        asked,
                        came,
                        is_practice: true,
                        has_page: false,
                        token: Some(TokenKind::Page),
                        clue: clues.next().flatten(),
                        granted: Some(vec!["pages_messaging".to_owned()]),
                    }),
                };
                assert_eq!(Ask::from_text(&ask.clone().into_text()), Some(ask));
            }
        }
        let nothing_known = Ask {
            ticket: 1,
            what: Question::Explain(Situation {
                asked: Asked::Token,
                came: Came::Refused {
                    code: None,
                    subcode: Some(33),
                },
                is_practice: false,
                has_page: true,
                token: None,
                clue: None,
                granted: None,
            }),
        };
        let text = nothing_known.clone().into_text();
        assert_eq!(Ask::from_text(&text), Some(nothing_known));
        let ask = Ask {
            ticket: 1,
            what: Question::Draw("https://m.me/1".to_owned()),
        };
        assert_eq!(Ask::from_text(&ask.clone().into_text()), Some(ask));
        for topic in LoginTopic::ALL {
            let what = Question::Login(*topic);
            let ask = Ask { ticket: 1, what };
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
        let code = Code {
            size: 33,
            path: "M4 4h7v1h-7z".to_owned(),
        };
        for what in [
            Answer::Explained(explanation),
            Answer::Drawn(code),
            Answer::Unreadable,
        ] {
            let told = Told { ticket: 3, what };
            assert_eq!(Told::from_text(&told.clone().into_text()), Some(told));
        }
    }

    #[test]
    fn what_is_none_is_refused() {
        assert_eq!(Ask::from_text(r#"{"ticket":1,"login":"?"}"#), None);
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
