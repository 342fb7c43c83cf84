//! The compliance suite, in process.

use graph_api::GraphTime;
use graph_emulator::compliance::{self, InProcess};

#[test]
fn the_world_complies() {
    let now = GraphTime::parse("2026-11-23T12:00:00Z").unwrap();
    let outcome = compliance::run(&mut InProcess::new(now));
    if let Err(failed) = &outcome {
        panic!("{} failed:\n{}", failed.len(), failed.join("\n"));
    }
    assert!(outcome.unwrap() >= 100);
}
