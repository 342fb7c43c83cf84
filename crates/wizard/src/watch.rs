//! Waiting for the customer's message: what was there before, and what came of it.

use graph_api::endpoints::list_conversations::ConversationRow;
use graph_api::{ConversationId, GraphTime};

use crate::remote::{Failure, Ticket};

/// The wait for the customer's message, at step 1.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Watch {
    /// How far it is.
    pub state: WatchState,
    /// When it began, or went on after a pause, in milliseconds since 1970.
    pub(crate) began: i64,
    /// How long to wait before the next look, in milliseconds.
    pub(crate) wait: i64,
    /// What was there at the first look.
    pub(crate) known: Option<Vec<(ConversationId, Option<GraphTime>)>>,
    /// The newest look, in the list of calls.
    pub(crate) last: Option<Ticket>,
    /// Whether the reader asked for the look at hand, and looks at what comes of it.
    pub(crate) is_hurried: bool,
}

/// How far the wait is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum WatchState {
    /// Nobody waits.
    #[default]
    Off,
    /// The page looks again and again.
    On,
    /// It goes on by itself.
    Paused(Pause),
    /// Something new came.
    Arrived {
        /// In so many conversations.
        count: usize,
        /// Whether the one that it is in was chosen.
        is_taken: bool,
    },
    /// Nothing came in all the time that the page waits.
    TimeUp,
    /// A look failed.
    Failed(Failure),
}

/// Why the page does not look for now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pause {
    /// Nobody sees the tab.
    Hidden,
    /// The device is offline.
    Offline,
}

impl Watch {
    /// Whether the page looks, or will.
    #[must_use]
    pub fn is_on(&self) -> bool {
        matches!(self.state, WatchState::On | WatchState::Paused(_))
    }

    /// Ends the wait; what came of one that has ended stays.
    pub(crate) fn stop(&mut self) {
        if self.is_on() {
            self.state = WatchState::Off;
        }
    }

    /// Takes the newest list. Gives back the conversations in which something is new since the
    /// first one, by Graph's own times: the reader's clock takes no part.
    pub(crate) fn compare(&mut self, rows: &[ConversationRow]) -> Vec<ConversationId> {
        let mut new = Vec::new();
        let Some(known) = &self.known else {
            let known = rows.iter().map(|row| (row.id.clone(), row.updated_time));
            self.known = Some(known.collect());
            return new;
        };
        let newest = known.iter().map(|(_, time)| *time).max().flatten();
        for row in rows {
            let before = known.iter().find(|(id, _)| *id == row.id);
            // One that was not in the first part of the list may be old all the same.
            let is_new = match before {
                Some((_, time)) => row.updated_time > *time,
                None => newest.is_none() || row.updated_time >= newest,
            };
            if is_new {
                new.push(row.id.clone());
            }
        }
        new
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Lists as IDs with times; 0 is none.
    #[track_caller]
    fn check(first: &[(&str, i64)], then: &[(&str, i64)], new: &[&str]) {
        let rows = |list: &[(&str, i64)]| {
            let rows = list.iter().map(|(id, time)| ConversationRow {
                id: ConversationId::parse(id).unwrap(),
                updated_time: (*time > 0).then(|| GraphTime::from_unix(*time)),
                participants: Vec::new(),
            });
            rows.collect::<Vec<_>>()
        };
        let mut watch = Watch::default();
        assert_eq!(watch.compare(&rows(first)), []);
        let found = watch.compare(&rows(then));
        let found: Vec<_> = found.iter().map(ConversationId::as_str).collect();
        assert_eq!(found, new);
    }

    #[test]
    fn what_came_since_the_first_look_is_new() {
        check(&[], &[], &[]);
        check(&[], &[("t_1", 5)], &["t_1"]);
        check(&[("t_1", 5)], &[("t_1", 5)], &[]);
        check(&[("t_1", 5)], &[("t_1", 6)], &["t_1"]);
        check(&[("t_1", 5)], &[("t_2", 5), ("t_1", 5)], &["t_2"]);
        check(&[("t_1", 5)], &[("t_2", 6), ("t_1", 7)], &["t_2", "t_1"]);
    }

    #[test]
    fn what_moved_up_from_the_next_part_is_not() {
        check(&[("t_1", 9), ("t_2", 8)], &[("t_1", 9), ("t_3", 7)], &[]);
        check(&[("t_1", 0)], &[("t_1", 0)], &[]);
        check(&[("t_1", 0)], &[("t_1", 3)], &["t_1"]);
    }
}
