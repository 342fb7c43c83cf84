//! Times in an answer, by the reader's clock.

use graph_api::GraphTime;

use super::document::{Document, Kind, Line};
use crate::zone::Zone;

/// Seconds up to the year 2286 have ten digits at most, milliseconds of this century have more.
const SECONDS: i64 = 9_999_999_999;

/// The time that a line tells, if it tells one.
pub(super) fn of(document: &Document, line: &Line) -> Option<GraphTime> {
    let source = document.source(line);
    match line.kind {
        Kind::Text => GraphTime::parse(source.strip_prefix('"')?.strip_suffix('"')?),
        Kind::Number if is_named(document.key(line)) => {
            let number: i64 = source.parse().ok()?;
            let seconds = match number > SECONDS {
                true => number / 1000,
                false => number,
            };
            // Graph says 0 for never, and small numbers are durations.
            (100_000_000..=SECONDS)
                .contains(&seconds)
                .then(|| GraphTime::from_unix(seconds))
        }
        _ => None,
    }
}

fn is_named(key: &str) -> bool {
    let ends = ["_at", "_time", "timestamp", "watermark"];
    key == "time" || ends.iter().any(|end| key.ends_with(end))
}

/// `2024-06-06 08:37:17, UTC+02:00`, as the clocks of the zone told it at that time.
pub(super) fn local(time: GraphTime, zone: Zone) -> String {
    let minutes = zone.minutes_ahead(time);
    let there = GraphTime::from_unix(time.unix().saturating_add(i64::from(minutes) * 60));
    let text = there.to_string();
    let (date, clock) = text.split_once('T').unwrap_or((&text, ""));
    let clock = clock.trim_end_matches("+0000");
    let sign = if minutes < 0 { '-' } else { '+' };
    let ahead = minutes.unsigned_abs();
    format!(
        "{date} {clock}, UTC{sign}{:02}:{:02}",
        ahead / 60,
        ahead % 60
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(json: &str, zone: fn(i64) -> i32, expected: Option<&str>) {
        let document = Document::new(json);
        let found = document.lines.iter().find_map(|line| of(&document, line));
        let found = found.map(|time| local(time, Zone(zone)));
        assert_eq!(found.as_deref(), expected, "{json}");
    }

    #[test]
    fn times_are_told_by_the_readers_clock() {
        let local = Some("2024-06-06 08:37:17, UTC+02:00");
        check(
            r#"{"updated_time":"2024-06-06T06:37:17+0000"}"#,
            |_| 120,
            local,
        );
        check(r#"{"a":["2024-06-06T08:37:17+0200"]}"#, |_| 120, local);
        check(r#"{"expires_at":1717655837}"#, |_| 120, local);
        check(r#"{"timestamp":1717655837000}"#, |_| 120, local);
        let west = Some("2024-06-05 20:07:17, UTC-10:30");
        check(r#"{"time":1717655837}"#, |_| -630, west);
    }

    /// Berlin, which knows only the summer of 2026.
    fn berlin(seconds: i64) -> i32 {
        match seconds {
            1_774_746_000..1_792_890_000 => 120,
            _ => 60,
        }
    }

    #[test]
    fn each_time_is_told_by_the_clocks_of_its_moment() {
        for (utc, local) in [
            ("1970-01-01T00:00:00", "1970-01-01 01:00:00, UTC+01:00"),
            ("2026-03-29T00:59:59", "2026-03-29 01:59:59, UTC+01:00"),
            ("2026-03-29T01:00:00", "2026-03-29 03:00:00, UTC+02:00"),
            ("2026-10-25T00:59:59", "2026-10-25 02:59:59, UTC+02:00"),
            ("2026-10-25T01:00:00", "2026-10-25 02:00:00, UTC+01:00"),
            ("2099-12-31T23:30:00", "2100-01-01 00:30:00, UTC+01:00"),
        ] {
            check(&format!("[\"{utc}+0000\"]"), berlin, Some(local));
        }
    }

    #[test]
    fn without_a_zone_times_are_told_in_utc() {
        let zone = Zone::default();
        let told = local(GraphTime::from_unix(1_717_655_837), zone);
        assert_eq!(told, "2024-06-06 06:37:17, UTC+00:00");
    }

    #[test]
    fn other_numbers_and_texts_tell_none() {
        for json in [
            r#"{"expires_at":0}"#,
            r#"{"expires_in":5183944}"#,
            r#"{"id":1717655837}"#,
            r#"{"expires_at":1.5e9}"#,
            r#"{"expires_at":-1717655837}"#,
            r#"{"expires_at":99999999999999999999}"#,
            r#"{"a":"2024-06-06"}"#,
            "[1717655837]",
        ] {
            check(json, |_| 0, None);
        }
    }
}
