//! What was found, as JSON, written and read by hand.

use graph_api::json::{Object, Value};
use graph_api::{PageId, Psid};

use super::{Found, Reading, What};
use crate::protocol::Explanation;

impl Reading {
    pub(crate) fn into_json(self) -> Value {
        let mut json = Object::default();
        let found = self.found.into_iter().map(Found::into_json);
        json.insert("found", found.collect());
        let asides = self.asides.into_iter().map(Explanation::into_json);
        json.insert("asides", asides.collect());
        let hurdles = self.hurdles.into_iter().map(Explanation::into_json);
        json.insert("hurdles", hurdles.collect());
        json.into()
    }

    pub(crate) fn from_json(json: &Value) -> Option<Self> {
        let mut reading = Self::default();
        for found in json.get("found")?.as_list()? {
            reading.found.push(Found::from_json(found)?);
        }
        reading.asides = explanations(json.get("asides")?)?;
        reading.hurdles = explanations(json.get("hurdles")?)?;
        Some(reading)
    }
}

fn explanations(json: &Value) -> Option<Vec<Explanation>> {
    let mut list = Vec::new();
    for item in json.as_list()? {
        list.push(Explanation::from_json(item)?);
    }
    Some(list)
}

impl Found {
    fn into_json(self) -> Value {
        let mut json = Object::default();
        json.insert("page", self.page.as_str().into());
        json.insert("psid", self.psid.as_str().into());
        json.insert("from_customer", self.from_customer.into());
        json.insert("what", self.what.name().into());
        json.insert("text", self.text.into());
        json.insert("time", self.time.into());
        json.insert("mid", self.mid.into());
        json.insert("was_standby", self.was_standby.into());
        json.into()
    }

    fn from_json(json: &Value) -> Option<Self> {
        let text = |key: &str| json.get(key)?.as_str();
        let flag = |key: &str| json.get(key)?.as_bool();
        Some(Self {
            page: PageId::parse(text("page")?).ok()?,
            psid: Psid::parse(text("psid")?).ok()?,
            from_customer: flag("from_customer")?,
            what: What::named(text("what")?)?,
            text: text("text")?.to_owned(),
            time: json.get("time")?.as_i64(),
            mid: text("mid").map(str::to_owned),
            was_standby: flag("was_standby")?,
        })
    }
}
