//! From the fields to a send, and back.

use graph_api::message::{
    Action, Body, Button, ButtonKind, Card, Media, Message, QuickReply, Sending, What,
};
use remote_view::Field;

use super::draft::{ActionKind, ButtonDraft, CardDraft, Draft, Form, ReplyDraft, ReplyKind};
use super::rows::Rows;

fn field(text: &str) -> Field {
    let mut field = Field::default();
    if !text.is_empty() {
        field.set(text);
    }
    field
}

fn own(field: &Field) -> String {
    field.text().to_owned()
}

impl Draft {
    /// The send to this person.
    pub(crate) fn sending(&self, to: &str) -> Sending {
        let what = match self.form {
            Form::Action => What::Action(self.action()),
            _ => What::Message {
                kind: self.why,
                message: Message {
                    body: self.body(),
                    quick_replies: self.replies.iter().map(|(_, it)| it.read()).collect(),
                },
                reply_to: self.reply_to.text().trim().to_owned(),
            },
        };
        let to = to.to_owned();
        Sending { to, what }
    }

    fn body(&self) -> Body {
        match self.form {
            Form::Text | Form::Action => Body::Text(own(&self.text)),
            Form::File => Body::Media(Media {
                kind: self.media,
                url: self.url.text().trim().to_owned(),
                is_reusable: self.is_reusable,
            }),
            Form::Buttons => Body::Buttons {
                text: own(&self.text),
                buttons: read_buttons(&self.buttons),
            },
            Form::Cards => Body::Cards(self.cards.iter().map(|(_, it)| it.read()).collect()),
        }
    }

    fn action(&self) -> Action {
        let message = self.message.text().trim().to_owned();
        match self.action {
            ActionKind::TypingOn => Action::TypingOn,
            ActionKind::TypingOff => Action::TypingOff,
            ActionKind::MarkSeen => Action::MarkSeen,
            ActionKind::React => Action::React {
                message,
                emoji: self.emoji.text().trim().to_owned(),
            },
            ActionKind::Unreact => Action::Unreact { message },
        }
    }

    /// The fields that make this send.
    pub(crate) fn of(sending: &Sending) -> Self {
        let mut draft = Self {
            to: field(&sending.to),
            ..Self::default()
        };
        match &sending.what {
            What::Action(action) => draft.take_action(action),
            What::Message {
                kind,
                message,
                reply_to,
            } => {
                draft.why = *kind;
                draft.reply_to = field(reply_to);
                draft.take_body(&message.body);
                draft.replies = message.quick_replies.iter().map(ReplyDraft::of).collect();
            }
        }
        draft.clean();
        draft
    }

    fn take_action(&mut self, action: &Action) {
        self.form = Form::Action;
        let mut all = ActionKind::ALL.into_iter();
        self.action = all
            .find(|it| it.word() == action.word())
            .unwrap_or_default();
        match action {
            Action::React { message, emoji } => {
                self.message = field(message);
                self.emoji = field(emoji);
            }
            Action::Unreact { message } => self.message = field(message),
            _ => {}
        }
    }

    fn take_body(&mut self, body: &Body) {
        match body {
            Body::Text(text) => {
                self.form = Form::Text;
                self.text = field(text);
            }
            Body::Media(media) => {
                self.form = Form::File;
                self.media = media.kind;
                self.url = field(&media.url);
                self.is_reusable = media.is_reusable;
            }
            Body::Buttons { text, buttons } => {
                self.form = Form::Buttons;
                self.text = field(text);
                self.buttons = buttons.iter().map(ButtonDraft::of).collect();
            }
            Body::Cards(cards) => {
                self.form = Form::Cards;
                self.cards = cards.iter().map(CardDraft::of).collect();
            }
        }
    }
}

fn read_buttons(buttons: &Rows<ButtonDraft>) -> Vec<Button> {
    buttons.iter().map(|(_, it)| it.read()).collect()
}

impl ButtonDraft {
    fn read(&self) -> Button {
        // A payload is the developer's own; an address or a number has no spaces around it.
        let target = self.target.text();
        let target = match self.kind {
            ButtonKind::Postback => target,
            ButtonKind::Link | ButtonKind::Call => target.trim(),
        };
        Button {
            kind: self.kind,
            title: own(&self.title),
            target: target.to_owned(),
        }
    }

    fn of(button: &Button) -> Self {
        Self {
            kind: button.kind,
            title: field(&button.title),
            target: field(&button.target),
        }
    }
}

impl CardDraft {
    fn read(&self) -> Card {
        Card {
            title: own(&self.title),
            subtitle: own(&self.subtitle),
            image_url: self.image.text().trim().to_owned(),
            link: self.link.text().trim().to_owned(),
            buttons: read_buttons(&self.buttons),
        }
    }

    fn of(card: &Card) -> Self {
        Self {
            title: field(&card.title),
            subtitle: field(&card.subtitle),
            image: field(&card.image_url),
            link: field(&card.link),
            buttons: card.buttons.iter().map(ButtonDraft::of).collect(),
        }
    }
}

impl ReplyDraft {
    fn read(&self) -> QuickReply {
        match self.kind {
            ReplyKind::PhoneNumber => QuickReply::PhoneNumber,
            ReplyKind::Email => QuickReply::Email,
            ReplyKind::Text => QuickReply::Text {
                title: own(&self.title),
                payload: own(&self.payload),
                image_url: self.image.text().trim().to_owned(),
            },
        }
    }

    fn of(reply: &QuickReply) -> Self {
        match reply {
            QuickReply::PhoneNumber => Self {
                kind: ReplyKind::PhoneNumber,
                ..Self::default()
            },
            QuickReply::Email => Self {
                kind: ReplyKind::Email,
                ..Self::default()
            },
            QuickReply::Text {
                title,
                payload,
                image_url,
            } => Self {
                kind: ReplyKind::Text,
                title: field(title),
                payload: field(payload),
                image: field(image_url),
            },
        }
    }
}
