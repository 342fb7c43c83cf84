//! Step 2: the Page, and the conversation.

use graph_api::endpoints::ListConversations;
use graph_api::endpoints::list_conversations::ConversationRow;
use graph_api::endpoints::list_pages::PageRow;
use graph_api::{Endpoint, GraphTime, Listing};

use crate::event::{Event, FieldId};
use crate::explain;
use crate::model::Model;
use crate::remote::{Phase, Remote, Slot};
use crate::search;
use crate::view::parts::{
    Button, Choice, Detail, FilterView, ListView, Look, Notice, Problem, Wait,
};
use crate::view::shortcut::{self, ShortcutView};
use crate::view::words;

/// From how many rows on a list gets a filter.
const FILTER_FROM: usize = 5;

/// Step 2.
#[derive(Debug, Clone, PartialEq)]
pub struct IdsView {
    /// The Page that was taken: its name, and the way to another.
    pub page: Option<(String, Option<Button>)>,
    /// The list to choose from.
    pub list: Option<ListView>,
    /// What went wrong, or is not there.
    pub notice: Option<Notice>,
    /// What is under way.
    pub wait: Option<Wait>,
    /// What the form does.
    pub submit: Option<Button>,
    /// Other ways.
    pub buttons: Vec<Button>,
    /// The way by a webhook notification.
    pub shortcut: ShortcutView,
}

/// Whether the Page is still to be taken.
fn wants_page(model: &Model) -> bool {
    model.held.page.is_none() || model.held.page_token.is_none()
}

pub(crate) fn problem(model: &Model, now: GraphTime) -> Option<Problem> {
    if !model.nothing_picked {
        return shortcut::problem(model, now);
    }
    let text = match wants_page(model) {
        true => "Choose a Page.",
        false => "Choose a conversation.",
    };
    let field = view(model, now).list?.way_in();
    Some(Problem { field, text })
}

pub(crate) fn view(model: &Model, now: GraphTime) -> IdsView {
    let mut view = match wants_page(model) {
        true => pages(model, now),
        false => conversations(model, now),
    };
    // A conversation was chosen before, and the list is empty now.
    if let (Some(notice), Some(_)) = (&mut view.notice, &view.submit) {
        notice.step_back();
    }
    view
}

/// The choice of a Page at step 1, where it may be left for later: Continue is the way on.
pub(crate) fn pages_at_start(model: &Model, now: GraphTime) -> Option<IdsView> {
    if !wants_page(model) {
        return None;
    }
    let mut view = pages(model, now);
    view.buttons.clear();
    if let Some(notice) = &mut view.notice {
        notice.step_back();
    }
    if let Some(submit) = &mut view.submit {
        submit.look = Look::Plain;
        if matches!(submit.event, Event::PageSubmitted) {
            submit.label = "Take this Page";
        }
    }
    Some(view)
}

fn pages(model: &Model, now: GraphTime) -> IdsView {
    let rows = Rows::of(&model.pages, |row| page_choice(model, row));
    let asked = !rows.choices.is_empty();
    let slot = Slot::Pages;
    let take = Button::primary("Show conversations", Event::PageSubmitted);
    IdsView {
        page: None,
        notice: notice(model, slot, &rows),
        wait: (!asked)
            .then(|| model.wait(slot, "Asking Graph for your Pages", now))
            .flatten(),
        submit: submit(&rows, asked.then_some(take), "Get my Pages", slot),
        buttons: buttons(model, &rows, slot),
        shortcut: shortcut::view(model, now),
        list: asked.then(|| list(model, rows, &PAGES, now)),
    }
}

/// The Page that was taken, and the way to another.
pub(crate) fn chosen_page(model: &Model) -> Option<(String, Option<Button>)> {
    if wants_page(model) {
        return None;
    }
    let change = model.held.user_token.is_some();
    let change = change.then(|| Button::plain("Change the Page", Event::PageDropped));
    Some((model.page_name().to_owned(), change))
}

fn conversations(model: &Model, now: GraphTime) -> IdsView {
    let rows = Rows::of(&model.conversations, |row| {
        conversation_choice(model, row, now)
    });
    let asked = !rows.choices.is_empty();
    let slot = Slot::Conversations;
    let chosen = model.held.conversation.is_some();
    let take = Button::primary("Continue", Event::ConversationSubmitted);
    let take = (asked || chosen).then_some(take);
    IdsView {
        page: chosen_page(model),
        notice: notice(model, slot, &rows),
        wait: (!asked)
            .then(|| model.wait(slot, "Asking Graph for the conversations", now))
            .flatten(),
        submit: submit(&rows, take, "Show conversations", slot),
        buttons: buttons(model, &rows, slot),
        shortcut: shortcut::view(model, now),
        list: asked.then(|| list(model, rows, &PEOPLE, now)),
    }
}

/// A list from Graph, whatever its rows are.
struct Rows<'a> {
    phase: &'a Phase,
    /// Whether there is an answer.
    is_there: bool,
    choices: Vec<Choice>,
    /// Whether there is more to load.
    after: bool,
    misfits: usize,
}

impl<'a> Rows<'a> {
    fn of<T>(remote: &'a Remote<Listing<T>>, choice: impl Fn(&T) -> Choice) -> Self {
        let list = remote.value.as_ref();
        Self {
            phase: &remote.phase,
            is_there: list.is_some(),
            choices: list.map_or_else(Vec::new, |list| list.rows.iter().map(choice).collect()),
            after: list.is_some_and(|list| list.after.is_some()),
            misfits: list.map_or(0, |list| list.misfits.len()),
        }
    }
}

