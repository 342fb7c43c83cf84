//! Method, version, query, and the button that sends.

use graph_api::{GraphVersion, Method};
use remote_view::{Element, On, Property, Then, View, el};

use super::{Scene, field_of, submit};
use crate::explorer::complete::{About, Completion, Offer};
use crate::explorer::{Event, QUERY};
use crate::wish::IdKind;

const SUGGESTIONS: &str = "explorer-suggestions";

pub(super) fn view(scene: &Scene<'_>) -> View<Event> {
    let explorer = scene.explorer;
    // It stays the same button while it waits, so that the focus stays on it.
    let send = submit("fr-button--primary", "Submit");
    let send = match explorer.is_waiting {
        true => send.attr("aria-disabled", "true"),
        false => send,
    };
    el("form")
        .class("fr-explorer__bar")
        .on(On::submit(Event::Submitted))
        .with(method(scene))
        .with(version(scene))
        .with(query(scene))
        .with(send)
        .into()
}

fn method(scene: &Scene<'_>) -> Element<Then<Event>> {
    let all = [Method::Get, Method::Post, Method::Delete];
    let options = all.map(|it| (it.as_str().to_owned(), it.as_str().to_owned()));
    let chosen = scene.explorer.draft.method;
    let revision = all.iter().position(|it| *it == chosen).unwrap_or_default();
    let revision = u32::try_from(revision).unwrap_or_default();
    select(
        "Method",
        "fr-explorer__method",
        &options,
        chosen.as_str(),
        revision,
    )
    .on(On::choose(|it| Event::MethodChosen(it.to_owned())))
}

fn version(scene: &Scene<'_>) -> Element<Then<Event>> {
    let chosen = scene.explorer.draft.version.unwrap_or(scene.holds.version);
    let mut all = GraphVersion::ALIVE.to_vec();
    if !all.contains(&chosen) {
        all.push(chosen);
    }
    let options: Vec<_> = all
        .iter()
        .map(|it| (it.to_string(), it.to_string()))
        .collect();
    let text = chosen.to_string();
    // The same version has the same number, so that a redraw leaves the reader's choice alone.
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let revision = digits.parse().unwrap_or_default();
    select("Version", "fr-explorer__version", &options, &text, revision)
        .on(On::choose(|it| Event::VersionChosen(it.to_owned())))
}

fn select(
    label: &str,
    class: &str,
    options: &[(String, String)],
    chosen: &str,
    revision: u32,
) -> Element<Then<Event>> {
    let options = options.iter().map(|(value, label)| {
        el("option")
            .attr("value", value.clone())
            .flag("selected", value == chosen)
            .text(label.clone())
    });
    let mut select = el("select")
        .class(format!("fr-input fr-input--mono {class}"))
        .attr("aria-label", label)
        .all(options);
    select.property = Some(Property::Value(chosen.to_owned(), revision));
    select
}

/// A combobox: the list belongs to the field, in which the focus stays.
fn query(scene: &Scene<'_>) -> Element<Then<Event>> {
    let explorer = scene.explorer;
    let completion = match explorer.suggesting {
        Some(_) => explorer.completion(scene.holds),
        None => Completion::default(),
    };
    let is_open = !completion.offers.is_empty();
    let marked = explorer
        .suggesting
        .flatten()
        .filter(|at| *at < completion.offers.len());
    let keys: &[&'static str] = match (is_open, marked) {
        (true, Some(_)) => &["ArrowDown", "ArrowUp", "Escape", "Enter", "Tab"],
        // A suggestion may be marked before this is drawn.
        (true, None) => &["ArrowDown", "ArrowUp", "Escape", "Enter"],
        (false, _) if explorer.is_waiting => &["ArrowDown", "Escape"],
        (false, _) => &["ArrowDown"],
    };
    let is_wrong = explorer
        .problem
        .as_ref()
        .is_some_and(|it| field_of(it) == QUERY);
    let mut field = el("input")
        .class("fr-input fr-input--mono")
        .id(QUERY)
        .attr("type", "text")
        .attr("role", "combobox")
        .attr("aria-label", "Path and query")
        .attr("aria-autocomplete", "list")
        .attr("aria-expanded", is_open.to_string())
        .attr("aria-haspopup", "listbox")
        .attr("autocomplete", "off")
        .attr("autocapitalize", "none")
        .attr("spellcheck", "false")
        .attr("dir", "ltr")
        .value(&explorer.draft.line)
        .on(On::typed(|text| Event::QueryTyped(text.to_owned())))
        .on(On::keys(keys, |key| Event::QueryKey(key.to_owned())));
    if is_open {
        field = field.attr("aria-controls", SUGGESTIONS);
    }
    if let Some(at) = marked {
        field = field.attr("aria-activedescendant", suggestion_id(at));
    }
    if is_wrong {
        field = field
            .attr("aria-invalid", "true")
            .attr("aria-describedby", "explorer-problem");
    }
    let list = is_open.then(|| suggestions(&completion.offers, marked));
    el("div").class("fr-combo").with(field).maybe(list)
}

fn suggestion_id(at: usize) -> String {
    format!("explorer-suggestion-{at}")
}

fn suggestions(offers: &[Offer], marked: Option<usize>) -> Element<Then<Event>> {
    let options = offers.iter().enumerate().map(|(at, offer)| {
        el("li")
            .class("fr-combo__option")
            .id(suggestion_id(at))
            .attr("role", "option")
            .attr("aria-selected", (marked == Some(at)).to_string())
            .attr("tabindex", "-1")
            .with(el("code").code(offer.text.clone()))
            .with(about(&offer.about))
            .on(On::press(Event::Suggested(at)))
    });
    el("ul")
        .class("fr-combo__list")
        .id(SUGGESTIONS)
        .attr("role", "listbox")
        .attr("aria-label", "Suggestions")
        .all(options)
}

fn about(about: &About) -> Element<Then<Event>> {
    let line = el("span").class("fr-combo__about");
    match about {
        About::Words(words) => line.text(*words),
        About::Named(kind, name) => {
            let kind = match kind {
                IdKind::Page => "Page",
                IdKind::Psid => "PSID",
                IdKind::Conversation => "Conversation",
                IdKind::Message => "Message",
                IdKind::Other => "ID",
            };
            match name.is_empty() {
                true => line.text(kind),
                false => line.text(format!("{kind} · ")).name(name.clone()),
            }
        }
    }
}
