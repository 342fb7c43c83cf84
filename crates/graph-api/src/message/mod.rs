//! What can be sent with `POST /{page-id}/messages`, beyond the text of a first reply.
//!
//! What the composer makes, and what the emulator knows a message by. Texts are raw: what Graph would
//! refuse can be written down, so that it can be shown and mended. [`limits`] says what Graph allows.
//! The page sends by [`SendMessage`](crate::endpoints::send_message::SendMessage), and uses none of
//! this.

pub mod limits;
mod read;
mod reading;
mod sending;
mod write;

pub use reading::{Read, Unreadable};
pub use sending::{Action, Sending, What};

/// A message of a Page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// What it says or shows.
    pub body: Body,
    /// Buttons below the newest message; pressed, they are the customer's answer.
    pub quick_replies: Vec<QuickReply>,
}

/// What a message says or shows: Graph takes one of them (100/2018018).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Body {
    /// A text.
    Text(String),
    /// A file that Meta fetches from an address.
    Media(Media),
    /// The button template: a text with buttons that stay.
    Buttons {
        /// The text above them.
        text: String,
        /// One to three.
        buttons: Vec<Button>,
    },
    /// The generic template: cards side by side.
    Cards(Vec<Card>),
}

/// A file that Meta fetches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Media {
    /// How Messenger shows it.
    pub kind: MediaKind,
    /// Where it is.
    pub url: String,
    /// Whether Graph gives an ID, to send it again by.
    pub is_reusable: bool,
}

/// A button below a message until the next one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum QuickReply {
    /// Answers with its title.
    Text {
        /// What the customer sees and sends.
        title: String,
        /// What the webhook gets besides.
        payload: String,
        /// A small picture beside the title; empty for none.
        image_url: String,
    },
    /// Offers the customer's own phone number.
    PhoneNumber,
    /// Offers the customer's own email address.
    Email,
}

/// A card of the generic template.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Card {
    /// Its title.
    pub title: String,
    /// A line below it; empty for none.
    pub subtitle: String,
    /// The picture above it; empty for none.
    pub image_url: String,
    /// What a tap on the card opens; empty for nothing.
    pub link: String,
    /// At most three.
    pub buttons: Vec<Button>,
}

/// A button of a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Button {
    /// What it does.
    pub kind: ButtonKind,
    /// What it says.
    pub title: String,
    /// The address, the payload or the phone number.
    pub target: String,
}

/// Makes an enum of what Graph knows by a word.
macro_rules! words {
    ($($(#[$doc:meta])* $name:ident { $($(#[$item_doc:meta])* $item:ident: $word:literal,)* })*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum $name {
            $($(#[$item_doc])* $item,)*
        }

        impl $name {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$item),*];

            /// As Graph spells it.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$item => $word,)*
                }
            }

            /// The one that Graph spells so; capitals do not matter.
            #[must_use]
            pub fn of(word: &str) -> Option<Self> {
                let mut all = Self::ALL.iter().copied();
                all.find(|it| it.as_str().eq_ignore_ascii_case(word))
            }
        }
    )*};
}

words! {
    /// How Messenger shows a file.
    MediaKind {
        /// A picture.
        Image: "image",
        /// A sound.
        Audio: "audio",
        /// A film.
        Video: "video",
        /// Anything, by its name.
        File: "file",
    }

    /// What a button of a template does.
    ButtonKind {
        /// Opens a page.
        Link: "web_url",
        /// Tells the webhook.
        Postback: "postback",
        /// Dials a number.
        Call: "phone_number",
    }
}

impl ButtonKind {
    /// The key that its target goes by.
    #[must_use]
    pub const fn target_key(self) -> &'static str {
        match self {
            Self::Link => "url",
            Self::Postback | Self::Call => "payload",
        }
    }
}
