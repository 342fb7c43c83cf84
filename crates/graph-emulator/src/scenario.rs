//! What goes wrong, on purpose.

use std::fmt;
use std::str::FromStr;

use graph_api::GraphTime;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::progress::Stage;
use crate::routes::Operation;

/// How long the rate limit of [`Scenario::RateLimit`] lasts after its first refusal, in seconds.
pub const RATE_LIMIT_SECONDS: i64 = 30;

/// How long the outage of [`Scenario::GraphDown`] lasts after its first call, in seconds.
pub const OUTAGE_SECONDS: i64 = 45;

/// A situation that a reader or a test turns on. One at a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Scenario {
    /// Everything works.
    #[default]
    None,
    /// Every token made before the switch is expired (190/463); a fresh one works.
    TokenExpired,
    /// No token made before the switch carries `pages_messaging` (230 on reads, 200 on sends).
    PermissionMissing,
    /// The tokens made before the switch share no Page: an empty list, and no error.
    NoPages,
    /// Nobody had written before the switch: no conversations, until someone writes.
    NobodyWrote,
    /// All messages so far are a day older: sends are refused (10/2018278) until the customer writes.
    WindowClosed,
    /// Whoever is written to first is not available (551/1545041); other people are.
    PersonUnavailable,
    /// The PSID that is written to first is not this Page's (100/2018001), until the conversations
    /// are listed again; other people's are.
    WrongPsid,
    /// The app's limit is reached (4): from the first refusal on, for [`RATE_LIMIT_SECONDS`].
    RateLimit,
    /// The first read (2, HTTP 500) and the first send (1200/2018024) fail; trying again mends it.
    TemporaryFailure,
    /// The app is in development: people without a role on it are not listed, and get nothing
    /// (200/2018028), unless they are given one: [`crate::World::help`].
    DevelopmentMode,
    /// Another app controls the thread that is written to first (10/2018300), until it passes it:
    /// [`crate::World::help`].
    OtherAppThread,
    /// A gateway answers every call with 502 and an HTML page, for [`OUTAGE_SECONDS`].
    GraphDown,
    /// The main Page has 5,000 conversations more.
    BigPage,
}

/// No scenario has this name.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("there is no scenario called {0:?}")]
pub struct UnknownScenario(pub String);

impl Scenario {
    /// All of them, in the order to offer them.
    pub const ALL: [Self; 14] = [
        Self::None,
        Self::TokenExpired,
        Self::PermissionMissing,
        Self::NoPages,
        Self::NobodyWrote,
        Self::WindowClosed,
        Self::PersonUnavailable,
        Self::WrongPsid,
        Self::RateLimit,
        Self::TemporaryFailure,
        Self::DevelopmentMode,
        Self::OtherAppThread,
        Self::GraphDown,
        Self::BigPage,
    ];

    /// Its name, as the command line and the control address take it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::TokenExpired => "token-expired",
            Self::PermissionMissing => "permission-missing",
            Self::NoPages => "no-pages",
            Self::NobodyWrote => "nobody-wrote",
            Self::WindowClosed => "window-closed",
            Self::PersonUnavailable => "person-unavailable",
            Self::WrongPsid => "wrong-psid",
            Self::RateLimit => "rate-limit",
            Self::TemporaryFailure => "temporary-failure",
            Self::DevelopmentMode => "development-mode",
            Self::OtherAppThread => "other-app-thread",
            Self::GraphDown => "graph-down",
            Self::BigPage => "big-page",
        }
    }

    /// One line about it.
    #[must_use]
    pub const fn description(self) -> &'static str {
        match self {
            Self::None => "Everything works.",
            Self::TokenExpired => "Every token made so far has expired; a fresh one works.",
            Self::PermissionMissing => {
                "The tokens made so far lack the permission pages_messaging."
            }
            Self::NoPages => "No Page was shared with the tokens made so far: the list is empty.",
            Self::NobodyWrote => "Nobody has written to the Page yet.",
            Self::WindowClosed => {
                "More than 24 hours have passed; a new message from the customer opens the window."
            }
            Self::PersonUnavailable => "The person who is written to first cannot be reached.",
            Self::WrongPsid => {
                "The ID that is written to first is not one of this Page's, until it is listed again."
            }
            Self::RateLimit => "Too many calls: refused for 30 seconds after the first refusal.",
            Self::TemporaryFailure => "The first read and the first send fail; trying again works.",
            Self::DevelopmentMode => {
                "The app is not live: people without a role on it are neither listed nor reached."
            }
            Self::OtherAppThread => "Another app controls the thread that is written to first.",
            Self::GraphDown => {
                "Every call ends at a gateway, for 45 seconds: 502 and an HTML page."
            }
            Self::BigPage => "The Page has 5,000 conversations more.",
        }
    }
}

impl fmt::Display for Scenario {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Scenario {
    type Err = UnknownScenario;

    fn from_str(name: &str) -> Result<Self, UnknownScenario> {
        let mut all = Self::ALL.into_iter();
        all.find(|scenario| scenario.name() == name)
            .ok_or_else(|| UnknownScenario(name.to_owned()))
    }
}

/// The scenario that is on, and what has come of it.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(crate) struct Trouble {
    pub(crate) scenario: Scenario,
    /// The world's count when it was turned on: what is older is affected.
    pub(crate) since: u64,
    /// When it was turned on.
    pub(crate) at: Option<GraphTime>,
    /// When it first refused a call.
    pub(crate) first_refusal: Option<GraphTime>,
    pub(crate) failed_reads: u32,
    pub(crate) failed_sends: u32,
    /// Whom a send was refused to.
    #[serde(default)]
    pub(crate) person: Option<String>,
    /// Whether somebody did what calls cannot.
    #[serde(default)]
    pub(crate) helped: bool,
    /// What ran into it.
    #[serde(default)]
    pub(crate) failed: Vec<Operation>,
    #[serde(default)]
    pub(crate) stage: Option<Stage>,
}

impl Trouble {
    pub(crate) fn is(&self, scenario: Scenario) -> bool {
        self.scenario == scenario
    }

    /// Whether something that was made at this count is affected.
    pub(crate) fn covers(&self, scenario: Scenario, count: u64) -> bool {
        self.is(scenario) && count <= self.since
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_back() {
        for scenario in Scenario::ALL {
            assert_eq!(scenario.to_string().parse(), Ok(scenario));
            assert_eq!(
                serde_json::to_string(&scenario).unwrap(),
                format!("{:?}", scenario.name())
            );
            assert!(scenario.description().ends_with('.'));
        }
        assert!("no-such-thing".parse::<Scenario>().is_err());
    }
}
