//! The messaging window: 24 hours after the customer's last message, as an estimate. Graph decides.

use graph_api::endpoints::get_conversation::MessageRow;
use graph_api::endpoints::send_message::{MessageTag, MessagingType};
use graph_api::{GraphTime, Psid};

/// The length, in seconds.
const LENGTH: i64 = 24 * 3600;

/// How much longer the tag Human agent reaches, in seconds: 7 days in all.
const LONGER: i64 = 6 * LENGTH;

/// How much of the window is left, by the reader's own clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Window {
    /// Open for so many seconds more.
    Open(i64),
    /// Closed for so many seconds.
    Closed(i64),
    /// The customer has written nothing that can be read.
    Unknown,
}

impl Window {
    /// Looks for the customer's newest message.
    #[must_use]
    pub fn estimate(messages: &[MessageRow], customer: &Psid, now: GraphTime) -> Self {
        let from_customer = messages
            .iter()
            .filter(|message| message.is_from(customer.as_str()));
        let newest = from_customer
            .filter_map(|message| message.created_time)
            .max();
        let Some(newest) = newest else {
            return Self::Unknown;
        };
        match newest.unix() + LENGTH - now.unix() {
            left @ 1.. => Self::Open(left.min(LENGTH)),
            over => Self::Closed(-over),
        }
    }

    /// How much is left for a message of this type; none where Meta names no length.
    #[must_use]
    pub const fn of(self, kind: MessagingType) -> Option<Self> {
        match (kind, self) {
            (MessagingType::Tagged(MessageTag::CustomerFeedback), _) => None,
            (MessagingType::Tagged(MessageTag::HumanAgent), Self::Open(left)) => {
                Some(Self::Open(left + LONGER))
            }
            (MessagingType::Tagged(MessageTag::HumanAgent), Self::Closed(since)) => {
                Some(match LONGER - since {
                    left @ 1.. => Self::Open(left),
                    over => Self::Closed(-over),
                })
            }
            _ => Some(self),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const AGENT: MessagingType = MessagingType::Tagged(MessageTag::HumanAgent);

    /// After so many hours: what is left of the window, and of that of the tag, in hours.
    #[track_caller]
    fn check(hours: i64, response: Window, agent: Window) {
        let row = MessageRow {
            id: graph_api::MessageId::parse("m_1").unwrap(),
            message: None,
            from: Some(graph_api::endpoints::list_conversations::Participant {
                id: graph_api::ObjectId::parse("7").unwrap(),
                name: None,
            }),
            created_time: Some(GraphTime::from_unix(1_000_000)),
        };
        let now = GraphTime::from_unix(1_000_000 + hours * 3600);
        let window = Window::estimate(&[row], &Psid::parse("7").unwrap(), now);
        assert_eq!(window.of(MessagingType::Response), Some(response));
        assert_eq!(window.of(MessagingType::Update), Some(response));
        assert_eq!(window.of(AGENT), Some(agent));
    }

    #[test]
    fn each_type_has_its_own_end() {
        let open = |hours: i64| Window::Open(hours * 3600);
        let closed = |hours: i64| Window::Closed(hours * 3600);
        check(0, open(24), open(168));
        check(23, open(1), open(145));
        check(24, closed(0), open(144));
        check(27, closed(3), open(141));
        check(167, closed(143), open(1));
        check(168, closed(144), closed(0));
        check(200, closed(176), closed(32));
        // The reader's clock is late.
        check(-5, open(24), open(168));
    }

    #[test]
    fn where_nothing_is_known_nothing_is_said() {
        let feedback = MessagingType::Tagged(MessageTag::CustomerFeedback);
        assert_eq!(Window::Open(1).of(feedback), None);
        assert_eq!(Window::Unknown.of(AGENT), Some(Window::Unknown));
    }
}
