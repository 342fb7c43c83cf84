//! Facebook Login, on Connect: a form beside the form of the step, which it may stand within.

use wizard::Event;
use wizard::view::connect::login::{LoginField, LoginView};
use wizard::view::parts::Button;

use crate::components::field::{About, field};
use crate::components::notice::notice;
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
        .all(form.fields.into_iter().map(number))
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

fn number(it: LoginField) -> Element {
    let input = el("input")
        .class("fr-input fr-input--mono")
        .attr("form", FORM)
        .attr("inputmode", "numeric")
        .attr("autocomplete", "off")
        .value(it.value)
        .on(On::Type(it.field));
    let about = About {
        id: it.field.dom_id(),
        label: it.label,
        problem: it.problem,
        ..About::default()
    };
    field(about, input)
}
