//! Facebook Login, on Connect: a form beside the form of the step, which it may stand within.

use wizard::view::connect::login::{LoginField, LoginView};
use wizard::view::parts::Button;
use wizard::{Event, FieldId};

use crate::components::notice::{field_error, notice};
use crate::components::{button, code};
use crate::dom::{Element, On, el};

/// The `id` of the form that the fields belong to.
const FORM: &str = "login-form";

/// The form itself. It is empty: forms do not nest, and its fields stand in another one.
pub(super) fn form() -> Element {
    el("form")
        .id(FORM)
        .flag("novalidate", true)
        .on(On::Submit(Some(Event::LoginAsked)))
}

/// Draws the fields.
pub(super) fn login(form: LoginView) -> Element {
    let label = "This page’s address";
    let address = el("div")
        .class("fr-field")
        .with(el("p").class("fr-label").text(label))
        .with(
            el("div")
                .class("fr-with")
                .with(code::lines(label, form.address.clone()))
                .with(button::copy(label, form.address)),
        );
    el("section")
        .class("fr-part")
        .attr("aria-label", "Facebook Login")
        .maybe(form.setup.map(notice))
        .with(address)
        .all(form.fields.into_iter().map(field))
        .maybe(form.barred.map(|why| el("p").class("fr-hint").text(why)))
        .maybe(form.submit.map(|it| submit(&it)))
}

fn submit(submit: &Button) -> Element {
    el("div").class("fr-row").with(
        el("button")
            .class("fr-button fr-button--tall")
            .attr("type", "submit")
            .attr("form", FORM)
            .text(submit.label),
    )
}

fn field(field: LoginField) -> Element {
    let id = field.field.dom_id();
    let error = match field.field {
        FieldId::AppId => "app-id-error",
        _ => "config-id-error",
    };
    let input = el("input")
        .class("fr-input fr-input--mono")
        .id(id.clone())
        .attr("form", FORM)
        .attr("inputmode", "numeric")
        .attr("autocomplete", "off")
        .value(field.value)
        .on(On::Type(field.field));
    let label = el("label").class("fr-label").attr("for", id);
    let (class, input) = match field.problem {
        Some(_) => (
            "fr-field fr-field--bad",
            input
                .attr("aria-describedby", error)
                .attr("aria-invalid", "true"),
        ),
        None => ("fr-field", input),
    };
    el("div")
        .class(class)
        .with(label.text(field.label))
        .maybe(field.problem.map(|problem| field_error(error, problem)))
        .with(input)
}
