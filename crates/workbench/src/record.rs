//! A call and what came of it. It holds no token.

use graph_api::{
    AccessToken, HttpRequest, PageAccessToken, ParamValue, TokenKind, TokenNeed, redact,
};

use crate::protocol::{Called, Ending};
use crate::wish::Request;

/// One call and what came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Record {
    /// Which it is of the calls, from 1; 0 for a draft. A look has that of the look that it replaces.
    pub(crate) number: usize,
    pub(crate) called: Called,
    pub(crate) outcome: Outcome,
}

/// What came of a call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// Not sent: what pressing Send would send.
    Draft,
    /// Under way.
    Waiting,
    /// Taken back before an answer came.
    Cancelled,
    /// It has no answer: why.
    Nothing(&'static str),
    /// Answered, well or not.
    Answered(Answer),
}

/// An answer, without secrets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Answer {
    /// The HTTP status.
    pub(crate) status: u16,
    /// The time it took, in milliseconds.
    pub(crate) millis: u32,
    /// The size of the body as it came, in bytes.
    pub(crate) size: usize,
    /// The body as it came, but for its secrets.
    pub(crate) body: String,
}

impl From<Ending> for Outcome {
    fn from(ending: Ending) -> Self {
        match ending {
            Ending::Cancelled => Self::Cancelled,
            Ending::Offline => Self::Nothing("Not sent: this device is offline."),
            Ending::TimedOut => Self::Nothing("No answer in time."),
            Ending::Unreachable => Self::Nothing("No answer could be read."),
            Ending::Answered {
                status,
                millis,
                body,
                secrets,
            } => {
                let secrets: Vec<_> = secrets.iter().map(String::as_str).collect();
                Self::Answered(Answer {
                    status,
                    millis,
                    size: body.len(),
                    body: redact::body(&body, &secrets),
                })
            }
        }
    }
}

impl Answer {
    /// Whether Graph did what was asked: an error may come with status 200.
    pub(crate) fn is_good(&self) -> bool {
        let is_before = |c: char| c == '{' || c == '\u{feff}' || c.is_whitespace();
        let begin = self.body.trim_start_matches(is_before);
        (200..300).contains(&self.status) && !begin.starts_with("\"error\"")
    }
}

impl Record {
    /// The exact request, with a word in the place of each secret.
    pub(crate) fn request(&self) -> HttpRequest {
        let placeholder = AccessToken::from(PageAccessToken::new("token"));
        self.called.carrier.request(&self.called.call, &placeholder)
    }

    /// The token that it goes with, as far as anybody knows.
    pub(crate) fn token(&self) -> Option<TokenKind> {
        self.called.token.or(match self.called.call.spec.token {
            TokenNeed::Only(kind) => Some(kind),
            TokenNeed::Any | TokenNeed::None => None,
        })
    }

    /// The call as the explorer writes it. It holds no token.
    pub(crate) fn as_request(&self) -> Request {
        let call = &self.called.call;
        let params = call.params.iter().filter_map(|param| match &param.value {
            ParamValue::Text(text) => Some((param.name.to_string(), text.clone())),
            ParamValue::OwnToken | ParamValue::Verifier => None,
        });
        Request {
            method: call.spec.method,
            version: call.version,
            path: call.path.clone(),
            params: params.collect(),
            token: self.token(),
        }
    }

    pub(crate) fn answer(&self) -> Option<&Answer> {
        match &self.outcome {
            Outcome::Answered(answer) => Some(answer),
            _ => None,
        }
    }

    /// What came of it, for those who listen.
    pub(crate) fn said(&self) -> String {
        match &self.outcome {
            Outcome::Draft | Outcome::Waiting => String::new(),
            Outcome::Cancelled => "Cancelled before an answer came.".to_owned(),
            Outcome::Nothing(why) => (*why).to_owned(),
            Outcome::Answered(it) => {
                format!("The answer is there: {}, {} ms", it.status, it.millis)
            }
        }
    }
}
