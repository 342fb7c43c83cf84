//! A view as JSON. An element is a list: tag, attributes, property, ways to act, children, key.

use graph_api::json::Value;

use crate::names::{ATTRIBUTES, KEYS, TAGS, place};
use crate::node::{Element, Ink, Node, On, Property};

/// The first number of an element is its tag's place, after these.
const INKS: [Ink; 4] = [Ink::Own, Ink::Stranger, Ink::Name, Ink::Code];
const SURFACE: u32 = 4;
const FIRST_TAG: u32 = 5;

impl Node<u32> {
    /// What travels. What the page would not draw is left out.
    #[must_use]
    pub fn into_json(self) -> Value {
        node(self)
    }

    /// Reads what [`Node::into_json`] made; none when it is something else.
    #[must_use]
    pub fn from_json(json: &Value) -> Option<Self> {
        read(json)
    }
}

fn list<const N: usize>(items: [Value; N]) -> Value {
    Value::List(items.into())
}

fn node(it: Node<u32>) -> Value {
    match it {
        Node::Text(Ink::Own, text) => text.into(),
        Node::Text(ink, text) => list([(ink as u32).into(), text.into()]),
        Node::Surface(name) => list([SURFACE.into(), name.into()]),
        Node::Element(it) => element(*it),
    }
}

fn element(it: Element<u32>) -> Value {
    let Some(tag) = place(TAGS, it.tag) else {
        return "".into();
    };
    let mut attributes = Vec::new();
    for (name, value) in it.attributes {
        if let Some(name) = place(ATTRIBUTES, name) {
            attributes.push(name.into());
            attributes.push(value.into());
        }
    }
    let property = match it.property {
        None => Value::Null,
        Some(Property::Value(text, revision)) => list([text.into(), revision.into()]),
        Some(Property::Checked(is_checked)) => is_checked.into(),
        Some(Property::ScrollTop(top, revision)) => list([top.into(), revision.into()]),
    };
    list([
        (FIRST_TAG + tag).into(),
        Value::List(attributes),
        property,
        it.on.into_iter().map(on).collect(),
        it.children.into_iter().map(node).collect(),
        it.key.into(),
    ])
}

fn on(it: On<u32>) -> Value {
    match it {
        On::Press(then) => list([0_u32.into(), then.into()]),
        On::Mark(then) => list([1_u32.into(), then.into()]),
        On::Submit(then) => list([2_u32.into(), then.into()]),
        On::Type(then) => list([3_u32.into(), then.into()]),
        On::Choose(then) => list([4_u32.into(), then.into()]),
        On::Scroll(then) => list([5_u32.into(), then.into()]),
        On::Keys(keys, then) => {
            let keys = keys.into_iter().filter_map(|key| place(KEYS, key));
            let keys = keys.map(Value::from).collect();
            list([6_u32.into(), then.into(), keys])
        }
        On::Copy(what, text) => list([7_u32.into(), what.into(), text.into()]),
    }
}

fn read(json: &Value) -> Option<Node<u32>> {
    if let Some(text) = json.as_str() {
        return Some(Node::Text(Ink::Own, text.to_owned()));
    }
    let items = json.as_list()?;
    let kind = number(items, 0)?;
    if let Some(tag) = kind.checked_sub(FIRST_TAG) {
        return read_element(TAGS.get(tag as usize).copied()?, items);
    }
    let text = text(items, 1)?;
    Some(match kind {
        SURFACE => Node::Surface(text),
        ink => Node::Text(INKS.get(ink as usize).copied()?, text),
    })
}

