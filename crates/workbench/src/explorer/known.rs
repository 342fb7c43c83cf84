//! The IDs that have been seen, and what they are of.

use graph_api::json::Value;
use graph_api::{Method, TokenKind};

use crate::holds::Holds;
use crate::wish::{IdKind, Request};

/// So many of a kind are remembered: enough to offer, and to know them again.
const MOST: usize = 500;

/// IDs with names.
type Named = Vec<(String, String)>;

/// What is known by ID.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Known {
    /// Whom a User token is of.
    pub(crate) user: Option<String>,
    /// Pages.
    pub(crate) pages: Named,
    /// People, by their PSIDs.
    pub(crate) people: Named,
    /// Conversations, named by the person.
    pub(crate) conversations: Named,
    /// Messages.
    pub(crate) messages: Named,
}

impl Known {
    /// This, and what the page holds.
    pub(crate) fn with(&self, holds: &Holds) -> Self {
        let mut all = self.clone();
        let unnamed = |id: &Option<String>| id.clone().map(|id| (id, String::new()));
        let held = [
            (&mut all.pages, holds.page.clone()),
            (&mut all.people, unnamed(&holds.psid)),
            (&mut all.conversations, unnamed(&holds.conversation)),
        ];
        for (list, held) in held {
            let Some((id, name)) = held else { continue };
            let own = list.iter().position(|(own, _)| *own == id);
            let old = own.map(|at| list.remove(at));
            let name = old
                .map(|it| it.1)
                .filter(|it| !it.is_empty())
                .unwrap_or(name);
            list.insert(0, (id, name));
        }
        all
    }

    /// What an ID is of.
    pub(crate) fn kind(&self, id: &str) -> IdKind {
        let is_in = |list: &Named| list.iter().any(|(own, _)| own == id);
        match id {
            _ if id.starts_with("t_") => IdKind::Conversation,
            _ if id.starts_with("m_") || id.starts_with("mid.") => IdKind::Message,
            _ if is_in(&self.pages) => IdKind::Page,
            _ if is_in(&self.people) => IdKind::Psid,
            _ => IdKind::Other,
        }
    }

    /// The first of a kind, which is the one the guide works with, if it does.
    pub(crate) fn first(&self, kind: IdKind) -> Option<&str> {
        let list = match kind {
            IdKind::Page => &self.pages,
            IdKind::Psid => &self.people,
            IdKind::Conversation => &self.conversations,
            IdKind::Message => &self.messages,
            IdKind::Other => return self.user.as_deref(),
        };
        Some(&list.first()?.0)
    }

    /// Remembers what an answer tells.
    pub(crate) fn learn(&mut self, request: &Request, answer: &Value) {
        let segments: Vec<_> = request
            .path
            .split('/')
            .filter(|it| !it.is_empty())
            .collect();
        let rows = answer
            .get("data")
            .and_then(Value::as_list)
            .unwrap_or_default();
        match (request.method, segments.as_slice()) {
            (Method::Get, ["me"]) => match (request.token, named(answer)) {
                (Some(TokenKind::User), Some((id, _))) => self.user = Some(id),
                (Some(TokenKind::Page), Some(page)) => add(&mut self.pages, page),
                _ => {}
            },
            (Method::Get, [_, "accounts"]) => {
                for page in rows.iter().filter_map(named) {
                    add(&mut self.pages, page);
                }
            }
            (Method::Get, [page, "conversations"]) => {
                for row in rows {
                    self.learn_conversation(row, page);
                }
            }
            (Method::Get, [id]) if id.starts_with("t_") => self.learn_conversation(answer, ""),
            _ => {}
        }
    }

    fn learn_conversation(&mut self, row: &Value, page: &str) {
        let list = |key: &str| row.get(key)?.get("data")?.as_list();
        for message in list("messages").unwrap_or_default() {
            if let Some((id, _)) = named(message) {
                add(&mut self.messages, (id, String::new()));
            }
        }
        let sides = list("participants").unwrap_or_default().iter();
        // The customer stands first; the Page is known by its ID, or stands last.
        let is_page = |id: &str| id == page || self.pages.iter().any(|(own, _)| own == id);
        let customer = sides.filter_map(named).find(|(id, _)| !is_page(id));
        let name = customer.as_ref().map(|it| it.1.clone());
        if let Some(customer) = customer {
            add(&mut self.people, customer);
        }
        if let Some((id, _)) = named(row) {
            add(&mut self.conversations, (id, name.unwrap_or_default()));
        }
    }
}

/// The ID and the name of an object.
fn named(value: &Value) -> Option<(String, String)> {
    let text = |key: &str| value.get(key).and_then(Value::as_str);
    Some((
        text("id")?.to_owned(),
        text("name").unwrap_or_default().to_owned(),
    ))
}

/// Adds to a list; a name that is new takes the old one's place.
fn add(list: &mut Named, (id, name): (String, String)) {
    let has_place = list.len() < MOST;
    match list.iter_mut().find(|(own, _)| *own == id) {
        Some(own) if !name.is_empty() => own.1 = name,
        None if has_place => list.push((id, name)),
        _ => {}
    }
}
