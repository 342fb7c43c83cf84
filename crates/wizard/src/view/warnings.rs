//! What is to be said of the page itself, above the step at hand.

use graph_api::Carrier;

use crate::model::Model;
use crate::session::SessionProblem;
use crate::view::arrival;
use crate::view::parts::{Notice, Tone};

impl Model {
    pub(super) fn warnings(&self) -> Vec<Notice> {
        let storage = (self.storage_failed && !self.memory_only).then(|| {
            warn(
                "This tab cannot store anything",
                "The browser blocks session storage, or it is full. All works, but a reload begins anew.",
            )
        });
        let dropped = self.dropped.filter(|_| !self.held.is_connected());
        let dropped = dropped.map(|problem| {
            warn(
                "What this tab had stored was not taken up",
                match problem {
                    SessionProblem::Unreadable => "It cannot be read as a session of this page, so it was removed. The page begins anew.",
                    SessionProblem::OtherLayout => "Another version of this page wrote it, so it was removed. The page begins anew.",
                },
            )
        });
        let twin = self.has_twin.then(|| {
            warn(
                "This session is open in another tab too",
                "A copied tab takes tokens, IDs and draft along. So that no reply goes out twice, this tab asks before it sends. Forget everything clears both.",
            )
        });
        let query = (self.carrier == Carrier::Query).then(|| {
            warn(
                "Reads carry the token in their address",
                "Graph did not take them as a form, so they go as Meta’s tutorial prints them. The browser keeps such addresses in its records, and writes them to its console when a call fails: use a short-lived token.",
            )
        });
        let arrived = self.arrived.map(arrival::notice);
        let all = [arrived, storage, dropped, twin, query];
        all.into_iter().flatten().collect()
    }
}

fn warn(title: &'static str, body: &'static str) -> Notice {
    Notice::new(Tone::Warn, title, &[body])
}
