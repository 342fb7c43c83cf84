//! Connect, once there is a token: what it is, and what it may do.

use graph_api::{GraphTime, TokenKind};

use crate::event::Event;
use crate::model::Model;
use crate::view::parts::{Button, Notice, Phrase, Tone, name};
use crate::view::words;

/// The permissions that the whole way needs, and for what.
pub(crate) const NEEDED: [(&str, &str); 4] = [
    ("pages_show_list", "to list your Pages"),
    ("pages_messaging", "to read conversations and to send"),
    ("pages_manage_metadata", "to read conversations"),
    ("pages_read_engagement", "to read conversations"),
];

/// What the token is.
#[derive(Debug, Clone, PartialEq)]
pub struct HeldView {
    /// Whose it is. From outside.
    pub who: String,
    /// Which token, by its last characters.
    pub tail: String,
    /// Its kind.
    pub kind: &'static str,
    /// Its app and its expiry.
    pub more: Phrase,
    /// The permissions that the way needs, and whether they are there.
    pub permissions: Vec<(&'static str, bool)>,
    /// What to mind.
    pub notice: Option<Notice>,
    /// The way on, and the way back.
    pub buttons: Vec<Button>,
}

pub(super) fn view(model: &Model, now: GraphTime) -> HeldView {
    let identity = &model.connect.identity;
    let me = identity.me.value.as_ref();
    let who = me
        .and_then(|me| me.name.clone())
        .or_else(|| me.map(|me| me.id.to_string()));
    let tokens = model.held.tokens();
    let is_page = tokens.first().and_then(graph_api::AccessToken::kind) == Some(TokenKind::Page);
    let granted = identity.granted();
    let needed = NEEDED
        .into_iter()
        .filter(|(name, _)| !is_page || *name != "pages_show_list");
    let permissions: Vec<_> = match &granted {
        Some(granted) => needed
            .map(|(name, _)| (name, granted.iter().any(|own| own == name)))
            .collect(),
        None => Vec::new(),
    };
    HeldView {
        who: who.unwrap_or_default(),
        tail: tokens
            .first()
            .map(|token| token.tail().to_owned())
            .unwrap_or_default(),
        kind: match is_page {
            true => "Page access token",
            false => "User access token",
        },
        more: more(model, now),
        notice: held_notice(&permissions, granted.is_some()),
        permissions,
        buttons: vec![
            Button::primary("Continue", Event::StepAsked(model.step_after_connect())),
            Button::quiet("Use another token", Event::NewTokenAsked),
        ],
    }
}

fn more(model: &Model, now: GraphTime) -> Phrase {
    let Some(facts) = &model.connect.identity.facts.value else {
        return Phrase::new();
    };
    let mut more = match &facts.application {
        Some(app) => vec![" Made by the app “".into(), name(app), "”.".into()],
        None => Phrase::new(),
    };
    let until = facts
        .expires_at
        .map(|at| (at, at.saturating_sub(now.unix())));
    more.push(match until {
        None => "".into(),
        Some((0, _)) => " Does not expire.".into(),
        Some((_, ..=0)) => " Expired, by your clock.".into(),
        Some((_, left)) => format!(" Expires in about {}.", words::span(left)).into(),
    });
    more
}

fn held_notice(permissions: &[(&'static str, bool)], known: bool) -> Option<Notice> {
    if !known {
        return Some(Notice::new(
            Tone::Info,
            "Graph did not say which permissions the token has",
            &["You can go on; the calls will tell."],
        ));
    }
    let missing: Vec<_> = permissions
        .iter()
        .filter(|(_, is_there)| !is_there)
        .collect();
    let names: Vec<_> = missing
        .iter()
        .map(|(name, _)| format!("`{name}`"))
        .collect();
    let steps = [
        "Open the Graph API Explorer, and add what is missing.",
        "Press Generate Access Token, and bring the new token here.",
    ];
    (!names.is_empty()).then(|| {
        let body = format!(
            "Missing: {}. You can go on and see what Graph says.",
            names.join(", ")
        );
        Notice::new(Tone::Warn, "A later call will need more permissions", &[])
            .line(body)
            .steps(&steps)
            .link(
                "Graph API Explorer",
                "https://developers.facebook.com/tools/explorer/",
            )
    })
}
