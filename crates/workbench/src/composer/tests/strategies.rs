//! Random sends.

use graph_api::endpoints::send_message::{MessageTag, MessagingType};
use graph_api::message::{
    Action, Body, Button, ButtonKind, Card, Media, MediaKind, Message, QuickReply, Sending, What,
};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

/// A text that Graph takes.
fn text(longest: usize) -> impl Strategy<Value = String> {
    let characters = select(vec![
        'a', 'Z', '"', '\\', '\'', '%', '&', 'é', 'م', '日', '🌿', '\u{202e}', '{',
    ]);
    vec(characters, 1..=longest).prop_map(|it| it.into_iter().collect())
}

fn address() -> impl Strategy<Value = String> {
    "https?://[a-z]{1,9}\\.example(/[a-z0-9%._~-]{0,9}){0,3}(\\?[a-z]=[a-z&=#]{0,5})?"
}

fn button() -> impl Strategy<Value = Button> {
    let link = (Just(ButtonKind::Link), address().boxed());
    let postback = (Just(ButtonKind::Postback), text(1000).boxed());
    let call = (Just(ButtonKind::Call), "\\+[1-9][0-9]{6,13}".boxed());
    (text(20), prop_oneof![link, postback, call]).prop_map(|(title, (kind, target))| Button {
        kind,
        title,
        target,
    })
}

fn card() -> impl Strategy<Value = Card> {
    let buttons = vec(button(), 1..=3);
    let more = (maybe(text(80)), maybe(address()), maybe(address()));
    (text(80), more, buttons).prop_map(|(title, (subtitle, image_url, link), buttons)| Card {
        title,
        subtitle,
        image_url,
        link,
        buttons,
    })
}

fn maybe(text: impl Strategy<Value = String>) -> impl Strategy<Value = String> {
    proptest::option::of(text).prop_map(Option::unwrap_or_default)
}

fn body() -> impl Strategy<Value = Body> {
    let media = (select(MediaKind::ALL), address(), any::<bool>());
    let media = media.prop_map(|(kind, url, is_reusable)| {
        Body::Media(Media {
            kind,
            url,
            is_reusable,
        })
    });
    let buttons = (text(640), vec(button(), 1..=3));
    prop_oneof![
        text(2000).prop_map(Body::Text),
        media,
        buttons.prop_map(|(text, buttons)| Body::Buttons { text, buttons }),
        vec(card(), 1..=10).prop_map(Body::Cards),
    ]
}

fn quick_reply() -> impl Strategy<Value = QuickReply> {
    let written = (text(20), text(1000), maybe(address()));
    prop_oneof![
        written.prop_map(|(title, payload, image_url)| QuickReply::Text {
            title,
            payload,
            image_url
        }),
        Just(QuickReply::PhoneNumber),
        Just(QuickReply::Email),
    ]
}

fn kind() -> impl Strategy<Value = Option<MessagingType>> {
    select(vec![
        None,
        Some(MessagingType::Response),
        Some(MessagingType::Update),
        Some(MessagingType::Tagged(MessageTag::HumanAgent)),
        Some(MessagingType::Tagged(MessageTag::CustomerFeedback)),
    ])
}

fn action() -> impl Strategy<Value = Action> {
    let id = || "m_[A-Za-z0-9_-]{1,86}";
    prop_oneof![
        Just(Action::TypingOn),
        Just(Action::TypingOff),
        Just(Action::MarkSeen),
        (id(), select(vec!["🌿", "❤️", "👍🏽"])).prop_map(|(message, emoji)| Action::React {
            message,
            emoji: emoji.to_owned()
        }),
        id().prop_map(|message| Action::Unreact { message }),
    ]
}

/// A send that Graph takes.
pub(super) fn valid() -> impl Strategy<Value = Sending> {
    let message = (
        kind(),
        body(),
        vec(quick_reply(), 0..=13),
        maybe("m_[a-z0-9]{1,20}"),
    );
    let message = message.prop_map(|(kind, body, quick_replies, reply_to)| What::Message {
        kind,
        message: Message {
            body,
            quick_replies,
        },
        reply_to,
    });
    let what = prop_oneof![4 => message, 1 => action().prop_map(What::Action)];
    ("[1-9][0-9]{14,16}", what).prop_map(|(to, what)| Sending { to, what })
}

/// Any text at all, in the place of one that Graph takes.
pub(super) fn spoilt() -> impl Strategy<Value = Sending> {
    let awkward = select(corpora::texts());
    (valid(), awkward).prop_map(|(mut sending, text)| {
        if let What::Message { message, .. } = &mut sending.what {
            spoil(message, &text);
        }
        sending
    })
}

fn spoil(message: &mut Message, text: &str) {
    match &mut message.body {
        Body::Text(own) => text.clone_into(own),
        Body::Media(media) => text.trim().clone_into(&mut media.url),
        Body::Buttons { buttons, .. } => buttons.truncate(text.len() % 2),
        Body::Cards(cards) => {
            for card in cards {
                text.clone_into(&mut card.title);
            }
        }
    }
    for reply in &mut message.quick_replies {
        if let QuickReply::Text { payload, .. } = reply {
            text.clone_into(payload);
        }
    }
}
