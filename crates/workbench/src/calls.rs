//! The calls of this visit, in memory.

use graph_api::{Carrier, TokenKind, TokenNeed};

use crate::protocol::{Called, Ending};
use crate::record::{Outcome, Record};

/// How many calls are kept at most.
const KEPT: usize = 300;

/// How many bytes of answers are kept; the newest and the one on display stay also above that.
const BYTES: usize = 32_000_000;

/// The calls, oldest first, and which of them is on display.
#[derive(Debug, Default)]
pub(crate) struct Calls {
    all: Vec<Record>,
    /// How many went, to make room.
    gone: usize,
    /// None: the newest.
    shown: Option<u32>,
    /// What Send would send.
    draft: Option<Record>,
}

impl Calls {
    pub(crate) fn add(&mut self, called: Called) {
        let old = called.replaces.and_then(|old| self.place(old));
        if let Some(at) = old
            && self.all.get(at).is_some_and(|it| self.is_mere_look(it))
        {
            self.all.remove(at);
        }
        if called.replaces.is_none() {
            self.shown = None;
        }
        self.all.push(Record {
            number: self.all.last().map_or(self.gone, |newest| newest.number) + 1,
            called,
            outcome: Outcome::Waiting,
        });
        self.make_room();
    }

    /// The oldest go when there are too many, or too much in them.
    fn make_room(&mut self) {
        let is_full = |all: &[Record]| {
            let bytes = all.iter().filter_map(Record::answer);
            all.len() > KEPT || bytes.map(|it| it.body.len()).sum::<usize>() > BYTES
        };
        while is_full(&self.all) {
            let newest = self.all.last().map(|it| it.called.ticket);
            let stays = [newest, self.shown];
            let may_go = |it: &Record| {
                it.outcome != Outcome::Waiting && !stays.contains(&Some(it.called.ticket))
            };
            let Some(at) = self.all.iter().position(may_go) else {
                return;
            };
            self.all.remove(at);
            self.gone += 1;
        }
    }

    /// Whether a look found nothing, and nobody looks at it.
    fn is_mere_look(&self, record: &Record) -> bool {
        let is_good = record.answer().is_some_and(|answer| answer.status < 400);
        is_good && self.shown != Some(record.called.ticket)
    }

    pub(crate) fn end(&mut self, ticket: u32, ending: Ending) {
        let at = self.place(ticket);
        if let Some(record) = at.and_then(|at| self.all.get_mut(at)) {
            record.outcome = ending.into();
        }
        self.make_room();
    }

    /// The token that was pasted is of this kind: the calls that went with it, which are those since
    /// `since` of which nobody knew.
    pub(crate) fn recognize(&mut self, kind: TokenKind, since: u32) -> Vec<&Record> {
        let mut known = Vec::new();
        let recent = self.all.iter_mut().filter(|it| it.called.ticket >= since);
        for record in recent {
            if record.called.token.is_none() && record.called.call.spec.token != TokenNeed::None {
                record.called.token = Some(kind);
                known.push(&*record);
            }
        }
        known
    }

    pub(crate) fn draft(&mut self, draft: Option<(graph_api::Call, Carrier)>) {
        self.draft = draft.map(|(call, carrier)| Record {
            number: 0,
            called: Called {
                ticket: 0,
                call,
                token: None,
                carrier,
                at: 0,
                is_explored: false,
                replaces: None,
            },
            outcome: Outcome::Draft,
        });
    }

    pub(crate) fn show(&mut self, ticket: u32) {
        self.shown = Some(ticket);
    }

    /// The one on display: while the reader writes, what Send would send.
    pub(crate) fn shown(&self) -> Option<&Record> {
        match self.shown {
            Some(ticket) => self.get(ticket),
            None => self.draft.as_ref().or(self.all.last()),
        }
    }

    pub(crate) fn get(&self, ticket: u32) -> Option<&Record> {
        self.all.get(self.place(ticket)?)
    }

    /// The explorer's call that is under way.
    pub(crate) fn explored(&self) -> Option<u32> {
        let mut calls = self.all.iter().rev();
        let found = calls.find(|it| it.called.is_explored && it.outcome == Outcome::Waiting);
        found.map(|it| it.called.ticket)
    }

    /// The explorer's newest call.
    pub(crate) fn newest_explored(&self) -> Option<u32> {
        let mut calls = self.all.iter().rev();
        let newest = calls.find(|it| it.called.is_explored);
        newest.map(|it| it.called.ticket)
    }

    /// How many are no longer kept.
    pub(crate) const fn gone(&self) -> usize {
        self.gone
    }

    /// All that are kept, oldest first.
    pub(crate) fn all(&self) -> &[Record] {
        &self.all
    }

