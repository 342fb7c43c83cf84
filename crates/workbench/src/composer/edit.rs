//! Editing: what was typed or chosen goes where it belongs, and lists change.

use graph_api::message::{ButtonKind, MediaKind};
use interchange::looks_like_token;

use super::draft::{
    ActionKind, ButtonDraft, CardDraft, Draft, REASONS, ReplyDraft, ReplyKind, reason_word,
};
use super::place::{ButtonPart, CardPart, List, Owner, Place, ReplyPart};
use super::rows::Rows;

impl Draft {
    /// Puts what was typed or chosen where it belongs.
    pub(crate) fn put(&mut self, place: Place, value: String) {
        match place {
            Place::Page => self.page.typed(value),
            Place::To => self.to.typed(value),
            Place::ReplyTo => self.reply_to.typed(value),
            Place::Text => self.text.typed(value),
            Place::Url => self.url.typed(value),
            Place::Message => self.message.typed(value),
            Place::Emoji => self.emoji.typed(value),
            Place::Why => {
                let mut reasons = REASONS.into_iter();
                let reason = reasons.find(|it| reason_word(*it) == value);
                self.why = reason.unwrap_or(self.why);
            }
            Place::Media => self.media = MediaKind::of(&value).unwrap_or(self.media),
            Place::Action => {
                let mut all = ActionKind::ALL.into_iter();
                self.action = all.find(|it| it.word() == value).unwrap_or(self.action);
            }
            Place::Button(owner, row, part) => {
                let buttons = self.buttons_mut(owner);
                if let Some(button) = buttons.and_then(|it| it.get_mut(row)) {
                    button.put(part, value);
                }
            }
            Place::Card(row, part) => {
                if let Some(card) = self.cards.get_mut(row) {
                    card.put(part, value);
                }
            }
            Place::Reply(row, part) => {
                if let Some(reply) = self.replies.get_mut(row) {
                    reply.put(part, value);
                }
            }
            Place::Json | Place::List(_) => {}
        }
        self.clean();
    }

    /// Takes a token out of where an ID belongs: it is in no field of the worker's from then on.
    /// An empty field means the guide's ID, so this is told until something else stands there.
    pub(crate) fn clean(&mut self) {
        let ids = [
            (Place::Page, &mut self.page),
            (Place::To, &mut self.to),
            (Place::ReplyTo, &mut self.reply_to),
            (Place::Message, &mut self.message),
        ];
        for (place, field) in ids {
            if looks_like_token(field.text()) {
                field.set("");
                if !self.secrets.contains(&place) {
                    self.secrets.push(place);
                }
            } else if !field.text().trim().is_empty() {
                self.secrets.retain(|it| *it != place);
            }
        }
    }

    fn buttons_mut(&mut self, owner: Owner) -> Option<&mut Rows<ButtonDraft>> {
        match owner {
            None => Some(&mut self.buttons),
            Some(card) => self.cards.get_mut(card).map(|it| &mut it.buttons),
        }
    }

    /// Makes a list longer, and gives the number of the new row.
    pub(crate) fn add(&mut self, list: List) -> Option<u32> {
        Some(match list {
            List::Buttons(owner) => self.buttons_mut(owner)?.add(ButtonDraft::default()),
            List::Cards => self.cards.add(CardDraft::default()),
            List::Replies => self.replies.add(ReplyDraft::default()),
        })
    }

    pub(crate) fn remove(&mut self, list: List, row: u32) {
        match list {
            List::Buttons(owner) => {
                if let Some(buttons) = self.buttons_mut(owner) {
                    buttons.remove(row);
                }
            }
            List::Cards => self.cards.remove(row),
            List::Replies => self.replies.remove(row),
        }
    }

    /// Moves a row, and gives its place now, counted from 1; none when it cannot go there.
    pub(crate) fn shift(&mut self, list: List, row: u32, is_up: bool) -> Option<usize> {
        match list {
            List::Buttons(owner) => self.buttons_mut(owner)?.shift(row, is_up),
            List::Cards => self.cards.shift(row, is_up),
            List::Replies => self.replies.shift(row, is_up),
        }
    }
}

impl ButtonDraft {
    fn put(&mut self, part: ButtonPart, value: String) {
        match part {
            ButtonPart::Kind => self.kind = ButtonKind::of(&value).unwrap_or(self.kind),
            ButtonPart::Title => self.title.typed(value),
            ButtonPart::Target => self.target.typed(value),
        }
    }
}

impl CardDraft {
    fn put(&mut self, part: CardPart, value: String) {
        match part {
            CardPart::Title => self.title.typed(value),
            CardPart::Subtitle => self.subtitle.typed(value),
            CardPart::Image => self.image.typed(value),
            CardPart::Link => self.link.typed(value),
        }
    }
}

impl ReplyDraft {
    fn put(&mut self, part: ReplyPart, value: String) {
        match part {
            ReplyPart::Kind => {
                let mut all = ReplyKind::ALL.into_iter();
                self.kind = all.find(|it| it.word() == value).unwrap_or(self.kind);
            }
            ReplyPart::Title => self.title.typed(value),
            ReplyPart::Payload => self.payload.typed(value),
            ReplyPart::Image => self.image.typed(value),
        }
    }
}