/// The words of a list.
struct ListWords {
    name: &'static str,
    legend: &'static str,
    one: &'static str,
    filter: FieldId,
    slot: Slot,
}

const PAGES: ListWords = ListWords {
    name: "page",
    legend: "Which Page?",
    one: "Page",
    filter: FieldId::PagesFilter,
    slot: Slot::Pages,
};

const PEOPLE: ListWords = ListWords {
    name: "conversation",
    legend: "Which conversation?",
    one: "conversation",
    filter: FieldId::PeopleFilter,
    slot: Slot::Conversations,
};

fn list(model: &Model, rows: Rows<'_>, words: &ListWords, now: GraphTime) -> ListView {
    let Rows {
        mut choices,
        after,
        misfits,
        ..
    } = rows;
    let typed = match words.filter {
        FieldId::PagesFilter => &model.pages_filter,
        _ => &model.people_filter,
    };
    let all = choices.len();
    let wanted = words::fold(typed.trim());
    choices.retain(|choice| search::contains(&words::fold(&choice.label), &wanted));
    let loaded = words::count(all, words.one);
    let more = if after { ", more to load" } else { "" };
    let count = match choices.len() == all {
        true => format!("{loaded}{more}"),
        false => format!("{} of {loaded}{more}", choices.len()),
    };
    let is_waiting = model.is_waiting(words.slot);
    ListView {
        name: words.name,
        legend: words.legend,
        filter: (all >= FILTER_FROM || after || !typed.is_empty()).then(|| FilterView {
            field: words.filter,
            value: typed.clone(),
        }),
        choices,
        count,
        more: (after && !is_waiting)
            .then(|| Button::plain("Load more", Event::MoreAsked(words.slot))),
        waiting: model.wait(words.slot, "Loading", now),
        misfits: (misfits > 0).then(|| {
            let rows = words::count(misfits, "row");
            format!("{rows} of the answer could not be read; the call panel has them.")
        }),
    }
}

fn page_choice(model: &Model, row: &PageRow) -> Choice {
    let tasks = row.tasks.as_deref().map(|tasks| tasks.join(", "));
    let barred = match (&row.access_token, row.allows(ListConversations::SPEC.tasks)) {
        (None, _) => {
            Some("Graph gave no token for this Page: it was not ticked when the token was made.")
        }
        (_, false) => {
            Some("No MESSAGING task: somebody with full control of the Page has to give it to you.")
        }
        _ => None,
    };
    let mut more = Vec::new();
    more.extend(row.category.clone().map(Detail::text));
    more.push(Detail::data(row.id.as_str()));
    more.extend(tasks.map(Detail::text));
    Choice {
        key: row.id.to_string(),
        label: row.title().to_owned(),
        more,
        barred,
        marked: model.picked_page.as_ref() == Some(&row.id),
        event: Event::PagePicked(row.id.clone()),
    }
}

fn conversation_choice(model: &Model, row: &ConversationRow, now: GraphTime) -> Choice {
    let page = model.held.page.as_ref();
    let customer = page.and_then(|page| row.customer(&page.id));
    let name = customer.and_then(|customer| customer.name.clone());
    // Meta's word for a person whose name it does not tell.
    let is_nameless = name.as_deref().is_none_or(|name| name == "Facebook user");
    let time = row.updated_time;
    let time = time.map(|time| Detail::text(format!("Last message {}", words::ago(time, now))));
    let mut more = Vec::new();
    more.extend(time);
    more.push(Detail::data(row.id.as_str()));
    if is_nameless && customer.is_some() {
        more.push(Detail::text(
            "Graph tells no name; the PSID is all that a reply needs",
        ));
    }
    Choice {
        key: row.id.to_string(),
        label: name.unwrap_or_else(|| "A person without a name".to_owned()),
        more,
        barred: customer
            .is_none()
            .then_some("Graph did not say who this is with."),
        marked: model.held.conversation.as_ref() == Some(&row.id),
        event: Event::ConversationPicked(row.id.clone()),
    }
}

fn notice(model: &Model, slot: Slot, rows: &Rows<'_>) -> Option<Notice> {
    match rows.phase {
        Phase::Failed(failure) => Some(explain::explain(model, slot, failure)),
        Phase::Ready if rows.is_there && rows.choices.is_empty() => {
            Some(explain::empty(model, slot))
        }
        _ => None,
    }
}

/// The one way on: ask, or take what is marked. After a failure or an empty list the notice has it.
fn submit(rows: &Rows<'_>, take: Option<Button>, ask: &'static str, slot: Slot) -> Option<Button> {
    match rows.phase {
        Phase::Failed(_) => None,
        _ if take.is_some() => take,
        Phase::Idle => Some(Button::primary(ask, Event::ReadAsked(slot))),
        _ => None,
    }
}

fn buttons(model: &Model, rows: &Rows<'_>, slot: Slot) -> Vec<Button> {
    let mut buttons = Vec::new();
    // While it is being read as well: the button that was pressed keeps its place, and the focus.
    if matches!(rows.phase, Phase::Ready | Phase::Loading) && !rows.choices.is_empty() {
        buttons.push(Button::plain("Look again", Event::ReadAsked(slot)));
    }
    buttons.extend(model.back());
    buttons
}
