//! Times in an answer, by the reader's clock.

use graph_api::GraphTime;

use super::document::{Document, Kind, Line};

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

/// `2024-06-06 08:37:17, UTC+02:00`, on a clock that is so many minutes ahead of UTC.
///
/// The distance is today's: of a time on the other side of a change of the clocks it is an hour off,
/// so it is always told along.
pub(super) fn local(time: GraphTime, minutes: i32) -> String {
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
    fn check(json: &str, minutes: i32, expected: Option<&str>) {
        let document = Document::new(json);
        let found = document.lines.iter().find_map(|line| of(&document, line));
        let found = found.map(|time| local(time, minutes));
        assert_eq!(found.as_deref(), expected, "{json}");
    }

    #[test]
    fn times_are_told_by_the_readers_clock() {
        let local = Some("2024-06-06 08:37:17, UTC+02:00");
        check(r#"{"updated_time":"2024-06-06T06:37:17+0000"}"#, 120, local);
        check(r#"{"a":["2024-06-06T08:37:17+0200"]}"#, 120, local);
        check(r#"{"expires_at":1717655837}"#, 120, local);
        check(r#"{"timestamp":1717655837000}"#, 120, local);
        let west = Some("2024-06-05 20:07:17, UTC-10:30");
        check(r#"{"time":1717655837}"#, -630, west);
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
            check(json, 0, None);
        }
    }
}
