//! What was found, as JSON, written and read by hand.

use graph_api::json::{Object, Value};
use graph_api::{PageId, Psid};

use super::{Notified, Pasted, Person};
use crate::protocol::Explanation;

impl Notified {
    pub(crate) fn into_json(self) -> Value {
        let mut json = Object::default();
        let people = self.people.into_iter().map(Person::into_json);
        json.insert("people", people.collect());
        let asides = self.asides.into_iter().map(Explanation::into_json);
        json.insert("asides", asides.collect());
        let hurdles = self.hurdles.into_iter().map(Explanation::into_json);
        json.insert("hurdles", hurdles.collect());
        json.into()
    }

    pub(crate) fn from_json(json: &Value) -> Option<Self> {
        let mut people = Vec::new();
        for person in json.get("people")?.as_list()? {
            people.push(Person::from_json(person)?);
        }
        Some(Self {
            people,
            asides: explanations(json.get("asides")?)?,
            hurdles: explanations(json.get("hurdles")?)?,
        })
    }
}

#[inline(never)]
fn explanations(json: &Value) -> Option<Vec<Explanation>> {
    let mut list = Vec::new();
    for item in json.as_list()? {
        list.push(Explanation::from_json(item)?);
    }
    Some(list)
}

impl Person {
    fn into_json(self) -> Value {
        let mut json = Object::default();
        json.insert("page", self.page.as_str().into());
        json.insert("psid", self.psid.as_str().into());
        json.insert("text", self.text.0.into());
        json.insert("time", self.time.into());
        json.insert("note", self.note.into());
        json.into()
    }

    fn from_json(json: &Value) -> Option<Self> {
        let text = |key: &str| json.get(key)?.as_str();
        Some(Self {
            page: PageId::parse(text("page")?).ok()?,
            psid: Psid::parse(text("psid")?).ok()?,
            text: Pasted(text("text")?.to_owned()),
            time: json.get("time")?.as_i64(),
            note: text("note")?.to_owned(),
        })
    }
}
