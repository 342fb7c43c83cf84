//! What stands in the fields. `edit.rs` changes it, `sent.rs` makes a send of it.

use graph_api::endpoints::send_message::{MessageTag, MessagingType};
use graph_api::message::{ButtonKind, MediaKind};
use remote_view::Field;

use super::place::{List, Owner, Place};
use super::rows::Rows;

/// What is to be sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Form {
    /// A text.
    #[default]
    Text,
    /// A file by its address.
    File,
    /// A text with buttons.
    Buttons,
    /// Cards.
    Cards,
    /// An action.
    Action,
}

/// What a quick reply sends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum ReplyKind {
    #[default]
    Text,
    PhoneNumber,
    Email,
}

/// What the Page does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum ActionKind {
    #[default]
    TypingOn,
    TypingOff,
    MarkSeen,
    React,
    Unreact,
}

/// All the fields. Those of a form that is not chosen are kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Draft {
    pub(crate) form: Form,
    pub(crate) page: Field,
    pub(crate) to: Field,
    pub(crate) why: Option<MessagingType>,
    pub(crate) reply_to: Field,
    pub(crate) text: Field,
    pub(crate) media: MediaKind,
    pub(crate) url: Field,
    pub(crate) is_reusable: bool,
    pub(crate) buttons: Rows<ButtonDraft>,
    pub(crate) cards: Rows<CardDraft>,
    pub(crate) replies: Rows<ReplyDraft>,
    pub(crate) action: ActionKind,
    pub(crate) message: Field,
    pub(crate) emoji: Field,
    /// Where a token was taken out, and nothing was written since.
    pub(crate) secrets: Vec<Place>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ButtonDraft {
    pub(crate) kind: ButtonKind,
    pub(crate) title: Field,
    pub(crate) target: Field,
}

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct CardDraft {
    pub(crate) title: Field,
    pub(crate) subtitle: Field,
    pub(crate) image: Field,
    pub(crate) link: Field,
    pub(crate) buttons: Rows<ButtonDraft>,
}

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct ReplyDraft {
    pub(crate) kind: ReplyKind,
    pub(crate) title: Field,
    pub(crate) payload: Field,
    pub(crate) image: Field,
}

/// What may be sent why, in the order offered. Without one is how older code sends.
pub(crate) const REASONS: [Option<MessagingType>; 5] = [
    Some(MessagingType::Response),
    Some(MessagingType::Update),
    Some(MessagingType::Tagged(MessageTag::HumanAgent)),
    Some(MessagingType::Tagged(MessageTag::CustomerFeedback)),
    None,
];

/// The value of an option: the tag, else the type.
pub(crate) const fn reason_word(reason: Option<MessagingType>) -> &'static str {
    match reason {
        Some(MessagingType::Tagged(tag)) => tag.as_str(),
        Some(kind) => kind.as_str(),
        None => "",
    }
}

impl ReplyKind {
    pub(crate) const ALL: [Self; 3] = [Self::Text, Self::PhoneNumber, Self::Email];

    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::PhoneNumber => "user_phone_number",
            Self::Email => "user_email",
        }
    }
}

impl ActionKind {
    pub(crate) const ALL: [Self; 5] = [
        Self::TypingOn,
        Self::TypingOff,
        Self::MarkSeen,
        Self::React,
        Self::Unreact,
    ];

    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::TypingOn => "typing_on",
            Self::TypingOff => "typing_off",
            Self::MarkSeen => "mark_seen",
            Self::React => "react",
            Self::Unreact => "unreact",
        }
    }
}

impl Default for ButtonDraft {
    fn default() -> Self {
        Self {
            kind: ButtonKind::Postback,
            title: Field::default(),
            target: Field::default(),
        }
    }
}

impl Default for Draft {
    fn default() -> Self {
        Self {
            form: Form::default(),
            page: Field::default(),
            to: Field::default(),
            why: Some(MessagingType::Response),
            reply_to: Field::default(),
            text: Field::default(),
            media: MediaKind::Image,
            url: Field::default(),
            is_reusable: false,
            buttons: [ButtonDraft::default()].into_iter().collect(),
            cards: [CardDraft::default()].into_iter().collect(),
            replies: Rows::default(),
            action: ActionKind::default(),
            message: Field::default(),
            emoji: Field::default(),
            secrets: Vec::new(),
        }
    }
}

impl Draft {
    pub(crate) fn buttons(&self, owner: Owner) -> Option<&Rows<ButtonDraft>> {
        match owner {
            None => Some(&self.buttons),
            Some(card) => self.cards.get(card).map(|it| &it.buttons),
        }
    }

    /// Which row a place is in, as in `Card 1, button 2: `; empty for one that is in none.
    pub(crate) fn row_name(&self, place: Place) -> String {
        let card = |row| format!("Card {}", self.cards.place(row));
        match place {
            Place::Button(None, row, _) => format!("Button {}: ", self.buttons.place(row)),
            Place::Button(Some(owner), row, _) => {
                let buttons = self.buttons(Some(owner));
                let place = buttons.map_or(0, |it| it.place(row));
                format!("{}, button {place}: ", card(owner))
            }
            Place::List(List::Buttons(Some(owner))) => format!("{}: ", card(owner)),
            Place::Card(row, _) => format!("{}: ", card(row)),
            Place::Reply(row, _) => format!("Quick reply {}: ", self.replies.place(row)),
            _ => String::new(),
        }
    }
}
