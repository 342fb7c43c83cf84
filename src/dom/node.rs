//! A tree of elements, as data.

use std::borrow::Cow;

use wizard::view::outside;
use wizard::view::parts::Phrase;

use super::on::On;

/// Text that is ours, or made at run time.
pub(crate) type Text = Cow<'static, str>;

/// A part of the page.
pub(crate) enum Node {
    /// A text, whatever it holds. An empty one keeps a place.
    Text(Text),
    /// An element.
    Element(Element),
}

/// An element with what is in it. It is passed from call to call, so it is one pointer.
pub(crate) struct Element(pub(super) Box<Parts>);

pub(super) struct Parts {
    pub(super) tag: &'static str,
    pub(super) key: Text,
    pub(super) attributes: Vec<(&'static str, Text)>,
    pub(super) property: Option<Property>,
    pub(super) on: Option<On>,
    pub(super) children: Vec<Node>,
}

/// What a control holds: unlike an attribute, the reader changes it too.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Property {
    /// Of a field or a list of options.
    Value(String),
    /// The same, but of a field that the workbench holds: set with each new revision only.
    Seeded(String, u32),
    /// Of a radio button.
    Checked(bool),
    /// The same, but of a control that the workbench holds: set when the workbench changes it. What
    /// it drew before it heard of the reader's mark does not take that away.
    Marked(bool),
    /// How far it is scrolled, set with each new revision.
    ScrollTop(u32, u32),
}

/// An element.
#[inline(never)]
pub(crate) fn el(tag: &'static str) -> Element {
    Element(Box::new(Parts {
        tag,
        key: Text::Borrowed(""),
        attributes: Vec::new(),
        property: None,
        on: None,
        children: Vec::new(),
    }))
}

/// A text of ours that was made at run time, or a piece of a body: it takes the direction of what is
/// around it.
pub(crate) fn plain(text: impl Words) -> Node {
    shown(text.words(), outside::TEXT)
}

/// A text. What was made at run time may hold a stranger's words: it keeps its direction to itself,
/// what nobody can see in it is named, and it is cut where it has no end.
#[inline(never)]
pub(super) fn apart(text: Text, limit: usize) -> Node {
    match text {
        Text::Owned(_) => el("bdi").child(shown(text, limit)).into(),
        ours => Node::Text(ours),
    }
}

#[inline(never)]
pub(super) fn shown(text: Text, limit: usize) -> Node {
    Node::Text(match text {
        Text::Owned(text) => Text::Owned(outside::shown(&text, limit)),
        ours => ours,
    })
}

/// What can be a text: our own words cost no copy.
pub(crate) trait Words {
    fn words(self) -> Text;
}

impl Words for &'static str {
    fn words(self) -> Text {
        Text::Borrowed(self)
    }
}

impl Words for String {
    fn words(self) -> Text {
        Text::Owned(self)
    }
}

impl Words for Text {
    fn words(self) -> Text {
        self
    }
}

/// Each of these is called hundreds of times: as a call it is a few bytes, inlined it is hundreds.
impl Element {
    /// What it is known by among its siblings: with the same key it stays the same element, also when
    /// others come or go before it; with another it is made anew.
    pub(crate) fn key(mut self, key: impl Into<Text>) -> Self {
        self.0.key = key.into();
        self
    }

    pub(crate) fn attr(self, name: &'static str, value: impl Words) -> Self {
        self.attribute(name, value.words())
    }

    /// An attribute that is there or not.
    pub(crate) fn flag(self, name: &'static str, is_there: bool) -> Self {
        match is_there {
            true => self.attr(name, ""),
            false => self,
        }
    }

    pub(crate) fn class(self, class: &'static str) -> Self {
        self.attribute("class", Text::Borrowed(class))
    }

    pub(crate) fn id(self, id: impl Words) -> Self {
        self.attribute("id", id.words())
    }

    #[inline(never)]
    pub(crate) fn value(mut self, value: String) -> Self {
        self.0.property = Some(Property::Value(value));
        self
    }

    #[inline(never)]
    pub(crate) fn checked(mut self, checked: bool) -> Self {
        self.0.property = Some(Property::Checked(checked));
        self
    }

    #[inline(never)]
    pub(crate) fn on(mut self, on: On) -> Self {
        self.0.on = Some(on);
        self
    }

    /// Adds a text: ours, or shown as a stranger's.
    pub(crate) fn text(self, text: impl Words) -> Self {
        self.child(apart(text.words(), outside::TEXT))
    }

    /// Adds a name.
    pub(crate) fn name(self, name: impl Words) -> Self {
        self.child(apart(name.words(), outside::NAME))
    }

    /// Adds our own words with the names in them.
    #[inline(never)]
    pub(crate) fn phrase(mut self, phrase: Phrase) -> Self {
        for piece in phrase {
            self = self.child(apart(piece, outside::NAME));
        }
        self
    }

    /// Adds code, all of it.
    pub(crate) fn code(self, code: String) -> Self {
        self.child(shown(code.into(), usize::MAX))
    }

    /// Adds a child.
    pub(crate) fn with(self, child: impl Into<Node>) -> Self {
        self.child(child.into())
    }

    /// Adds a child, or keeps its place.
    pub(crate) fn maybe<N: Into<Node>>(self, child: Option<N>) -> Self {
        self.child(child.map_or(Node::Text(Text::Borrowed("")), Into::into))
    }

    /// Adds children.
    pub(crate) fn all<N: Into<Node>>(mut self, children: impl IntoIterator<Item = N>) -> Self {
        for child in children {
            self = self.child(child.into());
        }
        self
    }

    #[inline(never)]
    fn attribute(mut self, name: &'static str, value: Text) -> Self {
        self.0.attributes.push((name, value));
        self
    }

    #[inline(never)]
    fn child(mut self, child: Node) -> Self {
        self.0.children.push(child);
        self
    }
}

impl From<Element> for Node {
    fn from(element: Element) -> Self {
        Self::Element(element)
    }
}
