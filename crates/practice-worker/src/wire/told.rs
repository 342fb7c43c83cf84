//! The worker's answers as texts.

use graph_api::HttpResponse;
use graph_api::json::Value;

use super::{Object, WHAT, into_text};
use crate::protocol::{Answer, Bubble, Keys, Phone, Told};

impl Told {
    /// The text to post.
    #[must_use]
    pub fn into_text(self) -> String {
        let mut told = Object::default();
        told.put("ticket", self.ticket.into());
        let what = match self.what {
            Answer::Opened(keys) => {
                told.put("keys", keys.into_json());
                "opened"
            }
            Answer::Response { response, delay_ms } => {
                told.put("status", u32::from(response.status).into());
                told.put_headers(response.headers);
                told.put("body", response.body.into());
                told.put("delay_ms", delay_ms.into());
                "response"
            }
            Answer::Done => "done",
            Answer::Failed(why) => {
                told.put("why", why.into());
                "failed"
            }
        };
        told.put(WHAT, what.into());
        told.put("phone", self.phone.into_json());
        told.put("snapshot", self.snapshot.into());
        told.put("scenario", self.scenario.into());
        told.put("lessons", self.lessons.into());
        told.into_text()
    }

    /// Reads what [`Told::into_text`] wrote; none when it is something else.
    #[must_use]
    pub fn from_text(text: &str) -> Option<Self> {
        let mut told = Object::from_text(text)?;
        let what = match told.text(WHAT)?.as_str() {
            "opened" => Answer::Opened(Keys::from_json(told.take("keys"))?),
            "response" => Answer::Response {
                response: HttpResponse {
                    status: u16::try_from(told.number("status")?).ok()?,
                    headers: told.headers()?,
                    body: told.text("body")?,
                },
                delay_ms: u32::try_from(told.number("delay_ms")?).ok()?,
            },
            "done" => Answer::Done,
            "failed" => Answer::Failed(told.text("why")?),
            _ => return None,
        };
        Some(Self {
            ticket: u32::try_from(told.number("ticket")?).ok()?,
            what,
            phone: Phone::from_json(told.take("phone"))?,
            snapshot: told.text("snapshot")?,
            scenario: told.text("scenario")?,
            lessons: told.text("lessons")?,
        })
    }
}

impl Keys {
    fn into_json(self) -> Value {
        let mut keys = Object::default();
        keys.put("user_token", self.user_token.into());
        keys.put("user_name", self.user_name.into());
        keys.put("page_id", self.page_id.into());
        keys.put("page_name", self.page_name.into());
        keys.put("customer_name", self.customer_name.into());
        keys.put("restarted", self.restarted.into());
        keys.0.into()
    }

    fn from_json(value: Value) -> Option<Self> {
        let mut keys = Object::from_json(value)?;
        Some(Self {
            user_token: keys.text("user_token")?,
            user_name: keys.text("user_name")?,
            page_id: keys.text("page_id")?,
            page_name: keys.text("page_name")?,
            customer_name: keys.text("customer_name")?,
            restarted: keys.text("restarted"),
        })
    }
}

impl Phone {
    fn into_json(self) -> Value {
        let mut phone = Object::default();
        phone.put("page_id", self.page_id.into());
        phone.put("page_name", self.page_name.into());
        phone.put("customer_name", self.customer_name.into());
        let bubbles = self.bubbles.into_iter().map(Bubble::into_json);
        phone.put("bubbles", bubbles.collect());
        phone.put("typing", self.typing.into());
        phone.put("notification", self.notification.into());
        phone.0.into()
    }

    fn from_json(value: Value) -> Option<Self> {
        let mut phone = Object::from_json(value)?;
        let mut bubbles = Vec::new();
        for bubble in phone.list("bubbles")? {
            bubbles.push(Bubble::from_json(bubble)?);
        }
        Some(Self {
            page_id: phone.text("page_id")?,
            page_name: phone.text("page_name")?,
            customer_name: phone.text("customer_name")?,
            bubbles,
            typing: phone.flag("typing")?,
            notification: phone.text("notification"),
        })
    }
}

impl Bubble {
    fn into_json(self) -> Value {
        let mut bubble = Object::default();
        bubble.put("from_customer", self.from_customer.into());
        bubble.put("text", self.text.into());
        bubble.put("time", self.time.into());
        let quick_replies = self.quick_replies.into_iter().map(Value::from);
        bubble.put("quick_replies", quick_replies.collect());
        bubble.0.into()
    }

    fn from_json(value: Value) -> Option<Self> {
        let mut bubble = Object::from_json(value)?;
        let mut quick_replies = Vec::new();
        for title in bubble.list("quick_replies")? {
            quick_replies.push(into_text(title)?);
        }
        Some(Self {
            from_customer: bubble.flag("from_customer")?,
            text: bubble.text("text")?,
            time: bubble.number("time")?,
            quick_replies,
        })
    }
}
