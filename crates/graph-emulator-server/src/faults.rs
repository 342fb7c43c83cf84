//! What can happen to an answer on its way.

use std::collections::BTreeMap;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer};

use crate::http::{Request, Response};

/// What to do with the next calls that match.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Fault {
    #[serde(default, rename = "match")]
    which: Which,
    /// How many calls; once unless told.
    #[serde(default = "once")]
    times: u32,
    /// Waits before answering.
    #[serde(default)]
    pub(crate) delay_ms: u64,
    /// Never answers. The world is not asked.
    #[serde(default)]
    pub(crate) hang: bool,
    /// Where the connection is cut.
    #[serde(default)]
    pub(crate) cut: Option<Cut>,
    /// Half of the body, then nothing more.
    #[serde(default)]
    pub(crate) stall: bool,
    /// The body a byte at a time, so far apart.
    #[serde(default)]
    pub(crate) drip_ms: Option<u64>,
    /// A body that goes on with spaces for ever.
    #[serde(default)]
    pub(crate) endless: bool,
    /// Bytes instead of an answer, in base64, and then the end. The world is not asked.
    #[serde(default, deserialize_with = "base64")]
    pub(crate) raw: Option<Vec<u8>>,
    /// Answers with this status; the world is not asked.
    #[serde(default)]
    status: Option<u16>,
    /// Answers with this body; the world is not asked.
    #[serde(default)]
    body: Option<String>,
    /// Sets headers of the answer, or removes them with `null`.
    #[serde(default)]
    headers: BTreeMap<String, Option<String>>,
}

/// Which calls are meant. Preflights only when the method says so.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Which {
    /// Part of the path and the query, with a `?` between them even when there is no query.
    #[serde(default)]
    path_contains: Option<String>,
    /// The verb on the wire.
    #[serde(default)]
    method: Option<String>,
    /// Part of the body, as it was sent.
    #[serde(default)]
    body_contains: Option<String>,
}

/// Where a connection is cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Cut {
    /// Before anything is answered, and before the world is asked.
    Before,
    /// Before anything is answered, but what was asked has happened.
    Lost,
    /// After the headers, which promise a body.
    AfterHeaders,
    /// In the middle of the body.
    MidBody,
}

const fn once() -> u32 {
    1
}

fn base64<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Vec<u8>>, D::Error> {
    let text: Option<String> = Deserialize::deserialize(from)?;
    let bytes = text.map(|text| STANDARD.decode(text)).transpose();
    bytes.map_err(D::Error::custom)
}

impl Fault {
    /// Takes the first fault that is meant for a request, and counts it.
    pub(crate) fn take(faults: &mut Vec<Self>, request: &Request) -> Option<Self> {
        let at = faults
            .iter()
            .position(|fault| fault.times > 0 && fault.which.fits(request))?;
        let fault = faults.get_mut(at)?;
        fault.times -= 1;
        let taken = fault.clone();
        faults.retain(|fault| fault.times > 0);
        Some(taken)
    }

    /// The answer that comes instead of the world's.
    pub(crate) fn instead(&self) -> Option<Response> {
        if self.status.is_none() && self.body.is_none() {
            return None;
        }
        let body = self.body.clone().unwrap_or_default();
        let kind = match body.trim_start().starts_with('<') {
            true => "text/html; charset=utf-8",
            false => "application/json; charset=UTF-8",
        };
        let headers = [("Content-Type", kind), ("Access-Control-Allow-Origin", "*")];
        Some(Response {
            status: self.status.unwrap_or(200),
            headers: headers
                .map(|(name, value)| (name.to_owned(), value.to_owned()))
                .into(),
            body,
        })
    }

    /// Sets and removes headers.
    pub(crate) fn change_headers(&self, response: &mut Response) {
        for (name, value) in &self.headers {
            response
                .headers
                .retain(|(own, _)| !own.eq_ignore_ascii_case(name));
            response
                .headers
                .extend(value.clone().map(|value| (name.clone(), value)));
        }
    }
}

impl Which {
    fn fits(&self, request: &Request) -> bool {
        let target = match request.target.contains('?') {
            true => request.target.clone(),
            false => format!("{}?", request.target),
        };
        let is_method = match &self.method {
            Some(method) => method.eq_ignore_ascii_case(&request.method),
            None => request.method != "OPTIONS",
        };
        let has = |text: &str, part: &Option<String>| {
            part.as_ref().is_none_or(|part| text.contains(part))
        };
        is_method && has(&target, &self.path_contains) && has(&request.body, &self.body_contains)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn request(method: &str, target: &str) -> Request {
        Request {
            method: method.to_owned(),
            target: target.to_owned(),
            headers: Vec::new(),
            body: String::new(),
        }
    }

    #[test]
    fn faults_are_taken_as_often_as_they_say() {
        let json = r#"[{"match":{"path_contains":"/me?"},"times":2,"hang":true},{"delay_ms":5}]"#;
        let mut faults: Vec<Fault> = serde_json::from_str(json).unwrap();
        let me = request("POST", "/v26.0/me");
        let mut took = |request: &Request| Fault::take(&mut faults, request).map(|it| it.hang);
        assert_eq!(took(&request("OPTIONS", "/v26.0/me")), None);
        assert_eq!(took(&me), Some(true));
        assert_eq!(took(&request("GET", "/v26.0/me/accounts")), Some(false));
        assert_eq!(took(&request("GET", "/v26.0/me?fields=id")), Some(true));
        assert_eq!(took(&me), None);
    }

    #[test]
    fn a_fault_is_meant_for_what_the_body_says() {
        let json = r#"[{"match":{"body_contains":"text=fern"},"hang":true}]"#;
        let mut faults: Vec<Fault> = serde_json::from_str(json).unwrap();
        let mut took = |body: &str| {
            let body = body.to_owned();
            let request = Request {
                body,
                ..request("POST", "/v26.0/me/messages")
            };
            Fault::take(&mut faults, &request).is_some()
        };
        assert!(!took("text=fig"));
        assert!(took("to=me&text=fern"));
    }

    #[test]
    fn an_unknown_key_is_refused() {
        assert!(serde_json::from_str::<Fault>(r#"{"dealy_ms":5}"#).is_err());
        assert!(serde_json::from_str::<Fault>(r#"{"cut":"later"}"#).is_err());
        assert!(serde_json::from_str::<Fault>(r#"{"raw":"%"}"#).is_err());
    }

    #[test]
    fn headers_are_set_and_removed() {
        let json = r#"{"status":503,"body":"<p>no","headers":{"Retry-After":"1","access-control-allow-origin":null}}"#;
        let fault: Fault = serde_json::from_str(json).unwrap();
        let mut response = fault.instead().unwrap();
        fault.change_headers(&mut response);
        let names: Vec<_> = response
            .headers
            .iter()
            .map(|(name, _)| name.as_str())
            .collect();
        assert_eq!(
            (response.status, names),
            (503, vec!["Content-Type", "Retry-After"])
        );
    }
}
