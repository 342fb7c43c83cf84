//! The practice world: what the page sees of it, and the customer's phone.

use crate::event::Text;

/// The practice world, as far as the page sees it.
#[derive(Debug, Clone, Default)]
pub struct Practice {
    /// The customer's phone; none before practice has begun.
    pub phone: Option<Phone>,
    /// What stands in the phone's field.
    pub draft: Text,
    /// The world, to be kept over a reload.
    pub snapshot: Option<Text>,
    /// What goes wrong.
    pub scenario: String,
    /// What can be learnt from it, as the world tells it; `Lessons::read` reads it.
    pub lessons: String,
    /// Whether it is being started.
    pub opening: bool,
    /// Whether it did not start.
    pub failed: bool,
}

/// What the customer's phone shows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Phone {
    /// The Page at the other end.
    pub page_name: String,
    /// Who holds the phone.
    pub customer_name: String,
    /// The messages, oldest first.
    pub bubbles: Vec<PhoneBubble>,
    /// Whether the Page is typing.
    pub typing: bool,
    /// What the Page's webhook would have got for the customer's newest message.
    pub notification: Option<String>,
}

/// One message on the phone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PhoneBubble {
    /// Whether the customer wrote it.
    pub from_customer: bool,
    /// The text.
    pub text: String,
    /// Seconds since 1970.
    pub time: i64,
    /// Buttons below it.
    pub quick_replies: Vec<String>,
}
