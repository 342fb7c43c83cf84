//! The Pages that were ticked in the dialog.

use graph_api::PageId;

use crate::model::Model;

/// So many Pages are named; the call panel has all of them.
const NAMED: usize = 20;

/// The Pages that permissions were granted for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ticked {
    /// The permissions.
    pub scopes: String,
    /// The Pages by name, where it is known, and ID.
    pub pages: Vec<String>,
}

/// Permissions for the same Pages are told together.
pub(super) fn ticked(model: &Model) -> Vec<Ticked> {
    let Some(facts) = &model.connect.identity.facts.value else {
        return Vec::new();
    };
    let mut groups: Vec<(String, &Option<Vec<PageId>>)> = Vec::new();
    for scope in &facts.granular_scopes {
        match groups.iter_mut().find(|(_, ids)| **ids == scope.target_ids) {
            Some((scopes, _)) => {
                scopes.push_str(", ");
                scopes.push_str(&scope.scope);
            }
            None => groups.push((scope.scope.clone(), &scope.target_ids)),
        }
    }
    let mut ticked = Vec::new();
    for (scopes, ids) in groups {
        let pages = match ids {
            Some(ids) => named(model, ids),
            None => vec!["Not limited to chosen Pages".to_owned()],
        };
        ticked.push(Ticked { scopes, pages });
    }
    ticked
}

fn named(model: &Model, ids: &[PageId]) -> Vec<String> {
    let mut pages = Vec::new();
    for (index, id) in ids.iter().enumerate() {
        if index == NAMED {
            pages.push(format!("and {} more", ids.len() - NAMED));
            break;
        }
        let mut words = page_name(model, id).unwrap_or_default().to_owned();
        if !words.is_empty() {
            words.push_str(", ");
        }
        words.push_str(id.as_str());
        pages.push(words);
    }
    pages
}

/// The name of a Page, if it is known.
fn page_name<'a>(model: &'a Model, id: &PageId) -> Option<&'a str> {
    if let Some(list) = &model.pages.value
        && let Some(row) = list.rows.iter().find(|row| row.id == *id)
    {
        return row.name.as_deref();
    }
    let page = model.held.page.as_ref().filter(|page| page.id == *id)?;
    Some(page.name.as_str()).filter(|name| *name != id.as_str())
}
