//! The world itself, and what happens in it besides requests.

use std::borrow::Cow;
use std::fmt;

use graph_api::GraphTime;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::big_page;
use crate::cast;
use crate::conversation::{Conversation, Message, Page};
use crate::scenario::{Scenario, Trouble};
use crate::seed::{self, Stream};
use crate::token::{LIFETIME, Owner, PREFIX, Token, USUAL_PERMISSIONS};

/// Which shape a snapshot has: another number is another world.
const FORMAT: u32 = 1;
/// How much older the messages seem in [`Scenario::WindowClosed`], in seconds.
const A_DAY_AND_MORE: i64 = 26 * 3600;

/// A small world of Pages, people and conversations, and the emulated Graph in front of it.
#[derive(Clone, Serialize, Deserialize)]
pub struct World {
    format: u32,
    pub(crate) seed: u64,
    /// Grows with everything that is made, and with every request.
    pub(crate) count: u64,
    pub(crate) created: GraphTime,
    pub(crate) app_id: String,
    pub(crate) user_id: String,
    pub(crate) pages: Vec<Page>,
    pub(crate) conversations: Vec<Conversation>,
    tokens: Vec<Token>,
    pub(crate) trouble: Trouble,
}

/// Why a snapshot cannot be used.
#[derive(Debug, Error)]
pub enum SnapshotProblem {
    /// Not a snapshot, or damaged.
    #[error("the snapshot cannot be read: {0}")]
    Unreadable(#[from] serde_json::Error),
    /// Of an older or newer emulator.
    #[error("the snapshot has format {0}, not {FORMAT}")]
    OtherFormat(u32),
}

/// Nobody has this PSID for this Page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("nobody has this PSID for this Page")]
pub struct NoSuchPerson;

impl World {
    /// A fresh world, whose times are relative to now. The same seed and time give the same world.
    #[must_use]
    pub fn new(seed: u64, now: GraphTime) -> Self {
        let mut world = Self {
            format: FORMAT,
            seed,
            count: 0,
            created: now,
            app_id: Stream::new(seed, &["app"]).digits(16),
            user_id: Stream::new(seed, &["user"]).digits(17),
            pages: cast::pages(seed),
            conversations: Vec::new(),
            tokens: Vec::new(),
            trouble: Trouble::default(),
        };
        cast::fill(&mut world, now);
        world.fresh_user_token(now);
        world
    }

    /// The world as text, tokens included.
    #[must_use]
    pub fn snapshot(&self) -> String {
        serde_json::to_string(self).unwrap_or_default() // Only strings and numbers: it cannot fail.
    }

    /// The world as a snapshot has it.
    ///
    /// # Errors
    /// When the text is damaged, or of another format.
    pub fn restore(snapshot: &str) -> Result<Self, SnapshotProblem> {
        let world: Self = serde_json::from_str(snapshot)?;
        match world.format {
            FORMAT => Ok(world),
            other => Err(SnapshotProblem::OtherFormat(other)),
        }
    }

    /// The scenario that is on.
    #[must_use]
    pub fn scenario(&self) -> Scenario {
        self.trouble.scenario
    }

    /// Turns a scenario on, and the one before off.
    pub fn set_scenario(&mut self, now: GraphTime, scenario: Scenario) {
        self.trouble = Trouble {
            scenario,
            since: self.count,
            at: Some(now),
            ..Trouble::default()
        };
    }

    /// The Page that the practice is about.
    #[must_use]
    pub fn main_page(&self) -> &str {
        self.pages.first().map_or("", |page| &page.id)
    }

    /// All the Pages, as ID and name.
    pub fn pages(&self) -> impl Iterator<Item = (&str, &str)> {
        let pages = self.pages.iter();
        pages.map(|page| (page.id.as_str(), page.name.as_str()))
    }

    /// The PSID of the practice customer, for the main Page.
    #[must_use]
    pub fn customer(&self) -> &str {
        let first = self.conversations.first();
        first.map_or("", |conversation| &conversation.psid)
    }

    /// The name of the developer whom the User tokens belong to.
    #[must_use]
    pub fn user_name(&self) -> &'static str {
        cast::DEVELOPER
    }

