//! Before a step's calls: what they need, against what is there. It tells, and never bars the way.

use graph_api::{GraphTime, TokenKind, TokenNeed};

use crate::event::Event;
use crate::model::Model;
use crate::needs::{self, Lack, Presence};
use crate::view::parts::{Button, Link, Prose};

/// What the step at hand needs.
#[derive(Debug, Clone, PartialEq)]
pub struct Readiness {
    /// All of it in one line.
    pub summary: &'static str,
    /// Each thing.
    pub rows: Vec<Need>,
    /// How to get what is missing; with it the list is unfolded.
    pub how: Option<How>,
}

/// Something that a call needs.
#[derive(Debug, Clone, PartialEq)]
pub struct Need {
    /// What. Text between backticks is code.
    pub what: Prose,
    /// Whether it is there.
    pub state: Presence,
    /// More about it.
    pub more: Prose,
}

/// The way to what is missing.
#[derive(Debug, Clone, PartialEq)]
pub struct How {
    /// What to do.
    pub steps: Vec<&'static str>,
    /// Where.
    pub link: Option<Link>,
    /// What the page can do.
    pub button: Option<Button>,
}

pub(crate) fn view(model: &Model, now: GraphTime) -> Option<Readiness> {
    let calls = needs::calls(model, model.step);
    if calls.is_empty() {
        return None;
    }
    let mut rows = Vec::new();
    let mut token = ("Page access token", "held");
    let mut tasks: &[_] = &[];
    for (spec, _) in calls {
        if spec.token == TokenNeed::Only(TokenKind::User) {
            token = ("User access token", "each Page’s own token comes with it");
        }
        if !spec.tasks.is_empty() {
            tasks = spec.tasks;
        }
    }
    need(&mut rows, token.0.into(), Presence::There, token.1.into());
    for name in needs::permissions(calls) {
        let state = model.permission(name);
        let mut what = "`".to_owned();
        what.push_str(name);
        what.push('`');
        need(&mut rows, what.into(), state, permission(state).into());
    }
    let mut what = tasks.join(" or ");
    what.push_str(" task on the Page");
    let state = model.task(tasks);
    let more = match state {
        Presence::There => "yours",
        Presence::Missing(_) => "not yours",
        Presence::Unknown => "not known: the list of Pages tells",
    };
    need(&mut rows, what.into(), state, more.into());
    version(&mut rows, model, now);
    Some(Readiness {
        summary: summary(&rows),
        how: how(model, &rows),
        rows,
    })
}

#[inline(never)]
fn need(rows: &mut Vec<Need>, what: Prose, state: Presence, more: Prose) {
    rows.push(Need { what, state, more });
}

const fn permission(state: Presence) -> &'static str {
    match state {
        Presence::There => "granted",
        Presence::Unknown => "not known",
        Presence::Missing(Lack::Declined) => "declined when the token was made",
        Presence::Missing(Lack::Expired) => "granted once, and no longer",
        Presence::Missing(Lack::OtherPages) => "granted, but not for this Page",
        Presence::Missing(_) => "not granted",
    }
}

fn version(rows: &mut Vec<Need>, model: &Model, now: GraphTime) {
    let version = model.version;
    let what = format!("Version {version}").into();
    let (state, more) = match version.ends() {
        _ if version.is_gone(now) => {
            let more = "gone: Graph serves the call by another version";
            (Presence::Missing(Lack::Gone), more.into())
        }
        Some(end) => {
            let mut end = end.to_string();
            end.truncate(10);
            end.insert_str(0, "alive until ");
            (Presence::There, end.into())
        }
        None => (Presence::There, "alive; its end is not set".into()),
    };
    need(rows, what, state, more);
}

fn summary(rows: &[Need]) -> &'static str {
    let mut summary = "Everything that this step needs is there";
    for row in rows {
        match row.state {
            Presence::Missing(_) => return "Something that this step needs is missing",
            Presence::Unknown => summary = "Nothing that this step needs is known to be missing",
            Presence::There => {}
        }
    }
    summary
}

fn how(model: &Model, rows: &[Need]) -> Option<How> {
    let (mut permission, mut page, mut task, mut gone) = (false, false, false, false);
    for row in rows {
        if let Presence::Missing(lack) = row.state {
            *match lack {
                Lack::OtherPages => &mut page,
                Lack::NoTask => &mut task,
                Lack::Gone => &mut gone,
                Lack::NotGranted | Lack::Declined | Lack::Expired => &mut permission,
            } = true;
        }
    }
    let mut steps = Vec::new();
    if permission {
        steps.push("In the Graph API Explorer add what is missing under Permissions, and press Generate Access Token. Leave it on in the dialog.");
    }
    if page {
        steps.push("In the Graph API Explorer press Generate Access Token, choose Edit settings in the dialog, and tick this Page.");
    }
    if task {
        steps.push("Somebody with full control of the Page gives you the task, in the Page’s settings under Page access.");
    }
    if gone {
        steps.push("Bring the token once more, and choose a version that is alive.");
    }
    if steps.is_empty() {
        return None;
    }
    let label = match model.is_practice() {
        true => "Get a new practice token",
        false => "Bring a new token",
    };
    let (explorer, token) = (permission || page, permission || page || gone);
    Some(How {
        steps,
        link: explorer.then(|| {
            Link::new(
                "Graph API Explorer",
                "https://developers.facebook.com/tools/explorer/",
            )
        }),
        button: token.then(|| Button::plain(label, Event::NewTokenAsked)),
    })
}
