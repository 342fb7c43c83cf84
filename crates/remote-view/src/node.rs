//! A tree of elements, as data; generic over what stands where the reader can act.

/// A part of the page. `T` stands where the reader can act: [`Then`] in the worker, a number on the
/// page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Node<T> {
    /// A text.
    Text(Ink, String),
    /// An element.
    Element(Box<Element<T>>),
    /// The place of another surface, by its name.
    Surface(String),
}

/// A view, as a worker builds it.
pub type View<E> = Node<Then<E>>;

/// Whose words a text is, and so how it is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ink {
    /// Ours.
    Own,
    /// A stranger's: with its direction kept to itself, what cannot be seen in it named, and an end.
    Stranger,
    /// A stranger's name: the same, with a nearer end.
    Name,
    /// A piece of code, all of it: what cannot be seen in it is named.
    Code,
}

/// An element with what is in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Element<T> {
    /// Its tag; one of `names::TAGS`.
    pub tag: &'static str,
    /// What it is known by among its siblings; see [`Element::key`].
    pub key: String,
    /// Its attributes; names of `names::ATTRIBUTES`.
    pub attributes: Vec<(&'static str, String)>,
    /// What its control holds.
    pub property: Option<Property>,
    /// What the reader can do with it.
    pub on: Vec<On<T>>,
    /// What is in it.
    pub children: Vec<Node<T>>,
}

/// What a control holds: unlike an attribute, the reader changes it too.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Property {
    /// Of a field or a list of options: set when it is drawn first, and again only when the second,
    /// its revision, is another one. What the reader types meanwhile is not taken away.
    Value(String, u32),
    /// Of a check box or radio button.
    Checked(bool),
    /// How far it is scrolled, in pixels; set when the second, its revision, is another one.
    ScrollTop(u32, u32),
}

/// A text that the reader and the worker both change.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Field {
    text: String,
    revision: u32,
}

impl Field {
    /// What stands in it.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The reader typed.
    pub fn typed(&mut self, text: String) {
        self.text = text;
    }

    /// The worker puts a text there.
    pub fn set(&mut self, text: impl Into<String>) {
        self.text = text.into();
        self.revision += 1;
    }
}

/// Something the reader can do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum On<T> {
    /// Pressed, by pointer or keyboard.
    Press(T),
    /// A check box or radio button was marked, or unmarked.
    Mark(T),
    /// A form is sent.
    Submit(T),
    /// Typed into; the value is what stands there.
    Type(T),
    /// An option was chosen; the value is the option's.
    Choose(T),
    /// One of these keys was pressed; the value is its name. The browser does nothing of its own.
    Keys(Vec<&'static str>, T),
    /// Scrolled; the value is how far, and how high the window is: `1200 400`.
    Scroll(T),
    /// Pressed: the second goes to the clipboard; the first says what it is, as in `Copied: ID`.
    Copy(String, String),
}

/// What comes of it.
pub enum Then<E> {
    /// This.
    Is(E),
    /// This, of the value.
    Of(Box<dyn Fn(&str) -> E>),
}

impl<E: Clone> Then<E> {
    /// The event.
    #[must_use]
    pub fn event(&self, value: &str) -> E {
        match self {
            Self::Is(event) => event.clone(),
            Self::Of(event) => event(value),
        }
    }
}

impl<E> On<Then<E>> {
    /// Pressed.
    pub const fn press(event: E) -> Self {
        Self::Press(Then::Is(event))
    }

    /// Marked.
    pub const fn mark(event: E) -> Self {
        Self::Mark(Then::Is(event))
    }

    /// Sent.
    pub const fn submit(event: E) -> Self {
        Self::Submit(Then::Is(event))
    }

    /// Typed into.
    pub fn typed(event: impl Fn(&str) -> E + 'static) -> Self {
        Self::Type(Then::Of(Box::new(event)))
    }

    /// Chosen.
    pub fn choose(event: impl Fn(&str) -> E + 'static) -> Self {
        Self::Choose(Then::Of(Box::new(event)))
    }