    fn place(&self, ticket: u32) -> Option<usize> {
        self.all.iter().rposition(|it| it.called.ticket == ticket)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::Answer;
    use graph_api::endpoints::GetMe;
    use graph_api::{Endpoint as _, GraphVersion};

    fn called(ticket: u32, replaces: Option<u32>) -> Called {
        Called {
            ticket,
            call: GetMe.call(GraphVersion::default()),
            token: None,
            carrier: Carrier::FormBody,
            at: 0,
            is_explored: false,
            replaces,
        }
    }

    fn answered(status: u16, body: &str) -> Ending {
        Ending::Answered {
            status,
            millis: 1,
            body: body.to_owned(),
            secrets: vec!["secret-token-1".to_owned()],
        }
    }

    #[track_caller]
    fn check(calls: &Calls, tickets: &[u32], shown: u32) {
        let all: Vec<_> = calls.all().iter().map(|it| it.called.ticket).collect();
        assert_eq!(all, tickets);
        let rises = calls.all().windows(2).all(|it| it[0].number < it[1].number);
        assert!(rises, "numbers");
        assert_eq!(calls.shown().unwrap().called.ticket, shown);
    }

    #[test]
    fn of_the_looks_that_found_nothing_the_newest_stays() {
        let mut calls = Calls::default();
        calls.add(called(1, None));
        calls.end(1, answered(200, "{}"));
        calls.add(called(2, Some(1)));
        check(&calls, &[2], 2);
        calls.end(2, answered(400, "{}"));
        calls.add(called(3, Some(2)));
        check(&calls, &[2, 3], 3);
        calls.end(3, answered(200, "{}"));
        calls.show(3);
        calls.add(called(4, Some(3)));
        check(&calls, &[2, 3, 4], 3);
        calls.show(2);
        calls.end(4, answered(200, "{}"));
        calls.add(called(5, Some(4)));
        check(&calls, &[2, 3, 5], 2);
        calls.add(called(6, None));
        check(&calls, &[2, 3, 5, 6], 6);
    }

    #[test]
    fn the_draft_is_shown_until_it_is_sent() {
        let mut calls = Calls::default();
        calls.add(called(1, None));
        let draft = || Some((GetMe.call(GraphVersion::default()), Carrier::FormBody));
        calls.draft(draft());
        check(&calls, &[1], 0);
        calls.show(1);
        check(&calls, &[1], 1);
        calls.draft(None);
        calls.add(called(2, None));
        check(&calls, &[1, 2], 2);
    }

    #[test]
    fn the_oldest_go_when_there_are_too_many() {
        let mut calls = Calls::default();
        calls.add(called(0, None));
        for ticket in 1..=370 {
            calls.add(called(ticket, None));
            calls.end(ticket, Ending::Cancelled);
        }
        assert_eq!((calls.all().len(), calls.gone()), (KEPT, 71));
        assert_eq!(calls.all()[1].number, 73, "a number stays what it was");
        assert!(calls.get(71).is_none() && calls.get(72).is_some());
        assert!(calls.get(0).is_some(), "it is under way");
    }

    #[test]
    fn the_oldest_go_when_there_is_too_much_in_them_but_what_is_looked_at_stays() {
        let mut calls = Calls::default();
        let mut add = |ticket, bytes, shown: &[u32], gone| {
            calls.add(called(ticket, None));
            calls.show(1);
            // Redacting so much takes a test too long.
            calls.all.last_mut().unwrap().outcome = Outcome::Answered(Answer {
                status: 200,
                millis: 1,
                size: bytes,
                body: " ".repeat(bytes),
            });
            calls.make_room();
            check(&calls, shown, 1);
            assert_eq!(calls.gone(), gone);
        };
        let quarter = BYTES / 4;
        for (ticket, kept) in [(1, 1..=1), (2, 1..=2), (3, 1..=3), (4, 1..=4)] {
            add(ticket, quarter, &kept.collect::<Vec<_>>(), 0);
        }
        add(5, quarter, &[1, 3, 4, 5], 1);
        add(6, quarter * 2, &[1, 5, 6], 3);
        add(7, quarter * 8, &[1, 7], 5);
    }

    #[test]
    fn an_answer_is_kept_without_secrets() {
        let mut calls = Calls::default();
        calls.add(called(1, None));
        let body = r#"{"id":"1","access_token":"other","b":"secret-token-1"}"#;
        calls.end(1, answered(200, body));
        let answer = calls.shown().unwrap().answer().unwrap().clone();
        assert!(!answer.body.contains("other") && !answer.body.contains("secret"));
        assert!(answer.is_good());
        calls.end(1, answered(200, r#"{"error":{"code":190}}"#));
        assert!(!calls.shown().unwrap().answer().unwrap().is_good());
    }
}
