//! What is kept over a reload: one text under one key. Read as if a stranger had written it.
//!
//! Tokens, IDs, the step and the draft; no message of a customer, and no customer's name.

mod read;
mod write;

use graph_api::endpoints::send_message::{MessageTag, MessagingType};
use graph_api::json::{Object, Value};

use crate::effect::Effect;
use crate::model::{Model, Theme};

use read::Stored;

/// The key in the tab's session storage.
pub const STORAGE_KEY: &str = "first-reply";

/// The version of the layout below. That of version 1 is a part of it, and is read as well.
const LAYOUT: i64 = 2;

/// The longest text that is read, in bytes; the browser itself stores little more.
const LONGEST: usize = 5 * 1024 * 1024;

/// Why a stored session was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SessionProblem {
    /// Not what this page writes.
    Unreadable,
    /// Written by another version of this page.
    OtherLayout,
}

impl Model {
    /// The text to store; none when there is nothing worth keeping.
    #[must_use]
    pub fn session(&self) -> Option<String> {
        if self.memory_only || !self.is_worth_keeping() {
            return None;
        }
        let mut map = Object::default();
        map.insert("layout", LAYOUT.into());
        self.write_page(&mut map);
        self.write_held(&mut map);
        self.write_draft(&mut map);
        self.write_login(&mut map);
        Some(Value::Object(map).to_string())
    }

    /// A new page, since what was stored could not be taken up.
    #[must_use]
    pub fn dropping(problem: SessionProblem) -> Self {
        Self {
            dropped: Some(problem),
            ..Self::default()
        }
    }

    /// The state as it was before a reload, and what to do to show it again. What cannot be read
    /// is as good as not stored.
    ///
    /// # Errors
    /// When the text is not a session of this layout.
    pub fn restore(stored: &str) -> Result<(Self, Vec<Effect>), SessionProblem> {
        let stored = Stored::parse(stored)?;
        let mut model = Self::default();
        model.read_page(&stored);
        model.read_held(&stored);
        model.read_draft(&stored);
        model.read_login(&stored);
        model.take_up(&stored);
        let effects = std::mem::take(&mut model.out);
        Ok((model, effects))
    }
}

const KINDS: [MessagingType; 4] = [
    MessagingType::Response,
    MessagingType::Update,
    MessagingType::Tagged(MessageTag::HumanAgent),
    MessagingType::Tagged(MessageTag::CustomerFeedback),
];

fn kind(name: Option<&str>, tag: Option<&str>) -> MessagingType {
    let fits = |kind: &MessagingType| match kind {
        MessagingType::Tagged(own) => Some(own.as_str()) == tag,
        plain => Some(plain.as_str()) == name,
    };
    KINDS.into_iter().find(fits).unwrap_or_default()
}

const fn theme_name(theme: Theme) -> &'static str {
    match theme {
        Theme::System => "system",
        Theme::Light => "light",
        Theme::Dark => "dark",
    }
}

fn theme_named(name: &str) -> Option<Theme> {
    let all = [Theme::System, Theme::Light, Theme::Dark];
    all.into_iter().find(|theme| theme_name(*theme) == name)
}

#[cfg(test)]
mod tests;
