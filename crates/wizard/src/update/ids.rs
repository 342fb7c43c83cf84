//! Get the IDs, and read what hangs on them.

use graph_api::endpoints::list_conversations::ConversationRow;
use graph_api::endpoints::list_pages::PageRow;
use graph_api::endpoints::{GetConversation, ListConversations, ListPages};
use graph_api::{AccessToken, ConversationId, Cursor, PageAccessToken, PageId};

use super::Question;
use crate::effect::Focus;
use crate::model::{Model, Page, Person};
use crate::remote::{Phase, Remote, Slot};
use crate::step::Step;

impl Page {
    pub(crate) fn of(row: &PageRow) -> Self {
        Self {
            id: row.id.clone(),
            name: row.title().to_owned(),
        }
    }
}

impl Model {
    /// Reads a list or a thread from its start.
    pub(crate) fn read(&mut self, slot: Slot) {
        match slot {
            Slot::Pages => self.read_pages(None),
            Slot::Conversations if self.step == Step::Start => self.watch(),
            Slot::Conversations => self.read_conversations(None),
            Slot::Messages => self.read_messages(),
            Slot::Me | Slot::TokenFacts | Slot::Permissions => match self.connect.pasted.clone() {
                Some(_) => self.look_again(),
                None => self.look_at_held_token(),
            },
            Slot::Send | Slot::Exchange => {}
        }
    }

    fn look_again(&mut self) {
        if let Some(token) = self.connect.pasted.clone() {
            self.look_at(token);
        }
    }

    /// Reads the next part of a list, if there is one and it is not being read.
    pub(crate) fn read_more(&mut self, slot: Slot) {
        let after = match slot {
            Slot::Pages => self
                .pages
                .value
                .as_ref()
                .and_then(|list| list.after.clone()),
            Slot::Conversations => {
                let list = self.conversations.value.as_ref();
                list.and_then(|list| list.after.clone())
            }
            _ => None,
        };
        match after {
            Some(after) if !self.is_waiting(slot) && slot == Slot::Pages => {
                self.read_pages(Some(after));
            }
            Some(after) if !self.is_waiting(slot) => self.read_conversations(Some(after)),
            _ => {}
        }
    }

    fn read_pages(&mut self, after: Option<Cursor>) {
        if let Some(token) = self.held.user_token.clone() {
            self.ask(Question::Pages(ListPages { after }), token.into());
        }
    }

    fn read_conversations(&mut self, after: Option<Cursor>) {
        if let Some((question, token)) = self.conversations_question(after) {
            self.ask(Question::Conversations(question), token);
        }
    }

    /// What reads the conversations of the chosen Page.
    pub(crate) fn conversations_question(
        &self,
        after: Option<Cursor>,
    ) -> Option<(ListConversations, AccessToken)> {
        let question = ListConversations {
            page: self.held.page.as_ref()?.id.clone(),
            with: None,
            after,
        };
        Some((question, self.held.page_token.clone()?.into()))
    }

    fn read_messages(&mut self) {
        if let Some((question, token)) = self.messages_question() {
            self.ask(Question::Messages(question), token);
        }
    }

    /// What reads the messages of the chosen conversation.
    pub(crate) fn messages_question(&self) -> Option<(GetConversation, AccessToken)> {
        let conversation = self.held.conversation.clone()?;
        let token = self.held.page_token.clone()?;
        Some((GetConversation { conversation }, token.into()))
    }

    /// After a reload: the Pages, if they were listed, and the conversations of the one taken.
    pub(crate) fn read_ids_again(&mut self) {
        if self.held.page.is_some() || self.pages.phase != Phase::Idle {
            self.read_pages(None);
        }
        self.read_conversations(None);
    }

    /// Marks a Page.
    pub(crate) fn pick_page(&mut self, page: PageId) {
        self.picked_page = Some(page);
        self.nothing_picked = false;
    }

