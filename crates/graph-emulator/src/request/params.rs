//! The parameters of a request, from the query and from the body.

use graph_api::HttpRequest;
use serde_json::Value;

/// In the order sent, decoded. Of several with one name, the last counts.
#[derive(Debug, Default)]
pub(crate) struct Params(Vec<(String, String)>);

impl Params {
    pub(crate) fn read(request: &HttpRequest) -> Self {
        match json_body(request) {
            Some(body) => {
                let without_body = HttpRequest {
                    body: None,
                    ..request.clone()
                };
                let mut params = without_body.params();
                params.extend(body);
                Self(params)
            }
            None => Self(request.params()),
        }
    }

    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        let mut newest_first = self.0.iter().rev();
        let found = newest_first.find(|(own, _)| own == name)?;
        Some(&found.1)
    }

    /// Whether a switch such as `summary=1` is on.
    pub(crate) fn is_on(&self, name: &str) -> bool {
        self.get(name)
            .is_some_and(|value| !matches!(value, "" | "0" | "false"))
    }
}

/// The keys of a JSON body, each as the form field that it stands for.
fn json_body(request: &HttpRequest) -> Option<Vec<(String, String)>> {
    let is_json = |(name, value): &(String, String)| {
        name.eq_ignore_ascii_case("content-type") && value.to_ascii_lowercase().contains("json")
    };
    let body = request.body.as_deref()?;
    if !request.headers.iter().any(is_json) && !body.trim_start().starts_with('{') {
        return None;
    }
    let Ok(Value::Object(object)) = serde_json::from_str(body) else {
        return Some(Vec::new());
    };
    let text = |value: Value| match value {
        Value::String(text) => text,
        other => other.to_string(),
    };
    Some(
        object
            .into_iter()
            .map(|(name, value)| (name, text(value)))
            .collect(),
    )
}
