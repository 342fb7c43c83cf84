//! What several formats are written with.

use graph_api::GraphTime;
use graph_api::json::{Object, Value};

/// An object with these keys, in this order.
pub(crate) fn object<const N: usize>(pairs: [(&str, Value); N]) -> Value {
    let mut object = Object::default();
    for (key, value) in pairs {
        object.insert(key, value);
    }
    object.into()
}

/// The last millisecond of the year 9999, where four digits end.
const LAST: i64 = 253_402_300_799_999;

/// A time in ISO 8601, from milliseconds since 1970-01-01 UTC.
pub(crate) fn iso_time(millis: i64) -> String {
    let millis = millis.clamp(0, LAST);
    let seconds = GraphTime::from_unix(millis / 1000).to_string();
    let stamp = seconds.strip_suffix("+0000").unwrap_or(&seconds);
    format!("{stamp}.{:03}Z", millis % 1000)
}

/// The text on one line, without what cannot be seen there.
pub(crate) fn one_line(text: &str) -> String {
    let shown = text.chars().map(|c| if c.is_control() { ' ' } else { c });
    shown.collect::<String>().trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_have_milliseconds() {
        assert_eq!(iso_time(1_717_655_837_042), "2024-06-06T06:37:17.042Z");
        assert_eq!(iso_time(-1), "1970-01-01T00:00:00.000Z");
        assert_eq!(iso_time(i64::MAX), "9999-12-31T23:59:59.999Z");
    }
}
