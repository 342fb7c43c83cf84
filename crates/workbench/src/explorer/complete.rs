//! What could stand at the end of what was typed.

use graph_api::{Method, TokenKind};

use super::catalog::{Field, Node, Param, Takes};
use super::known::Known;
use super::{query, target};
use crate::wish::IdKind;

/// So many are offered at once.
const MOST: usize = 8;

/// Something to complete a text with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Offer {
    /// What goes there.
    pub(crate) text: String,
    /// What it is.
    pub(crate) about: About,
}

/// What an offer is, in a few words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum About {
    /// Ours.
    Words(&'static str),
    /// The ID of somebody or something with this name.
    Named(IdKind, String),
}

/// Where the offers go, and what they are.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Completion {
    /// Where in the text the end starts that they replace.
    pub(crate) start: usize,
    /// The most likely first.
    pub(crate) offers: Vec<Offer>,
}

/// Completes the end of a query line.
pub(crate) fn complete(line: &str, method: Method, token: TokenKind, known: &Known) -> Completion {
    let Some((path, params)) = line.split_once('?') else {
        return match line.contains('&') {
            true => Completion::default(),
            false => in_path(line, method, token, known),
        };
    };
    let path = query::read(path).query.path;
    let target = target::find(method, &path, token, known);
    let all = target.call.map_or(&[][..], |it| it.params);
    let last = params.rsplit('&').next().unwrap_or_default();
    let start = line.len() - last.len();
    let Some((name, value)) = last.split_once('=') else {
        let taken = query::read(line).query;
        let all = all
            .iter()
            .filter(|it| taken.param(it.name).is_none() || it.name == last);
        let offers = all.map(|it| (format!("{}=", it.name), it.about));
        return fitting(start, last, offers.map(words));
    };
    let start = line.len() - value.len();
    match all.iter().find(|it| it.name == name).map(|it| it.takes) {
        Some(Takes::Fields) => in_fields(start, value, target.node, token),
        Some(takes) => values(start, value, takes, known),
        None => Completion::default(),
    }
}

/// The values of a parameter, for a row of its own.
pub(crate) fn values_of(param: &Param) -> &'static [&'static str] {
    match param.takes {
        Takes::OneOf(values) => values,
        _ => &[],
    }
}

fn in_path(line: &str, method: Method, token: TokenKind, known: &Known) -> Completion {
    let typed = line.rsplit('/').next().unwrap_or_default();
    let start = line.len() - typed.len();
    let before = line.get(..start).unwrap_or_default();
    let before = query::read(before).query.path;
    match before.as_slice() {
        [] => {
            let me = match token {
                TokenKind::User => "You: the person whose token this is",
                TokenKind::Page => "The Page whose token this is",
            };
            let words = [("me", me), ("debug_token", "What the token is")];
            let words = words.map(|(text, about)| self::words((text.to_owned(), about)));
            let ids = [
                ids(IdKind::Page, &known.pages),
                ids(IdKind::Conversation, &known.conversations),
                ids(IdKind::Message, &known.messages),
            ];
            fitting(
                start,
                typed,
                words.into_iter().chain(ids.into_iter().flatten()),
            )
        }
        [first] => {
            let node = target::node(first, "", token, known);
            let edges = node.into_iter().flat_map(Node::edges);
            let edges =
                edges.filter(|(_, edge)| edge.uses.iter().any(|it| it.spec.method == method));
            fitting(
                start,
                typed,
                edges.map(|(field, _)| words((field.name.to_owned(), field.about))),
            )
        }
        _ => Completion::default(),
    }
}

/// The end of `id,messages{fr`: what is open there, and what is picked already.
fn in_fields(
    start: usize,
    value: &str,
    node: Option<&'static Node>,
    token: TokenKind,
) -> Completion {
    let mut open = vec![(node, Vec::new())];
    let mut name = "";
    let mut rest = value;
    while let Some(end) = rest.find([',', '{', '}', '.']) {
        let (word, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
        if !word.trim().is_empty() {
            name = word.trim();
        }
        rest = after.get(1..).unwrap_or_default();
        let level = open.last().and_then(|it| it.0);
        match after.bytes().next() {
            Some(b'{') => {
                let field = level.and_then(|it| it.field(name));
                open.push((field.and_then(Field::node), Vec::new()));
            }
            Some(b'}') if open.len() > 1 => drop(open.pop()),
            Some(b'.') => match rest.find(['(', ',', '{', '}']) {
                None => {
                    let limit = words(("limit(".to_owned(), "How many rows at most"));
                    return fitting(start + value.len() - rest.len(), rest, [limit].into_iter());
                }
                Some(at) if rest.get(at..).is_some_and(|it| it.starts_with('(')) => {
                    match rest.split_once(')') {
                        Some((_, after)) => rest = after,
                        None => return Completion::default(),
                    }
                }
                Some(_) => {}
            },
            _ => {}
        }
        if let Some((_, picked)) = open.last_mut() {
            picked.push(name);
        }
    }
    let typed = rest.trim_start();
    let start = start + value.len() - typed.len();
    let Some((Some(node), picked)) = open.pop() else {
        return Completion::default();
    };
    let fields = node.pickable(token).filter(|it| !picked.contains(&it.name));
    fitting(
        start,
        typed,
        fields.map(|it| words((it.name.to_owned(), it.about))),
    )
}

fn values(start: usize, typed: &str, takes: Takes, known: &Known) -> Completion {
    match takes {
        Takes::OneOf(values) => {
            let values = values.iter().map(|it| words(((*it).to_owned(), "")));
            fitting(start, typed, values)
        }
        Takes::Psid => fitting(start, typed, ids(IdKind::Psid, &known.people)),
        Takes::Text | Takes::Fields | Takes::Json(_) => Completion::default(),
    }
}

fn words((text, about): (String, &'static str)) -> Offer {
    Offer {
        text,
        about: About::Words(about),
    }
}

fn ids(kind: IdKind, list: &[(String, String)]) -> impl Iterator<Item = Offer> {
    list.iter().map(move |(id, name)| Offer {
        text: id.clone(),
        about: About::Named(kind, name.clone()),
    })
}

/// Those that go on from what was typed; an ID also goes by its name.
fn fitting(start: usize, typed: &str, offers: impl Iterator<Item = Offer>) -> Completion {
    let lower = typed.to_lowercase();
    let fits = |offer: &Offer| {
        let by_name = match &offer.about {
            About::Named(_, name) => !lower.is_empty() && name.to_lowercase().contains(&lower),
            About::Words(_) => false,
        };
        by_name || offer.text.to_lowercase().starts_with(&lower)
    };
    let mut offers: Vec<_> = offers.filter(fits).take(MOST).collect();
    if let [only] = offers.as_slice()
        && only.text == typed
    {
        offers.clear();
    }
    Completion { start, offers }
}

#[cfg(test)]
mod tests;
