//! A view as a reader, or a screen reader, meets it.

use remote_view::{Element, Node, On, Then, View};

use super::super::Event;

/// What a view says.
pub(super) struct Page {
    /// All its words, those for listeners too.
    pub(super) text: String,
    /// Its IDs.
    ids: Vec<String>,
    /// What points to an ID: `for`, `aria-labelledby`, `aria-describedby`.
    pointers: Vec<String>,
    /// The problems that are told, without their introduction.
    pub(super) problems: Vec<String>,
    /// Fields and buttons without a name.
    pub(super) nameless: Vec<&'static str>,
}

impl Page {
    pub(super) fn of(view: &View<Event>) -> Self {
        let mut page = Self {
            text: String::new(),
            ids: Vec::new(),
            pointers: Vec::new(),
            problems: Vec::new(),
            nameless: Vec::new(),
        };
        page.visit(view, false);
        page
    }

    fn visit(&mut self, node: &View<Event>, is_in_label: bool) {
        let it = match node {
            Node::Text(_, text) => return self.text.push_str(text),
            Node::Surface(_) => return,
            Node::Element(it) => it,
        };
        for (name, value) in &it.attributes {
            match *name {
                "id" => self.ids.push(value.clone()),
                "for" | "aria-labelledby" | "aria-describedby" => {
                    self.pointers.extend(value.split(' ').map(str::to_owned));
                }
                _ => {}
            }
        }
        let class = attribute(it, "class").unwrap_or_default();
        if class == "fr-error" || class == "fr-compose__doubt" {
            let words = words(node);
            let words = words.trim_start_matches("Problem: ");
            let words = words.trim_start_matches("In doubt: ");
            self.problems.push(words.to_owned());
        }
        let has_name = match it.tag {
            "button" => !words(node).is_empty(),
            "input" | "select" | "textarea" => is_in_label || attribute(it, "id").is_some(),
            _ => true,
        };
        if !has_name {
            self.nameless.push(it.tag);
        }
        for child in &it.children {
            self.visit(child, is_in_label || it.tag == "label");
        }
    }

    /// IDs that are there twice, and pointers that lead nowhere.
    pub(super) fn loose_ends(&self) -> Vec<String> {
        let count = |id: &String| self.ids.iter().filter(|own| *own == id).count();
        let twice = self.ids.iter().filter(|id| count(id) > 1);
        let nowhere = self.pointers.iter().filter(|id| count(id) != 1);
        twice.chain(nowhere).cloned().collect()
    }

    /// What a press on the button of that name means.
    pub(super) fn press(view: &View<Event>, name: &str) -> Option<Event> {
        let Node::Element(it) = view else { return None };
        if it.tag == "button" && words(view) == name {
            return it.on.iter().find_map(|on| match on {
                On::Press(then) => Some(Then::event(then, "")),
                _ => None,
            });
        }
        it.children
            .iter()
            .find_map(|child| Self::press(child, name))
    }
}

fn attribute<'a>(element: &'a Element<Then<Event>>, name: &str) -> Option<&'a str> {
    let mut own = element.attributes.iter();
    own.find(|(own, _)| *own == name)
        .map(|(_, value)| value.as_str())
}

/// The words of an element and of what is in it.
pub(super) fn words(node: &View<Event>) -> String {
    match node {
        Node::Text(_, text) => text.clone(),
        Node::Surface(_) => String::new(),
        Node::Element(it) => it.children.iter().map(words).collect(),
    }
}

/// The words of the element with this class.
pub(super) fn words_of(node: &View<Event>, class: &str) -> Option<String> {
    let Node::Element(it) = node else { return None };
    let classes = attribute(it, "class").unwrap_or_default();
    if classes.split(' ').any(|own| own == class) {
        return Some(words(node));
    }
    it.children.iter().find_map(|child| words_of(child, class))
}
