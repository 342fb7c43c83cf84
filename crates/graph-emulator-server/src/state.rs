//! What the connections share: the world, its clock, the faults to come, the requests seen.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{SystemTime, UNIX_EPOCH};

use graph_api::GraphTime;
use graph_emulator::{Keys, Scenario, World};
use serde_json::{Map, Value, json};

use crate::faults::Fault;
use crate::http::Request;

/// The same IDs and tokens at every start.
const SEED: u64 = 2026;

/// Shared by all connections.
pub(crate) struct State {
    first_scenario: Scenario,
    certificate: String,
    inside: Mutex<Inside>,
}

/// Behind the lock.
pub(crate) struct Inside {
    pub(crate) world: World,
    /// How far the clock was moved on, in seconds.
    pub(crate) ahead: i64,
    pub(crate) faults: Vec<Fault>,
    pub(crate) requests: Vec<Value>,
    /// Whether answers take as long as Graph's.
    pub(crate) delays: bool,
    first_keys: Keys,
}

impl State {
    pub(crate) fn new(scenario: Scenario, certificate: String) -> Self {
        Self {
            first_scenario: scenario,
            certificate,
            inside: Mutex::new(Inside::new(scenario)),
        }
    }

    pub(crate) fn lock(&self) -> MutexGuard<'_, Inside> {
        self.inside.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Everything as it was at the start.
    pub(crate) fn reset(&self) {
        let delays = self.lock().delays;
        *self.lock() = Inside {
            delays,
            ..Inside::new(self.first_scenario)
        };
    }

    pub(crate) fn first_keys(&self) -> Keys {
        self.lock().first_keys.clone()
    }

    pub(crate) fn set_delays(&self, delays: bool) {
        self.lock().delays = delays;
    }

    /// In PEM.
    pub(crate) fn certificate(&self) -> &str {
        &self.certificate
    }
}

impl Inside {
    /// A world in which the practice customer has written already.
    fn new(scenario: Scenario) -> Self {
        let now = clock(0);
        let mut world = World::new(SEED, now);
        let (page, psid) = (world.main_page().to_owned(), world.customer().to_owned());
        // The practice customer is in every world.
        let _ = world.customer_writes(now, &page, &psid, "Hello! Do you have lemon trees?");
        let first_keys = world.keys(now);
        world.set_scenario(now, scenario);
        Self {
            world,
            ahead: 0,
            faults: Vec::new(),
            requests: Vec::new(),
            delays: false,
            first_keys,
        }
    }

    pub(crate) fn now(&self) -> GraphTime {
        clock(self.ahead)
    }

    /// Keeps a request for those who ask what was sent, tokens included.
    pub(crate) fn record(&mut self, request: &Request, params: &[(String, String)]) {
        let lower =
            |(name, value): &(String, String)| (name.to_ascii_lowercase(), value.as_str().into());
        let headers: Map<String, Value> = request.headers.iter().map(lower).collect();
        self.requests.push(json!({
            "method": request.method,
            "url": request.target,
            "headers": headers,
            "params": params,
            "body": request.body,
        }));
    }
}

fn clock(ahead: i64) -> GraphTime {
    let since = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default();
    let seconds = i64::try_from(since.as_secs()).unwrap_or_default();
    GraphTime::from_unix(seconds.saturating_add(ahead))
}
