//! Tokens: how the world makes them, keeps them, and lets them expire.

use std::borrow::Cow;
use std::fmt;

use graph_api::GraphTime;
use serde::{Deserialize, Serialize};

use crate::World;
use crate::scenario::Scenario;
use crate::seed::Stream;

/// How long a User token lives: 60 days, as a long-lived one.
pub(crate) const LIFETIME: i64 = 60 * 86_400;
/// How long a token sees data: 90 days.
pub(crate) const DATA_ACCESS: i64 = 90 * 86_400;
/// What the world's tokens start with.
pub(crate) const PREFIX: &str = "practice-";

/// The permissions that the tutorial's token carries.
pub const USUAL_PERMISSIONS: [&str; 5] = [
    "pages_show_list",
    "pages_messaging",
    "pages_manage_metadata",
    "pages_read_engagement",
    "public_profile",
];

/// Whose a token is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Owner {
    /// The developer.
    User,
    /// A Page, by its ID, for which the developer acts.
    Page(String),
    /// The app itself.
    App,
}

/// An access token.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Token {
    pub(crate) secret: String,
    pub(crate) owner: Owner,
    /// The world's count when it was made.
    pub(crate) count: u64,
    pub(crate) issued_at: GraphTime,
    /// None: never.
    pub(crate) expires_at: Option<GraphTime>,
    pub(crate) granted: Vec<String>,
    pub(crate) declined: Vec<String>,
}

impl Token {
    pub(crate) fn page(&self) -> Option<&str> {
        match &self.owner {
            Owner::Page(id) => Some(id),
            Owner::User | Owner::App => None,
        }
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Token")
            .field("owner", &self.owner)
            .field("expires_at", &self.expires_at)
            .field("granted", &self.granted)
            .finish_non_exhaustive()
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
        let pages = self.pages.iter().map(|page| page.id.clone());
        let pages: Vec<_> = pages.collect();
        self.user_token_for(now, permissions, &pages)
    }

    /// The same, for these Pages alone: no other was ticked when the token was made.
    pub fn user_token_for(
        &mut self,
        now: GraphTime,
        permissions: &[&str],
        ticked: &[String],
    ) -> String {
        let count = self.tick();
        let granted: Vec<_> = permissions.iter().map(|&it| it.to_owned()).collect();
        let declined = USUAL_PERMISSIONS.iter().map(|&it| it.to_owned());
        let declined: Vec<_> = declined.filter(|it| !granted.contains(it)).collect();
        let pages = self.pages.iter().map(|page| page.id.clone());
        let pages = pages.filter(|id| ticked.contains(id)).map(Owner::Page);
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

    /// Whether a Page was ticked when a token was made: then a token of its own came with it.
    pub(crate) fn is_ticked(&self, token: &Token, page: &str) -> bool {
        let mut tokens = self.tokens.iter();
        tokens.any(|it| it.count == token.count && it.page() == Some(page))
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
        let withheld = self
            .trouble
            .covers(Scenario::PermissionMissing, token.count)
            && permission == "pages_messaging";
        !withheld && token.granted.iter().any(|granted| granted == permission)
    }
}
