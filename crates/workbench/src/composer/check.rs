//! What Graph would refuse, before it does.

mod found;

use graph_api::message::ButtonKind;
use graph_api::message::limits::{
    BUTTON_TEXT_LIMIT, BUTTON_TITLE_LIMIT, BUTTONS_LIMIT, CARD_SUBTITLE_LIMIT, CARD_TITLE_LIMIT,
    CARDS_LIMIT, PAYLOAD_LIMIT, QUICK_REPLIES_LIMIT, QUICK_REPLY_TITLE_LIMIT, TEXT_LIMIT,
    is_phone_number,
};
use graph_api::{PageId, Psid};

use super::Context;
use super::draft::{ActionKind, ButtonDraft, CardDraft, Draft, Form, ReplyDraft, ReplyKind};
use super::place::{ButtonPart, CardPart, List, Owner, Place, ReplyPart};
use super::rows::Rows;

use found::Found;
pub(crate) use found::{Length, count};

/// Something that may go wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Problem {
    /// Where.
    pub(crate) place: Place,
    /// What.
    pub(crate) words: String,
    /// How sure that is.
    pub(crate) weight: Weight,
}

/// How sure a problem is, and when it is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Weight {
    /// Not known for certain: told at once, and bars nothing.
    Doubt,
    /// Graph refuses it: told at once.
    Refused,
    /// Graph refuses it, but it may yet be typed: told once the reader wants to go on.
    Missing,
}

impl Weight {
    pub(crate) const fn is_certain(self) -> bool {
        !matches!(self, Self::Doubt)
    }
}

/// The problems, in the order of the fields.
pub(crate) fn problems(draft: &Draft, context: &Context) -> Vec<Problem> {
    let mut found = Found(Vec::new());
    for place in &draft.secrets {
        let words = "A token was taken out. The page puts it in when it sends.";
        found.add(*place, words, Weight::Doubt);
    }
    found.addressed(draft, context);
    match draft.form {
        Form::Text => {
            found.text(Place::Text, &draft.text, "the text", TEXT_LIMIT);
        }
        Form::File => {
            let what = "the file’s address";
            found.address(Place::Url, &draft.url, what, true);
        }
        Form::Buttons => {
            found.text(Place::Text, &draft.text, "the text", BUTTON_TEXT_LIMIT);
            found.buttons(None, &draft.buttons);
            if draft.buttons.len() == 0 {
                let words = "A button template needs a button.";
                found.add(Place::List(List::Buttons(None)), words, Weight::Refused);
            }
        }
        Form::Cards => {
            for (row, card) in draft.cards.iter() {
                found.card(row, card);
            }
            let list = Place::List(List::Cards);
            found.most(list, draft.cards.len(), CARDS_LIMIT, "cards");
            if draft.cards.len() == 0 {
                found.add(list, "A generic template needs a card.", Weight::Refused);
            }
        }
        Form::Action => found.action(draft),
    }
    if draft.form != Form::Action {
        for (row, reply) in draft.replies.iter() {
            found.reply(row, reply);
        }
        let list = Place::List(List::Replies);
        let many = draft.replies.len();
        found.most(list, many, QUICK_REPLIES_LIMIT, "quick replies");
    }
    found.0
}

impl Found {
    fn addressed(&mut self, draft: &Draft, context: &Context) {
        let page = draft.page.text().trim();
        if !matches!(page, "" | "me") && PageId::parse(page).is_err() {
            let words = "A Page’s ID is digits only; me stands for the token’s own Page.";
            self.add(Place::Page, words, Weight::Refused);
        }
        let to = draft.to.text().trim();
        if to.is_empty() && context.psid.is_none() {
            self.add(Place::To, "Write the recipient’s PSID.", Weight::Missing);
        } else if !to.is_empty() && Psid::parse(to).is_err() {
            self.add(Place::To, "A PSID is digits only.", Weight::Refused);
        }
        if draft.form == Form::Action {
            return;
        }
        if draft.why.is_none() {
            let words =
                "Meta documents messaging_type as required. Graph has been seen to do without.";
            self.add(Place::Why, words, Weight::Doubt);
        }
        self.message_id(Place::ReplyTo, &draft.reply_to);
    }

