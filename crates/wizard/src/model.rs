//! The state of the guide, all of it.

mod identity;

use graph_api::endpoints::get_conversation::MessageRow;
use graph_api::endpoints::list_conversations::ConversationRow;
use graph_api::endpoints::list_pages::PageRow;
use graph_api::endpoints::send_message::MessagingType;
use graph_api::{
    AccessToken, Carrier, ConversationId, GraphVersion, Listing, MessageId, PageAccessToken,
    PageId, PastedToken, Psid, TokenProblem, UserAccessToken,
};

pub use identity::Identity;

use crate::attempt::{Attempt, Doubt};
use crate::bench::Bench;
use crate::drawn::Drawn;
use crate::effect::Effect;
use crate::event::{Arrival, Text, TransportError};
use crate::first::Rest;
use crate::login::Login;
use crate::lookup::Lookup;
use crate::phone::Practice;
use crate::record::CallRecord;
use crate::remote::{Failure, Remote};
use crate::session::SessionProblem;
use crate::shortcut::Shortcut;
use crate::status::Status;
use crate::step::Step;
use crate::update::{Budget, Pending};
use crate::watch::Watch;

/// Who answers the requests.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Mode {
    /// The emulated Graph inside the page.
    #[default]
    Practice,
    /// graph.facebook.com.
    Live,
}

/// Light or dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// As the system has it.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// Everything the page knows.
#[derive(Debug, Clone)]
pub struct Model {
    /// Where the reader is.
    pub step: Step,
    /// Who answers.
    pub mode: Mode,
    /// The version in every path.
    pub version: GraphVersion,
    /// How reads carry the token.
    pub carrier: Carrier,
    /// Light or dark.
    pub theme: Theme,
    /// The first screen.
    pub connect: Connect,
    /// Facebook Login; a model is moved often, and this only as a pointer.
    pub login: Box<Login>,
    /// What the reader has so far.
    pub held: Holdings,
    /// The Pages of the User token.
    pub pages: Remote<Listing<PageRow>>,
    /// The Page marked in the list, not yet taken.
    pub picked_page: Option<PageId>,
    /// Whether something was to be taken while nothing was marked.
    pub nothing_picked: bool,
    /// The filter of the Pages.
    pub pages_filter: String,
    /// The conversations of the chosen Page.
    pub conversations: Remote<Listing<ConversationRow>>,
    /// The wait for the customer's message.
    pub watch: Watch,
    /// The filter of the conversations.
    pub people_filter: String,
    /// The webhook shortcut.
    pub shortcut: Shortcut,
    /// The chosen conversation, newest first.
    pub messages: Remote<Listing<MessageRow>>,
    /// The reply in the making.
    pub composer: Composer,
    /// What became of it.
    pub sending: SendState,
    /// The reply that went out last, until it is known what became of it.
    pub attempt: Option<Attempt>,
    /// The reply that arrived last: a browser may have sent it twice.
    pub delivered: Option<Attempt>,
    /// Whether the reader is asked about sending once more.
    pub resending: bool,
    /// The calls of this visit, oldest first.
    pub calls: Vec<CallRecord>,
    /// The workbench, as far as the page sees it.
    pub bench: Bench,
    /// The practice world, as far as the page sees it.
    pub practice: Practice,
    /// Whether the reader is asked about forgetting.
    pub forgetting: bool,
    /// Whether the tab's storage refused the session.
    pub storage_failed: bool,
    /// Why what the tab had stored was not taken up.
    pub dropped: Option<SessionProblem>,
    /// Whether nothing is to be stored, by the reader's choice.
    pub memory_only: bool,
    /// Names this session among the tabs of the browser; a copied tab has it too.
    pub family: String,
    /// Whether another tab has this session as well.
    pub has_twin: bool,
    /// What came in the page's address, until the reader goes on.
    pub arrived: Option<Arrival>,
    /// The newest thing to be said in passing.
    pub status: Status,
    /// How far the rest of the page is.
    pub rest: Rest,
    pub(crate) pending: Vec<Pending>,
    /// What Graph's errors mean.
    pub(crate) lookups: Vec<Lookup>,
    /// The address of the Page as a QR code.
    pub(crate) drawn: Option<Drawn>,
    pub(crate) last_ticket: u32,
    /// Whether nobody sees the tab.
    pub(crate) is_hidden: bool,
    /// When the event at hand happened, in milliseconds since 1970.
    pub(crate) now: i64,
    /// Whether the messages were read since the last reply that may have arrived: an older list
    /// does not tell that reply from the next one with the same words.
    pub(crate) thread_is_current: bool,
    /// Whether Graph has answered a read that was sent as a form.
    pub(crate) form_is_taken: bool,
    pub(crate) budget: Budget,
    /// When the last two calls of the Conversations API went out.
    pub(crate) paced: [i64; 2],
    /// The state of the dice; never 0.
    pub(crate) dice: u64,
    /// What the shell is to do once the event is taken.
    pub(crate) out: Vec<Effect>,
}

