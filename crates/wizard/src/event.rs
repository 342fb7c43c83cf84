//! Everything that can happen. Names are past: a fact, not a wish.

use std::fmt;

use graph_api::endpoints::send_message::MessagingType;
use graph_api::{ConversationId, GraphVersion, HttpResponse, LoginKeys, PageId};

use handbook::Answer;
use remote_view::Acted;
use workbench::{Drawn, Wish};

use crate::model::{Mode, Theme, TokenWay};
use crate::phone::Phone;
use crate::remote::{Slot, Ticket};
use crate::shortcut::Sender;
use crate::step::{Place, Step};

/// What somebody typed. It may be a token or a message, so `Debug` tells its length only.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Text(pub String);

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Text({} bytes)", self.0.len())
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

/// A field of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FieldId {
    /// The token, on Connect.
    Token,
    /// The ID of the reader's own app, on Connect.
    AppId,
    /// The ID of a configuration of Facebook Login for Business.
    ConfigId,
    /// The filter of the Pages.
    PagesFilter,
    /// The filter of the conversations.
    PeopleFilter,
    /// The webhook notification.
    Notification,
    /// The reply.
    Message,
    /// The title of a quick reply.
    QuickReply(usize),
    /// What the customer writes, in practice.
    Phone,
}

impl FieldId {
    /// The `id` of the control in the page.
    #[must_use]
    pub fn dom_id(self) -> String {
        match self {
            Self::Token => "token".to_owned(),
            Self::AppId => "app-id".to_owned(),
            Self::ConfigId => "config-id".to_owned(),
            Self::PagesFilter => "pages-filter".to_owned(),
            Self::PeopleFilter => "people-filter".to_owned(),
            Self::Notification => "notification".to_owned(),
            Self::Message => "message".to_owned(),
            Self::QuickReply(index) => format!("quick-reply-{index}"),
            Self::Phone => "phone-message".to_owned(),
        }
    }
}

/// Why a request brought nothing readable. The browser does not tell these further apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TransportError {
    /// The browser says that it is offline.
    Offline,
    /// No answer could be read: blocked, refused, cut, or never reached.
    Unreachable,
    /// Nothing came in time.
    TimedOut {
        /// How long was waited.
        seconds: u32,
    },
    /// More came than the page is willing to read.
    TooLarge,
    /// Practice mode could not be loaded.
    PracticeMissing,
}

/// What came in the page's address and was taken out of it, unread.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Arrival {
    /// An access token, or something that holds one.
    Token,
    /// The end of a login that brought none.
    Refusal,
    /// A login's code, which an app's server makes a token of.
    Code,
}

impl Arrival {
    /// What `boot.js` notes, by its word for it.
    #[must_use]
    pub fn noted(word: &str) -> Option<Self> {
        Some(match word {
            "token" => Self::Token,
            "refused" => Self::Refusal,
            "code" => Self::Code,
            _ => return None,
        })
    }
}

/// What a login that was begun in this tab brought back; what is not there is empty.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Returned {
    /// Tells whether it is the answer to the question.
    pub state: Text,
    /// Worth a token.
    pub code: Text,
    /// Why there is no code, in Facebook's words for it.
    pub error: Text,
    /// The same, more closely.
    pub reason: Text,
    /// The same, in a sentence.
    pub description: Text,
}

impl Returned {
    /// Whether it is the answer to nothing.
    pub(crate) fn is_empty(&self) -> bool {
        let all = [&self.state, &self.code, &self.error];
        all.iter().all(|text| text.0.is_empty())
    }
}

