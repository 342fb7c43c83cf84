//! Step 2: the Page, and the conversation.

use graph_api::endpoints::ListConversations;
use graph_api::endpoints::list_conversations::ConversationRow;
use graph_api::endpoints::list_pages::PageRow;
use graph_api::{Endpoint, GraphTime, Listing};

use crate::event::{Event, FieldId};
use crate::explain;
use crate::model::{Mode, Model};
use crate::remote::{Phase, Remote, Slot};
use crate::search;
use crate::view::parts::{
    Button, Choice, Detail, FilterView, ListView, Notice, Problem, Tone, Wait,
};
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
    /// Which list it is.
    pub is_pages: bool,
    /// What went wrong, or is not there.
    pub notice: Option<Notice>,
    /// What is under way.
    pub wait: Option<Wait>,
    /// What the form does.
    pub submit: Option<Button>,
    /// Other ways.
    pub buttons: Vec<Button>,
}

/// Whether the Page is still to be taken.
fn wants_page(model: &Model) -> bool {
    model.held.page.is_none() || model.held.page_token.is_none()
}

pub(crate) fn problems(model: &Model) -> Vec<Problem> {
    if !model.nothing_picked {
        return Vec::new();
    }
    let (field, text) = match wants_page(model) {
        true => ("page-0", "Choose a Page."),
        false => ("conversation-0", "Choose a conversation."),
    };
    vec![Problem {
        field: field.to_owned(),
        text,
    }]
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

fn pages(model: &Model, now: GraphTime) -> IdsView {
    let rows = model.pages.value.as_ref().map_or(0, |list| list.rows.len());
    let asked = rows > 0;
    IdsView {
        page: None,
        list: asked.then(|| {
            list(model, &model.pages, &PAGES, now, |row| {
                page_choice(model, row)
            })
        }),
        is_pages: true,
        notice: notice(model, Slot::Pages, &model.pages, no_pages),
        wait: (!asked)
            .then(|| model.wait(Slot::Pages, "Asking Graph for your Pages", now))
            .flatten(),
        submit: submit(&model.pages, asked, "Get my Pages", Slot::Pages, || {
            Button::primary("Show conversations", Event::PageSubmitted)
        }),
        buttons: buttons(model, &model.pages, Slot::Pages),
    }
}

fn conversations(model: &Model, now: GraphTime) -> IdsView {
    let rows = model
        .conversations
        .value
        .as_ref()
        .map_or(0, |list| list.rows.len());
    let asked = rows > 0;
    let change = model.held.user_token.is_some();
    let change = change.then(|| Button::plain("Change the Page", Event::PageDropped));
    let choice = |row: &ConversationRow| conversation_choice(model, row, now);
    let chosen = model.held.conversation.is_some();
    let slot = Slot::Conversations;
    IdsView {
        page: Some((model.page_name().to_owned(), change)),
        list: asked.then(|| list(model, &model.conversations, &PEOPLE, now, choice)),
        is_pages: false,
        notice: notice(model, slot, &model.conversations, no_conversations),
        wait: (!asked)
            .then(|| model.wait(slot, "Asking Graph for the conversations", now))
            .flatten(),
        submit: submit(
            &model.conversations,
            asked || chosen,
            "Show conversations",
            slot,
            || Button::primary("Continue", Event::ConversationSubmitted),
        ),
        buttons: buttons(model, &model.conversations, slot),
    }
}

/// The words of a list.
struct ListWords {
    legend: &'static str,
    one: &'static str,
    filter: FieldId,
    slot: Slot,
}

const PAGES: ListWords = ListWords {
    legend: "Which Page?",
    one: "Page",
    filter: FieldId::PagesFilter,
    slot: Slot::Pages,
};

const PEOPLE: ListWords = ListWords {
    legend: "Which conversation?",
    one: "conversation",
    filter: FieldId::PeopleFilter,
    slot: Slot::Conversations,
};

fn list<T>(
    model: &Model,
    remote: &Remote<Listing<T>>,
    words: &ListWords,
    now: GraphTime,
    choice: impl Fn(&T) -> Choice,
) -> ListView {
    let (rows, after, misfits) = match &remote.value {
        Some(list) => (
            list.rows.as_slice(),
            list.after.is_some(),
            list.misfits.len(),
        ),
        None => (&[][..], false, 0),
    };
    let typed = match words.filter {
        FieldId::PagesFilter => &model.pages_filter,
        _ => &model.people_filter,
    };
    let wanted = words::fold(typed.trim());
    let fits = |choice: &Choice| search::contains(&words::fold(&choice.label), &wanted);
    let choices: Vec<_> = rows.iter().map(choice).filter(fits).collect();
    let loaded = words::count(rows.len(), words.one);
    let more = if after { ", more to load" } else { "" };
    let count = match choices.len() == rows.len() {
        true => format!("{loaded}{more}"),
        false => format!("{} of {loaded}{more}", choices.len()),
    };
    let is_waiting = model.is_waiting(words.slot);
    ListView {
        legend: words.legend,
        filter: (rows.len() >= FILTER_FROM || after || !typed.is_empty()).then(|| FilterView {
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
    let category = row.category.clone().map(Detail::text);
    let id = Detail::data(row.id.as_str());
    let tasks = tasks.map(Detail::text);
    Choice {
        key: row.id.to_string(),
        label: row.title().to_owned(),
        more: category.into_iter().chain([id]).chain(tasks).collect(),
        barred,
        marked: model.picked_page.as_ref() == Some(&row.id),
        event: Event::PagePicked(row.id.clone()),
    }
}

fn conversation_choice(model: &Model, row: &ConversationRow, now: GraphTime) -> Choice {
    let page = model.held.page.as_ref();
    let customer = page.and_then(|page| row.customer(&page.id));
    let name = customer.and_then(|customer| customer.name.clone());
    let time = row.updated_time;
    let time = time.map(|time| Detail::text(format!("Last message {}", words::ago(time, now))));
    let id = Detail::data(row.id.as_str());
    Choice {
        key: row.id.to_string(),
        label: name.unwrap_or_else(|| "A person without a name".to_owned()),
        more: time.into_iter().chain([id]).collect(),
        barred: customer
            .is_none()
            .then_some("Graph did not say who this is with."),
        marked: model.held.conversation.as_ref() == Some(&row.id),
        event: Event::ConversationPicked(row.id.clone()),
    }
}

fn notice<T>(
    model: &Model,
    slot: Slot,
    remote: &Remote<Listing<T>>,
    empty: fn(&Model) -> Notice,
) -> Option<Notice> {
    match (&remote.phase, &remote.value) {
        (Phase::Failed(failure), _) => Some(explain::explain(model, slot, failure)),
        (Phase::Ready, Some(list)) if list.rows.is_empty() => Some(empty(model)),
        _ => None,
    }
}

/// The one way on: ask, or take what is marked. After a failure or an empty list the notice has it.
fn submit<T>(
    remote: &Remote<Listing<T>>,
    can_take: bool,
    ask: &'static str,
    slot: Slot,
    take: impl Fn() -> Button,
) -> Option<Button> {
    match &remote.phase {
        Phase::Failed(_) => None,
        _ if can_take => Some(take()),
        Phase::Idle => Some(Button::primary(ask, Event::ReadAsked(slot))),
        _ => None,
    }
}

fn buttons<T>(model: &Model, remote: &Remote<Listing<T>>, slot: Slot) -> Vec<Button> {
    let rows = remote
        .value
        .as_ref()
        .is_some_and(|list| !list.rows.is_empty());
    let again = (remote.phase == Phase::Ready && rows)
        .then(|| Button::plain("Look again", Event::ReadAsked(slot)));
    again.into_iter().chain(model.back()).collect()
}

fn no_pages(model: &Model) -> Notice {
    let look = Button::primary("Look again", Event::ReadAsked(Slot::Pages));
    Notice::new(
        Tone::Info,
        "The token is good, but no Page is shared with it",
        &["Graph answered with an empty list. That is no error: it lists only the Pages that were ticked when the token was made."],
    )
    .steps(&[
        "In the Graph API Explorer press Generate Access Token, choose Edit settings in the dialog, and tick your Page.",
        "If the Page belongs to a Business Portfolio, add the permission `business_management`.",
        "You need a role on the Page. Without any Page, create one; it takes a minute.",
    ])
    .link("Graph API Explorer", "https://developers.facebook.com/tools/explorer/")
    .link("Create a Page", "https://www.facebook.com/pages/create")
    .button(look)
    .button(match model.mode {
        Mode::Practice => Button::plain("Get a new practice token", Event::NewTokenAsked),
        Mode::Live => Button::plain("Bring a new token", Event::NewTokenAsked),
    })
}

fn no_conversations(model: &Model) -> Notice {
    let look = Button::primary("Look again", Event::ReadAsked(Slot::Conversations));
    let write = Button::plain("Back to step 1", Event::StepAsked(crate::step::Step::Start));
    let notice = Notice::new(
        Tone::Info,
        "Nobody has written to this Page yet, as far as this token sees",
        &["Graph answered with an empty list. That is no error."],
    );
    let notice = match model.mode {
        Mode::Practice => notice.steps(&["Write to the Page on the customer's phone, then look again."]),
        Mode::Live => notice.steps(&[
            "Write to the Page from your own account, then look again.",
            "Without Advanced Access an app sees only conversations with people who have a role on it.",
            "Conversations in the Requests folder are left out after 30 days without a message.",
        ]),
    };
    notice.button(look).button(write)
}
