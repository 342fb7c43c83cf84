//! The fields and lists of the composer, and the IDs of their elements.

/// A field, or a list as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// The sender's ID.
    Page,
    /// The recipient's PSID.
    To,
    /// The messaging type.
    Why,
    /// The ID of the message that is answered.
    ReplyTo,
    /// The text, also of a button template.
    Text,
    /// The kind of file.
    Media,
    /// Where the file is.
    Url,
    /// The action.
    Action,
    /// The ID of the message that is reacted to.
    Message,
    /// The reaction.
    Emoji,
    /// JSON to be opened.
    Json,
    /// A list.
    List(List),
    /// A part of a button.
    Button(Owner, u32, ButtonPart),
    /// A part of a card.
    Card(u32, CardPart),
    /// A part of a quick reply.
    Reply(u32, ReplyPart),
}

/// A list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum List {
    /// Buttons of the template, or of a card.
    Buttons(Owner),
    /// The cards.
    Cards,
    /// The quick replies.
    Replies,
}

/// The card that buttons are on; none for those of a button template.
pub(crate) type Owner = Option<u32>;

/// A part of a button.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ButtonPart {
    /// What it does.
    Kind,
    /// What it says.
    Title,
    /// Its address, payload or phone number.
    Target,
}

/// A part of a card.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum CardPart {
    /// The title.
    Title,
    /// The line below.
    Subtitle,
    /// The picture's address.
    Image,
    /// What a tap opens.
    Link,
}

/// A part of a quick reply.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ReplyPart {
    /// What it sends.
    Kind,
    /// What it says.
    Title,
    /// What the webhook gets.
    Payload,
    /// The small picture's address.
    Image,
}

impl Place {
    /// The ID of its element.
    pub(crate) fn id(self) -> String {
        let name = match self {
            Self::Page => "page",
            Self::To => "to",
            Self::Why => "why",
            Self::ReplyTo => "reply-to",
            Self::Text => "text",
            Self::Media => "media",
            Self::Url => "url",
            Self::Action => "action",
            Self::Message => "message",
            Self::Emoji => "emoji",
            Self::Json => "json",
            Self::List(list) => return list.id(),
            Self::Button(owner, row, part) => {
                let part = match part {
                    ButtonPart::Kind => "kind",
                    ButtonPart::Title => "title",
                    ButtonPart::Target => "target",
                };
                return format!("{}-{part}", List::Buttons(owner).row_id(row));
            }
            Self::Card(row, part) => {
                let part = match part {
                    CardPart::Title => "title",
                    CardPart::Subtitle => "subtitle",
                    CardPart::Image => "image",
                    CardPart::Link => "link",
                };
                return format!("{}-{part}", List::Cards.row_id(row));
            }
            Self::Reply(row, part) => {
                let part = match part {
                    ReplyPart::Kind => "kind",
                    ReplyPart::Title => "title",
                    ReplyPart::Payload => "payload",
                    ReplyPart::Image => "image",
                };
                return format!("{}-{part}", List::Replies.row_id(row));
            }
        };
        format!("composer-{name}")
    }
}

impl List {
    /// The ID of the button that makes it longer.
    pub(crate) fn id(self) -> String {
        match self {
            Self::Buttons(None) => "composer-button".to_owned(),
            Self::Buttons(Some(card)) => format!("composer-card-{card}-button"),
            Self::Cards => "composer-card".to_owned(),
            Self::Replies => "composer-reply".to_owned(),
        }
    }

    pub(crate) fn row_id(self, row: u32) -> String {
        format!("{}-{row}", self.id())
    }

    /// The first field of a row.
    pub(crate) const fn first(self, row: u32) -> Place {
        match self {
            Self::Buttons(owner) => Place::Button(owner, row, ButtonPart::Title),
            Self::Cards => Place::Card(row, CardPart::Title),
            Self::Replies => Place::Reply(row, ReplyPart::Title),
        }
    }

    /// One of it.
    pub(crate) const fn one(self) -> &'static str {
        match self {
            Self::Buttons(_) => "Button",
            Self::Cards => "Card",
            Self::Replies => "Quick reply",
        }
    }
}
