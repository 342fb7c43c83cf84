//! The messages, as plain data.

use std::fmt;

use graph_api::{HttpRequest, HttpResponse};

/// From the page to the worker.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ask {
    /// Comes back with the answer.
    pub ticket: u32,
    /// The page's clock, in seconds since 1970: the worker reads none.
    pub now: i64,
    /// What is asked.
    pub what: Question,
}

/// What the page can ask.
#[derive(Clone, PartialEq, Eq)]
pub enum Question {
    /// Goes on where a snapshot was taken, or starts afresh. The keys that come back work, even
    /// when every token so far is expired.
    Open {
        /// From an earlier [`Told`].
        snapshot: Option<String>,
    },
    /// A request to the emulated Graph.
    Request(HttpRequest),
    /// The customer writes to the Page, on the phone.
    CustomerWrites {
        /// What the customer writes.
        text: String,
    },
    /// Switches what goes wrong, by the scenario's name.
    Scenario(String),
    /// Somebody else does what mends the scenario.
    Help,
    /// Starts afresh.
    Reset,
}

/// From the worker to the page.
#[derive(Clone, PartialEq, Eq)]
pub struct Told {
    /// Of the question; 0 when the question could not be read.
    pub ticket: u32,
    /// The answer.
    pub what: Answer,
    /// The customer's phone after it.
    pub phone: Phone,
    /// The world after it, tokens included: for [`Question::Open`] after a reload.
    pub snapshot: String,
    /// The scenario that is on.
    pub scenario: String,
    /// The lessons and how far each has come, as [`crate::lessons()`] writes them.
    pub lessons: String,
}

/// What the worker can answer.
#[derive(Clone, PartialEq, Eq)]
pub enum Answer {
    /// The world is there.
    Opened(Keys),
    /// Graph's answer.
    Response {
        /// As Graph would send it.
        response: HttpResponse,
        /// How long Graph would take. The worker does not wait: the page does.
        delay_ms: u32,
    },
    /// The world changed as asked.
    Done,
    /// It could not be done; why, in words for a developer.
    Failed(String),
}

/// What a person starts the practice with.
#[derive(Clone, PartialEq, Eq)]
pub struct Keys {
    /// A User token that works.
    pub user_token: String,
    /// Who it acts for.
    pub user_name: String,
    /// The Page that the customer writes to.
    pub page_id: String,
    /// Its name.
    pub page_name: String,
    /// The person with the phone.
    pub customer_name: String,
    /// Why the world is a fresh one although a snapshot came along; in words for a developer.
    pub restarted: Option<String>,
}

/// The customer's phone: the conversation as the customer sees it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Phone {
    /// The Page that the customer writes to.
    pub page_id: String,
    /// Its name.
    pub page_name: String,
    /// The person with the phone.
    pub customer_name: String,
    /// Oldest first.
    pub bubbles: Vec<Bubble>,
    /// Whether the Page's typing indicator shows.
    pub typing: bool,
    /// What the Page's webhook would have got for the customer's newest message.
    pub notification: Option<String>,
}

/// A message on the phone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bubble {
    /// Else from the Page.
    pub from_customer: bool,
    /// The text, or what stands for an attachment.
    pub text: String,
    /// Seconds since 1970.
    pub time: i64,
    /// The titles of the buttons below it.
    pub quick_replies: Vec<String>,
}

impl fmt::Debug for Question {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Open { snapshot } => f
                .debug_struct("Open")
                .field("has_snapshot", &snapshot.is_some())
                .finish_non_exhaustive(),
            Self::Request(request) => f.debug_tuple("Request").field(request).finish(),
            Self::CustomerWrites { text } => f
                .debug_struct("CustomerWrites")
                .field("text", text)
                .finish(),
            Self::Scenario(name) => f.debug_tuple("Scenario").field(name).finish(),
            Self::Help => f.write_str("Help"),
            Self::Reset => f.write_str("Reset"),
        }
    }
}

impl fmt::Debug for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Opened(keys) => f.debug_tuple("Opened").field(keys).finish(),
            Self::Response { response, delay_ms } => f
                .debug_struct("Response")
                .field("status", &response.status)
                .field("delay_ms", delay_ms)
                .finish_non_exhaustive(), // The body may hold tokens.
            Self::Done => f.write_str("Done"),
            Self::Failed(why) => f.debug_tuple("Failed").field(why).finish(),
        }
    }
}

impl fmt::Debug for Told {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Told")
            .field("ticket", &self.ticket)
            .field("what", &self.what)
            .field("phone", &self.phone)
            .field("scenario", &self.scenario)
            .field("lessons", &self.lessons)
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for Keys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Keys")
            .field("user_name", &self.user_name)
            .field("page_id", &self.page_id)
            .field("page_name", &self.page_name)
            .field("customer_name", &self.customer_name)
            .field("restarted", &self.restarted)
            .finish_non_exhaustive()
    }
}
