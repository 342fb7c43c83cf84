//! The newest thing to be said in passing.

/// What was said last.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Status {
    /// In words; empty when it is no longer news.
    pub text: String,
    /// How many times something was said: the same words once more are news again.
    pub count: u32,
    /// Whether it is shown as well. What the screen shows anyway is only said to those who listen.
    pub is_shown: bool,
}

impl Status {
    /// Says what the screen shows elsewhere.
    pub(crate) fn say(&mut self, words: impl Into<String>) {
        self.set(words.into(), false);
    }

    /// Says and shows it.
    pub(crate) fn show(&mut self, words: impl Into<String>) {
        self.set(words.into(), true);
    }

    /// Nothing of it is news any more.
    pub(crate) fn clear(&mut self) {
        self.text.clear();
        self.is_shown = false;
    }

    fn set(&mut self, text: String, is_shown: bool) {
        *self = Self {
            text,
            count: self.count.wrapping_add(1),
            is_shown,
        };
    }
}
