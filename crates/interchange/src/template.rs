//! What collections and `.http` files have in common: `{{variables}}`.

use graph_api::GraphVersion;
use graph_api::form::percent;
use graph_api::json::{self, Value};

use crate::sheet::{Body, Held, Pair, Sheet};

/// The IDs that a session is about, each the first of its kind.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Known {
    version: GraphVersion,
    page_id: Option<String>,
    psid: Option<String>,
    conversation_id: Option<String>,
}

impl Known {
    pub(crate) fn of(sheets: &[Sheet]) -> Self {
        let mut known = Self::default();
        let mut versions = sheets.iter().filter_map(|sheet| sheet.version);
        known.version = versions.next().unwrap_or_default();
        for sheet in sheets {
            let (node, edge) = node_and_edge(&sheet.path);
            let is_page = !node.is_empty() && node.bytes().all(|byte| byte.is_ascii_digit());
            if is_page && matches!(edge, "conversations" | "messages") {
                known.page_id.get_or_insert_with(|| node.to_owned());
            }
            if node.starts_with("t_") && is_id(node) {
                known.conversation_id.get_or_insert_with(|| node.to_owned());
            }
            if let Some(psid) = sheet.params().iter().find_map(psid) {
                known.psid.get_or_insert(psid);
            }
        }
        known
    }

    /// The variables with their values, in the order of a file's head.
    pub(crate) fn variables(&self) -> Vec<(&'static str, String)> {
        let mut variables = vec![
            ("base_url", graph_api::HOST.to_owned()),
            ("version", self.version.to_string()),
        ];
        let ids = [
            ("page_id", &self.page_id),
            ("psid", &self.psid),
            ("conversation_id", &self.conversation_id),
        ];
        for (name, id) in ids {
            variables.extend(id.clone().map(|id| (name, id)));
        }
        variables
    }

    /// The segments of the path, from the version on.
    pub(crate) fn segments(&self, sheet: &Sheet) -> Vec<String> {
        let version = sheet.version.map(|version| match version == self.version {
            true => "{{version}}".to_owned(),
            false => version.to_string(),
        });
        let path = sheet.path.split('/').filter(|segment| !segment.is_empty());
        let path = path.enumerate().map(|(at, segment)| match at {
            _ if segment.contains("{{") => segment.replace('{', "%7B"),
            0 if self.page_id.as_deref() == Some(segment) => "{{page_id}}".to_owned(),
            0 if self.conversation_id.as_deref() == Some(segment) => {
                "{{conversation_id}}".to_owned()
            }
            _ => segment.to_owned(),
        });
        version.into_iter().chain(path).collect()
    }

    /// Whether this is the parameter with the person's ID, and what it is then.
    pub(crate) fn person(&self, name: &str, value: &str) -> Option<String> {
        let psid = self.psid.as_deref()?;
        match name {
            "user_id" if value == psid => Some("{{psid}}".to_owned()),
            "recipient" => {
                let mut recipient = json::parse(value).ok()?;
                let Value::Object(object) = &mut recipient else {
                    return None;
                };
                let id = object
                    .get_mut("id")
                    .filter(|id| id.as_str() == Some(psid))?;
                *id = "{{psid}}".into();
                // What else stands in it could read as a variable.
                (recipient.to_string().matches("{{").count() == 1).then(|| recipient.to_string())
            }
            _ => None,
        }
    }
}

fn node_and_edge(path: &str) -> (&str, &str) {
    let mut segments = path.split('/').filter(|segment| !segment.is_empty());
    (
        segments.next().unwrap_or_default(),
        segments.next().unwrap_or_default(),
    )
}

fn psid((name, held): &&Pair) -> Option<String> {
    let Held::Text(value) = held else { return None };
    let psid = match name.as_str() {
        "user_id" => value.clone(),
        "recipient" => json::parse(value).ok()?.get("id")?.as_str()?.to_owned(),
        _ => return None,
    };
    is_id(&psid).then_some(psid)
}

/// Whether a text can be the value of a variable: nothing in it means anything to any tool.
fn is_id(text: &str) -> bool {
    let is_of_id = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-');
    !text.is_empty() && text.bytes().all(is_of_id)
}

impl Sheet {
    fn params(&self) -> Vec<&Pair> {
        let form = match &self.body {
            Body::Form(form) => form.as_slice(),
            _ => &[],
        };
        self.query.iter().chain(form).collect()
    }

    /// The variables of every secret in it, as templates spell them.
    pub(crate) fn secrets(&self) -> Vec<String> {
        let held = self.params().into_iter().chain(&self.headers);
        let held = held.filter_map(|(_, held)| match held {
            Held::Secret(variable) => Some(variable),
            Held::Text(_) => None,
        });
        held.chain(&self.bearer)
            .map(|variable| variable.to_ascii_lowercase())
            .collect()
    }
}

/// What templates write for the value of a variable.
pub(crate) fn reference(variable: &str) -> String {
    format!("{{{{{}}}}}", variable.to_ascii_lowercase())
}

/// As a query or a form, percent-encoded, so that no text reads as a variable, a comment or the next
/// request.
pub(crate) fn encoded(pairs: &[Pair], known: &Known) -> String {
    let pairs = pairs.iter().map(|(name, held)| {
        let value = match held {
            Held::Secret(variable) => reference(variable),
            Held::Text(text) => match known.person(name, text) {
                Some(person) => percent(&person).replace("%7B%7Bpsid%7D%7D", "{{psid}}"),
                None => percent(text).replace("%2C", ","),
            },
        };
        format!("{}={value}", percent(name))
    });
    pairs.collect::<Vec<_>>().join("&")
}

/// JSON in which no text reads as a variable: a brace is written by its number.
pub(crate) fn without_variables(json: &str) -> String {
    json.replace("{{", "{\\u007b")
}
