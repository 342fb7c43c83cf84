//! Connect, once there is a token: what it is, and what it may do. Each of the three answers about it
//! may be missing.

use graph_api::endpoints::debug_token::TokenFacts;
use graph_api::{AccessToken, GraphTime, PageId, TokenKind};

use crate::event::Event;
use crate::explain;
use crate::model::{Identity, Model};
use crate::needs::{self, Lack, State};
use crate::remote::{Failure, Slot};
use crate::view::parts::{Button, Notice, Phrase, Tone, Wait, name};
use crate::view::words;

/// So many Pages are named; the call panel has all of them.
const NAMED: usize = 20;

/// What the token is.
#[derive(Debug, Clone, PartialEq)]
pub struct HeldView {
    /// Whose it is. From outside.
    pub who: String,
    /// Which token, by its last characters.
    pub tail: String,
    /// Its kind.
    pub kind: &'static str,
    /// What else is known of it, and what is not.
    pub facts: Vec<(&'static str, Phrase)>,
    /// The permissions that the way needs.
    pub permissions: Vec<Mark>,
    /// All permissions that Graph told of, by names from outside.
    pub all: Vec<Mark>,
    /// The Pages that were ticked.
    pub ticked: Vec<Ticked>,
    /// What to mind.
    pub notice: Option<Notice>,
    /// What is asked once more.
    pub wait: Option<Wait>,
    /// The way on, and the way back.
    pub buttons: Vec<Button>,
}

/// A permission, and whether it is there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// Its name.
    pub name: String,
    /// Whether it is there.
    pub state: State,
}

/// The Pages that permissions were granted for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ticked {
    /// The permissions.
    pub scopes: Vec<String>,
    /// The Pages by name, where it is known, and ID; none when it holds for all of them.
    pub pages: Option<Vec<(Option<String>, String)>>,
    /// So many more.
    pub more: usize,
}

pub(super) fn view(model: &Model, now: GraphTime) -> HeldView {
    let identity = &model.connect.identity;
    let tokens = model.held.tokens();
    let token = tokens.first();
    let is_page = token.and_then(AccessToken::kind) == Some(TokenKind::Page);
    let permissions = match identity.granted() {
        Some(_) => needed(identity, is_page),
        None => Vec::new(),
    };
    let wait = [Slot::Me, Slot::TokenFacts, Slot::Permissions];
    let wait = wait
        .into_iter()
        .find_map(|slot| model.wait(slot, "Asking Graph once more", now));
    let facts = facts(model, is_page, now);
    let can_ask = facts.iter().any(|(name, _)| *name == UNKNOWN);
    let mut buttons = vec![Button::primary(
        "Continue",
        Event::StepAsked(model.step_after_connect()),
    )];
    if can_ask && wait.is_none() {
        buttons.push(Button::plain(
            "Ask again",
            Event::ReadAsked(Slot::TokenFacts),
        ));
    }
    buttons.push(Button::quiet("Use another token", Event::NewTokenAsked));
    HeldView {
        who: who(identity),
        tail: token
            .map(|token| token.tail().to_owned())
            .unwrap_or_default(),
        kind: kind(identity.facts.value.as_ref(), is_page),
        facts,
        notice: notice(model, &permissions),
        permissions,
        all: all(identity),
        ticked: ticked(model),
        wait,
        buttons,
    }
}

/// The name; the ID where that failed.
fn who(identity: &Identity) -> String {
    if let Some(me) = &identity.me.value {
        return me.name.clone().unwrap_or_else(|| me.id.to_string());
    }
    id(identity).unwrap_or_else(|| "A token whose owner Graph did not tell".to_owned())
}

/// The ID of a person or a Page, by whichever call told it.
fn id(identity: &Identity) -> Option<String> {
    if let Some(me) = &identity.me.value {
        return Some(me.id.to_string());
    }
    let facts = identity.facts.value.as_ref()?;
    let page = facts.profile_id.as_ref().map(ToString::to_string);
    page.or_else(|| facts.user_id.as_ref().map(ToString::to_string))
}

fn kind(facts: Option<&TokenFacts>, is_page: bool) -> &'static str {
    match is_page {
        true => "Page access token",
        false if facts.is_some_and(TokenFacts::is_system_user) => "System user access token",
        false => "User access token",
    }
}

/// The name of a row that says what is not known.
const UNKNOWN: &str = "Not known";

fn facts(model: &Model, is_page: bool, now: GraphTime) -> Vec<(&'static str, Phrase)> {
    let identity = &model.connect.identity;
    let mut rows = Vec::new();
    if let Some(id) = id(identity) {
        let what = if is_page { "Page ID" } else { "User ID" };
        rows.push((what, vec![id.into()]));
    }
    if let Some(facts) = &identity.facts.value {
        rows.push(("App", app(facts)));
        rows.push(("Expires", expiry(facts, now)));
        rows.extend(data_access(facts, now).map(|words| ("Data access", words)));
    }
    if let Some(tasks) = model.tasks() {
        let tasks = vec![tasks.join(", ").into()];
        rows.push(("Page tasks", tasks));
    }
    if let (Some(_), Some(_), Some(page)) = (
        &model.held.user_token,
        &model.held.page_token,
        &model.held.page,
    ) {
        let words = vec![
            "The Page token of ".into(),
            name(&page.name),
            ", for the calls of its Page".into(),
        ];
        rows.push(("Also held", words));
    }
    let has_id = id(identity).is_some();
    let mut unknown = |slot, failure: Option<&Failure>, what: &'static str| {
        if let Some(failure) = failure {
            let why = explain::explain(model, slot, failure).title;
            rows.push((UNKNOWN, vec![what.into(), why, ".".into()]));
        }
    };
    let who = match has_id {
        true => "The name. `me`: ",
        false => "Whose it is. `me`: ",
    };
    unknown(Slot::Me, identity.me.failure(), who);
    unknown(
        Slot::TokenFacts,
        identity.facts.failure(),
        "Its app, its expiry, and which Pages were ticked. `debug_token`: ",
    );
    if !is_page {
        unknown(
            Slot::Permissions,
            identity.permissions.failure(),
            "What was declined. `me/permissions`: ",
        );
    }
    rows
}

