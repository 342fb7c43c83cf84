//! Facebook Login, on Connect: a form beside the form of the step, which it may stand within.

use wizard::Event;
use wizard::view::connect::login::{LoginField, LoginView};

use crate::components::notice::{field_error, fold, notice};
use crate::components::prose::{link, prose};
use crate::components::{button, code};
use crate::dom::{Element, Node, On, el};

/// The `id` of the form that the fields belong to.
const FORM: &str = "login-form";

/// The form itself. It is empty: forms do not nest, and its fields stand in another one.
pub(super) fn form() -> Element {
    el("form")
        .id(FORM)
        .flag("novalidate", true)
        .on(On::Submit(Some(Event::LoginAsked)))
}

/// Draws what to set first, and the fields.
pub(super) fn login(view: LoginView) -> Node {
    let steps = view.steps.iter().map(|step| prose(el("li"), step));
    let links = view.links.into_iter().map(|to| el("p").with(link(to)));
    let address = el("div")
        .class("fr-with")
        .with(code::lines("This page’s address", view.address.clone()))
        .with(button::copy("This page’s address", view.address));
    let inside = el("div")
        .class("fr-part")
        .with(prose(el("p"), view.about))
        .with(el("ol").class("fr-points").all(steps))
        .with(address)
        .all(links)
        .all(view.fields.into_iter().map(field))
        .maybe(view.barred.map(notice))
        .maybe(view.submit.map(|submit| submit_row(&submit)));
    fold(
        "Log in with your own app (advanced)",
        view.is_unfolded,
        inside.into(),
    )
}

fn submit_row(submit: &wizard::view::parts::Button) -> Element {
    let button = el("button")
        .class("fr-button fr-button--tall")
        .attr("type", "submit")
        .attr("form", FORM)
        .text(submit.label);
    el("div")
        .class("fr-part")
        .with(
            el("p").class("fr-hint").text(
                "You leave this page for facebook.com and come back. Step and draft are kept.",
            ),
        )
        .with(el("div").class("fr-row").with(button))
}

fn field(field: LoginField) -> Element {
    let id = field.field.dom_id();
    let (hint, error) = match field.field {
        wizard::FieldId::AppId => ("app-id-hint", "app-id-error"),
        _ => ("config-id-hint", "config-id-error"),
    };
    let mut input = el("input")
        .class("fr-input fr-input--mono")
        .id(id.clone())
        .attr("form", FORM)
        .attr("type", "text")
        .attr("inputmode", "numeric")
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .value(field.value)
        .on(On::Type(field.field));
    input = match field.problem {
        Some(_) => input
            .attr("aria-describedby", format!("{hint} {error}"))
            .attr("aria-invalid", "true"),
        None => input.attr("aria-describedby", hint),
    };
    el("div")
        .class(match field.problem {
            Some(_) => "fr-field fr-field--bad",
            None => "fr-field",
        })
        .with(
            el("label")
                .class("fr-label")
                .attr("for", id)
                .text(field.label),
        )
        .with(el("p").class("fr-hint").id(hint).text(field.hint))
        .maybe(field.problem.map(|problem| field_error(error, problem)))
        .with(input)
}
