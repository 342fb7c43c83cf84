//! The page's questions as texts.

use graph_api::{HttpRequest, Method};

use super::{Object, WHAT};
use crate::protocol::{Ask, Question};

impl Ask {
    /// The text to post.
    #[must_use]
    pub fn into_text(self) -> String {
        let mut ask = Object::default();
        ask.put("ticket", self.ticket.into());
        ask.put("now", self.now.into());
        let what = match self.what {
            Question::Open { snapshot } => {
                ask.put("snapshot", snapshot.into());
                "open"
            }
            Question::Request(request) => {
                ask.put("method", request.method.as_str().into());
                ask.put("url", request.url.into());
                ask.put_headers(request.headers);
                ask.put("body", request.body.into());
                "request"
            }
            Question::CustomerWrites { text } => {
                ask.put("text", text.into());
                "customer-writes"
            }
            Question::Scenario(name) => {
                ask.put("name", name.into());
                "scenario"
            }
            Question::Help => "help",
            Question::Reset => "reset",
        };
        ask.put(WHAT, what.into());
        ask.into_text()
    }

    /// Reads what [`Ask::into_text`] wrote; none when it is something else.
    #[must_use]
    pub fn from_text(text: &str) -> Option<Self> {
        let mut ask = Object::from_text(text)?;
        let what = match ask.text(WHAT)?.as_str() {
            "open" => Question::Open {
                snapshot: ask.text("snapshot"),
            },
            "request" => Question::Request(HttpRequest {
                method: method(&ask.text("method")?)?,
                url: ask.text("url")?,
                headers: ask.headers()?,
                body: ask.text("body"),
            }),
            "customer-writes" => Question::CustomerWrites {
                text: ask.text("text")?,
            },
            "scenario" => Question::Scenario(ask.text("name")?),
            "help" => Question::Help,
            "reset" => Question::Reset,
            _ => return None,
        };
        Some(Self {
            ticket: u32::try_from(ask.number("ticket")?).ok()?,
            now: ask.number("now")?,
            what,
        })
    }
}

fn method(name: &str) -> Option<Method> {
    let all = [Method::Get, Method::Post, Method::Delete];
    all.into_iter().find(|method| method.as_str() == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(what: Question) {
        let ask = Ask {
            ticket: u32::MAX,
            now: -1,
            what,
        };
        assert_eq!(Ask::from_text(&ask.clone().into_text()), Some(ask));
    }

    #[test]
    fn what_was_written_is_read_back() {
        check(Question::Open { snapshot: None });
        let snapshot = Some("{\"a\":\"\\n\"}".to_owned());
        check(Question::Open { snapshot });
        for method in [Method::Get, Method::Post, Method::Delete] {
            check(Question::Request(HttpRequest {
                method,
                url: "https://graph.facebook.com/v26.0/me".to_owned(),
                headers: vec![("a".to_owned(), "1".to_owned()), Default::default()],
                body: (method == Method::Post).then(|| "é=\u{0}".to_owned()),
            }));
        }
        let text = "Hello".to_owned();
        check(Question::CustomerWrites { text });
        check(Question::Scenario("none".to_owned()));
        check(Question::Help);
        check(Question::Reset);
    }

    #[test]
    fn what_is_no_question_is_refused() {
        for bad in [
            "",
            "[]",
            "{}",
            r#"{"what":"reset"}"#,
            r#"{"what":"reset","ticket":-1,"now":0}"#,
            r#"{"what":"scenario","ticket":1,"now":0}"#,
            r#"{"what":"x","ticket":1,"now":0}"#,
        ] {
            assert_eq!(Ask::from_text(bad), None, "{bad}");
        }
    }
}
