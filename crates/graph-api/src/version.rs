//! The version of the Graph API in a request's path.

use std::fmt;
use std::str::FromStr;

use thiserror::Error;

use crate::time::GraphTime;

/// `v26.0` and the like. An expired version is no error: Graph serves an older one that still lives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct GraphVersion {
    major: u16,
    minor: u16,
}

/// A text that is not `vMAJOR.MINOR`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("a version looks like v26.0")]
pub struct VersionProblem;

impl GraphVersion {
    /// The versions alive in November 2026, newest first
    /// (<https://developers.facebook.com/docs/graph-api/changelog>).
    pub const ALIVE: [Self; 6] = [
        Self::new(26, 0),
        Self::new(25, 0),
        Self::new(24, 0),
        Self::new(23, 0),
        Self::new(22, 0),
        Self::new(21, 0),
    ];

    /// When the versions alive end, by the same list: the first of a version's last day, in UTC.
    const ENDS: [(Self, i64); 5] = [
        (Self::new(25, 0), 1_848_441_600),
        (Self::new(24, 0), 1_834_444_800),
        (Self::new(23, 0), 1_822_953_600),
        (Self::new(22, 0), 1_810_771_200),
        (Self::new(21, 0), 1_800_489_600),
    ];

    /// When the version ends, or ended: known of those alive when this was written, but for the
    /// newest.
    #[must_use]
    pub fn ends(self) -> Option<GraphTime> {
        let mut ends = Self::ENDS.iter();
        let end = ends.find(|(version, _)| *version == self);
        end.map(|(_, at)| GraphTime::from_unix(*at))
    }

    /// Whether the version is gone. Then Graph serves its calls by another one.
    #[must_use]
    pub fn is_gone(self, now: GraphTime) -> bool {
        let is_old = Self::ALIVE.last().is_some_and(|oldest| self < *oldest);
        is_old || self.ends().is_some_and(|end| end <= now)
    }

    /// `vMAJOR.MINOR`.
    #[must_use]
    pub const fn new(major: u16, minor: u16) -> Self {
        Self { major, minor }
    }
}

impl Default for GraphVersion {
    fn default() -> Self {
        Self::new(26, 0)
    }
}

impl fmt::Display for GraphVersion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "v{}.{}", self.major, self.minor)
    }
}

impl FromStr for GraphVersion {
    type Err = VersionProblem;

    fn from_str(text: &str) -> Result<Self, VersionProblem> {
        let number = |part: &str| match part.bytes().all(|byte| byte.is_ascii_digit()) {
            true => part.parse().map_err(|_| VersionProblem),
            false => Err(VersionProblem),
        };
        let (major, minor) = text
            .strip_prefix('v')
            .and_then(|rest| rest.split_once('.'))
            .ok_or(VersionProblem)?;
        Ok(Self::new(number(major)?, number(minor)?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_end(version: &str, end: &str) {
        let version: GraphVersion = version.parse().unwrap();
        let found = version.ends().unwrap();
        assert_eq!(found.to_string().get(..10), Some(end), "{version}");
        assert!(version.is_gone(found), "{version}");
        let before = GraphTime::from_unix(found.unix() - 1);
        assert!(!version.is_gone(before), "{version}");
    }

    #[test]
    fn versions_end_when_meta_says() {
        check_end("v25.0", "2028-07-29");
        check_end("v24.0", "2028-02-18");
        check_end("v23.0", "2027-10-08");
        check_end("v22.0", "2027-05-20");
        check_end("v21.0", "2027-01-21");
        let now = GraphTime::from_unix(1_795_435_200);
        assert_eq!(GraphVersion::default().ends(), None);
        assert!(!GraphVersion::default().is_gone(now));
        assert!(!GraphVersion::new(27, 0).is_gone(now));
        assert!(GraphVersion::new(20, 0).is_gone(now));
        assert!(GraphVersion::new(2, 12).is_gone(now));
    }

    #[test]
    fn versions_are_read_and_written() {
        assert_eq!("v26.0".parse(), Ok(GraphVersion::default()));
        assert_eq!(GraphVersion::new(2, 12).to_string(), "v2.12");
        for bad in [
            "26.0", "v26", "v26.", "v.0", "v+2.0", "v26.0.1", "v99999.0", "",
        ] {
            assert_eq!(bad.parse::<GraphVersion>(), Err(VersionProblem), "{bad}");
        }
    }
}
