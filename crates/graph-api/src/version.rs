//! The version of the Graph API in a request's path.

use std::fmt;
use std::str::FromStr;

use thiserror::Error;

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
