//! The reader's time zone.

use graph_api::GraphTime;

/// How far the reader's clock is ahead of UTC, in minutes, so many seconds after 1970.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Zone(pub(crate) fn(i64) -> i32);

impl Zone {
    /// The same, at this time.
    pub(crate) fn minutes_ahead(self, time: GraphTime) -> i32 {
        (self.0)(time.unix())
    }
}

impl Default for Zone {
    /// UTC.
    fn default() -> Self {
        Self(|_| 0)
    }
}
