//! The workbench as the page has it: told what happens, and pressed by the words on it.

use std::collections::BTreeMap;

use remote_view::{Acted, Node, On};

use crate::{Called, Drawn, Ending, Heard, Holds, Told, Wish, Workbench};

#[derive(Default)]
pub(super) struct Desk {
    pub(super) bench: Workbench,
    pub(super) surfaces: BTreeMap<String, Drawn>,
}

impl Desk {
    /// Both tokens are held.
    pub(super) fn new() -> Self {
        let mut desk = Self::default();
        desk.hear(Heard::Holds(Holds {
            user_token: true,
            page_token: true,
            ..Holds::default()
        }));
        desk
    }

    pub(super) fn hear(&mut self, heard: Heard) -> Vec<Wish> {
        let mut wishes = Vec::new();
        for told in self.bench.hear(heard) {
            match told {
                Told::Drawn(drawn) => drop(self.surfaces.insert(drawn.surface.clone(), drawn)),
                Told::Wish(wish) => wishes.push(wish),
            }
        }
        wishes
    }

    /// A call goes out and is answered.
    pub(super) fn calls(&mut self, called: Called, body: &str) {
        let ticket = called.ticket;
        self.hear(Heard::Called(called));
        self.hear(Heard::Ended {
            ticket,
            ending: Ending::Answered {
                status: 200,
                millis: 1,
                body: body.to_owned(),
                secrets: Vec::new(),
            },
        });
    }

    pub(super) fn text(&self, surface: &str) -> String {
        words(&self.surfaces[surface].tree)
    }

    /// Presses what has these words.
    #[track_caller]
    pub(super) fn press(&mut self, surface: &str, label: &str) -> Vec<Wish> {
        fn find(node: &Node<u32>, label: &str) -> Option<u32> {
            let Node::Element(it) = node else { return None };
            let mut ways = it.on.iter().filter(|_| words(node) == label);
            let own = ways.find_map(|on| match on {
                On::Press(place) => Some(*place),
                _ => None,
            });
            own.or_else(|| it.children.iter().find_map(|it| find(it, label)))
        }
        let drawn = &self.surfaces[surface];
        let Some(place) = find(&drawn.tree, label) else {
            panic!("{label:?} in {}", self.text(surface));
        };
        let acted = Acted {
            surface: surface.to_owned(),
            drawing: drawn.drawing,
            place,
            value: String::new(),
        };
        self.hear(Heard::Acted(acted))
    }
}

fn words(node: &Node<u32>) -> String {
    match node {
        Node::Text(_, text) => text.clone(),
        Node::Surface(_) => String::new(),
        Node::Element(it) => it.children.iter().map(words).collect(),
    }
}