    /// The conversation of a person who has written to a Page.
    #[must_use]
    pub fn conversation_id(&self, page: &str, psid: &str) -> Option<String> {
        let conversation = self.conversation_with(page, psid)?;
        let is_there = !self.messages_of(&conversation).is_empty();
        is_there.then(|| conversation.id.clone())
    }

    /// Somebody writes to a Page; works at any time, whatever the scenario.
    ///
    /// # Errors
    /// When nobody has this PSID for this Page.
    pub fn customer_writes(
        &mut self,
        now: GraphTime,
        page: &str,
        psid: &str,
        text: &str,
    ) -> Result<(), NoSuchPerson> {
        self.add_message(now, page, psid, |message| {
            message.from_customer = true;
            message.text = text.to_owned();
        })
        .map(|_| ())
        .ok_or(NoSuchPerson)
    }

    /// Adds a message of the Page, which `fill` makes into what it is. Gives its ID.
    pub(crate) fn add_message(
        &mut self,
        now: GraphTime,
        page: &str,
        psid: &str,
        fill: impl FnOnce(&mut Message),
    ) -> Option<String> {
        let count = self.tick();
        let seed = self.seed;
        let conversation = self.keep(page, psid)?;
        let id = seed::message_id(seed, &[&conversation.id, &count.to_string()]);
        let mut message = Message {
            id: id.clone(),
            count,
            from_customer: false,
            text: String::new(),
            time: now,
            attachment: None,
            quick_replies: Vec::new(),
            reply_to: None,
        };
        fill(&mut message);
        if message.from_customer {
            conversation.unread += 1;
        } else {
            conversation.unread = 0;
            conversation.typing_until = None;
        }
        conversation.messages.push(message);
        Some(id)
    }

    /// The stored conversation, to change it. One of the big Page's is stored first.
    pub(crate) fn keep(&mut self, page: &str, psid: &str) -> Option<&mut Conversation> {
        let found = self.conversation_with(page, psid)?;
        if let Cow::Owned(made) = found {
            self.conversations.push(made);
        }
        let mut kept = self.conversations.iter_mut();
        kept.find(|kept| kept.page == page && kept.psid == psid)
    }

    pub(crate) fn tick(&mut self) -> u64 {
        self.count += 1;
        self.count
    }

    pub(crate) fn page(&self, id: &str) -> Option<&Page> {
        self.pages.iter().find(|page| page.id == id)
    }

    pub(crate) fn conversation_with(
        &self,
        page: &str,
        psid: &str,
    ) -> Option<Cow<'_, Conversation>> {
        let mut kept = self.conversations.iter();
        let kept = kept.find(|kept| kept.page == page && kept.psid == psid);
        let made = || big_page::by_psid(self, page, psid).map(Cow::Owned);
        kept.map(Cow::Borrowed).or_else(made)
    }

    /// By its ID, if anything was said in it.
    pub(crate) fn conversation(&self, id: &str) -> Option<Cow<'_, Conversation>> {
        let kept = self.conversations.iter().find(|kept| kept.id == id);
        let made = || big_page::by_id(self, id).map(Cow::Owned);
        let found = kept.map(Cow::Borrowed).or_else(made)?;
        (!self.messages_of(&found).is_empty()).then_some(found)
    }

    /// The messages that are there in this scenario, oldest first.
    pub(crate) fn messages_of<'a>(&self, conversation: &'a Conversation) -> Vec<&'a Message> {
        let messages = conversation.messages.iter();
        let is_there =
            |message: &&Message| !self.trouble.covers(Scenario::NobodyWrote, message.count);
        messages.filter(is_there).collect()
    }

    /// When a message was written, as this scenario has it.
    pub(crate) fn time_of(&self, message: &Message) -> GraphTime {
        match self.trouble.covers(Scenario::WindowClosed, message.count) {
            true => GraphTime::from_unix(message.time.unix().saturating_sub(A_DAY_AND_MORE)),
            false => message.time,
        }
    }
}

impl World {
    /// A new User token with the usual permissions, and its Page tokens. Older ones stay.
    pub fn fresh_user_token(&mut self, now: GraphTime) -> String {
        self.user_token_with(now, &USUAL_PERMISSIONS)
    }

