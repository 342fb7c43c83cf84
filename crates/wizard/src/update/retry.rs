//! Reads that failed for a moment are tried again by the page itself; a reply never is.

use graph_api::{AnswerError, ErrorKind, HttpResponse};

use super::{Delay, Pending};
use crate::effect::Effect;
use crate::event::TransportError;
use crate::model::Model;
use crate::remote::{Slot, Ticket};

/// How often a read is sent, at the most.
pub(crate) const ATTEMPTS: u8 = 3;

/// The longest wait before another try, in milliseconds.
const LONGEST: u32 = 20_000;

/// In milliseconds.
const SECOND: i64 = 1000;

/// Whether the calls of a slot belong to the Conversations API.
const fn is_paced(slot: Slot) -> bool {
    matches!(slot, Slot::Conversations | Slot::Messages)
}

/// How much of the retries of a minute is left. One comes back every ten seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Budget {
    left: u8,
    since: i64,
}

const PER_MINUTE: u8 = 6;
const REFILL: i64 = 10_000;

impl Default for Budget {
    fn default() -> Self {
        Self {
            left: PER_MINUTE,
            since: 0,
        }
    }
}

impl Budget {
    /// Takes one retry, if there is one.
    fn spend(&mut self, now: i64) -> bool {
        // A clock that was set back refills nothing, and blocks nothing for longer than it lasts.
        let back = (now - self.since).max(0) / REFILL;
        if back > 0 || now < self.since {
            let whole = u8::try_from(back).unwrap_or(PER_MINUTE);
            self.left = self.left.saturating_add(whole).min(PER_MINUTE);
            self.since = now;
        }
        let has = self.left > 0;
        self.left = self.left.saturating_sub(1);
        has
    }
}

/// Why another try may help.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Trouble {
    /// Something that passes within a second, most often.
    Passing,
    /// A limit of calls.
    Limit,
}

impl Trouble {
    /// Looks at what came. A body is read only where the status says that it is no answer.
    fn of(result: &Result<HttpResponse, TransportError>) -> Option<Self> {
        let response = match result {
            Ok(response) if response.status >= 400 => response,
            Err(TransportError::Unreachable) => return Some(Self::Passing),
            _ => return None,
        };
        let limit = (response.status == 429).then_some(Self::Limit);
        let server = (response.status >= 500).then_some(Self::Passing);
        match AnswerError::of(response) {
            Some(AnswerError::Graph { error, .. }) => match error.documented() {
                kind if kind.is_rate_limit() => Some(Self::Limit),
                // 1/99 is a missing permission.
                ErrorKind::Unknown if error.subcode == Some(99) => None,
                ErrorKind::Unknown | ErrorKind::Unavailable => Some(Self::Passing),
                _ if error.is_transient == Some(true) => Some(Self::Passing),
                _ => limit.or(server),
            },
            _ => limit.or(server),
        }
    }
}

/// The wait that the answer asks for, in milliseconds, where the browser lets us read it.
fn asked_for(result: &Result<HttpResponse, TransportError>) -> Option<u32> {
    let headers = &result.as_ref().ok()?.headers;
    let mut headers = headers.iter();
    let found = headers.find(|(name, _)| name.eq_ignore_ascii_case("retry-after"));
    let seconds: u32 = found?.1.trim().parse().ok()?;
    Some(seconds.saturating_mul(1000))
}

impl Model {
    /// How long to wait before a failed read is tried again; none when it is not.
    pub(crate) fn wait_before_retry(
        &mut self,
        pending: &Pending,
        result: &Result<HttpResponse, TransportError>,
    ) -> Option<Delay> {
        // A code is good for one exchange, whose answer may be lost.
        let is_once = matches!(pending.slot, Slot::Send | Slot::Exchange);
        if is_once || pending.attempt >= ATTEMPTS {
            return None;
        }
        let trouble = Trouble::of(result)?;
        let factor = 1 << (pending.attempt - 1);
        // Full jitter; for a limit on top of five seconds, since a limit never passes at once.
        let millis = match trouble {
            Trouble::Passing => self.chance(300 * factor),
            Trouble::Limit => 5000 + self.chance(5000 * factor),
        };
        let millis = millis.max(asked_for(result).unwrap_or_default());
        if millis > LONGEST || !self.budget.spend(self.now) {
            return None;
        }
        Some(Delay {
            until: self.now + i64::from(millis),
            is_limit: trouble == Trouble::Limit,
        })
    }