fn read_element(tag: &'static str, items: &[Value]) -> Option<Node<u32>> {
    let pairs = items.get(1)?.as_list()?;
    let mut attributes = Vec::with_capacity(pairs.len() / 2);
    for pair in pairs.chunks_exact(2) {
        let name = ATTRIBUTES.get(number(pair, 0)? as usize).copied()?;
        attributes.push((name, text(pair, 1)?));
    }
    let mut ways = Vec::new();
    for way in items.get(3)?.as_list()? {
        ways.push(read_on(way.as_list()?)?);
    }
    let mut children = Vec::new();
    for child in items.get(4)?.as_list()? {
        children.push(read(child)?);
    }
    Some(Node::Element(Box::new(Element {
        tag,
        key: text(items, 5)?,
        attributes,
        property: read_property(items.get(2)?),
        on: ways,
        children,
    })))
}

fn read_property(json: &Value) -> Option<Property> {
    if let Value::Bool(is_checked) = json {
        return Some(Property::Checked(*is_checked));
    }
    let items = json.as_list()?;
    let revision = number(items, 1)?;
    Some(match number(items, 0) {
        Some(top) => Property::ScrollTop(top, revision),
        None => Property::Value(text(items, 0)?, revision),
    })
}

fn read_on(items: &[Value]) -> Option<On<u32>> {
    let kind = number(items, 0)?;
    if kind == 7 {
        return Some(On::Copy(text(items, 1)?, text(items, 2)?));
    }
    let then = number(items, 1)?;
    Some(match kind {
        0 => On::Press(then),
        1 => On::Mark(then),
        2 => On::Submit(then),
        3 => On::Type(then),
        4 => On::Choose(then),
        5 => On::Scroll(then),
        6 => {
            let mut keys = Vec::new();
            for key in items.get(2)?.as_list()? {
                keys.push(KEYS.get(key.as_u64()? as usize).copied()?);
            }
            On::Keys(keys, then)
        }
        _ => return None,
    })
}

#[inline(never)]
fn number(items: &[Value], at: usize) -> Option<u32> {
    items.get(at)?.as_u64()?.try_into().ok()
}

#[inline(never)]
fn text(items: &[Value], at: usize) -> Option<String> {
    items.get(at)?.as_str().map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::node::{Field, el};
    use graph_api::json;

    #[track_caller]
    fn check(view: Node<u32>) {
        let text = view.clone().into_json().to_string();
        let json = json::parse(&text).unwrap();
        assert_eq!(Node::from_json(&json), Some(view), "{text}");
    }

    #[test]
    fn a_view_that_was_written_is_read_back() {
        let mut field = Field::default();
        field.set("a \"quoted\" text\n");
        check(Node::Text(Ink::Own, String::new()));
        check(Node::Surface("viewer".to_owned()));
        for ink in INKS {
            check(Node::Text(ink, "Zoë \u{202e}".to_owned()));
        }
        let ways = [
            On::Press(0),
            On::Mark(1),
            On::Submit(2),
            On::Type(3),
            On::Choose(4),
            On::Scroll(5),
            On::Keys(KEYS.to_vec(), 6),
            On::Copy("ID".to_owned(), "42".to_owned()),
        ];
        let mut all = el("div").key("k").value(&field);
        for way in ways {
            all = all.on(way);
        }
        for name in ATTRIBUTES {
            all = all.attr(name, *name);
        }
        for tag in TAGS {
            all = all.with(el(tag).checked(true)).with(el(tag).scrolled(7, 1));
        }
        check(all.into());
    }

    #[test]
    fn what_is_none_is_refused() {
        for bad in [
            "7",
            "{}",
            "[]",
            "[4]",
            "[9999,[],null,[],[],\"\"]",
            "[5,[9999,\"\"],null,[],[],\"\"]",
            "[5,[],null,[[8,1]],[],\"\"]",
        ] {
            assert_eq!(Node::from_json(&json::parse(bad).unwrap()), None, "{bad}");
        }
    }

    #[test]
    fn what_the_page_does_not_draw_is_left_out() {
        let view: Node<u32> = el("div")
            .with(el("script").text("x"))
            .attr("onclick", "x")
            .into();
        assert_eq!(
            Node::from_json(&view.into_json()),
            Some(el("div").text("").into())
        );
    }
}
