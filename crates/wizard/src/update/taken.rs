//! IDs that the guide takes from answers to the explorer.
//!
//! What such an answer tells is kept apart from the guide's own lists: it may be a part of them, in
//! another order, or with fewer fields.

use graph_api::endpoints::list_conversations::ConversationRow;
use graph_api::endpoints::list_pages::PageRow;
use graph_api::endpoints::{ListConversations, ListPages};
use graph_api::{ConversationId, Endpoint as _, HttpResponse, Method, PageId, Psid};
use workbench::IdKind;

use crate::bench::Explored;
use crate::model::{Model, Page};
use crate::remote::Slot;
use crate::step::Step;

/// The largest answer that is read along, in bytes: reading holds the page up. Of a larger one the
/// guide asks for what it needs.
pub(super) const READ_ALONG: usize = 200_000;

impl Model {
    /// Reads an answer to the explorer: Pages, or conversations of the guide's Page.
    pub(crate) fn learn_explored(&mut self, explored: &Explored, response: &HttpResponse) {
        let Explored { call, page, .. } = explored;
        if call.spec.method != Method::Get || response.body.len() > READ_ALONG {
            return;
        }
        // Graph takes an ID for `me`, and the tutorial has it clicked.
        let mut path = call.path.split('/').skip(1);
        let (Some(owner), Some(edge), None) = (path.next(), path.next(), path.next()) else {
            return;
        };
        let held = self.held.page.as_ref().map(|page| &page.id);
        let page = page
            .as_ref()
            .filter(|page| held == Some(page) && (owner == "me" || owner == page.as_str()));
        if edge == "accounts" {
            if let Ok(list) = ListPages::default().answer(response) {
                self.bench.pages = list.rows;
            }
        } else if let Some(page) = page.filter(|_| edge == "conversations") {
            let question = ListConversations {
                page: page.clone(),
                with: None,
                after: None,
            };
            if let Ok(list) = question.answer(response) {
                self.bench.conversations = list.rows;
            }
        }
    }

    /// The guide works with this ID from now on. What it does not know yet it has to ask for, so it
    /// comes to the screen.
    pub(crate) fn take_id(&mut self, kind: IdKind, id: &str) {
        if kind == IdKind::Page && self.has_token_of_another_page(id) {
            let told = "The guide’s token is of one Page: for another it needs another token";
            return self.status.show(told.to_owned());
        }
        let held = |model: &Self| {
            let page = model.held.page.as_ref().map(|page| page.id.clone());
            (page, model.held.conversation.clone())
        };
        let before = held(self);
        let is_taken = match kind {
            IdKind::Page => PageId::parse(id).is_ok_and(|page| self.take_page_id(page)),
            IdKind::Conversation => ConversationId::parse(id).is_ok_and(|it| {
                self.pick_conversation(&it);
                self.held.conversation.as_ref() == Some(&it)
            }),
            IdKind::Psid => Psid::parse(id).is_ok_and(|psid| self.take_psid(&psid)),
            IdKind::Message | IdKind::Other => return,
        };
        if is_taken {
            if held(self) != before {
                self.return_to_choice();
            }
            self.status.show(format!("The guide works with {id} now"));
        } else {
            self.go(Step::Ids);
            self.read(match kind {
                IdKind::Page => Slot::Pages,
                _ => Slot::Conversations,
            });
        }
    }

    /// What is under way, and a later step, are about what was held before.
    fn return_to_choice(&mut self) {
        let step = self.step.min(Step::Ids).nearest_open(self);
        match self.bench.is_exploring {
            true => self.put_at(step),
            false => {
                self.drop_reads();
                self.go(step);
            }
        }
    }

    /// Of another one only: with a User token any Page can be asked for.
    fn has_token_of_another_page(&self, id: &str) -> bool {
        let held = &self.held;
        let is_other = held
            .page
            .as_ref()
            .is_some_and(|page| page.id.as_str() != id);
        is_other && held.user_token.is_none() && held.page_token.is_some()
    }

    fn take_page_id(&mut self, page: PageId) -> bool {
        let with_token = |row: &PageRow| Some((Page::of(row), row.access_token.clone()?));
        let is_it = |row: &&PageRow| row.id == page;
        let found = self.known_pages().filter(is_it).find_map(with_token);
        let held = self.held.page.as_ref();
        let held = held.filter(|_| self.held.page_token.is_some());
        if found.is_none() && held.is_some_and(|held| held.id == page) {
            return true;
        }
        self.pick_page(page);
        let Some((page, token)) = found else {
            self.drop_page();
            return false;
        };
        self.hold_page(page, token);
        true
    }

    fn take_psid(&mut self, psid: &Psid) -> bool {
        let Some(page) = self.held.page.as_ref().map(|page| &page.id) else {
            return false;
        };
        let is_theirs = |row: &&ConversationRow| {
            let customer = row.customer(page);
            customer.is_some_and(|customer| customer.id.as_str() == psid.as_str())
        };
        let Some(row) = self.known_conversations().find(is_theirs) else {
            return false;
        };
        self.pick_conversation(&row.id.clone());
        true
    }

    /// Of the guide's list, and of what the explorer was told.
    fn known_pages(&self) -> impl Iterator<Item = &PageRow> {
        let rows = self.pages.value.iter().flat_map(|list| &list.rows);
        rows.chain(&self.bench.pages)
    }

    /// Of the guide's list, and of what the explorer was told; all of the guide's Page.
    pub(crate) fn known_conversations(&self) -> impl Iterator<Item = &ConversationRow> {
        let rows = self.conversations.value.iter().flat_map(|list| &list.rows);
        rows.chain(&self.bench.conversations)
    }
}
