//! The message as the customer's phone would show it. No picture is loaded: where it is from is told.

use graph_api::message::{
    Action, Body, Button, ButtonKind, Card, Media, Message, QuickReply, What,
};
use remote_view::el;

use super::form::media;
use super::parts::{hidden, parts_of};
use super::{Drawn, Sheet};

pub(super) fn preview(sheet: &Sheet<'_>) -> Drawn {
    let rows = match sheet.composer.sending(sheet.context).what {
        What::Message {
            message, reply_to, ..
        } => written(&message, &reply_to),
        What::Action(action) => acted(&action),
    };
    let name = match sheet.context.page_name.as_str() {
        "" => el("span").class("fr-phone__name").text("Your Page"),
        name => el("span").class("fr-phone__name").name(name),
    };
    let screen = el("div")
        .class("fr-phone__screen")
        .with(el("p").class("fr-phone__top").with(name))
        .with(
            el("ul")
                .class("fr-phone__thread")
                .attr("aria-labelledby", "composer-preview")
                .all(rows),
        );
    el("section")
        .class("fr-compose__part")
        .attr("aria-labelledby", "composer-preview")
        .with(
            el("h3")
                .class("fr-heading--small")
                .id("composer-preview")
                .text("In Messenger, roughly"),
        )
        .with(el("div").class("fr-phone fr-compose__phone").with(screen))
}

/// A text of the reader's; a word in its place while there is none.
fn words(element: Drawn, text: &str, empty: &str) -> Drawn {
    match text.is_empty() {
        true => element.with(el("span").class("fr-compose__empty").text(empty)),
        false => element.stranger(text),
    }
}

fn bubble() -> Drawn {
    el("li").class("fr-bubble fr-bubble--page")
}

fn written(message: &Message, reply_to: &str) -> Vec<Drawn> {
    let mut rows = Vec::new();
    if !reply_to.is_empty() {
        let line = el("li").class("fr-compose__reply").text("Reply to: ");
        rows.push(line.name(reply_to));
    }
    rows.push(match &message.body {
        Body::Text(text) => words(bubble(), text, "Your text"),
        Body::Media(media) => el("li").class("fr-compose__box").with(frame(media)),
        Body::Buttons { text, buttons } => el("li")
            .class("fr-compose__box")
            .with(words(el("p").class("fr-compose__said"), text, "Your text"))
            .maybe(all(buttons)),
        Body::Cards(cards) => el("li").class("fr-compose__strip").with(strip(cards)),
    });
    if !message.quick_replies.is_empty() {
        let chips = message.quick_replies.iter().map(chip);
        let chips = el("ul")
            .class("fr-quick")
            .attr("aria-label", "Quick replies")
            .all(chips);
        rows.push(el("li").with(chips));
    }
    rows
}

fn chip(reply: &QuickReply) -> Drawn {
    let chip = el("li").class("fr-quick__reply");
    match reply {
        QuickReply::PhoneNumber => chip.text("Their phone number"),
        QuickReply::Email => chip.text("Their email address"),
        QuickReply::Text {
            title, image_url, ..
        } => {
            let dot = (!image_url.is_empty()).then(|| el("span").class("fr-compose__dot"));
            words(chip.maybe(dot), title, "Title")
        }
    }
}

fn all(buttons: &[Button]) -> Option<Drawn> {
    let rows = buttons.iter().map(|button| {
        let mark = match button.kind {
            ButtonKind::Link => " (opens a page)",
            ButtonKind::Postback => "",
            ButtonKind::Call => " (calls)",
        };
        words(el("li").class("fr-compose__press"), &button.title, "Title").with(hidden(mark))
    });
    (!buttons.is_empty()).then(|| {
        el("ul")
            .class("fr-compose__presses")
            .attr("aria-label", "Buttons")
            .all(rows)
    })
}

fn strip(cards: &[Card]) -> Drawn {
    let cards = cards.iter().map(|card| {
        let picture = (!card.image_url.is_empty()).then(|| from(&card.image_url, "Picture"));
        let subtitle = (!card.subtitle.is_empty()).then(|| {
            el("p")
                .class("fr-compose__sub")
                .stranger(card.subtitle.as_str())
        });
        let host =
            parts_of(&card.link).map(|(host, _)| el("p").class("fr-compose__sub").name(host));
        let title = words(el("p").class("fr-compose__head"), &card.title, "Title");
        el("li")
            .class("fr-compose__box")
            .maybe(picture)
            .with(
                el("div")
                    .class("fr-compose__said")
                    .with(title)
                    .maybe(subtitle)
                    .maybe(host),
            )
            .maybe(all(&card.buttons))
    });
    el("ul")
        .class("fr-compose__cards")
        .attr("tabindex", "0")
        .attr("aria-label", "Cards")
        .all(cards)
}

fn frame(it: &Media) -> Drawn {
    from(&it.url, media(it.kind))
}

/// What stands where a file would be: its kind, its host, its name.
fn from(address: &str, kind: &str) -> Drawn {
    let frame = el("div")
        .class("fr-compose__frame")
        .with(el("span").class("fr-compose__kind").text(kind));
    let Some((host, name)) = parts_of(address) else {
        return frame.with(el("span").class("fr-compose__sub").text("No address yet"));
    };
    let name = (!name.is_empty()).then(|| el("span").name(name));
    frame
        .maybe(name)
        .with(el("span").class("fr-compose__sub").text("from ").name(host))
}

fn acted(action: &Action) -> Vec<Drawn> {
    let note = |words: &str| el("li").class("fr-thread__time").text(words);
    match action {
        Action::TypingOn => {
            let dots = (0..3).map(|_| el("span").class("fr-compose__typing-dot"));
            let typing = el("li")
                .class("fr-bubble fr-bubble--page fr-compose__typing")
                .all(dots)
                .with(hidden("The Page is typing"));
            vec![typing, note("For 20 seconds, or until a message")]
        }
        Action::TypingOff => vec![note("The dots go away")],
        Action::MarkSeen => vec![
            el("li").class("fr-bubble").text("Their newest message"),
            note("Seen"),
        ],
        Action::React { message, emoji } => {
            let emoji = words(el("li").class("fr-compose__emoji"), emoji, "…");
            vec![reacted(message), emoji]
        }
        Action::Unreact { message } => vec![reacted(message), note("Without the Page’s reaction")],
    }
}

fn reacted(message: &str) -> Drawn {
    let bubble = el("li").class("fr-bubble");
    match message.is_empty() {
        true => bubble.text("A message"),
        false => bubble.text("The message ").name(message),
    }
}
