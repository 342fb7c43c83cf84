//! What the checks have in common.

use std::fmt;

use graph_api::{
    AccessToken, AnswerError, Carrier, ConversationId, Endpoint, ErrorKind, GraphError,
    GraphVersion, HOST, HttpRequest, HttpResponse, IdProblem, Method, PageAccessToken, PageId,
    PastedToken, Psid, UserAccessToken,
};
use serde_json::Value;

use super::{Setup, Subject};
use crate::{Keys, Scenario};

/// Why a check failed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure(String);

impl Failure {
    /// In words.
    #[must_use]
    pub fn new(why: impl Into<String>) -> Self {
        Self(why.into())
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<AnswerError> for Failure {
    fn from(error: AnswerError) -> Self {
        Self(error.to_string())
    }
}

impl From<IdProblem> for Failure {
    fn from(problem: IdProblem) -> Self {
        Self(problem.to_string())
    }
}

pub(super) type Outcome = Result<(), Failure>;

/// Fails unless it holds.
pub(super) fn ensure(holds: bool, what: impl fmt::Display) -> Outcome {
    holds.then_some(()).ok_or_else(|| Failure(what.to_string()))
}

/// Fails unless both are the same.
#[expect(
    clippy::needless_pass_by_value,
    reason = "the checks read better with values"
)]
pub(super) fn same<T: PartialEq + fmt::Debug>(found: T, expected: T) -> Outcome {
    ensure(
        found == expected,
        format_args!("found {found:?}, expected {expected:?}"),
    )
}

/// A world under test, and its keys.
pub struct Bench<'a> {
    subject: &'a mut dyn Subject,
    pub(super) keys: Keys,
}

impl<'a> Bench<'a> {
    pub(super) fn start(subject: &'a mut dyn Subject) -> Result<Self, Failure> {
        subject.setup(Setup::Reset)?;
        let hello = Setup::CustomerWrites("Hello, are you there?".to_owned());
        let keys = subject.setup(hello)?;
        Ok(Self { subject, keys })
    }

    pub(super) fn setup(&mut self, setup: Setup) -> Outcome {
        self.keys = self.subject.setup(setup)?;
        Ok(())
    }

    pub(super) fn scenario(&mut self, scenario: Scenario) -> Outcome {
        // The tokens from before are what a reader would go on using.
        self.subject.setup(Setup::Scenario(scenario)).map(|_| ())
    }

    pub(super) fn token_with(&mut self, permissions: &[&str]) -> Outcome {
        let permissions = permissions.iter().map(|&it| it.to_owned()).collect();
        self.setup(Setup::Token(permissions))
    }

    pub(super) fn user(&self) -> AccessToken {
        UserAccessToken::new(self.keys.user_token.as_str()).into()
    }

    pub(super) fn page(&self) -> AccessToken {
        PageAccessToken::new(self.keys.page_token.as_str()).into()
    }

    pub(super) fn page_id(&self) -> Result<PageId, Failure> {
        Ok(PageId::parse(&self.keys.page_id)?)
    }

    pub(super) fn psid(&self) -> Result<Psid, Failure> {
        Ok(Psid::parse(&self.keys.psid)?)
    }

    pub(super) fn conversation(&self) -> Result<ConversationId, Failure> {
        let id = self.keys.conversation_id.as_deref().unwrap_or_default();
        Ok(ConversationId::parse(id)?)
    }

    pub(super) fn send(&mut self, request: &HttpRequest) -> Result<HttpResponse, Failure> {
        self.subject.send(request)
    }

    /// Calls an endpoint as the page does.
    pub(super) fn call<E: Endpoint>(
        &mut self,
        endpoint: &E,
        token: &AccessToken,
    ) -> Result<E::Answer, Failure> {
        let request = Carrier::FormBody.request(&endpoint.call(GraphVersion::default()), token);
        Ok(endpoint.answer(&self.send(&request)?)?)
    }

    /// Calls an endpoint, which must be refused.
    pub(super) fn refusal<E: Endpoint>(
        &mut self,
        endpoint: &E,
        token: &AccessToken,
        kind: ErrorKind,
    ) -> Result<GraphError, Failure> {
        let request = Carrier::FormBody.request(&endpoint.call(GraphVersion::default()), token);
        let response = self.send(&request)?;
        match endpoint.answer(&response) {
            Err(AnswerError::Graph { error, .. }) => {
                same(error.documented(), kind)?;
                Ok(*error)
            }
            Err(other) => Err(other.into()),
            Ok(_) => Err(Failure(format!("no error; expected {kind:?}"))),
        }
    }

