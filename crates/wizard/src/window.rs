//! The messaging window: 24 hours after the customer's last message, as an estimate. Graph decides.

use graph_api::endpoints::get_conversation::MessageRow;
use graph_api::{GraphTime, Psid};

/// The length, in seconds.
const LENGTH: i64 = 24 * 3600;

/// How much of the window is left, by the reader's own clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Window {
    /// Open for so many seconds more.
    Open(i64),
    /// Closed since so many seconds.
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
}
