//! What the calls of a step need, by the definitions of the calls, and whether it is there.

use graph_api::endpoints::{GetConversation, ListConversations, ListPages, SendMessage};
use graph_api::{Endpoint, PageId, Permission, Spec, Task};

use crate::model::Model;
use crate::step::Step;

/// A call that a step makes, and what for.
pub(crate) type Planned = (&'static Spec, &'static str);

/// The calls of the whole way.
const WAY: [Planned; 4] = [
    (&ListPages::SPEC, "to list your Pages"),
    (&ListConversations::SPEC, "to read conversations"),
    (&GetConversation::SPEC, "to read conversations"),
    (&SendMessage::SPEC, "to send"),
];

/// Whether something that a call needs is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Presence {
    /// It is.
    There,
    /// It is not: why.
    Missing(Lack),
    /// Nobody has said.
    Unknown,
}

/// Why something is not there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lack {
    /// The permission was not asked for when the token was made.
    NotGranted,
    /// It was asked for, and declined.
    Declined,
    /// It was granted once, and that has expired.
    Expired,
    /// It was granted, but for other Pages.
    OtherPages,
    /// The token's owner does not have the task.
    NoTask,
    /// The version of the Graph API has ended.
    Gone,
}

/// All the calls of the way, or what is left of them once the Page is given by its own token.
pub(crate) fn way(has_page_token_alone: bool) -> &'static [Planned] {
    match has_page_token_alone {
        true => WAY.get(1..).unwrap_or_default(),
        false => &WAY,
    }
}

/// The calls that a step makes.
pub(crate) fn calls(model: &Model, step: Step) -> &'static [Planned] {
    let calls = match step {
        Step::Ids if model.held.user_token.is_none() => WAY.get(1..2),
        Step::Ids => WAY.get(..2),
        Step::Read => WAY.get(2..3),
        Step::Reply => WAY.get(3..),
        Step::Connect | Step::Start | Step::Done => None,
    };
    calls.unwrap_or_default()
}

/// The permissions of these calls, each once.
#[inline(never)]
pub(crate) fn permissions(calls: &[Planned]) -> Vec<Permission> {
    let mut all: Vec<Permission> = Vec::new();
    for (spec, _) in calls {
        for name in spec.permissions {
            if !all.contains(name) {
                all.push(name);
            }
        }
    }
    all
}

/// What a permission is for, on the whole way.
pub(crate) fn purpose(name: &str) -> String {
    let mut purpose = String::new();
    let mut last = "";
    for (spec, what) in &WAY {
        if *what == last || !spec.permissions.contains(&name) {
            continue;
        }
        if !last.is_empty() {
            purpose.push_str(" and ");
        }
        purpose.push_str(what);
        last = what;
    }
    purpose
}

impl Model {
    /// Whether the token carries a permission, for the chosen Page if there is one.
    pub(crate) fn permission(&self, name: &str) -> Presence {
        if self.connect.pasted.is_some() {
            return Presence::Unknown;
        }
        match self.connect.identity.permission(name) {
            Presence::There if self.is_ticked(name) == Some(false) => {
                Presence::Missing(Lack::OtherPages)
            }
            state => state,
        }
    }

    /// Whether the chosen Page is among those that a permission was granted for.
    fn is_ticked(&self, name: &str) -> Option<bool> {
        let page = self.chosen_page()?;
        let facts = self.connect.identity.facts.value.as_ref()?;
        let mut scopes = facts.granular_scopes.iter();
        let scope = scopes.find(|scope| scope.scope == name)?;
        Some(scope.target_ids.as_ref()?.contains(page))
    }

    /// The Page that the calls to come are about: taken, or marked in the list.
    fn chosen_page(&self) -> Option<&PageId> {
        let held = self.held.page.as_ref().map(|page| &page.id);
        held.or(self.picked_page.as_ref())
    }

    /// What the token's owner may do on the chosen Page, if the list of Pages told.
    pub(crate) fn tasks(&self) -> Option<&[String]> {
        let page = self.chosen_page()?;
        let mut rows = self.pages.value.iter().flat_map(|list| &list.rows);
        rows.find(|row| row.id == *page)?.tasks.as_deref()
    }

    /// Whether the token's owner has one of these tasks on the chosen Page.
    pub(crate) fn task(&self, wanted: &[Task]) -> Presence {
        match self.tasks() {
            None => Presence::Unknown,
            Some(own) if wanted.iter().any(|task| own.iter().any(|own| own == task)) => {
                Presence::There
            }
            Some(_) => Presence::Missing(Lack::NoTask),
        }
    }
}