    fn buttons(&mut self, owner: Owner, buttons: &Rows<ButtonDraft>) {
        for (row, button) in buttons.iter() {
            self.button(owner, row, button);
        }
        let list = Place::List(List::Buttons(owner));
        self.most(list, buttons.len(), BUTTONS_LIMIT, "buttons");
    }

    fn button(&mut self, owner: Owner, row: u32, button: &ButtonDraft) {
        let title = Place::Button(owner, row, ButtonPart::Title);
        if !self.missing(title, &button.title, "what the button says") {
            self.within_advice(title, button.title.text(), BUTTON_TITLE_LIMIT);
        }
        let target = Place::Button(owner, row, ButtonPart::Target);
        match button.kind {
            ButtonKind::Link => {
                self.address(target, &button.target, "the address to open", true);
            }
            ButtonKind::Postback => {
                if !self.missing(target, &button.target, "the payload for the webhook") {
                    self.within(target, button.target.text(), PAYLOAD_LIMIT);
                }
            }
            ButtonKind::Call => {
                let text = button.target.text().trim();
                if text.is_empty() {
                    self.add(target, "Write the phone number.", Weight::Missing);
                } else if !is_phone_number(text) {
                    let words =
                        "Meta asks for + with country code and number, digits only: +15105550123.";
                    self.add(target, words, Weight::Doubt);
                }
            }
        }
    }

    fn card(&mut self, row: u32, card: &CardDraft) {
        let place = |part| Place::Card(row, part);
        let title = place(CardPart::Title);
        if !self.missing(title, &card.title, "the card’s title") {
            self.within_advice(title, card.title.text(), CARD_TITLE_LIMIT);
            let has_more = !card.subtitle.text().is_empty()
                || !card.image.text().trim().is_empty()
                || card.buttons.len() > 0;
            if !has_more {
                let words = "A title alone is refused: add a subtitle, a picture or a button.";
                self.add(title, words, Weight::Missing);
            }
        }
        let subtitle = card.subtitle.text();
        self.within_advice(place(CardPart::Subtitle), subtitle, CARD_SUBTITLE_LIMIT);
        self.address(place(CardPart::Image), &card.image, "", false);
        self.address(place(CardPart::Link), &card.link, "", false);
        self.buttons(Some(row), &card.buttons);
    }

    fn reply(&mut self, row: u32, reply: &ReplyDraft) {
        if reply.kind != ReplyKind::Text {
            return;
        }
        let place = |part| Place::Reply(row, part);
        // With a picture, the title and the payload may be empty.
        let has_picture = !reply.image.text().trim().is_empty();
        let title = place(ReplyPart::Title);
        if has_picture || !self.missing(title, &reply.title, "what the quick reply says") {
            self.within(title, reply.title.text(), QUICK_REPLY_TITLE_LIMIT);
        }
        let payload = place(ReplyPart::Payload);
        if has_picture || !self.missing(payload, &reply.payload, "the payload for the webhook") {
            self.within(payload, reply.payload.text(), PAYLOAD_LIMIT);
        }
        self.address(place(ReplyPart::Image), &reply.image, "", false);
    }

    fn action(&mut self, draft: &Draft) {
        if matches!(draft.action, ActionKind::React | ActionKind::Unreact) {
            if draft.message.text().trim().is_empty() {
                let words = "Write the ID of the message.";
                self.add(Place::Message, words, Weight::Missing);
            }
            self.message_id(Place::Message, &draft.message);
        }
        if draft.action == ActionKind::React {
            let emoji = draft.emoji.text().trim();
            if emoji.is_empty() {
                self.add(Place::Emoji, "Choose an emoji.", Weight::Missing);
            } else if emoji.chars().any(|c| c.is_ascii_alphabetic()) {
                let words = "Meta asks for one emoji.";
                self.add(Place::Emoji, words, Weight::Doubt);
            }
        }
    }
}
