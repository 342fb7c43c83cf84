//! What is asked of Graph, and how far it has come.

use graph_api::AnswerError;

use crate::event::TransportError;

/// Names one request, so that an answer finds its question and a late one finds none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ticket(pub u32);

/// What a request is for. At most one request a slot is under way; a newer one aborts the older.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Slot {
    /// A login's code for a token.
    Exchange,
    /// Whose token it is.
    Me,
    /// What the token is.
    TokenFacts,
    /// What the token may do.
    Permissions,
    /// The Pages.
    Pages,
    /// The conversations of the Page.
    Conversations,
    /// The messages of the conversation.
    Messages,
    /// The reply.
    Send,
}

/// Why there is no answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Failure {
    /// Graph, or something in its place, said no.
    Answer(AnswerError),
    /// Nothing readable came back.
    Transport(TransportError),
}

/// How far a request has come.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Phase {
    /// Not asked, or cancelled.
    #[default]
    Idle,
    /// Under way.
    Loading,
    /// Answered.
    Ready,
    /// Failed.
    Failed(Failure),
}

/// A value of Graph's. While it is asked for again the old value stays.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remote<T> {
    /// The newest answer.
    pub value: Option<T>,
    /// The newest request.
    pub phase: Phase,
}

impl Phase {
    /// Why it failed.
    #[must_use]
    pub fn failure(&self) -> Option<&Failure> {
        match self {
            Self::Failed(failure) => Some(failure),
            _ => None,
        }
    }
}

impl<T> Default for Remote<T> {
    fn default() -> Self {
        Self {
            value: None,
            phase: Phase::Idle,
        }
    }
}

impl<T> Remote<T> {
    /// Whether a request is under way.
    #[must_use]
    pub fn is_loading(&self) -> bool {
        self.phase == Phase::Loading
    }

    /// Whether the newest request was answered or failed.
    #[must_use]
    pub fn is_settled(&self) -> bool {
        matches!(self.phase, Phase::Ready | Phase::Failed(_))
    }

    /// Why the newest request failed.
    #[must_use]
    pub fn failure(&self) -> Option<&Failure> {
        self.phase.failure()
    }

    pub(crate) fn settle(&mut self, result: Result<T, Failure>) {
        match result {
            Ok(value) => {
                self.value = Some(value);
                self.phase = Phase::Ready;
            }
            Err(failure) => self.phase = Phase::Failed(failure),
        }
    }

    /// The request was taken back; what was known before stands.
    pub(crate) fn cancel(&mut self) {
        self.phase = match self.value {
            Some(_) => Phase::Ready,
            None => Phase::Idle,
        };
    }
}