    /// One of these keys.
    pub fn keys(keys: &[&'static str], event: impl Fn(&str) -> E + 'static) -> Self {
        Self::Keys(keys.to_vec(), Then::Of(Box::new(event)))
    }

    /// Scrolled: how far, and how high the window is, in pixels.
    pub fn scroll(event: impl Fn(u32, u32) -> E + 'static) -> Self {
        Self::Scroll(Then::Of(Box::new(move |value| {
            let mut numbers = value.split(' ').map(|it| it.parse().unwrap_or_default());
            let top = numbers.next().unwrap_or_default();
            event(top, numbers.next().unwrap_or_default())
        })))
    }
}

impl<T> On<T> {
    /// The same, with something else where the event stands.
    pub(crate) fn swap<U>(self, with: &mut impl FnMut(T) -> U) -> On<U> {
        match self {
            Self::Press(it) => On::Press(with(it)),
            Self::Mark(it) => On::Mark(with(it)),
            Self::Submit(it) => On::Submit(with(it)),
            Self::Type(it) => On::Type(with(it)),
            Self::Choose(it) => On::Choose(with(it)),
            Self::Keys(keys, it) => On::Keys(keys, with(it)),
            Self::Scroll(it) => On::Scroll(with(it)),
            Self::Copy(what, text) => On::Copy(what, text),
        }
    }
}

impl<T> Node<T> {
    /// The same, with something else where the events stand.
    pub(crate) fn swap<U>(self, with: &mut impl FnMut(T) -> U) -> Node<U> {
        match self {
            Self::Text(ink, text) => Node::Text(ink, text),
            Self::Surface(name) => Node::Surface(name),
            Self::Element(it) => Node::Element(Box::new(Element {
                tag: it.tag,
                key: it.key,
                attributes: it.attributes,
                property: it.property,
                on: it.on.into_iter().map(|on| on.swap(with)).collect(),
                children: it.children.into_iter().map(|it| it.swap(with)).collect(),
            })),
        }
    }
}

impl<E: 'static> View<E> {
    /// The same view as part of a larger one, whose events hold these.
    #[must_use]
    pub fn map<F: 'static>(self, into: fn(E) -> F) -> View<F> {
        self.swap(&mut |then| match then {
            Then::Is(event) => Then::Is(into(event)),
            Then::Of(event) => Then::Of(Box::new(move |value| into(event(value)))),
        })
    }
}

/// An element.
#[must_use]
pub fn el<T>(tag: &'static str) -> Element<T> {
    Element {
        tag,
        key: String::new(),
        attributes: Vec::new(),
        property: None,
        on: Vec::new(),
        children: Vec::new(),
    }
}

impl<T> Element<T> {
    /// What it is known by among its siblings: with the same key it stays the same element, also when
    /// others come or go before it; with another it is made anew.
    #[must_use]
    pub fn key(mut self, key: impl Into<String>) -> Self {
        self.key = key.into();
        self
    }

    /// An attribute.
    #[must_use]
    pub fn attr(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.attributes.push((name, value.into()));
        self
    }

    /// An attribute that is there or not.
    #[must_use]
    pub fn flag(self, name: &'static str, is_there: bool) -> Self {
        match is_there {
            true => self.attr(name, ""),
            false => self,
        }
    }

    /// Its classes.
    #[must_use]
    pub fn class(self, class: impl Into<String>) -> Self {
        self.attr("class", class)
    }

    /// Its ID.
    #[must_use]
    pub fn id(self, id: impl Into<String>) -> Self {
        self.attr("id", id)
    }

    /// What the reader can do with it.
    #[must_use]
    pub fn on(mut self, on: On<T>) -> Self {
        self.on.push(on);
        self
    }

    /// What its field holds.
    #[must_use]
    pub fn value(mut self, field: &Field) -> Self {
        self.property = Some(Property::Value(field.text.clone(), field.revision));
        self
    }

    /// Whether it is marked.
    #[must_use]
    pub fn checked(mut self, is_checked: bool) -> Self {
        self.property = Some(Property::Checked(is_checked));
        self
    }

    /// How far it is scrolled, in pixels, as of a revision.
    #[must_use]
    pub fn scrolled(mut self, top: u32, revision: u32) -> Self {
        self.property = Some(Property::ScrollTop(top, revision));
        self
    }

    /// Adds words of ours.
    #[must_use]
    pub fn text(self, text: impl Into<String>) -> Self {
        self.with(Node::Text(Ink::Own, text.into()))
    }

    /// Adds a stranger's words.
    #[must_use]
    pub fn stranger(self, text: impl Into<String>) -> Self {
        self.with(Node::Text(Ink::Stranger, text.into()))
    }

    /// Adds a name.
    #[must_use]
    pub fn name(self, text: impl Into<String>) -> Self {
        self.with(Node::Text(Ink::Name, text.into()))
    }

    /// Adds a piece of code.
    #[must_use]
    pub fn code(self, text: impl Into<String>) -> Self {
        self.with(Node::Text(Ink::Code, text.into()))
    }

    /// Adds a child.
    #[must_use]
    pub fn with(mut self, child: impl Into<Node<T>>) -> Self {
        self.children.push(child.into());
        self
    }

    /// Adds a child, or keeps its place.
    #[must_use]
    pub fn maybe<N: Into<Node<T>>>(self, child: Option<N>) -> Self {
        match child {
            Some(child) => self.with(child),
            None => self.text(""),
        }
    }

    /// Adds children.
    #[must_use]
    pub fn all<N: Into<Node<T>>>(mut self, children: impl IntoIterator<Item = N>) -> Self {
        self.children.extend(children.into_iter().map(Into::into));
        self
    }
}

impl<T> From<Element<T>> for Node<T> {
    fn from(element: Element<T>) -> Self {
        Self::Element(Box::new(element))
    }
}
