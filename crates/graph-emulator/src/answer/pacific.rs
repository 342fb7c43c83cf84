//! Times as the texts of token errors give them: `Monday, 19-Jun-23 06:29:46 PDT`.

use graph_api::GraphTime;

const DAYS: [&str; 7] = [
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
    "Monday",
    "Tuesday",
    "Wednesday",
];
const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];
const HOUR: i64 = 3600;
const DAY: i64 = 24 * HOUR;

pub(crate) fn pacific(time: GraphTime) -> String {
    let (offset, zone) = match is_summer(time) {
        true => (7 * HOUR, "PDT"),
        false => (8 * HOUR, "PST"),
    };
    let local = GraphTime::from_unix(time.unix().saturating_sub(offset));
    let day_name = DAYS.get(weekday(local)).copied().unwrap_or_default();
    let text = local.to_string();
    let part = |from: usize, to: usize| text.get(from..to).unwrap_or_default();
    let month = part(5, 7).parse::<usize>().unwrap_or(1);
    let month = MONTHS
        .get(month.saturating_sub(1))
        .copied()
        .unwrap_or_default();
    let (year, day, clock) = (part(2, 4), part(8, 10), part(11, 19));
    format!("{day_name}, {day}-{month}-{year} {clock} {zone}")
}

/// Days since a Thursday, modulo a week.
fn weekday(time: GraphTime) -> usize {
    usize::try_from(time.unix().div_euclid(DAY).rem_euclid(7)).unwrap_or_default()
}

/// From the second Sunday of March to the first Sunday of November, at 2 in the morning.
fn is_summer(time: GraphTime) -> bool {
    let text = time.to_string();
    let year = text.get(..4).unwrap_or_default();
    let sunday_from = |day: &str, hour: &str| {
        let first = GraphTime::parse(&format!("{year}-{day}T{hour}:00:00Z"))?;
        let days_to_sunday = (7 + 3 - weekday(first) as i64) % 7;
        Some(GraphTime::from_unix(first.unix() + days_to_sunday * DAY))
    };
    let (start, end) = (sunday_from("03-08", "10"), sunday_from("11-01", "09"));
    start.is_some_and(|start| start <= time) && end.is_some_and(|end| time < end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(time: &str, expected: &str) {
        assert_eq!(pacific(GraphTime::parse(time).unwrap()), expected);
    }

    #[test]
    fn times_are_in_california() {
        check("2023-06-19T13:29:46Z", "Monday, 19-Jun-23 06:29:46 PDT");
        check("2022-11-23T03:54:40Z", "Tuesday, 22-Nov-22 19:54:40 PST");
        check("2026-03-08T09:59:59Z", "Sunday, 08-Mar-26 01:59:59 PST");
        check("2026-03-08T10:00:00Z", "Sunday, 08-Mar-26 03:00:00 PDT");
        check("2026-11-01T08:59:59Z", "Sunday, 01-Nov-26 01:59:59 PDT");
        check("2026-11-01T09:00:00Z", "Sunday, 01-Nov-26 01:00:00 PST");
    }
}
