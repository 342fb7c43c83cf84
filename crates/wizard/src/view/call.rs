//! The call panel: the exact request, the response, the code for it.

use graph_api::{
    AccessToken, Call, Carrier, Endpoint as _, Method, PageAccessToken, ParamValue, TokenKind,
    TokenNeed,
};

use crate::event::{Event, TransportError};
use crate::model::{Model, SendState};
use crate::record::{CallRecord, Outcome};
use crate::remote::{Slot, Ticket};
use crate::step::Step;
use crate::view::json::{self, Span};
use crate::view::parts::Link;
use crate::view::words;

/// The call panel.
#[derive(Debug, Clone, PartialEq)]
pub struct CallPanel {
    /// The title, which says who answers.
    pub answerer: &'static str,
    /// Whether it is unfolded, on a narrow screen.
    pub is_unfolded: bool,
    /// The call on display.
    pub shown: Option<ShownCall>,
    /// All the calls of this visit, the newest first.
    pub calls: Vec<CallLine>,
}

/// A call in the list of calls.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CallLine {
    /// Which.
    pub ticket: Ticket,
    /// The verb that it means; a read may travel as a POST.
    pub method: &'static str,
    /// The path after the version.
    pub path: String,
    /// What came of it.
    pub result: ResultLine,
    /// Whether it is on display.
    pub is_shown: bool,
}

/// What came of a call, in one word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResultLine {
    /// The word.
    pub text: String,
    /// Good, bad, or not yet known.
    pub is_good: Option<bool>,
}

/// A call on display.
#[derive(Debug, Clone, PartialEq)]
pub struct ShownCall {
    /// The line that sums it up.
    pub line: CallLine,
    /// The host and version.
    pub host: String,
    /// The parameters, decoded. A token is masked.
    pub params: Vec<(String, String)>,
    /// What it needs: token, permissions, task.
    pub needs: Vec<(String, bool)>,
    /// Meta's page about it.
    pub docs: Link,
    /// How it travels, when that is not what the verb says.
    pub carried: Option<&'static str>,
    /// Time and size.
    pub measure: Option<String>,
    /// The response.
    pub response: Response,
    /// The code for it.
    pub code: String,
    /// The shell variable that stands for the token.
    pub variable: &'static str,
}

/// What is shown of a response.
#[derive(Debug, Clone, PartialEq)]
pub enum Response {
    /// Under way; Cancel is one event.
    Waiting(Option<Event>),
    /// A word instead of a body.
    Word(&'static str),
    /// The body, redacted: in pieces, and as it is copied.
    Body(Vec<Span>, String),
}

pub(crate) fn panel(model: &Model) -> CallPanel {
    let newest = model.calls.last().map(|record| record.ticket);
    let shown = model.shown.or(newest);
    let draft = draft(model);
    let calls = model.calls.iter().rev();
    let calls: Vec<_> = calls.map(|record| line(record, shown)).collect();
    let record = model
        .calls
        .iter()
        .find(|record| Some(record.ticket) == shown);
    CallPanel {
        answerer: match model.is_practice() {
            true => "The call, answered by the emulator in this page",
            false => "The call",
        },
        is_unfolded: model.call_unfolded,
        shown: draft
            .as_ref()
            .or(record)
            .map(|record| show(model, record, shown)),
        calls,
    }
}

/// While the reader writes, the panel shows the request that Send would send.
fn draft(model: &Model) -> Option<CallRecord> {
    let is_written = !model.composer.text.0.trim().is_empty();
    let is_composing = model.step == Step::Reply && model.sending == SendState::Idle;
    if !is_written || !is_composing || model.shown.is_some() {
        return None;
    }
    Some(CallRecord {
        ticket: Ticket(0),
        slot: Slot::Send,
        call: model.outgoing()?.call(model.version),
        carrier: model.carrier,
        outcome: Outcome::Draft,
    })
}

fn line(record: &CallRecord, shown: Option<Ticket>) -> CallLine {
    CallLine {
        ticket: record.ticket,
        method: record.call.spec.method.as_str(),
        path: record.call.path.trim_start_matches('/').to_owned(),
        result: result(&record.outcome),
        is_shown: Some(record.ticket) == shown,
    }
}

fn result(outcome: &Outcome) -> ResultLine {
    let (text, is_good) = match outcome {
        Outcome::Draft => ("Not sent".to_owned(), None),
        Outcome::Waiting => ("Waiting".to_owned(), None),
        Outcome::Cancelled => ("Cancelled".to_owned(), None),
        Outcome::Failed(_) => ("No answer".to_owned(), Some(false)),
        Outcome::Answered { status, body, .. } => {
            let is_good = (200..300).contains(status) && !is_error(body);
            (
                format!("{status} {}", reason(*status))
                    .trim_end()
                    .to_owned(),
                Some(is_good),
            )
        }
    };
    ResultLine { text, is_good }
}

/// An error may come with status 200.
fn is_error(body: &str) -> bool {
    body.trim_start_matches(['{', '\n', ' '])
        .starts_with("\"error\"")
}

fn reason(status: u16) -> &'static str {
    match status {
        200 => "OK",
        400 => "Bad Request",
        401 => "Unauthorized",
        403 => "Forbidden",
        404 => "Not Found",
        429 => "Too Many Requests",
        500 => "Server Error",
        502 => "Bad Gateway",
        503 => "Unavailable",
        _ => "",
    }
}

