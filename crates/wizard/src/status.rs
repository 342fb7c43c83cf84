//! The newest thing to be said in passing.

/// What was said last, and what was shown last.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Status {
    /// In words; empty when it is no longer news.
    pub text: String,
    /// How many times something was said: the same words once more are news again.
    pub count: u32,
    /// Whether it is what is shown. What the screen shows anyway is only said to those who listen.
    pub is_shown: bool,
    /// What is shown for some seconds, whatever is said meanwhile.
    pub toast: String,
    /// How many times something was shown.
    pub toasts: u32,
}

impl Status {
    /// Says what the screen shows elsewhere.
    pub(crate) fn say(&mut self, words: impl Into<String>) {
        self.text = words.into();
        self.count = self.count.wrapping_add(1);
        self.is_shown = false;
    }

    /// Says and shows it.
    pub(crate) fn show(&mut self, words: impl Into<String>) {
        self.say(words);
        self.is_shown = true;
        self.toast.clone_from(&self.text);
        self.toasts = self.toasts.wrapping_add(1);
    }

    /// Nothing of it is news any more.
    pub(crate) fn clear(&mut self) {
        self.text.clear();
        self.toast.clear();
        self.is_shown = false;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_shown_stays_while_something_is_said() {
        let mut status = Status::default();
        status.show("copied");
        status.say("read");
        assert_eq!(
            (status.toast.as_str(), status.text.as_str()),
            ("copied", "read")
        );
        assert!(!status.is_shown);
        status.show("copied");
        assert_eq!((status.toasts, status.count), (2, 3));
        status.clear();
        assert!(status.toast.is_empty() && status.text.is_empty());
    }
}
