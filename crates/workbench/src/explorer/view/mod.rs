//! What the explorer shows.

mod bar;
mod import;
mod needs;
mod picker;
mod rows;
mod tutorial;

use graph_api::{GraphVersion, Method, TokenKind, form};
use remote_view::{Element, Node, On, Then, View, el};

use super::draft::{Note, Problem};
use super::query::Query;
use super::target::Target;
use super::{Event, Explorer, QUERY, Tab};
use crate::holds::Holds;
use crate::parts::{PROBLEM, icon, link};

pub(super) use rows::{ADD_ROW, row_id};
pub(super) use tutorial::view as tutorial;

/// What all parts of the view are made from.
struct Scene<'a> {
    explorer: &'a Explorer,
    holds: &'a Holds,
    target: Target,
}

pub(super) fn view(explorer: &Explorer, holds: &Holds) -> View<Event> {
    let known = explorer.known.with(holds);
    let scene = Scene {
        explorer,
        holds,
        target: explorer.draft.target(&known),
    };
    let panel = match explorer.tab {
        Tab::Call => call(&scene),
        Tab::Composer => el("div").with(Node::Surface("composer".to_owned())),
    };
    el("section")
        .class("fr-explorer")
        .attr("aria-label", "Explorer")
        .with(tabs(explorer.tab))
        .with(el("h2").class("fr-vh").text(explorer.tab.label()))
        .with(
            panel
                .key(explorer.tab.id())
                .class("fr-explorer__panel")
                .id("explorer-panel")
                .attr("role", "tabpanel")
                .attr("aria-labelledby", explorer.tab.id()),
        )
        .into()
}

fn tabs(shown: Tab) -> Element<Then<Event>> {
    let tab = |tab: Tab| {
        let is_shown = tab == shown;
        let tab_element = el("button")
            .class("fr-tab")
            .id(tab.id())
            .attr("type", "button")
            .attr("role", "tab")
            .attr("aria-selected", is_shown.to_string())
            .attr("tabindex", if is_shown { "0" } else { "-1" })
            .text(tab.label())
            .on(On::press(Event::Shown(tab)))
            .on(On::keys(&["ArrowLeft", "ArrowRight"], |_| Event::TabMoved));
        match is_shown {
            true => tab_element.attr("aria-controls", "explorer-panel"),
            false => tab_element,
        }
    };
    el("div")
        .class("fr-tabs")
        .attr("role", "tablist")
        .attr("aria-label", "Explorer")
        .with(tab(Tab::Call))
        .with(tab(Tab::Composer))
}

fn call(scene: &Scene<'_>) -> Element<Then<Event>> {
    let draft = &scene.explorer.draft;
    let picker = picker::view(scene).filter(|_| draft.method == Method::Get);
    el("div")
        .with(bar::view(scene))
        .with(said(scene))
        .with(about(scene))
        .with(needs::view(scene))
        .maybe(draft.has_rows().then(|| rows::view(scene)))
        .with(
            el("div")
                .class("fr-explorer__folds")
                .maybe(picker)
                .with(import::view(scene)),
        )
        .with(Node::Surface("viewer".to_owned()))
}

/// A button that sends its form.
fn submit(class: &str, label: &str) -> Element<Then<Event>> {
    el("button")
        .class(format!("fr-button {class}"))
        .attr("type", "submit")
        .text(label)
}

/// Why it was not sent, and what was done to the line.
fn said(scene: &Scene<'_>) -> View<Event> {
    let problem = scene.explorer.problem.as_ref();
    let problem = problem.filter(|it| field_of(it) == QUERY).map(|it| {
        el("p")
            .class("fr-error")
            .id("explorer-problem")
            .with(icon(PROBLEM))
            .with(el("span").stranger(words(it)))
    });
    let note = scene.explorer.draft.note.as_ref().map(|note| {
        el("p").class("fr-text--small").stranger(match note {
            Note::Secret(None) => {
                "A secret was taken out of the query. The page puts the token in when it sends."
                    .to_owned()
            }
            Note::Secret(Some(host)) => format!(
                "A secret was taken out of the query, and {host} was left out: this page calls graph.facebook.com only, and puts the token in when it sends."
            ),
            Note::Version(version) => format!("{version} was taken from the query."),
            Note::Host(host) => {
                format!("{host} was left out: this page calls graph.facebook.com only.")
            }
        })
    });
    el("div")
        .class("fr-explorer__said")
        .attr("role", "status")
        .maybe(problem)
        .maybe(note)
        .into()
}

/// What the call does, and where there is more about it.
fn about(scene: &Scene<'_>) -> View<Event> {
    let draft = &scene.explorer.draft;
    let query = draft.query();
    let about = match (scene.target.call, query.path.is_empty()) {
        (Some(call), _) => call.about,
        (None, true) => "Write a path, such as me/accounts. The arrow down shows what is known.",
        (None, false) => "This page knows no such call. Graph may.",
    };
    let docs = scene
        .target
        .call
        .map(|it| link("Meta’s reference", it.spec.docs));
    let version = draft.version.unwrap_or(scene.holds.version);
    let meta = meta_link(draft.method, version, &query);
    el("div")
        .class("fr-explorer__about")
        .with(el("p").text(about))
        .with(
            el("p")
                .class("fr-explorer__links")
                .maybe(docs)
                .with(link("Open in Meta’s Graph API Explorer", meta)),
        )
        .into()
}

/// The field that a problem is about.
pub(super) fn field_of(problem: &Problem) -> String {
    match problem {
        Problem::Empty | Problem::Placeholder(_) | Problem::Dots => QUERY.to_owned(),
        Problem::NoToken(kind) => needs::radio_id(*kind).to_owned(),
        Problem::Unnamed(id) => row_id("name", *id),
        Problem::RowPlaceholder(id, _) => row_id("value", *id),
    }
}

/// A problem in words.
fn words(problem: &Problem) -> String {
    match problem {
        Problem::Empty => "Write a path, such as me/accounts.".to_owned(),
        Problem::Placeholder(word) | Problem::RowPlaceholder(_, word) => {
            format!("{word} stands for an ID. Click one in an answer, or type it.")
        }
        Problem::Dots => "A path cannot have a part of dots alone.".to_owned(),
        Problem::NoToken(TokenKind::User) => {
            "There is no User token. Bring one in at Connect, or choose the Page token.".to_owned()
        }
        Problem::NoToken(TokenKind::Page) => {
            "There is no Page token yet. Pick a Page in the guide; or run me/accounts, press a Page’s ID and then This is my Page.".to_owned()
        }
        Problem::Unnamed(_) => "Give this field a name, or take it out.".to_owned(),
    }
}

/// The call in Meta's Graph API Explorer, which has fields and parameters inside `path`.
pub(super) fn meta_link(method: Method, version: GraphVersion, query: &Query) -> String {
    let mut link = format!("https://developers.facebook.com/tools/explorer/?method={method}&path=");
    link.push_str(&form::percent(&query.write()));
    link.push_str(&format!("&version={version}"));
    link
}