/// The first screen.
#[derive(Debug, Clone, Default)]
pub struct Connect {
    /// Which way to a token is shown.
    pub way: TokenWay,
    /// What stands in the token field. Emptied once the token is known to work.
    pub draft: Text,
    /// Whether it is readable.
    pub revealed: bool,
    /// Why it was refused.
    pub problem: Option<TokenProblem>,
    /// The token that is being looked at.
    pub pasted: Option<PastedToken>,
    /// The first of the calls that look at it, by the number of its ticket.
    pub looked_from: u32,
    /// What Graph says of it.
    pub identity: Identity,
    /// The step to go back to, when a token has to be replaced in the middle.
    pub resume: Option<Step>,
    /// Whether graph.facebook.com can be reached, asked before a token is.
    pub reach: Reach,
}

/// A way to a token, as the platform names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum TokenWay {
    /// The Graph API Explorer: a User token.
    #[default]
    Explorer,
    /// The App Dashboard: a Page token.
    Dashboard,
    /// Facebook Login: a User token.
    Login,
}

/// Whether graph.facebook.com can be reached from this browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Reach {
    /// Not asked.
    #[default]
    Unknown,
    /// Being asked.
    Asking,
    /// Something answered.
    Yes,
    /// Nothing did.
    No(TransportError),
}

/// What the reader has so far.
#[derive(Debug, Clone, Default)]
pub struct Holdings {
    /// Lists the Pages.
    pub user_token: Option<UserAccessToken>,
    /// Reads and sends for the chosen Page.
    pub page_token: Option<PageAccessToken>,
    /// The chosen Page.
    pub page: Option<Page>,
    /// The customer.
    pub person: Option<Person>,
    /// Their conversation.
    pub conversation: Option<ConversationId>,
    /// The reply that went out.
    pub sent: Option<MessageId>,
}

/// A Page, by ID and name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// Its ID.
    pub id: PageId,
    /// Its name.
    pub name: String,
}

/// A customer, as the Page sees them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Their PSID.
    pub psid: Psid,
    /// Their name; not stored, so absent after a reload until Graph tells it again.
    pub name: Option<String>,
}

/// The reply in the making.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Composer {
    /// The text.
    pub text: Text,
    /// Titles of the quick replies.
    pub quick_replies: Vec<String>,
    /// Why it may be sent.
    pub kind: MessagingType,
    /// Whether it was refused for being empty.
    pub empty: bool,
}

/// What became of the reply. A request that may have arrived is neither sent nor refused.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum SendState {
    /// Not asked for.
    #[default]
    Idle,
    /// Under way.
    Sending,
    /// Graph said no.
    Refused(Failure),
    /// Nobody can tell: the page looks into the conversation, and sending again takes a second yes.
    Unknown(Doubt),
}

impl Default for Model {
    fn default() -> Self {
        Self {
            step: Step::Connect,
            mode: Mode::default(),
            version: GraphVersion::default(),
            carrier: Carrier::default(),
            theme: Theme::default(),
            connect: Connect::default(),
            login: Box::default(),
            held: Holdings::default(),
            pages: Remote::default(),
            picked_page: None,
            nothing_picked: false,
            pages_filter: String::new(),
            conversations: Remote::default(),
            watch: Watch::default(),
            people_filter: String::new(),
            shortcut: Shortcut::default(),
            messages: Remote::default(),
            composer: Composer::default(),
            sending: SendState::default(),
            attempt: None,
            delivered: None,
            resending: false,
            calls: Vec::new(),
            bench: Bench::default(),
            practice: Practice::default(),
            forgetting: false,
            storage_failed: false,
            dropped: None,
            memory_only: false,
            family: String::new(),
            has_twin: false,
            arrived: None,
            status: Status::default(),
            rest: Rest::default(),
            pending: Vec::new(),
            lookups: Vec::new(),
            drawn: None,
            last_ticket: 0,
            is_hidden: false,
            now: 0,
            thread_is_current: false,
            form_is_taken: false,
            budget: Budget::default(),
            paced: [0; 2],
            dice: 1,
            out: Vec::new(),
        }
    }
}

impl Holdings {
    /// Whether there is a token that Graph accepted.
    #[must_use]
    pub fn is_connected(&self) -> bool {
        self.user_token.is_some() || self.page_token.is_some()
    }

    /// The tokens held, for the header.
    #[must_use]
    pub fn tokens(&self) -> Vec<AccessToken> {
        let user = self.user_token.clone().map(AccessToken::from);
        let page = self.page_token.clone().map(AccessToken::from);
        user.into_iter().chain(page).collect()
    }
}