    /// A request by its path and query, token included.
    pub(super) fn get(&mut self, path: &str, token: &str) -> Result<HttpResponse, Failure> {
        let join = if path.contains('?') { '&' } else { '?' };
        let path = match token.is_empty() {
            true => path.to_owned(),
            false => format!("{path}{join}access_token={}", encoded(token)),
        };
        self.request(Method::Get, &path, &[], None)
    }

    /// The JSON of a request that must go well.
    pub(super) fn read(&mut self, path: &str, token: &str) -> Result<Value, Failure> {
        let response = self.get(path, token)?;
        same(response.status, 200)?;
        json(&response)
    }

    /// The error of a request that must not go well.
    pub(super) fn error(&mut self, path: &str, token: &str) -> Result<Problem, Failure> {
        problem(&self.get(path, token)?)
    }

    /// A form POST with the Page token.
    pub(super) fn post(
        &mut self,
        path: &str,
        params: &[(&str, &str)],
    ) -> Result<HttpResponse, Failure> {
        let mut form = form_urlencoded::Serializer::new(String::new());
        form.extend_pairs(params);
        form.append_pair("access_token", &self.keys.page_token);
        let kind = ("Content-Type", "application/x-www-form-urlencoded");
        self.request(Method::Post, path, &[kind], Some(form.finish()))
    }

    /// A message or an action to the practice customer, by these parameters.
    pub(super) fn tell(&mut self, params: &[(&str, &str)]) -> Result<HttpResponse, Failure> {
        let recipient = format!("{{\"id\":\"{}\"}}", self.keys.psid);
        let params: Vec<_> = [("recipient", recipient.as_str())]
            .into_iter()
            .chain(params.iter().copied())
            .collect();
        self.post("/v26.0/me/messages", &params)
    }

    /// The same, which must be refused.
    pub(super) fn tell_refused(&mut self, params: &[(&str, &str)]) -> Result<Problem, Failure> {
        problem(&self.tell(params)?)
    }

    pub(super) fn request(
        &mut self,
        method: Method,
        path: &str,
        headers: &[(&str, &str)],
        body: Option<String>,
    ) -> Result<HttpResponse, Failure> {
        let headers = headers
            .iter()
            .map(|&(name, value)| (name.to_owned(), value.to_owned()));
        self.send(&HttpRequest {
            method,
            url: format!("{HOST}{path}"),
            headers: headers.collect(),
            body,
        })
    }
}

/// What a raw error says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Problem {
    pub(super) status: u16,
    pub(super) message: String,
    pub(super) code: u64,
    pub(super) subcode: u64,
}

impl Problem {
    /// Its status, code and subcode (0 for none).
    pub(super) fn is(&self, status: u16, code: u64, subcode: u64) -> Outcome {
        same(
            (self.status, self.code, self.subcode),
            (status, code, subcode),
        )
    }

    pub(super) fn says(&self, part: &str) -> Outcome {
        ensure(
            self.message.contains(part),
            format_args!("{:?} lacks {part:?}", self.message),
        )
    }
}

pub(super) fn problem(response: &HttpResponse) -> Result<Problem, Failure> {
    let body = json(response)?;
    let error = body
        .get("error")
        .ok_or_else(|| Failure("no error".to_owned()))?;
    let number = |key: &str| error.get(key).and_then(Value::as_u64).unwrap_or_default();
    Ok(Problem {
        status: response.status,
        message: text(error, "message").to_owned(),
        code: number("code"),
        subcode: number("error_subcode"),
    })
}

pub(super) fn json(response: &HttpResponse) -> Result<Value, Failure> {
    serde_json::from_str(&response.body).map_err(|error| Failure(error.to_string()))
}

pub(super) fn text<'a>(value: &'a Value, pointer: &str) -> &'a str {
    let found = match pointer.starts_with('/') {
        true => value.pointer(pointer),
        false => value.get(pointer),
    };
    found.and_then(Value::as_str).unwrap_or_default()
}

/// The rows of a list.
pub(super) fn rows(value: &Value) -> &[Value] {
    value
        .get("data")
        .and_then(Value::as_array)
        .map_or(&[], Vec::as_slice)
}

/// The keys of an object, in order.
pub(super) fn keys(value: &Value) -> Vec<&str> {
    value
        .as_object()
        .into_iter()
        .flat_map(|object| object.keys())
        .map(String::as_str)
        .collect()
}

pub(super) fn header<'a>(response: &'a HttpResponse, name: &str) -> &'a str {
    let mut headers = response.headers.iter();
    let found = headers.find(|(own, _)| own.eq_ignore_ascii_case(name));
    found.map_or("", |(_, value)| value)
}

pub(super) fn encoded(value: &str) -> String {
    form_urlencoded::byte_serialize(value.as_bytes()).collect()
}

/// A token whose owner is not known.
pub(super) fn pasted(secret: &str) -> AccessToken {
    PastedToken::new(secret).into()
}