fn show(model: &Model, record: &CallRecord, shown: Option<Ticket>) -> ShownCall {
    let call = &record.call;
    let variable = variable(call);
    let placeholder = AccessToken::from(PageAccessToken::new("token"));
    let request = record.carrier.request(call, &placeholder);
    let measure = match &record.outcome {
        Outcome::Answered { millis, size, .. } => {
            Some(format!("{millis} ms · {}", words::size(*size)))
        }
        _ => None,
    };
    ShownCall {
        line: line(record, shown),
        host: format!("{}/{}", graph_api::HOST, call.version),
        params: params(call),
        needs: needs(call),
        docs: Link::new("Meta’s page about this call", call.spec.docs),
        carried: carried(record),
        measure,
        response: response(model, record),
        code: snippets::curl(&request, variable),
        variable,
    }
}

fn carried(record: &CallRecord) -> Option<&'static str> {
    match (record.call.spec.method, record.carrier) {
        (Method::Get, Carrier::FormBody) => Some(
            "Travels as a POST form with `method=get`, so that what is secret stays out of the address.",
        ),
        (Method::Get, Carrier::Query) => {
            Some("Travels with the token in the query string, as Meta's tutorial prints it.")
        }
        _ => None,
    }
}

fn params(call: &Call) -> Vec<(String, String)> {
    let value = |value: &ParamValue| match value {
        ParamValue::Text(text) => text.clone(),
        ParamValue::OwnToken | ParamValue::Verifier => "••••".to_owned(),
    };
    let params = call.params.iter();
    let mut params: Vec<_> = params
        .map(|param| (param.name.to_owned(), value(&param.value)))
        .collect();
    if call.spec.token != TokenNeed::None {
        params.push(("access_token".to_owned(), "••••".to_owned()));
    }
    params
}

/// Token, permissions, task; the second of each pair says whether it is data.
fn needs(call: &Call) -> Vec<(String, bool)> {
    let token = match call.spec.token {
        TokenNeed::None => "No token: the code of a login, once",
        TokenNeed::Any => "Any access token",
        TokenNeed::Only(TokenKind::User) => "User access token",
        TokenNeed::Only(TokenKind::Page) => "Page access token",
    };
    let mut needs = vec![(token.to_owned(), false)];
    for name in call.spec.permissions {
        needs.push(((*name).to_owned(), true));
    }
    if !call.spec.tasks.is_empty() {
        needs.push((format!("{} task", call.spec.tasks.join(" or ")), false));
    }
    needs
}

/// The shell variable for the token of a call.
pub(crate) fn variable(call: &Call) -> &'static str {
    match call.spec.token {
        TokenNeed::None => "LOGIN_CODE",
        TokenNeed::Any => "ACCESS_TOKEN",
        TokenNeed::Only(TokenKind::User) => "USER_ACCESS_TOKEN",
        TokenNeed::Only(TokenKind::Page) => "PAGE_ACCESS_TOKEN",
    }
}

fn response(model: &Model, record: &CallRecord) -> Response {
    match &record.outcome {
        Outcome::Waiting => {
            let mut pending = model.pending.iter();
            let pending = pending.find(|pending| pending.ticket == record.ticket);
            Response::Waiting(pending.map(|pending| Event::Cancelled(pending.slot)))
        }
        Outcome::Draft => Response::Word("Not sent yet: this is what “Send the reply” will send."),
        Outcome::Cancelled => Response::Word("Cancelled before an answer came."),
        Outcome::Failed(TransportError::Offline) => {
            Response::Word("Not sent: this device is offline.")
        }
        Outcome::Failed(TransportError::TimedOut { .. }) => Response::Word("No answer in time."),
        Outcome::Failed(_) => Response::Word("No answer could be read."),
        Outcome::Answered { body, .. } if body.is_empty() => Response::Word("An empty body."),
        Outcome::Answered { body, .. } => Response::Body(json::spans(body), body.clone()),
    }
}

impl Response {
    /// The text of the body, for the clipboard.
    #[must_use]
    pub fn text(&self) -> Option<String> {
        match self {
            Self::Body(_, text) => Some(text.clone()),
            Self::Waiting(_) | Self::Word(_) => None,
        }
    }
}
