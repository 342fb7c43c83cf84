//! The webhook shortcut: a notification is read, and the person's conversation is looked up.

use graph_api::endpoints::ListConversations;
use graph_api::endpoints::list_conversations::ConversationRow;
use graph_api::{Endpoint as _, Listing, PageAccessToken};
use handbook::{Hurdle, Notified, Pasted};
use std::sync::Arc;

use super::Question;
use crate::effect::{Effect, Focus};
use crate::event::{FieldId, Text};
use crate::model::{Model, Page, Person};
use crate::remote::{Failure, Phase, Slot};
use crate::shortcut::{Sender, Shortcut};
use crate::step::Step;

impl Model {
    /// Another text: what was read of the old one is void.
    pub(crate) fn type_notification(&mut self, draft: Text) {
        self.shortcut = Shortcut {
            draft,
            is_open: true,
            ..Shortcut::default()
        };
    }

    /// Practice: what a webhook would have got for the customer's newest message.
    pub(crate) fn take_sample(&mut self) {
        let phone = self.practice.phone.as_ref();
        if let Some(sample) = phone.and_then(|phone| phone.notification.clone()) {
            self.type_notification(Text(sample));
            self.focus(Focus::Field(FieldId::Notification));
        }
    }

    /// The handbook reads what was pasted.
    pub(crate) fn read_notification(&mut self) {
        self.type_notification(self.shortcut.draft.clone());
        let text = self.shortcut.draft.0.clone();
        if text.trim().is_empty() {
            self.shortcut.is_empty = true;
            return self.focus(Focus::Alert);
        }
        let ticket = self.next_ticket().0;
        self.shortcut.ticket = Some(ticket);
        self.tell(Effect::LookUp {
            ticket,
            question: handbook::Question::Notification(Pasted(text)),
        });
    }

    /// The handbook has read it. The only person is marked by itself.
    pub(crate) fn take_reading(&mut self, ticket: u32, reading: Arc<Notified>) {
        let shortcut = &mut self.shortcut;
        if shortcut.ticket != Some(ticket) {
            return;
        }
        shortcut.ticket = None;
        if let [only] = &*reading.people {
            shortcut.picked = Some(Sender {
                page: only.page.clone(),
                psid: only.psid.clone(),
            });
        }
        shortcut.reading = Some(reading);
        self.focus(Focus::Found);
    }

    /// The text stays.
    pub(crate) fn cancel_reading(&mut self) {
        self.shortcut.ticket = None;
        self.focus(Focus::Field(FieldId::Notification));
    }

    /// The handbook did not come.
    pub(crate) fn miss_reading(&mut self) {
        if self.shortcut.ticket.take().is_some() {
            self.shortcut.is_unread = true;
            self.focus(Focus::Found);
        }
    }

    pub(crate) fn pick_sender(&mut self, sender: Sender) {
        self.shortcut.picked = Some(sender);
        self.shortcut.is_unmarked = false;
        self.shortcut.hurdle = None;
        self.shortcut.wants_page = false;
    }

    /// Looks the marked person's conversation up, with the token of the Page they wrote to.
    pub(crate) fn take_sender(&mut self) {
        self.shortcut.hurdle = None;
        let Some(sender) = self.shortcut.picked.clone() else {
            self.shortcut.is_unmarked = true;
            return self.focus(Focus::Alert);
        };
        let held = &self.held;
        match (&held.page, &held.page_token, &held.user_token) {
            (Some(page), Some(token), _) if page.id == sender.page => {
                let token = token.clone();
                self.find_conversation(sender, token);
            }
            (_, Some(_), None) => self.meet(Hurdle::OtherToken),
            (Some(_), Some(_), _) => self.meet(Hurdle::OtherPage),
            _ => self.take_sender_page(),
        }
    }

    /// Takes the Page that the marked person wrote to, once the list of Pages has it.
    pub(crate) fn take_sender_page(&mut self) {
        let Some(sender) = self.shortcut.picked.clone() else {
            return;
        };
        let list = self.pages.value.as_ref();
        let mut rows = list.into_iter().flat_map(|list| &list.rows);
        let Some(row) = rows.find(|row| row.id == sender.page) else {
            let more = list.map(|list| list.after.is_some());
            self.shortcut.wants_page = more != Some(false);
            return match more {
                None => self.read(Slot::Pages),
                Some(true) => self.read_more(Slot::Pages),
                Some(false) => self.meet(Hurdle::NotShared),
            };
        };
        let token = row.access_token.clone();
        match token.filter(|_| row.allows(ListConversations::SPEC.tasks)) {
            Some(token) => {
                let page = Page::of(row);
                self.hold_page(page, token.clone());
                self.find_conversation(sender, token);
            }
            None => self.meet(Hurdle::Barred),
        }
    }

    /// The Pages were read; if it was for the marked person, the way goes on.
    pub(crate) fn goes_on_to_sender(&mut self) -> bool {
        let is_wanted = std::mem::take(&mut self.shortcut.wants_page);
        let goes_on = is_wanted && self.pages.phase == Phase::Ready;
        if goes_on {
            self.take_sender_page();
        }
        goes_on
    }

    fn meet(&mut self, hurdle: Hurdle) {
        self.shortcut.hurdle = Some(hurdle);
        self.focus(Focus::Found);
    }

    fn find_conversation(&mut self, sender: Sender, token: PageAccessToken) {
        let question = ListConversations {
            page: sender.page,
            with: Some(sender.psid),
            after: None,
        };
        self.ask(Question::Conversations(question), token.into());
    }

    /// Graph has told the conversation with one person: it is taken, and read at the next step.
    pub(crate) fn settle_sender(
        &mut self,
        sender: Sender,
        answer: Result<Listing<ConversationRow>, Failure>,
    ) {
        // What was listed before stands.
        self.conversations.cancel();
        let part = match answer {
            Ok(part) => part,
            Err(failure) => {
                self.conversations.phase = Phase::Failed(failure);
                return self.focus(Focus::Failure);
            }
        };
        let Sender { page, psid } = sender;
        let mut rows = part.rows;
        let fits = |row: &ConversationRow| match row.customer(&page) {
            Some(customer) => customer.id.as_str() == psid.as_str(),
            None => true,
        };
        let Some(at) = rows.iter().position(fits) else {
            return self.meet(Hurdle::NoConversation);
        };
        let row = rows.swap_remove(at);
        let customer = row.customer(&page);
        let name = customer.and_then(|customer| customer.name.clone());
        self.hold_conversation(&row.id, Person { psid, name });
        let list = self.conversations.value.get_or_insert_default();
        if list.rows.iter().all(|known| known.id != row.id) {
            list.rows.insert(0, row);
        }
        self.conversations.phase = Phase::Ready;
        self.shortcut = Shortcut::default();
        self.go(Step::Read);
    }
}
