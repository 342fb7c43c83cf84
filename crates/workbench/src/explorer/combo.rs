//! The list of suggestions under the query: opened, marked, taken.

use super::complete::{self, Completion};
use super::{Event, Explorer, QUERY};
use crate::holds::Holds;
use crate::wish::Wish;

impl Explorer {
    pub(super) fn completion(&self, holds: &Holds) -> Completion {
        let known = self.known.with(holds);
        let draft = &self.draft;
        complete::complete(draft.line.text(), draft.method, draft.token, &known)
    }

    pub(super) fn key(&mut self, key: &str, holds: &Holds) -> Vec<Wish> {
        let last = self.completion(holds).offers.len().checked_sub(1);
        let marked = self.suggesting.flatten();
        self.suggesting = match (key, last) {
            ("ArrowDown", Some(last)) => Some(Some(
                marked.map_or(0, |at| if at < last { at + 1 } else { 0 }),
            )),
            ("ArrowUp", Some(last)) => Some(Some(
                marked.and_then(|at| at.checked_sub(1)).unwrap_or(last),
            )),
            ("Enter" | "Tab", _) => {
                return match marked {
                    Some(at) => self.accept(at, holds),
                    None => self.update(Event::Submitted, holds),
                };
            }
            ("Escape", _) if self.is_waiting && (self.suggesting.is_none() || last.is_none()) => {
                return vec![Wish::Cancel];
            }
            _ => None,
        };
        Vec::new()
    }

    pub(super) fn accept(&mut self, at: usize, holds: &Holds) -> Vec<Wish> {
        let completion = self.completion(holds);
        if let Some(offer) = completion.offers.get(at) {
            let line = self.draft.line.text();
            let kept = line.get(..completion.start).unwrap_or_default();
            let line = format!("{kept}{}", offer.text);
            self.draft.typed(&line);
            // The field has to be told, unless more was done to the line: then it has been.
            if self.draft.line.text() == line {
                self.draft.line.set(line);
            }
        }
        // What follows is offered at once: a value behind its name, but nothing that is optional.
        let follows = self.draft.line.text().ends_with('=');
        self.suggesting = follows.then_some(None);
        vec![Wish::Focus(QUERY.to_owned())]
    }
}
