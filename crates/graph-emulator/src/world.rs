//! The world itself, and what happens in it besides requests.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;

use graph_api::GraphTime;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::big_page;
use crate::cast;
use crate::conversation::{Conversation, Message, Page};
use crate::login::Grant;
use crate::progress::Stage;
use crate::scenario::{Scenario, Trouble};
use crate::seed::{self, Stream};
use crate::token::Token;

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
    pub(crate) tokens: Vec<Token>,
    /// The codes of logins.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) grants: Vec<Grant>,
    pub(crate) trouble: Trouble,
    /// How far each scenario has come at best.
    #[serde(default)]
    pub(crate) record: BTreeMap<Scenario, Stage>,
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
            grants: Vec::new(),
            trouble: Trouble::default(),
            record: BTreeMap::new(),
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

    /// The practice customer's name.
    #[must_use]
    pub fn customer_name(&self) -> &str {
        let first = self.conversations.first();
        first.map_or("", Conversation::customer_name)
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
