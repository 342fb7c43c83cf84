//! The calls of this visit, in memory. A record holds no token.

use graph_api::{AccessToken, Carrier, HttpRequest, PageAccessToken, redact};

use crate::protocol::{Called, Ending};

/// How many calls are kept.
const KEPT: usize = 30;

/// One call and what came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Record {
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
    /// The body, redacted, laid out if it is JSON.
    pub(crate) body: String,
}

impl From<Ending> for Outcome {
    fn from(ending: Ending) -> Self {
        match ending {
            Ending::Cancelled => Self::Nothing("Cancelled before an answer came."),
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
        let begin = self.body.trim_start_matches(['{', '\n', ' ']);
        (200..300).contains(&self.status) && !begin.starts_with("\"error\"")
    }
}

impl Record {
    /// The exact request, with a word in the place of each secret.
    pub(crate) fn request(&self) -> HttpRequest {
        let placeholder = AccessToken::from(PageAccessToken::new("token"));
        self.called.carrier.request(&self.called.call, &placeholder)
    }

    pub(crate) fn answer(&self) -> Option<&Answer> {
        match &self.outcome {
            Outcome::Answered(answer) => Some(answer),
            _ => None,
        }
    }
}

/// The calls, oldest first, and which of them is on display.
#[derive(Debug, Default)]
pub(crate) struct Calls {
    all: Vec<Record>,
    /// None: the newest.
    shown: Option<u32>,
    /// What Send would send.
    draft: Option<Record>,
}

impl Calls {
    pub(crate) fn add(&mut self, called: Called) {
        let old = called.replaces.and_then(|old| self.place(old));
        if let Some(at) = old
            && self.all.get(at).is_some_and(|it| self.is_mere_look(it))
        {
            self.all.remove(at);
        }
        if self.all.len() == KEPT {
            self.all.remove(0);
        }
        if called.replaces.is_none() {
            self.shown = None;
        }
        let outcome = Outcome::Waiting;
        self.all.push(Record { called, outcome });
    }

    /// Whether a look found nothing, and nobody looks at it.
    fn is_mere_look(&self, record: &Record) -> bool {
        let is_good = record.answer().is_some_and(|answer| answer.status < 400);
        is_good && self.shown != Some(record.called.ticket)
    }

    pub(crate) fn end(&mut self, ticket: u32, ending: Ending) {
        let at = self.place(ticket);
        if let Some(record) = at.and_then(|at| self.all.get_mut(at)) {
            record.outcome = ending.into();
        }
    }

    pub(crate) fn draft(&mut self, draft: Option<(graph_api::Call, Carrier)>) {
        self.draft = draft.map(|(call, carrier)| Record {
            called: Called {
                ticket: 0,
                call,
                carrier,
                at: 0,
                is_explored: false,
                replaces: None,
            },
            outcome: Outcome::Draft,
        });
    }

    pub(crate) fn show(&mut self, ticket: u32) {
        self.shown = Some(ticket);
    }

    /// The one on display: while the reader writes, what Send would send.
    pub(crate) fn shown(&self) -> Option<&Record> {
        match self.shown {
            Some(ticket) => self.get(ticket),
            None => self.draft.as_ref().or(self.all.last()),
        }
    }

    pub(crate) fn get(&self, ticket: u32) -> Option<&Record> {
        self.all.get(self.place(ticket)?)
    }

    /// All of them, oldest first.
    pub(crate) fn all(&self) -> &[Record] {
        &self.all
    }

    fn place(&self, ticket: u32) -> Option<usize> {
        self.all.iter().rposition(|it| it.called.ticket == ticket)
    }
}