/// One thing that happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// The rest of the page is asked for once more.
    RestAsked,
    /// Practice or live.
    ModeChosen(Mode),
    /// The version for the requests to come.
    VersionChosen(GraphVersion),
    /// A field holds this now.
    Typed(FieldId, Text),
    /// A way to a token is to be shown.
    WayChosen(TokenWay),
    /// The token is to be looked at.
    TokenSubmitted,
    /// The reader wants to log in with Facebook.
    LoginAsked,
    /// Practice is to begin, or its token is to be made anew.
    PracticeStarted,
    /// Another token is wanted, for the step at hand.
    NewTokenAsked,
    /// Another step was asked for.
    StepAsked(Step),
    /// Something is to be read, or read again.
    ReadAsked(Slot),
    /// The next part of a list is wanted.
    MoreAsked(Slot),
    /// This Page is marked in the list.
    PagePicked(PageId),
    /// The marked Page is to be taken.
    PageSubmitted,
    /// Another Page is wanted.
    PageDropped,
    /// This conversation is marked in the list, and with it the customer.
    ConversationPicked(ConversationId),
    /// The marked conversation is to be read.
    ConversationSubmitted,
    /// The pasted webhook notification is to be read.
    NotificationSubmitted,
    /// A notification of the practice world is to be put into the field.
    NotificationSampled,
    /// This person is marked among those of the notification.
    SenderPicked(Sender),
    /// The marked person's conversation is to be looked up.
    SenderSubmitted,
    /// The Page that the marked person wrote to is to be taken in place of the chosen one.
    SenderPageTaken,
    /// Why the message may be sent.
    MessagingTypeChosen(MessagingType),
    /// One more quick reply.
    QuickReplyAdded,
    /// One quick reply less.
    QuickReplyRemoved(usize),
    /// The reply is to be sent.
    SendAsked,
    /// The reader does not want to wait.
    Cancelled(Slot),
    /// The reader does not want to wait for the practice world.
    PracticeCancelled,
    /// The reader does not want to wait for what the handbook makes of a notification.
    NotificationCancelled,
    /// Something was done in what the workbench drew.
    Acted(Acted),
    /// The workbench is wanted, although it could not be loaded.
    BenchAsked,
    /// The token is to be readable in its field, or not.
    TokenRevealed(bool),
    /// This is to be put on the clipboard.
    CopyAsked {
        /// What it is, in words.
        what: String,
        /// The text itself.
        text: String,
    },
    /// Light, dark, or as the system has it.
    ThemeChosen(Theme),
    /// Everything is to be forgotten; not yet sure.
    ForgetAsked,
    /// Sure.
    ForgetConfirmed,
    /// Not sure.
    ForgetDismissed,
    /// The reply is to be sent although an earlier one may have arrived.
    ResendConfirmed,
    /// It is not.
    ResendDismissed,
    /// The conversation is to be searched for a reply of which nobody can tell.
    LookAsked,
    /// The next try is to be made at once.
    Hurried(Slot),
    /// Nothing is to be stored, or all as usual.
    MemoryOnlyChosen(bool),
    /// It is to be asked again whether Graph can be reached.
    ProbeAsked,
    /// The same journey once more, with the same token.
    StartedAgain,
    /// The customer's message is to be sent, in practice.
    CustomerWrote,
    /// The customer pressed a quick reply, in practice: its title is what they say.
    QuickReplyPressed(String),
    /// Something is to go wrong from now on, in practice.
    ScenarioChosen(String),
    /// The lesson that was chosen is to begin, at the step where it does.
    LessonStarted,
    /// Somebody else is to do what mends the lesson.
    HelpAsked,

    /// The address changed; none when it is no place of ours.
    LocationChanged(Option<Place>),
    /// A request ended.
    Answered {
        /// Which.
        ticket: Ticket,
        /// How.
        result: Result<HttpResponse, TransportError>,
        /// How long it took, in milliseconds.
        millis: u32,
    },
    /// The keys of a login are made, with the SHA-256 of its verifier; or the browser made none.
    LoginMade(Option<(LoginKeys, [u8; 32])>),
    /// A login that was begun in this tab came back.
    LoginReturned(Box<Returned>),
    /// Practice is ready, with this User token.
    PracticeOpened {
        /// The token of the practice world's developer.
        user_token: Text,
    },
    /// The practice world changed.
    PracticeChanged {
        /// What the customer's phone shows.
        phone: Phone,
        /// The world, to be kept over a reload.
        snapshot: Text,
        /// What goes wrong in it.
        scenario: String,
        /// What can be learnt from it, as it says itself.
        lessons: String,
    },
    /// The practice world did not start.
    PracticeFailed,
    /// The handbook has answered.
    LookedUp {
        /// Of the question.
        ticket: u32,
        /// What it says.
        answer: Answer,
    },
    /// The handbook could not be loaded.
    HandbookFailed,
    /// The workbench drew a surface.
    BenchDrew(Drawn),
    /// The workbench wants something done.
    BenchWished(Wish),
    /// The workbench could not be loaded, or broke.
    BenchFailed,
    /// The clipboard took it, or did not.
    Copied {
        /// What it was, in words.
        what: String,
        /// Whether it worked.
        worked: bool,
    },
    /// The tab's storage refuses to keep the session.
    StorageFailed,
    /// The wait before a request is over.
    Woke(Ticket),
    /// Graph was reached, or not.
    Probed(Result<(), TransportError>),
    /// The tab is seen no more, or again.
    TabHidden(bool),
    /// The browser says that it is online again.
    CameOnline,
    /// Another tab has this session as well.
    TwinFound,
    /// Everything was forgotten in another tab.
    ForgottenElsewhere,
    /// A call came in the page's address, from whoever made the link.
    Shared(Text),
    /// Something came in the page's address that is none of it.
    Arrived(Arrival),
    /// The reader knows about it now.
    ArrivalDismissed,
}
