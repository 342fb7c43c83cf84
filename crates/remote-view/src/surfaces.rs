//! The worker's end: what was drawn, and what each place in it means.

use std::collections::VecDeque;
use std::fmt;

use crate::node::{Node, Then, View};

/// So many drawings of a surface are remembered. What the reader acts on may be drawn anew meanwhile,
/// with each letter of a line that is typed at once.
const REMEMBERED: usize = 100;

/// Something the reader did.
#[derive(Clone, PartialEq, Eq)]
pub struct Acted {
    /// The surface.
    pub surface: String,
    /// The number of its drawing.
    pub drawing: u32,
    /// The place in it.
    pub place: u32,
    /// What the control holds, or the key.
    pub value: String,
}

/// What was typed may be a token, so `Debug` leaves it out.
impl fmt::Debug for Acted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Acted({}, {})", self.surface, self.place)
    }
}

/// The surfaces of a worker.
pub struct Surfaces<E> {
    drawn: Vec<Surface<E>>,
}

struct Surface<E> {
    name: &'static str,
    tree: Node<u32>,
    /// The number of the newest drawing.
    drawing: u32,
    /// What the places mean, the newest drawing first.
    places: VecDeque<Vec<Then<E>>>,
}

impl<E> Default for Surfaces<E> {
    fn default() -> Self {
        Self { drawn: Vec::new() }
    }
}

impl<E: Clone> Surfaces<E> {
    /// Draws a surface: the number of the drawing and what is seen, if it looks different from before.
    pub fn draw(&mut self, name: &'static str, view: View<E>) -> Option<(u32, Node<u32>)> {
        let mut places = Vec::new();
        let tree = view.swap(&mut |then| {
            let place = u32::try_from(places.len()).unwrap_or(u32::MAX);
            places.push(then);
            place
        });
        let Some(old) = self.drawn.iter_mut().find(|it| it.name == name) else {
            self.drawn.push(Surface {
                name,
                tree: tree.clone(),
                drawing: 0,
                places: [places].into(),
            });
            return Some((0, tree));
        };
        if old.tree == tree {
            // It looks the same, but may mean something else.
            if let Some(newest) = old.places.front_mut() {
                *newest = places;
            }
            return None;
        }
        old.drawing += 1;
        old.places.push_front(places);
        old.places.truncate(REMEMBERED);
        old.tree.clone_from(&tree);
        Some((old.drawing, tree))
    }

    /// What it means; none when the drawing is too old.
    #[must_use]
    pub fn event(&self, acted: &Acted) -> Option<E> {
        let surface = self.drawn.iter().find(|it| it.name == acted.surface)?;
        let age = surface.drawing.checked_sub(acted.drawing)?;
        let places = surface.places.get(age as usize)?;
        Some(places.get(acted.place as usize)?.event(&acted.value))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::node::{On, el};

    fn button(label: &str, event: u8) -> View<u8> {
        let way = On::press(event);
        let typed = On::typed(move |text| event + u8::try_from(text.len()).unwrap());
        el("button").text(label).on(way).on(typed).into()
    }

    #[test]
    fn an_act_means_what_its_drawing_said() {
        let mut surfaces = Surfaces::default();
        let mut draw = |label: &str, event| surfaces.draw("a", button(label, event)).map(|it| it.0);
        assert_eq!(draw("one", 10), Some(0));
        assert_eq!(draw("one", 20), None);
        assert_eq!(draw("two", 30), Some(1));
        let event = |drawing, place, value: &str| {
            surfaces.event(&Acted {
                surface: "a".to_owned(),
                drawing,
                place,
                value: value.to_owned(),
            })
        };
        assert_eq!(event(0, 0, ""), Some(20));
        assert_eq!(event(1, 0, ""), Some(30));
        assert_eq!(event(1, 1, "xyz"), Some(33));
        assert_eq!(event(1, 2, ""), None);
        assert_eq!(event(2, 0, ""), None);
    }

    #[test]
    fn an_old_drawing_is_forgotten() {
        let mut surfaces = Surfaces::default();
        for turn in 0..150 {
            surfaces.draw("a", button(&turn.to_string(), turn));
        }
        let event = |drawing| {
            surfaces.event(&Acted {
                surface: "a".to_owned(),
                drawing,
                place: 0,
                value: String::new(),
            })
        };
        assert_eq!(event(149), Some(149));
        assert_eq!(event(50), Some(50));
        assert_eq!(event(49), None);
    }

    #[test]
    fn a_part_says_its_events_through_the_whole() {
        let part: View<u8> = button("x", 1);
        let whole: View<Option<u8>> = part.map(Some);
        let mut surfaces = Surfaces::default();
        surfaces.draw("a", whole);
        let acted = Acted {
            surface: "a".to_owned(),
            drawing: 0,
            place: 1,
            value: "ab".to_owned(),
        };
        assert_eq!(surfaces.event(&acted), Some(Some(3)));
    }
}