    /// Takes the marked Page, with its token, and asks for its conversations.
    pub(crate) fn take_page(&mut self) {
        self.shortcut.wants_page = false;
        let mut rows = self.pages.value.iter().flat_map(|list| &list.rows);
        let row = rows.find(|row| Some(&row.id) == self.picked_page.as_ref());
        let Some((row, token)) = row.and_then(|row| Some((row, row.access_token.clone()?))) else {
            self.nothing_picked = true;
            return self.focus(Focus::Alert);
        };
        let page = Page::of(row);
        self.nothing_picked = false;
        self.hold_page(page, token);
        // At step 1 the page waits for a message of theirs.
        self.read(Slot::Conversations);
    }

    /// Holds a Page of the list, with its token.
    pub(crate) fn hold_page(&mut self, page: Page, token: PageAccessToken) {
        let held = self.held.page.as_ref();
        if held.is_none_or(|held| held.id != page.id) {
            self.drop_choice_of_page();
        }
        self.held.page = Some(page);
        self.held.page_token = Some(token);
    }

    /// Back to the list of Pages; what belonged to the Page goes.
    pub(crate) fn drop_page(&mut self) {
        if self.held.user_token.is_none() {
            return;
        }
        self.drop_reads();
        self.drop_choice_of_page();
        self.focus(Focus::Heading);
    }

    /// What belonged to another Page.
    pub(crate) fn drop_choice_of_page(&mut self) {
        self.held.page = None;
        self.held.page_token = None;
        self.drop_conversations();
    }

    /// The list is to be asked for anew.
    pub(crate) fn drop_conversations(&mut self) {
        self.nothing_picked = false;
        self.shortcut.hurdle = None;
        self.conversations = Remote::default();
        self.bench.conversations.clear();
        self.people_filter.clear();
        self.drop_choice_of_conversation();
    }

    fn drop_choice_of_conversation(&mut self) {
        self.held.person = None;
        self.held.conversation = None;
        self.held.sent = None;
        self.messages = Remote::default();
        self.leave_send();
    }

    /// Marks a conversation; the customer's PSID comes with it.
    pub(crate) fn pick_conversation(&mut self, id: &ConversationId) {
        let Some(page) = self.held.page.clone() else {
            return;
        };
        let is_it = |row: &&ConversationRow| row.id == *id;
        let in_it = |row: &ConversationRow| {
            let customer = row.customer(&page.id)?;
            Some(Person {
                psid: customer.id.clone().into_psid(),
                name: customer.name.clone(),
            })
        };
        let Some(person) = self.known_conversations().filter(is_it).find_map(in_it) else {
            return;
        };
        self.hold_conversation(id, person);
        self.nothing_picked = false;
    }

    /// Holds a conversation and the customer in it.
    pub(crate) fn hold_conversation(&mut self, id: &ConversationId, person: Person) {
        if self.held.conversation.as_ref() != Some(id) {
            self.drop_choice_of_conversation();
        }
        self.held.person = Some(person);
        if self.held.conversation.replace(id.clone()).as_ref() != Some(id) {
            self.face_doubt();
        }
    }

    /// Goes on with the marked conversation.
    pub(crate) fn take_conversation(&mut self) {
        if self.held.conversation.is_none() {
            self.nothing_picked = true;
            return self.focus(Focus::Alert);
        }
        self.go(Step::Read);
    }

    /// The only Page that can be taken is marked by itself, unless another one is.
    pub(crate) fn mark_only_page(&mut self) {
        let Some(list) = &self.pages.value else {
            return;
        };
        // A Page that the explorer told of need not be in the list.
        let may_come =
            |page: &PageId| list.after.is_some() || list.rows.iter().any(|row| row.id == *page);
        let is_marked = self.picked_page.as_ref().is_some_and(may_come);
        let mut usable = list.rows.iter().filter(|row| row.access_token.is_some());
        if let (Some(only), None, false) = (usable.next(), usable.next(), is_marked) {
            self.pick_page(only.id.clone());
        }
    }
}
