//! A field with what is said of it: what it is for, what is wrong with it, how much is in it.

use wizard::view::reply::Count;

use super::icon::{Icon, icon};
use super::prose::hidden;
use crate::dom::{Element, el};

/// What is said of a field.
#[derive(Default)]
pub(crate) struct About {
    /// The `id` of the control.
    pub(crate) id: String,
    pub(crate) label: &'static str,
    /// A paragraph, still empty of class and `id`.
    pub(crate) hint: Option<Element>,
    pub(crate) problem: Option<&'static str>,
    /// A button beside the control.
    pub(crate) beside: Option<Element>,
    pub(crate) count: Option<Count>,
}

/// Draws a field around its control, which is told what describes it.
pub(crate) fn field(about: About, control: Element) -> Element {
    let id = about.id;
    let mut described = Vec::new();
    let mut part = |name: &str| {
        let id = format!("{id}-{name}");
        described.push(id.clone());
        id
    };
    let hint = about.hint.map(|it| it.class("fr-hint").id(part("hint")));
    let problem = about.problem.map(|it| error(part("error"), it));
    let count = about.count.map(|it| count(part("count"), it));
    let mut control = control.id(id.clone());
    if !described.is_empty() {
        control = control.attr("aria-describedby", described.join(" "));
    }
    let mut class = "fr-field";
    if problem.is_some() {
        control = control.attr("aria-invalid", "true");
        class = "fr-field fr-field--bad";
    }
    if let Some(beside) = about.beside {
        control = el("div").class("fr-with").with(control).with(beside);
    }
    let label = el("label").class("fr-label").attr("for", id);
    el("div")
        .class(class)
        .with(label.text(about.label))
        .maybe(hint)
        .maybe(problem)
        .with(control)
        .maybe(count)
}

fn error(id: String, problem: &'static str) -> Element {
    let words = el("span").with(hidden("Error: ")).text(problem);
    el("p")
        .class("fr-error")
        .id(id)
        .with(icon(Icon::Problem, ""))
        .with(words)
}

/// Draws how much is in a field.
pub(crate) fn count(id: String, count: Count) -> Element {
    let class = match count.is_over {
        true => "fr-count fr-count--over",
        false => "fr-count",
    };
    el("p").class(class).id(id).text(count.text)
}