    /// A User token that works: the newest, or a fresh one when that is expired.
    pub fn user_token(&mut self, now: GraphTime) -> String {
        let mut newest_first = self.tokens.iter().rev();
        let works =
            |token: &&Token| token.owner == Owner::User && self.expiry(now, token).is_none();
        match newest_first.find(works) {
            Some(token) => token.secret.clone(),
            None => self.fresh_user_token(now),
        }
    }

    /// A new User token with these permissions granted, and those of the usual ones declined that
    /// are not among them; and its Page tokens.
    pub fn user_token_with(&mut self, now: GraphTime, permissions: &[&str]) -> String {
        let count = self.tick();
        let granted: Vec<_> = permissions.iter().map(|&it| it.to_owned()).collect();
        let declined = USUAL_PERMISSIONS.iter().map(|&it| it.to_owned());
        let declined: Vec<_> = declined.filter(|it| !granted.contains(it)).collect();
        let pages = self.pages.iter().map(|page| Owner::Page(page.id.clone()));
        for owner in pages.chain([Owner::User]).collect::<Vec<_>>() {
            self.tokens.push(Token {
                secret: self.secret(&owner, count),
                owner,
                count,
                issued_at: now,
                expires_at: Some(GraphTime::from_unix(now.unix().saturating_add(LIFETIME))),
                granted: granted.clone(),
                declined: declined.clone(),
            });
        }
        self.secret(&Owner::User, count)
    }

    /// The token of a Page that comes with a User token.
    #[must_use]
    pub fn page_token(&self, user_token: &str, page: &str) -> Option<String> {
        let user = self.token(user_token)?;
        let mut tokens = self.tokens.iter();
        let found = tokens.find(|it| it.count == user.count && it.page() == Some(page))?;
        Some(found.secret.clone())
    }

    /// The app's own token, `APP-ID|SECRET`.
    #[must_use]
    pub fn app_token(&self) -> String {
        let secret = Stream::new(self.seed, &["app secret"]).characters(24);
        format!("{}|{PREFIX}app-secret-{secret}", self.app_id)
    }

    fn secret(&self, owner: &Owner, count: u64) -> String {
        let (kind, id) = match owner {
            Owner::User => ("user", self.user_id.as_str()),
            Owner::Page(id) => ("page", id.as_str()),
            Owner::App => ("app", self.app_id.as_str()),
        };
        let words = [kind, id, &count.to_string()];
        let rest = Stream::new(self.seed, &words).characters(40);
        format!("{PREFIX}{kind}-token-{rest}")
    }

    pub(crate) fn token(&self, secret: &str) -> Option<Cow<'_, Token>> {
        if secret == self.app_token() {
            return Some(Cow::Owned(Token {
                secret: secret.to_owned(),
                owner: Owner::App,
                count: u64::MAX,
                issued_at: self.created,
                expires_at: None,
                granted: Vec::new(),
                declined: Vec::new(),
            }));
        }
        let mut tokens = self.tokens.iter();
        tokens
            .find(|token| token.secret == secret)
            .map(Cow::Borrowed)
    }

    /// When a token expired, if it has.
    pub(crate) fn expiry(&self, now: GraphTime, token: &Token) -> Option<GraphTime> {
        let by_scenario = match self.trouble.covers(Scenario::TokenExpired, token.count) {
            true => self.trouble.at,
            false => None,
        };
        let by_age = token.expires_at.filter(|expires| *expires <= now);
        by_scenario.into_iter().chain(by_age).min()
    }

    /// Whether a token carries a permission, in this scenario.
    pub(crate) fn grants(&self, token: &Token, permission: &str) -> bool {
        let withheld =
            self.trouble.is(Scenario::PermissionMissing) && permission == "pages_messaging";
        !withheld && token.granted.iter().any(|granted| granted == permission)
    }
}

impl fmt::Debug for World {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("World")
            .field("seed", &self.seed)
            .field("count", &self.count)
            .field("scenario", &self.trouble.scenario)
            .field("conversations", &self.conversations.len())
            .finish_non_exhaustive()
    }
}
