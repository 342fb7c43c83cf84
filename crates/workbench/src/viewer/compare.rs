//! Two answers held against each other, by path. The items of a list go by their `id`, if they have
//! one, so that a new one at the top is one change and not as many as the list is long.

use std::collections::BTreeMap;

use remote_view::{Element, View, el};

use super::document::{Document, Kind};

/// So many changes are listed.
const LISTED: usize = 200;

/// So many characters of a value are listed.
const SHOWN: usize = 160;

/// What differs.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Comparison {
    changes: Vec<Change>,
    /// Those that are not listed.
    more: usize,
}

/// One difference: where, and what stands there in either answer.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Change {
    path: String,
    what: What,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum What {
    Added(String),
    Removed(String),
    Changed(String, String),
    /// The same items, in another order.
    Reordered,
}

/// Compares two answers. What is no JSON is compared as a text.
#[must_use]
pub(crate) fn compare(old: &str, new: &str) -> Comparison {
    let mut comparison = Comparison::default();
    let (old, new) = (Document::new(old), Document::new(new));
    if old.problem.is_some() || new.problem.is_some() {
        if old.text != new.text {
            let what = What::Changed(cut(&old.text), cut(&new.text));
            comparison.add(String::new, what);
        }
        return comparison;
    }
    // Pairs of lines yet to be compared, the next one last.
    let mut pairs = vec![(0, 0)];
    while let Some((left, right)) = pairs.pop() {
        let (Some(a), Some(b)) = (old.line(left), new.line(right)) else {
            continue;
        };
        let path = || new.path(right);
        match (group(a.kind), group(b.kind)) {
            (Group::Object, Group::Object) | (Group::List, Group::List) => {
                let sides = (Side::new(&old, left), Side::new(&new, right));
                comparison.inside(&sides.0, &sides.1, path, &mut pairs);
            }
            (Group::Single, Group::Single) if old.value(a) == new.value(b) && a.kind == b.kind => {}
            _ => {
                let what = What::Changed(cut(old.source(a)), cut(new.source(b)));
                comparison.add(path, what);
            }
        }
    }
    comparison
}

#[derive(PartialEq, Eq)]
enum Group {
    Object,
    List,
    Single,
}

const fn group(kind: Kind) -> Group {
    match kind {
        Kind::OpenObject | Kind::EmptyObject => Group::Object,
        Kind::OpenList | Kind::EmptyList => Group::List,
        _ => Group::Single,
    }
}

/// What lies in a list or object, by name.
struct Side<'a> {
    document: &'a Document,
    names: Vec<(String, u32)>,
    /// Whether the names are those of a list's items.
    has_ids: bool,
}

impl<'a> Side<'a> {
    fn new(document: &'a Document, at: u32) -> Self {
        let is_object = document
            .line(at)
            .is_some_and(|it| group(it.kind) == Group::Object);
        let name = |(at, line): (u32, &super::document::Line)| match is_object {
            true => Some((document.key(line).to_owned(), at)),
            false => Some((document.value(document.child(at, "id")?.1), at)),
        };
        let children = || document.children(at);
        let ids: Option<Vec<_>> = children().map(name).collect();
        let has_ids = !is_object && ids.as_ref().is_some_and(|ids| is_unique(ids));
        let names = match ids.filter(|_| is_object || has_ids) {
            Some(ids) => ids,
            None => children()
                .map(|(at, line)| (line.position.to_string(), at))
                .collect(),
        };
        Self {
            document,
            names,
            has_ids,
        }
    }

    /// The same, by place.
    fn by_place(&self) -> Self {
        let places = (0..self.names.len()).zip(&self.names);
        Self {
            document: self.document,
            names: places
                .map(|(place, (_, at))| (place.to_string(), *at))
                .collect(),
            has_ids: false,
        }
    }

    fn by_name(&self) -> BTreeMap<&str, u32> {
        self.names
            .iter()
            .map(|(name, at)| (name.as_str(), *at))
            .collect()
    }

    fn change(&self, at: u32, what: fn(String) -> What) -> (String, What) {
        let line = self.document.line(at);
        let source = line.map_or("", |line| self.document.source(line));
        (self.document.path(at), what(cut(source)))
    }
}

fn is_unique(ids: &[(String, u32)]) -> bool {
    let names: BTreeMap<_, _> = ids.iter().map(|(name, at)| (name, at)).collect();
    names.len() == ids.len()
}

impl Comparison {
    fn inside(
        &mut self,
        old: &Side,
        new: &Side,
        path: impl Fn() -> String,
        pairs: &mut Vec<(u32, u32)>,
    ) {
        if old.has_ids != new.has_ids && !old.names.is_empty() && !new.names.is_empty() {
            return self.inside(&old.by_place(), &new.by_place(), path, pairs);
        }
        let (before, after) = (old.by_name(), new.by_name());
        for (name, at) in &old.names {
            if !after.contains_key(name.as_str()) {
                let (path, what) = old.change(*at, What::Removed);
                self.add(|| path.clone(), what);
            }
        }
        let mut kept = Vec::new();
        for (name, at) in &new.names {
            match before.get(name.as_str()) {
                Some(was) => kept.push((*was, *at)),
                None => {
                    let (path, what) = new.change(*at, What::Added);
                    self.add(|| path.clone(), what);
                }
            }
        }
        if new.has_ids && !kept.is_sorted_by_key(|(was, _)| *was) {
            self.add(path, What::Reordered);
        }
        pairs.extend(kept.into_iter().rev());
    }

    fn add(&mut self, path: impl Fn() -> String, what: What) {
        match self.changes.len() < LISTED {
            true => self.changes.push(Change { path: path(), what }),
            false => self.more += 1,
        }
    }

    /// Whether both say the same.
    #[must_use]
    pub(crate) const fn is_same(&self) -> bool {
        self.changes.is_empty()
    }

    /// The list of what differs.
    #[must_use]
    pub(crate) fn view<E: 'static>(&self) -> View<E> {
        if self.is_same() {
            return el("p").text("Both answers say the same.").into();
        }
        let more = self.more;
        el("div")
            .with(el("ul").all(self.changes.iter().map(item)))
            .maybe((more > 0).then(|| el("p").text(format!("And {more} more."))))
            .into()
    }
}

fn item<T>(change: &Change) -> Element<T> {
    let (words, old, new) = match &change.what {
        What::Added(new) => ("Added", None, Some(new)),
        What::Removed(old) => ("Removed", Some(old), None),
        What::Changed(old, new) => ("Changed", Some(old), Some(new)),
        What::Reordered => ("In another order", None, None),
    };
    let value = |class: &'static str, label: &'static str, text: &String| {
        el("p")
            .class(format!("fr-mono {class}"))
            .with(el("span").class("fr-vh").text(label))
            .code(text.clone())
    };
    let head = el("p").with(el("span").class("fr-viewer__what").text(words));
    let head = match change.path.as_str() {
        "" => head.text("The whole response"),
        path => head.with(el("span").class("fr-mono").stranger(path)),
    };
    el("li")
        .class("fr-viewer__change")
        .with(head)
        .maybe(old.map(|text| value("fr-viewer__old", "Before: ", text)))
        .maybe(new.map(|text| value("fr-viewer__new", "After: ", text)))
}

fn cut(text: &str) -> String {
    match text.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests;