fn app(facts: &TokenFacts) -> Phrase {
    let id = facts.app_id.as_ref().map(ToString::to_string);
    match (&facts.application, id) {
        (Some(app), Some(id)) => vec![name(app), ", ID ".into(), id.into()],
        (Some(app), None) => vec![name(app)],
        (None, Some(id)) => vec!["ID ".into(), id.into()],
        (None, None) => vec!["Graph did not say".into()],
    }
}

/// The day of a time.
fn day(at: i64) -> String {
    let time = GraphTime::from_unix(at).to_string();
    time.get(..10).unwrap_or_default().to_owned()
}

fn expiry(facts: &TokenFacts, now: GraphTime) -> Phrase {
    let Some(at) = facts.expires_at else {
        return vec!["Graph did not say".into()];
    };
    vec![match (at, at.saturating_sub(now.unix())) {
        (0, _) => "Never: it does not expire".into(),
        (_, ..=0) => format!("It has, by your clock: {}", day(at)).into(),
        (_, left) => {
            let left = words::span(left);
            format!("In about {left}, by your clock: {}", day(at)).into()
        }
    }]
}

/// After it the token still works, but sees no data of people.
fn data_access(facts: &TokenFacts, now: GraphTime) -> Option<Phrase> {
    let at = facts.data_access_expires_at.filter(|at| *at != 0)?;
    let left = at.saturating_sub(now.unix());
    Some(vec![match left {
        ..=0 => format!("Ended {}: a login renews it", day(at)).into(),
        left => format!("For about {}, until {}", words::span(left), day(at)).into(),
    }])
}

/// What the way needs.
fn needed(identity: &Identity, is_page: bool) -> Vec<Mark> {
    let mut marks = Vec::new();
    for (name, _) in needs::permissions(needs::way(is_page)) {
        marks.push(Mark {
            name: name.to_owned(),
            state: identity.permission(name),
        });
    }
    marks
}

/// Every permission that Graph told of; the granted ones first.
fn all(identity: &Identity) -> Vec<Mark> {
    let mut names = identity.granted().unwrap_or_default();
    let rows = identity
        .permissions
        .value
        .iter()
        .flat_map(|list| &list.rows);
    for row in rows.filter(|row| !row.is_granted()) {
        names.push(row.permission.clone());
    }
    let mut marks = Vec::new();
    for name in names {
        let state = identity.permission(&name);
        marks.push(Mark { name, state });
    }
    marks
}

/// Permissions for the same Pages are told together.
fn ticked(model: &Model) -> Vec<Ticked> {
    let facts = model.connect.identity.facts.value.iter();
    let mut groups: Vec<(Vec<String>, &Option<Vec<PageId>>)> = Vec::new();
    for scope in facts.flat_map(|facts| &facts.granular_scopes) {
        match groups.iter_mut().find(|(_, ids)| **ids == scope.target_ids) {
            Some((scopes, _)) => scopes.push(scope.scope.clone()),
            None => groups.push((vec![scope.scope.clone()], &scope.target_ids)),
        }
    }
    let mut ticked = Vec::new();
    for (scopes, ids) in groups {
        let mut pages = Vec::new();
        for id in ids.iter().flatten().take(NAMED) {
            pages.push((page_name(model, id), id.to_string()));
        }
        let count = ids.as_ref().map_or(0, Vec::len);
        ticked.push(Ticked {
            scopes,
            more: count - pages.len(),
            pages: ids.is_some().then_some(pages),
        });
    }
    ticked
}

/// The name of a Page, if it is known.
fn page_name(model: &Model, id: &PageId) -> Option<String> {
    let mut rows = model.pages.value.iter().flat_map(|list| &list.rows);
    if let Some(row) = rows.find(|row| row.id == *id) {
        return row.name.clone();
    }
    let page = model.held.page.as_ref().filter(|page| page.id == *id)?;
    Some(page.name.clone()).filter(|name| name != id.as_str())
}

fn notice(model: &Model, permissions: &[Mark]) -> Option<Notice> {
    if model.connect.identity.granted().is_none() {
        return Some(Notice::new(
            Tone::Info,
            "Graph did not say which permissions the token has",
            &["You can go on; the calls will tell."],
        ));
    }
    let is_lacking = |mark: &&Mark| mark.state != State::There;
    let missing: Vec<_> = permissions.iter().filter(is_lacking).collect();
    let declined = missing
        .iter()
        .any(|mark| mark.state == State::Missing(Lack::Declined));
    let names: Vec<_> = missing
        .iter()
        .map(|mark| format!("`{}`", mark.name))
        .collect();
    (!names.is_empty()).then(|| {
        let body = format!(
            "Missing: {}. You can go on and see what Graph says.",
            names.join(", ")
        );
        Notice::new(Tone::Warn, "A later call will need more permissions", &[])
            .line(body)
            .steps(match declined {
                true => &[
                    "Open the Graph API Explorer, and add what is missing.",
                    "Press Generate Access Token. What was declined is asked for again: leave it on in the dialog.",
                    "Bring the new token here.",
                ],
                false => &[
                    "Open the Graph API Explorer, and add what is missing.",
                    "Press Generate Access Token, and bring the new token here.",
                ],
            })
            .link(
                "Graph API Explorer",
                "https://developers.facebook.com/tools/explorer/",
            )
    })
}
