//! Connect, once there is a token: what it is, and what it may do. Each of the three answers about it
//! may be missing.

mod facts;
mod ticked;

use graph_api::endpoints::debug_token::TokenFacts;
use graph_api::{AccessToken, GraphTime, TokenKind};

pub use facts::Row;
pub use ticked::Ticked;

use crate::event::Event;
use crate::model::{Identity, Model};
use crate::needs::{self, Lack, Presence};
use crate::remote::Slot;
use crate::view::parts::{Button, Notice, Tone, Wait};

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

/// A permission, and whether it is there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// Its name.
    pub name: String,
    /// Whether it is there.
    pub state: Presence,
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
    let facts = facts::facts(model, is_page, now);
    let can_ask = facts.iter().any(|row| row.name == facts::UNKNOWN);
    let mut buttons = vec![Button::primary(
        "Continue",
        Event::StepAsked(model.step_after_connect()),
    )];
    // While it is being asked as well: the button that was pressed keeps its place, and the focus.
    if can_ask || wait.is_some() {
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
        ticked: ticked::ticked(model),
        wait,
        buttons,
    }
}

/// The name; the ID where that failed.
fn who(identity: &Identity) -> String {
    if let Some(me) = &identity.me.value {
        return me.name.clone().unwrap_or_else(|| me.id.to_string());
    }
    facts::id(identity).unwrap_or_else(|| "A token whose owner Graph did not tell".to_owned())
}

fn kind(facts: Option<&TokenFacts>, is_page: bool) -> &'static str {
    match is_page {
        true => "Page access token",
        false if facts.is_some_and(TokenFacts::is_system_user) => "System user access token",
        false => "User access token",
    }
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
fn mark(marks: &mut Vec<Mark>, name: &str, state: Presence) {
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
            mark(&mut marks, name, Presence::There);
        }
    }
    marks
}

fn notice(permissions: &[Mark]) -> Option<Notice> {
    let mut missing = "Missing: ".to_owned();
    let mut steps = None;
    for mark in permissions {
        let Presence::Missing(lack) = mark.state else {
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
            .any(|mark| mark.state == Presence::Unknown)
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
