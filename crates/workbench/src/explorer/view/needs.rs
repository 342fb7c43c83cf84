//! Which token goes along, and what the call needs of it.

use graph_api::{TokenKind, TokenNeed};
use remote_view::{Element, On, Then, View, el};

use super::{Scene, field_of, words};
use crate::explorer::Event;
use crate::explorer::catalog::Use;
use crate::holds::Holds;
use crate::parts::{DONE, PROBLEM, button, icon};

pub(super) fn view(scene: &Scene<'_>) -> View<Event> {
    el("div")
        .class("fr-explorer__needs")
        .with(token(scene))
        .with(permissions(scene))
        .into()
}

/// The ID of the radio button.
pub(super) const fn radio_id(kind: TokenKind) -> &'static str {
    match kind {
        TokenKind::User => "explorer-token-user",
        TokenKind::Page => "explorer-token-page",
    }
}

const fn name(kind: TokenKind) -> &'static str {
    match kind {
        TokenKind::User => "User token",
        TokenKind::Page => "Page token",
    }
}

fn token(scene: &Scene<'_>) -> Element<Then<Event>> {
    let chosen = scene.explorer.draft.token;
    let radio = |kind: TokenKind| {
        let is_held = scene.holds.has(kind);
        let page = scene
            .holds
            .page
            .as_ref()
            .filter(|_| is_held && kind == TokenKind::Page);
        let state = el("span").class("fr-text--muted fr-text--small");
        let state = match page {
            Some((id, name)) if name.is_empty() => state.code(id.clone()),
            Some((_, name)) => state.name(name.clone()),
            None => state.text(match (kind, is_held) {
                (TokenKind::User, true) => "Acts for you",
                (TokenKind::Page, true) => "Acts for a Page",
                (TokenKind::User, false) => "None yet: bring one in at Connect",
                (TokenKind::Page, false) => "None yet: it comes with the Page",
            }),
        };
        el("label")
            .class("fr-explorer__token")
            .with(
                el("input")
                    .class("fr-radio")
                    .id(radio_id(kind))
                    .attr("type", "radio")
                    .attr("name", "explorer-token")
                    .checked(kind == chosen)
                    .on(On::mark(Event::TokenChosen(kind))),
            )
            .with(el("span").text(name(kind)))
            .with(state)
    };
    el("fieldset")
        .class("fr-explorer__need")
        .with(
            el("legend")
                .class("fr-explorer__legend")
                .text("Access token"),
        )
        .with(radio(TokenKind::User))
        .with(radio(TokenKind::Page))
        .maybe(problem(scene))
        .maybe(other(scene))
}

fn problem(scene: &Scene<'_>) -> Option<Element<Then<Event>>> {
    let problem = scene.explorer.problem.as_ref()?;
    let is_about = field_of(problem) == radio_id(scene.explorer.draft.token);
    is_about.then(|| {
        el("p")
            .class("fr-error")
            .attr("role", "alert")
            .with(icon(PROBLEM))
            .with(el("span").text(words(problem)))
    })
}

/// The call takes the other one: the most usual slip of all.
fn other(scene: &Scene<'_>) -> Option<Element<Then<Event>>> {
    let TokenNeed::Only(needed) = scene.target.call?.spec.token else {
        return None;
    };
    (needed != scene.explorer.draft.token).then(|| {
        el("p")
            .class("fr-explorer__hint")
            .with(el("span").text(format!("This call takes a {}.", name(needed))))
            .with(
                button("fr-button--small", &format!("Use the {}", name(needed)))
                    .on(On::press(Event::TokenChosen(needed))),
            )
    })
}

fn permissions(scene: &Scene<'_>) -> Element<Then<Event>> {
    let group = el("div").class("fr-explorer__need").with(
        el("p")
            .class("fr-explorer__legend")
            .id("explorer-permissions")
            .text("Permissions"),
    );
    let plain = |words: &str| el("p").class("fr-text--muted fr-text--small").text(words);
    match scene.target.call {
        None => group.with(plain("Not known.")),
        Some(call) if call.spec.permissions.is_empty() => group.with(plain("None.")),
        Some(call) => group
            .with(list(call, scene.holds))
            .maybe(tasks(call).map(|it| plain(&it))),
    }
}

fn list(call: &Use, holds: &Holds) -> Element<Then<Event>> {
    let rows = call.spec.permissions.iter().map(|permission| {
        let (class, state) = match holds.grants(permission) {
            Some(true) => ("fr-explorer__state fr-explorer__state--ok", "granted"),
            Some(false) => ("fr-explorer__state fr-explorer__state--bad", "missing"),
            None => ("fr-explorer__state", "not known"),
        };
        let glyph = match holds.grants(permission) {
            Some(true) => Some(icon(DONE)),
            Some(false) => Some(icon(PROBLEM)),
            None => None,
        };
        el("li")
            .class("fr-explorer__permission")
            .with(el("code").text(*permission))
            .with(el("span").class(class).maybe(glyph).text(state))
    });
    el("ul")
        .class("fr-explorer__permissions")
        .attr("aria-labelledby", "explorer-permissions")
        .all(rows)
}

/// What its owner has to be allowed on the Page.
fn tasks(call: &Use) -> Option<String> {
    let tasks = call.spec.tasks;
    (!tasks.is_empty()).then(|| match tasks {
        [only] => format!("And the task {only} on the Page."),
        many => format!("And one of these tasks on the Page: {}.", many.join(", ")),
    })
}