    /// Delays a request. It goes out under a new ticket.
    pub(crate) fn delay(&mut self, pending: Pending, delay: Delay) {
        let ticket = self.next_ticket();
        let millis = u32::try_from(delay.until - self.now).unwrap_or_default();
        self.mark_loading(pending.slot);
        self.pending.push(Pending {
            ticket,
            delay: Some(delay),
            ..pending
        });
        self.tell(Effect::Wake { ticket, millis });
    }

    /// A delay is over, or the reader leaves for a login.
    pub(crate) fn wake(&mut self, ticket: Ticket) {
        if !self.leave_for_login(ticket) {
            self.go_out(ticket);
        }
    }

    /// What was delayed goes out.
    fn go_out(&mut self, ticket: Ticket) {
        let mut pending = self.pending.iter();
        let Some(at) = pending.position(|it| it.ticket == ticket && it.delay.is_some()) else {
            return;
        };
        let pending = self.pending.swap_remove(at);
        self.dispatch(Pending {
            delay: None,
            ..pending
        });
    }

    /// The reader does not want to wait for the next try.
    pub(crate) fn hurry(&mut self, slot: Slot) {
        let mut pending = self.pending.iter();
        if let Some(ticket) = pending.find(|it| it.slot == slot).map(|it| it.ticket) {
            self.go_out(ticket);
        }
    }

    /// How long a call has to wait so that no more than two of the Conversations API go out a
    /// second: <https://developers.facebook.com/documentation/business-messaging/messenger-platform/overview/rate-limiting>.
    pub(crate) fn pace(&self, slot: Slot) -> Option<Delay> {
        let [first, last] = self.paced;
        let wait = first + SECOND - self.now;
        // A clock that was set back tells nothing.
        let is_set_back = self.now < first.max(last);
        (is_paced(slot) && wait > 0 && !is_set_back).then_some(Delay {
            until: self.now + wait,
            is_limit: false,
        })
    }

    /// Such a call goes out now.
    pub(crate) fn count_pace(&mut self, slot: Slot) {
        if is_paced(slot) {
            self.paced = [self.paced[1], self.now];
        }
    }

    /// Takes a random number: for the waits, and for the name of the session if it has none.
    pub fn seed(&mut self, seed: u64) {
        self.dice = seed.max(1);
        if self.family.is_empty() {
            self.chance(1);
            self.family = format!("{:x}", self.dice);
        }
    }

    /// A number from 0 up to but not including this one, by xorshift.
    fn chance(&mut self, below: u32) -> u32 {
        self.dice ^= self.dice << 13;
        self.dice ^= self.dice >> 7;
        self.dice ^= self.dice << 17;
        // The remainder is below a u32.
        (self.dice % u64::from(below.max(1))) as u32
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_minute_has_so_many_retries() {
        let mut budget = Budget::default();
        let spent = |budget: &mut Budget, now| (0..20).filter(|_| budget.spend(now)).count();
        assert_eq!(spent(&mut budget, 1_000_000), 6);
        assert_eq!(spent(&mut budget, 1_009_999), 0);
        assert_eq!(spent(&mut budget, 1_021_000), 2);
        assert_eq!(spent(&mut budget, 0), 0, "the clock was set back");
        assert_eq!(spent(&mut budget, 10_000), 1);
        assert_eq!(spent(&mut budget, i64::MAX), 6);
    }

    #[test]
    fn no_second_has_three_calls_of_the_conversations() {
        let mut model = Model {
            now: 1_000_000,
            ..Model::default()
        };
        let mut starts = Vec::new();
        while starts.len() < 5 {
            match model.pace(Slot::Conversations) {
                Some(delay) => model.now = delay.until,
                None => {
                    model.count_pace(Slot::Conversations);
                    starts.push(model.now);
                }
            }
        }
        for three in starts.windows(3) {
            assert!(three[2] - three[0] >= 1000, "{starts:?}");
        }
        assert_eq!(model.pace(Slot::Pages), None);
    }
}
