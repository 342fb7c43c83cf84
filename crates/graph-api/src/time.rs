//! Graph's times: `2024-06-06T06:37:17+0000`, which is not quite RFC 3339.

use std::fmt;

use crate::fields::expected;
use crate::json::Value;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Seconds since 1970-01-01 UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct GraphTime(i64);

const DAY: i64 = 86_400;

impl GraphTime {
    /// A time, by seconds since 1970-01-01 UTC.
    #[must_use]
    pub const fn from_unix(seconds: i64) -> Self {
        Self(seconds)
    }

    /// Seconds since 1970-01-01 UTC.
    #[must_use]
    pub const fn unix(self) -> i64 {
        self.0
    }

    /// Reads `YYYY-MM-DDThh:mm:ss` and an offset: `Z`, `+0000` or `+00:00`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (stamp, offset) = (text.get(..19)?, text.get(19..)?);
        let number = |from: usize, to: usize| stamp.get(from..to)?.parse::<u32>().ok();
        let separators = [(4, "-"), (7, "-"), (10, "T"), (13, ":"), (16, ":")];
        if separators
            .iter()
            .any(|(at, mark)| stamp.get(*at..at + 1) != Some(mark))
        {
            return None;
        }
        let (month, day) = (number(5, 7)?, number(8, 10)?);
        let (hour, minute, second) = (number(11, 13)?, number(14, 16)?, number(17, 19)?);
        let possible = (1..=12).contains(&month)
            && (1..=31).contains(&day)
            && hour < 24
            && minute < 60
            && second <= 60;
        if !possible {
            return None;
        }
        let days = days_from_civil(i64::from(number(0, 4)?), month, day);
        let seconds = i64::from(hour * 3600 + minute * 60 + second);
        Some(Self(days * DAY + seconds - offset_seconds(offset)?))
    }

    pub(crate) fn from_json(value: &Value) -> Result<Self, String> {
        let read = match value {
            Value::Text(text) => Self::parse(text),
            other => other.as_i64().map(Self),
        };
        let time = "a time such as 2024-06-06T06:37:17+0000, or a UNIX time in seconds";
        read.ok_or_else(|| expected(time, value))
    }
}

fn offset_seconds(offset: &str) -> Option<i64> {
    if matches!(offset, "Z" | "") {
        return Some(0);
    }
    let sign = match offset.get(..1)? {
        "+" => 1,
        "-" => -1,
        _ => return None,
    };
    let digits = offset.get(1..)?.replace(':', "");
    if digits.len() != 4 {
        return None;
    }
    let (hours, minutes) = (digits.get(..2)?, digits.get(2..)?);
    Some(sign * (hours.parse::<i64>().ok()? * 3600 + minutes.parse::<i64>().ok()? * 60))
}

/// Days since 1970-01-01 in the Gregorian calendar (Howard Hinnant, "chrono-compatible low-level
/// date algorithms").
fn days_from_civil(year: i64, month: u32, day: u32) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let shifted = i64::from((month + 9) % 12);
    let day_of_year = (153 * shifted + 2) / 5 + i64::from(day) - 1;
    era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468
}

fn civil_from_days(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let of_era = days.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let day_of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * day_of_year + 2) / 153;
    let month = (shifted + 2) % 12 + 1;
    let year = era * 400 + year_of_era + i64::from(month <= 2);
    (year, month, day_of_year - (153 * shifted + 2) / 5 + 1)
}

impl fmt::Display for GraphTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = civil_from_days(self.0.div_euclid(DAY));
        let second = self.0.rem_euclid(DAY);
        let (hour, minute, second) = (second / 3600, second / 60 % 60, second % 60);
        write!(
            f,
            "{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}+0000"
        )
    }
}

impl Serialize for GraphTime {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for GraphTime {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| D::Error::custom("not one of Graph's times"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(text: &str, expected: Option<i64>) {
        assert_eq!(
            GraphTime::parse(text).map(GraphTime::unix),
            expected,
            "{text}"
        );
    }

    #[test]
    fn times_are_read() {
        check("2024-06-06T06:37:17+0000", Some(1_717_655_837));
        check("2024-06-06T08:37:17+0200", Some(1_717_655_837));
        check("2024-06-06T06:37:17Z", Some(1_717_655_837));
        check("2024-06-06T06:37:17+00:00", Some(1_717_655_837));
        check("1970-01-01T00:00:00+0000", Some(0));
        check("2024-13-06T06:37:17+0000", None);
        check("2024-06-06 06:37:17", None);
        check("2024-06-06T06:37:17+000é", None);
        check("yesterday", None);
    }

    proptest! {
        #[test]
        fn a_time_written_is_read_back(seconds in -62_000_000_000_i64..250_000_000_000) {
            let time = GraphTime::from_unix(seconds);
            prop_assert_eq!(GraphTime::parse(&time.to_string()), Some(time));
        }

        #[test]
        fn any_text_is_survived(text in "\\PC{0,40}") {
            let _ = GraphTime::parse(&text);
        }
    }
}
