//! Texts that have broken other programs, for the tests; and how a test tells what it tried.
//!
//! Where they come from is in the README. They are ASCII JSON, in which a long text is written as a
//! list: `["a", 100000]`, and perhaps what follows.
//!
//! # Where to start
//! - [`json_test_suite`]: JSON, good and bad.
#![allow(clippy::expect_used, clippy::panic)]

use std::env;
use std::io::{self, Write as _};

use proptest::prelude::Strategy;
use proptest::test_runner::{Config, TestCaseResult, TestRunner};
use serde_json::{Map, Value};

/// The 318 cases of JSONTestSuite: their names and their bytes. `y_` is JSON, `n_` is not, and of
/// `i_` each parser may think what it likes.
#[must_use]
pub fn json_test_suite() -> Vec<(String, Vec<u8>)> {
    let cases = include_str!("../data/json-test-suite.json");
    let cases: Map<String, Value> = serde_json::from_str(cases).expect("the file is JSON");
    let bytes = |text: String| {
        text.chars()
            .map(|c| u8::try_from(c).expect("a byte"))
            .collect()
    };
    cases
        .into_iter()
        .map(|(name, case)| (name, bytes(text(&case))))
        .collect()
}

/// The big list of naughty strings, and our own.
#[must_use]
pub fn texts() -> Vec<String> {
    let naughty = include_str!("../data/naughty-strings.json");
    let own = include_str!("../data/own.json");
    let lists =
        [naughty, own].map(|list| serde_json::from_str::<Vec<Value>>(list).expect("a list"));
    lists.iter().flatten().map(text).collect()
}

fn text(value: &Value) -> String {
    let part = |at: usize| value.get(at).and_then(Value::as_str);
    match (value, value.get(1).and_then(Value::as_u64)) {
        (Value::String(text), _) => text.clone(),
        (_, Some(times)) => {
            let times = usize::try_from(times).expect("fits");
            part(0).expect("a text").repeat(times) + part(2).unwrap_or_default()
        }
        _ => panic!("a text, or a text and how often: {value}"),
    }
}

/// Says what was tried, whether the test passes or not: unlike `println!`, this is not captured.
pub fn tell(what: &str) {
    let _ = writeln!(io::stderr(), "tried: {what}");
}

/// Holds a property to many random cases, and says how many. `PROPTEST_CASES` sets the number.
///
/// # Panics
/// When a case is found for which it does not hold.
pub fn holds<S: Strategy>(what: &str, cases: &S, property: impl Fn(S::Value) -> TestCaseResult) {
    let config = Config {
        failure_persistence: None,
        ..Config::default()
    };
    let count = config.cases;
    if let Err(problem) = TestRunner::new(config).run(cases, property) {
        panic!("{what}: {problem}");
    }
    tell(&format!("{what}: {count} random cases"));
}

/// How many random cases were asked for; none when nobody asked.
#[must_use]
pub fn asked_for() -> Option<u32> {
    env::var("PROPTEST_CASES").ok()?.parse().ok()
}
