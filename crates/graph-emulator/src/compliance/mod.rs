//! What every way to reach the world must pass: in process, over a socket, over TLS.
//!
//! A [`Subject`] carries requests and lets the checks set the world up. [`run`] runs them all.

mod bench;
mod conversations;
mod messages;
mod pages;
mod protocol;
mod refusals;
mod scenarios;
mod sending;
mod subscriptions;
mod templates;
mod tokens;

use graph_api::{GraphTime, HttpRequest, HttpResponse};

pub use bench::{Bench, Failure};

use crate::{Keys, Scenario, World};

/// What a check does to the world other than by requests.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Setup {
    /// A fresh world without a scenario.
    Reset,
    /// Turns a scenario on.
    Scenario(Scenario),
    /// The practice customer writes to the main Page.
    CustomerWrites(String),
    /// A new User token with these permissions.
    Token(Vec<String>),
    /// Moves the world's clock on, by seconds.
    Advance(i64),
}

/// A way to reach a world.
pub trait Subject {
    /// Carries a request.
    ///
    /// # Errors
    /// When no answer came.
    fn send(&mut self, request: &HttpRequest) -> Result<HttpResponse, Failure>;

    /// Sets the world up, and tells its keys after that; those of the new token after
    /// [`Setup::Token`].
    ///
    /// # Errors
    /// When that did not work.
    fn setup(&mut self, setup: Setup) -> Result<Keys, Failure>;
}

/// A named check.
#[derive(Clone, Copy)]
pub struct Check {
    /// What holds.
    pub name: &'static str,
    run: fn(&mut Bench<'_>) -> Result<(), Failure>,
}

/// Makes a list of checks out of functions.
macro_rules! checks {
    ($($name:ident),* $(,)?) => {
        pub(super) const CHECKS: &[super::Check] = &[
            $(super::Check { name: stringify!($name), run: $name }),*
        ];
    };
}
use checks;

/// All the checks.
#[must_use]
pub fn all() -> Vec<Check> {
    let parts = [
        tokens::CHECKS,
        pages::CHECKS,
        conversations::CHECKS,
        messages::CHECKS,
        sending::CHECKS,
        templates::CHECKS,
        refusals::CHECKS,
        subscriptions::CHECKS,
        protocol::CHECKS,
        scenarios::CHECKS,
    ];
    parts.concat()
}

/// Runs them all, each in a fresh world in which the practice customer has written. Tells how many
/// there were.
///
/// # Errors
/// The names of those that failed, and why.
pub fn run(subject: &mut dyn Subject) -> Result<usize, Vec<String>> {
    let checks = all();
    let failed = checks.iter().filter_map(|check| {
        let outcome = Bench::start(subject).and_then(|mut bench| (check.run)(&mut bench));
        outcome.err().map(|why| format!("{}: {why}", check.name))
    });
    let failed: Vec<_> = failed.collect();
    match failed.is_empty() {
        true => Ok(checks.len()),
        false => Err(failed),
    }
}

/// A world in this process.
#[derive(Debug)]
pub struct InProcess {
    /// The world.
    pub world: World,
    now: GraphTime,
}

impl InProcess {
    /// A fresh world at this time.
    #[must_use]
    pub fn new(now: GraphTime) -> Self {
        Self {
            world: World::new(1, now),
            now,
        }
    }
}

impl Subject for InProcess {
    fn send(&mut self, request: &HttpRequest) -> Result<HttpResponse, Failure> {
        Ok(self.world.handle(self.now, request).response)
    }

    fn setup(&mut self, setup: Setup) -> Result<Keys, Failure> {
        match setup {
            Setup::Reset => self.world = World::new(1, self.now),
            Setup::Scenario(scenario) => self.world.set_scenario(self.now, scenario),
            Setup::CustomerWrites(text) => {
                let (page, psid) = (self.world.main_page(), self.world.customer());
                let (page, psid) = (page.to_owned(), psid.to_owned());
                let written = self.world.customer_writes(self.now, &page, &psid, &text);
                written.map_err(|problem| Failure::new(problem.to_string()))?;
            }
            Setup::Token(permissions) => {
                let permissions: Vec<_> = permissions.iter().map(String::as_str).collect();
                let token = self.world.user_token_with(self.now, &permissions);
                return Ok(self.world.keys_of(token));
            }
            Setup::Advance(seconds) => {
                self.now = GraphTime::from_unix(self.now.unix().saturating_add(seconds));
            }
        }
        Ok(self.world.keys(self.now))
    }
}
