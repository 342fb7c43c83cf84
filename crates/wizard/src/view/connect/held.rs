//! Connect, once there is a token: what it is, and what it may do. Each of the three answers about it
//! may be missing.

use graph_api::endpoints::debug_token::TokenFacts;
use graph_api::{AccessToken, AnswerError, GraphTime, PageId, TokenKind};

use crate::event::Event;
use crate::model::{Identity, Model};
use crate::needs::{self, Lack, State};
use crate::remote::{Failure, Slot};
use crate::view::parts::{Button, Notice, Tone, Wait};
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
    pub facts: Vec<Row>,
    /// The permissions that the way needs; of none it may be known.
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

/// Something about a token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// What.
    pub name: &'static str,
    /// Our words about it. Text between backticks is code.
    pub words: &'static str,
    /// The rest. May come from outside.
    pub rest: String,
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
    pub scopes: String,
    /// The Pages by name, where it is known, and ID.
    pub pages: Vec<String>,
}

pub(super) fn view(model: &Model, now: GraphTime) -> HeldView {
    let identity = &model.connect.identity;
    let tokens = model.held.tokens();
    let token = tokens.first();
    let is_page = token.and_then(AccessToken::kind) == Some(TokenKind::Page);
    let permissions = needed(identity, is_page);
    let wait = [Slot::Me, Slot::TokenFacts, Slot::Permissions];
    let wait = wait
        .into_iter()
        .find_map(|slot| model.wait(slot, "Asking Graph once more", now));
    let facts = facts(model, is_page, now);
    let can_ask = facts.iter().any(|row| row.name == UNKNOWN);
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
        notice: notice(&permissions),
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

fn facts(model: &Model, is_page: bool, now: GraphTime) -> Vec<Row> {
    let identity = &model.connect.identity;
    let mut rows = Vec::new();
    let id = id(identity);
    let has_id = id.is_some();
    if let Some(id) = id {
        let what = if is_page { "Page ID" } else { "User ID" };
        row(&mut rows, what, "", id);
    }
    if let Some(facts) = &identity.facts.value {
        app(&mut rows, facts);
        expiry(&mut rows, facts, now);
        data_access(&mut rows, facts, now);
    }
    if let Some(tasks) = model.tasks() {
        row(&mut rows, "Page tasks", "", tasks.join(", "));
    }
    let held = &model.held;
    if let (Some(_), Some(_), Some(page)) = (&held.user_token, &held.page_token, &held.page) {
        row(
            &mut rows,
            "Also held",
            "The Page token of ",
            page.name.clone(),
        );
    }
    let who = match has_id {
        true => "The name. `me`: ",
        false => "Whose it is. `me`: ",
    };
    unknown(&mut rows, identity.me.failure(), who);
    let what = "Its app, its expiry, and which Pages were ticked. `debug_token`: ";
    unknown(&mut rows, identity.facts.failure(), what);
    if !is_page {
        let what = "What was declined. `me/permissions`: ";
        unknown(&mut rows, identity.permissions.failure(), what);
    }
    rows
}

#[inline(never)]
fn row(rows: &mut Vec<Row>, name: &'static str, words: &'static str, rest: String) {
    rows.push(Row { name, words, rest });
}

/// What a call that failed leaves unknown, and why.
#[inline(never)]
fn unknown(rows: &mut Vec<Row>, failure: Option<&Failure>, what: &'static str) {
    let why = match failure {
        None => return,
        Some(Failure::Answer(AnswerError::Graph { error, .. })) => match error.code {
            Some(code) => format!("Graph said no, with code {code}"),
            None => "Graph said no".to_owned(),
        },
        Some(Failure::Answer(_)) => "its answer could not be read".to_owned(),
        Some(Failure::Transport(_)) => "no answer came".to_owned(),
    };
    row(rows, UNKNOWN, what, why);
}

const UNTOLD: &str = "Graph did not say";

fn app(rows: &mut Vec<Row>, facts: &TokenFacts) {
    let name = facts.application.as_deref();
    row(rows, "App", "", name.unwrap_or(UNTOLD).to_owned());
    if let Some(id) = &facts.app_id {
        row(rows, "App ID", "", id.to_string());
    }
}

/// `60 days, by your clock (2027-01-24)`.
#[inline(never)]
fn until(at: i64, now: GraphTime) -> String {
    let mut words = words::span(at.saturating_sub(now.unix()));
    words.push_str(", by your clock (");
    words.push_str(&day(at));
    words.push(')');
    words
}

/// The day of a time.
fn day(at: i64) -> String {
    let mut day = GraphTime::from_unix(at).to_string();
    day.truncate(10);
    day
}

fn expiry(rows: &mut Vec<Row>, facts: &TokenFacts, now: GraphTime) {
    let (ours, rest) = match facts.expires_at {
        None => (UNTOLD, String::new()),
        Some(0) => ("Never: it does not expire", String::new()),
        Some(at) if at <= now.unix() => ("It has, by your clock: ", day(at)),
        Some(at) => ("In about ", until(at, now)),
    };
    row(rows, "Expires", ours, rest);
}

/// After it the token still works, but sees no data of people.
fn data_access(rows: &mut Vec<Row>, facts: &TokenFacts, now: GraphTime) {
    let (ours, rest) = match facts.data_access_expires_at {
        None | Some(0) => return,
        Some(at) if at <= now.unix() => ("Ended; a login renews it: ", day(at)),
        Some(at) => ("For about ", until(at, now)),
    };
    row(rows, "Data access", ours, rest);
}

/// What the way needs.
fn needed(identity: &Identity, is_page: bool) -> Vec<Mark> {
    let mut marks = Vec::new();
    for name in needs::permissions(needs::way(is_page)) {
        mark(&mut marks, name, identity.permission(name));
    }
    marks
}

#[inline(never)]
fn mark(marks: &mut Vec<Mark>, name: &str, state: State) {
    let name = name.to_owned();
    marks.push(Mark { name, state });
}

/// Every permission that Graph told of.
fn all(identity: &Identity) -> Vec<Mark> {
    let mut marks = Vec::new();
    if let Some(list) = &identity.permissions.value {
        for row in &list.rows {
            let name = &row.permission;
            mark(&mut marks, name, identity.permission(name));
        }
    } else if let Some(facts) = &identity.facts.value {
        for name in &facts.scopes {
            mark(&mut marks, name, State::There);
        }
    }
    marks
}

/// Permissions for the same Pages are told together.
fn ticked(model: &Model) -> Vec<Ticked> {
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

fn notice(permissions: &[Mark]) -> Option<Notice> {
    let mut missing = "Missing: ".to_owned();
    let mut steps = None;
    for mark in permissions {
        let State::Missing(lack) = mark.state else {
            continue;
        };
        if lack == Lack::Declined || steps.is_none() {
            steps = Some(match lack {
                Lack::Declined => {
                    "Press Generate Access Token. What was declined is asked for again: leave it on in the dialog."
                }
                _ => "Press Generate Access Token.",
            });
        }
        missing.push('`');
        missing.push_str(&mark.name);
        missing.push_str("`, ");
    }
    let Some(generate) = steps else {
        return permissions
            .iter()
            .any(|mark| mark.state == State::Unknown)
            .then(|| {
                Notice::new(
                    Tone::Info,
                    "Graph did not say which permissions the token has",
                    &["You can go on; the calls will tell."],
                )
            });
    };
    missing.truncate(missing.len() - 2);
    missing.push_str(". You can go on and see what Graph says.");
    Some(
        Notice::new(Tone::Warn, "A later call will need more permissions", &[])
            .line(missing)
            .steps(&[
                "Open the Graph API Explorer, and add what is missing.",
                generate,
                "Bring the new token here.",
            ])
            .link(
                "Graph API Explorer",
                "https://developers.facebook.com/tools/explorer/",
            ),
    )
}
