//! The rows of the card: what is known of the token, and what is not.

use graph_api::endpoints::debug_token::TokenFacts;
use graph_api::{AnswerError, GraphTime};

use crate::model::{Identity, Model};
use crate::remote::Failure;
use crate::view::words;

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

/// The name of a row that says what is not known.
pub(super) const UNKNOWN: &str = "Not known";

pub(super) fn facts(model: &Model, is_page: bool, now: GraphTime) -> Vec<Row> {
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

/// `about 60 days, by your clock (2027-01-24)`.
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
        Some(at) => ("In ", until(at, now)),
    };
    row(rows, "Expires", ours, rest);
}

/// After it the token still works, but sees no data of people.
fn data_access(rows: &mut Vec<Row>, facts: &TokenFacts, now: GraphTime) {
    let (ours, rest) = match facts.data_access_expires_at {
        None | Some(0) => return,
        Some(at) if at <= now.unix() => ("Ended; a login renews it: ", day(at)),
        Some(at) => ("For ", until(at, now)),
    };
    row(rows, "Data access", ours, rest);
}

/// The ID of a person or a Page, by whichever call told it.
pub(super) fn id(identity: &Identity) -> Option<String> {
    if let Some(me) = &identity.me.value {
        return Some(me.id.to_string());
    }
    let facts = identity.facts.value.as_ref()?;
    let page = facts.profile_id.as_ref().map(ToString::to_string);
    page.or_else(|| facts.user_id.as_ref().map(ToString::to_string))
}
