//! Connect.

mod held;
mod ways;

use graph_api::GraphVersion;
use wizard::view::connect::{ChooseView, ConnectView, LiveView};
use wizard::view::parts::{Button, Choice, Wait};
use wizard::{Event, FieldId};

use super::{form, frame, login};
use crate::components::field::{About, field};
use crate::components::icon::{Icon, icon};
use crate::components::notice::notice;
use crate::components::progress::progress;
use crate::components::prose::hidden;
use crate::components::{button, list};
use crate::dom::{Element, Node, On, el, plain};

pub(super) fn step(view: ConnectView) -> Element {
    match view {
        ConnectView::Choose(view) => choose(*view),
        ConnectView::Held(view) => held::held(*view),
    }
}

fn choose(view: ChooseView) -> Element {
    let live = view.live.map(live);
    let login = live.is_some().then(login::form);
    let notice = view.notice.map(notice);
    choice(notice, view.modes, live, view.wait, &view.submit, login)
}

/// The choice between practice and live, with what each asks for.
#[inline(never)]
pub(super) fn choice(
    notice: Option<Node>,
    modes: Vec<Choice>,
    live: Option<Element>,
    wait: Option<Wait>,
    submit: &Button,
    login: Option<Element>,
) -> Element {
    let legend = el("legend")
        .class("fr-heading fr-heading--small")
        .text("How do you want to do it?");
    let modes = el("fieldset")
        .with(legend)
        .with(list::cards("mode", false, modes));
    let form = form(Some(submit.event.clone()))
        .with(modes)
        .maybe(live)
        .maybe(wait.map(progress))
        .with(button::row(Some(button::submit(submit)), Vec::new()));
    frame("choose").maybe(notice).with(form).maybe(login)
}

fn live(view: LiveView) -> Element {
    let get = el("section")
        .class("fr-part")
        .attr("aria-labelledby", "get-token")
        .with(
            el("h2")
                .class("fr-heading")
                .id("get-token")
                .text("Get a token"),
        )
        .with(ways::ways(view.ways));
    let paste = el("section")
        .class("fr-part")
        .attr("aria-labelledby", "paste-token")
        .with(el("h2").class("fr-heading").id("paste-token").text("Paste it here"))
        .maybe(view.unreached.map(notice))
        .maybe(view.reaching.map(progress))
        .maybe(view.reached.map(reached))
        .with(token(view.token.0, view.revealed, view.problem))
        .with(versions(view.versions, view.version))
        .with(memory_only(view.memory_only))
        .with(el("p").class("fr-hint").text(
            "The token is kept in the session storage of this tab and sent to graph.facebook.com, nowhere else. Session storage lies on this computer’s disk: use a short-lived token and a test Page.",
        ));
    el("div").class("fr-guide").with(get).with(paste)
}

fn reached(words: &'static str) -> Element {
    el("p")
        .class("fr-hint fr-ticks__item")
        .with(icon(Icon::Check, "fr-icon--ok"))
        .with(el("span").text(words).text("."))
}

fn memory_only(chosen: bool) -> Element {
    let tick = el("input")
        .attr("type", "checkbox")
        .checked(chosen)
        .on(On::Mark(Event::MemoryOnlyChosen(!chosen)));
    el("label").class("fr-check").with(tick).with(
        el("span").text("Keep it in memory only: nothing is stored, and a reload begins anew"),
    )
}

fn token(value: String, revealed: bool, problem: Option<&'static str>) -> Element {
    let input = el("input")
        .class("fr-input fr-input--mono")
        .attr("type", if revealed { "text" } else { "password" })
        .attr("autocomplete", "off")
        .attr("autocapitalize", "none")
        .attr("spellcheck", "false")
        .value(value)
        .on(On::Type(FieldId::Token));
    let reveal = el("button")
        .class("fr-button fr-button--tall")
        .attr("type", "button")
        .attr("aria-pressed", if revealed { "true" } else { "false" })
        .attr("aria-controls", "token")
        .with(icon(Icon::Eye, ""))
        .text("Show")
        .with(hidden(" the token"))
        .on(On::Press(Event::TokenRevealed(!revealed)));
    let hint = "A User or a Page access token, alone or in a header, an address, a curl command, an answer of Graph or an .env line.";
    let about = About {
        id: FieldId::Token.dom_id(),
        label: "Access token",
        hint: Some(el("p").text(hint)),
        problem,
        beside: Some(reveal),
        count: None,
    };
    field(about, input)
}

fn versions(versions: Vec<(GraphVersion, String)>, chosen: GraphVersion) -> Element {
    let options = versions.into_iter().map(|(version, label)| {
        el("option")
            .attr("value", version.to_string())
            .with(plain(label))
    });
    let select = el("select")
        .class("fr-input fr-input--short")
        .all(options)
        .value(chosen.to_string())
        .on(On::Choose(|version| {
            version.parse().ok().map(Event::VersionChosen)
        }));
    let about = About {
        id: "version".to_owned(),
        label: "Graph API version",
        ..About::default()
    };
    field(about, select)
}
