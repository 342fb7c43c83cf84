//! Lists: a part of one, its cursors, and the addresses of the parts around it.

use std::ops::Range;

use form_urlencoded::Serializer;
use graph_api::HOST;
use serde_json::{Map, Value, json};

use super::fault::Fault;
use crate::request::fields::Field;
use crate::request::params::Params;

const USUAL_LIMIT: usize = 25;

/// Where an entry stands: lists go from high to low. It is what a cursor holds.
pub(crate) type Place = (i64, String);

/// Which part of a list is asked for.
#[derive(Debug, Clone, Default)]
pub(crate) struct Part {
    limit: usize,
    after: Option<Place>,
    before: Option<Place>,
}

impl Part {
    /// From the parameters of a request.
    pub(crate) fn of_params(params: &Params) -> Result<Self, Fault> {
        Self::read(&|name| params.get(name))
    }

    /// From the arguments of a nested field: `messages.limit(5)`.
    pub(crate) fn of_field(field: &Field) -> Result<Self, Fault> {
        Self::read(&|name| field.argument(name))
    }

    fn read<'a>(value: &dyn Fn(&str) -> Option<&'a str>) -> Result<Self, Fault> {
        let cursor = |name| match value(name).filter(|text| !text.is_empty()) {
            Some(text) => place(text).map(Some).ok_or_else(Fault::bad_cursor),
            None => Ok(None),
        };
        let limit = match value("limit") {
            Some(text) => text
                .trim()
                .parse()
                .map_err(|_| Fault::param_must_be("limit", "an integer"))?,
            None => USUAL_LIMIT,
        };
        Ok(Self {
            limit,
            after: cursor("after")?,
            before: cursor("before")?,
        })
    }

    /// The entries of this part.
    fn range(&self, places: &[Place]) -> Range<usize> {
        if let Some(before) = &self.before {
            let end = places.partition_point(|place| place > before);
            return end.saturating_sub(self.limit)..end;
        }
        let start = match &self.after {
            Some(after) => places.partition_point(|place| place >= after),
            None => 0,
        };
        start..start.saturating_add(self.limit).min(places.len())
    }
}

/// Where a list can be asked for again.
pub(crate) struct Address<'a> {
    pub(crate) version: String,
    /// Such as `42/conversations`.
    pub(crate) path: String,
    pub(crate) token: &'a str,
    /// The parameters to repeat.
    pub(crate) params: &'a [(String, String)],
}

impl Address<'_> {
    fn url(&self, limit: usize, direction: &str, cursor: &str) -> String {
        let mut query = Serializer::new(String::new());
        query
            .append_pair("access_token", self.token)
            .append_pair("pretty", "0");
        query.extend_pairs(self.params);
        query.append_pair("limit", &limit.to_string());
        query.append_pair(direction, cursor);
        format!("{HOST}/{}/{}?{}", self.version, self.path, query.finish())
    }
}

/// One part of a list, of entries that stand in descending order.
pub(crate) fn list(
    places: &[Place],
    part: &Part,
    address: &Address<'_>,
    render: &mut dyn FnMut(usize) -> Result<Value, Fault>,
) -> Result<Map<String, Value>, Fault> {
    let range = part.range(places);
    let rows: Vec<Value> = range.clone().map(render).collect::<Result<_, _>>()?;
    let ends = places
        .get(range.clone())
        .and_then(|own| Some((own.first()?, own.last()?)));
    let mut answer = Map::from_iter([("data".to_owned(), rows.into())]);
    if let Some((first, last)) = ends {
        let (before, after) = (cursor(first), cursor(last));
        let mut paging = Map::new();
        paging.insert(
            "cursors".to_owned(),
            json!({"before": before, "after": after}),
        );
        if range.end < places.len() {
            let next = address.url(part.limit, "after", &after);
            paging.insert("next".to_owned(), next.into());
        }
        if range.start > 0 {
            let previous = address.url(part.limit, "before", &before);
            paging.insert("previous".to_owned(), previous.into());
        }
        answer.insert("paging".to_owned(), paging.into());
    }
    Ok(answer)
}

/// Opaque to clients: a place in hexadecimal digits, dressed as Graph's own.
fn cursor((number, id): &Place) -> String {
    let text = format!("{number} {id}");
    let digits: String = text.bytes().map(|byte| format!("{byte:02x}")).collect();
    format!("QVFI{digits}ZD")
}

fn place(cursor: &str) -> Option<Place> {
    let digits = cursor.strip_prefix("QVFI")?.strip_suffix("ZD")?;
    let byte = |pair: &[u8]| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok();
    let bytes: Option<Vec<u8>> = digits.as_bytes().chunks(2).map(byte).collect();
    let text = String::from_utf8(bytes?).ok()?;
    let (number, id) = text.split_once(' ')?;
    Some((number.parse().ok()?, id.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_is_read_back() {
        let here = (-42, "t_1".to_owned());
        assert_eq!(place(&cursor(&here)), Some(here));
        for bad in ["", "QVFIZD", "QVFIzzZD", "QVFI3ZD", "QVFIé0ZD", "abc"] {
            assert_eq!(place(bad), None, "{bad}");
        }
    }

    #[test]
    fn parts_follow_each_other() {
        let places: Vec<Place> = (0..7).rev().map(|n| (n, n.to_string())).collect();
        let at = |n: i64| Some((n, n.to_string()));
        let part = |after, before| Part {
            limit: 3,
            after,
            before,
        };
        assert_eq!(part(None, None).range(&places), 0..3);
        assert_eq!(part(at(4), None).range(&places), 3..6);
        assert_eq!(part(at(1), None).range(&places), 6..7);
        assert_eq!(part(at(0), None).range(&places), 7..7);
        assert_eq!(part(None, at(3)).range(&places), 0..3);
        assert_eq!(part(None, at(5)).range(&places), 0..1);
    }
}
