//! The practice world: what the page sees of it, and the customer's phone.

use crate::event::Text;
use crate::remote::Slot;

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
    /// What can be learnt from it.
    pub lessons: Lessons,
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

/// The lessons: each makes one thing go wrong, which is to be met and to be mended.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Lessons {
    /// All of them in order, and what is none: the scenarios in which nothing goes wrong.
    pub rows: Vec<LessonRow>,
    /// The one that is on.
    pub on: Option<Lesson>,
}

/// A lesson in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LessonRow {
    /// The scenario's name.
    pub name: String,
    /// What it is called.
    pub title: String,
    /// How far it has come at best; none when it is no lesson.
    pub mark: Option<LessonMark>,
}

/// The lesson that is on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lesson {
    /// What it is called.
    pub title: String,
    /// How far it has come this time.
    pub mark: LessonMark,
    /// What there is to be told about it now. Text between backticks is code.
    pub lines: Vec<String>,
    /// The call that it begins with.
    pub begins: Slot,
    /// What somebody else can do about it.
    pub aid: Option<String>,
}

/// How far a lesson has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LessonMark {
    /// Nothing was met yet.
    Todo,
    /// A call ran into it.
    Met,
    /// After that, the same call went well.
    Mended,
}
